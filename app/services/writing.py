"""A file that is there whole or not at all."""

import os
from pathlib import Path


def write_whole(place: Path, content: bytes) -> None:
    """Write a file beside its place and move it there once it is on the disk; raises OSError."""
    beside = place.with_name(f".{place.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
