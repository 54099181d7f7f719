"""The app used from outside: a screen of our own, a desktop bus of our own, and a client that is not ours.

The client (outside_client.py) runs on the system's Python, where the desktop's accessibility library is.
On Debian: apt-get install dbus at-spi2-core python3-gi gir1.2-atspi-2.0 xdotool xvfb
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.children import ROOT, an_x_screen, environment, store_in
from bench.laptops import NURSE, fill, with_staff

PYTHON = "/usr/bin/python3"
BUS = "/usr/libexec/at-spi-bus-launcher"
MINUTES = 8
IN_ONE_SESSION = f"""
{BUS} --launch-immediately >/dev/null 2>&1 & bus=$!
sleep 1
"$1" "$2" >/dev/null 2>&1 & app=$!
"$3" -W ignore "$4" "$5" "$6"; result=$?
kill $app $bus 2>/dev/null; exit $result
"""


def is_missing() -> str:
    """What this machine lacks to look from outside; empty where nothing is."""
    tools = [tool for tool in ("dbus-run-session", "Xvfb", "xdotool", BUS, PYTHON) if not shutil.which(tool)]
    if tools:
        return ", ".join(tools)
    asks = "import gi; gi.require_version('Atspi', '2.0')"
    done = subprocess.run([PYTHON, "-c", asks], capture_output=True, check=False)
    return "python3-gi with gir1.2-atspi-2.0" if done.returncode else ""


def walk_through() -> tuple[bool, str]:
    """Whether a screen reader's client got through a visit, and what it said."""
    with tempfile.TemporaryDirectory() as folder, an_x_screen() as screen:
        data = Path(folder)
        store = with_staff(store_in(data))
        fill(store, 12)
        store.close()
        told = environment(screen, data) | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        told.pop("PYTHONPATH")
        client = (PYTHON, str(ROOT / "bench" / "outside_client.py"), NURSE.name, NURSE.passphrase)
        command = ["dbus-run-session", "sh", "-c", IN_ONE_SESSION, "sh", sys.executable, "main.py", *client]
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=told,
                capture_output=True,
                text=True,
                timeout=60 * MINUTES,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False, f"not through in {MINUTES} minutes"
    lines = done.stdout.strip().splitlines() or [done.stderr.strip()[-300:] or "it said nothing"]
    return done.returncode == 0, lines[-1]
