"""The bytecode of PySide's own support modules, kept as Python keeps it for any other module.

PySide 6.11 carries a dozen of its modules as source text inside a library and compiles them at each start,
which is a twelfth of it. What is kept is used only for the very same text and the very same Python, and lies
in `__pycache__` beside this file. Where nothing can be read or written there, PySide compiles as before.
"""

import builtins
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

SUPPORT = "shibokensupport/"
KEPT_IN = Path(__file__).parent / "__pycache__"

Kept = dict[tuple[str, bytes], CodeType]
"""By file name and digest of the source text."""


def with_kept_bytecode(import_pyside: Callable[[], None], folder: Path = KEPT_IN) -> None:
    """Import PySide; its support modules are compiled only where their bytecode is not kept yet."""
    file = folder / f"pyside_support.{sys.implementation.cache_tag}.bin"
    kept = _read(file)
    known = len(kept)
    compile_it = builtins.compile

    def compile_or_take(source: Any, filename: Any, mode: str, *more: Any, **options: Any) -> Any:
        if not str(filename).startswith(SUPPORT) or more or options or not isinstance(source, bytes):
            return compile_it(source, filename, mode, *more, **options)
        key = (filename, sha256(source).digest())
        if key not in kept:
            kept[key] = compile_it(source, filename, mode)
        return kept[key]

    builtins.compile = compile_or_take
    try:
        import_pyside()
    finally:
        builtins.compile = compile_it
    if len(kept) > known and not sys.dont_write_bytecode:
        _write(file, kept)


def _read(file: Path) -> Kept:
    try:
        kept = marshal.loads(file.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    is_whole = isinstance(kept, dict) and all(isinstance(code, CodeType) for code in kept.values())
    return kept if is_whole else {}


def _write(file: Path, kept: Kept) -> None:
    """Put it in place whole: another start may be reading it."""
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        unfinished.write_bytes(marshal.dumps(kept))
        unfinished.replace(file)
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)
