"""Sets up all that is needed, with nothing but the Python that is there: system libraries, venv, packages.

    python3 setup/prepare.py run      what the program needs
    python3 setup/prepare.py check    what its tests and checks need as well

System packages are installed only when run as root; otherwise the one command is printed. Nothing is asked of
the network unless the lock file changed since the last time.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"run": "requirements.lock", "check": "requirements-dev.lock"}
# The library that Qt loads, and the Debian package that brings it.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def say(words: str) -> None:
    """One line for the person at the terminal."""
    print(f"[setup] {words}", flush=True)


def stop(words: str) -> None:
    """Say what is wrong and what to do, and end."""
    print(f"[setup] {words}", file=sys.stderr, flush=True)
    raise SystemExit(1)


def missing_packages() -> list[str]:
    """The Debian packages without which the program would not start."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append("python3-venv")
    return wanted


def loads(library: str) -> bool:
    """Whether the loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages() -> None:
    """Install what is missing as root, or print the one command."""
    packages = missing_packages()
    if not packages:
        return
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") is None:
        stop(
            "These system libraries are missing; install what your system calls them: " + ", ".join(packages)
        )
    if os.geteuid() != 0:
        stop(f"System packages are missing. Nothing was changed. Please run:\n\n  sudo {command}\n")
    say("installing system packages: " + " ".join(packages))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=True, env=quiet, stdout=subprocess.DEVNULL)
    subprocess.run(command.split(), check=True, env=quiet, stdout=subprocess.DEVNULL)


def venv_python() -> Path:
    """The interpreter of the project's own environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install_packages(purpose: str) -> None:
    """Make the environment, and fill it from the hash-pinned lock file where that changed."""
    lock = ROOT / LOCKS[purpose]
    stamp = VENV / f".{purpose}-ready"
    mark = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == mark and venv_python().exists():
        return
    if not venv_python().exists():
        say("making the virtual environment in .venv")
        venv.create(VENV, with_pip=True)
    say(f"installing the packages of {lock.name}, each checked against its hash")
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # The lock is complete, so nothing is resolved again: an older pip looks past the pin of "coverage[toml]".
    exact = ["--no-deps", "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    done = subprocess.run([*pip, *exact], check=False)
    if done.returncode != 0:
        stop("The packages could not be installed (see above). Try again when online.")
    stamp.write_text(mark)


def main() -> None:
    """Prepare for one purpose."""
    purpose = sys.argv[1] if len(sys.argv) > 1 else "run"
    if purpose not in LOCKS:
        stop("Use: prepare.py run | check")
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is run by whatever Python is there)
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    install_system_packages()
    # importlib caches what was there before the packages came
    importlib.invalidate_caches()
    install_packages(purpose)


if __name__ == "__main__":
    main()
