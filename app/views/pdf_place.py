"""Where a PDF is saved: asked with the system's own dialog, and always with the ending of a PDF."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = ".pdf"


def ask_where(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """The file that was chosen, or nothing where it was given up.

    A name typed without its ending gets one. Where that names a file that is there already, the dialog did
    not ask about it: it comes again with the whole name, and asks.
    """
    while True:
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), f"PDF (*{ENDING})")
        if not chosen or chosen.lower().endswith(ENDING):
            return Path(chosen) if chosen else None
        proposed = Path(f"{chosen}{ENDING}")
        if not proposed.exists():
            return proposed
