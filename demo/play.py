"""Plays the story through the real window into a folder: a picture of every screen, and the plan as a PDF."""

import os
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage

from app.models.folder import write_whole
from app.views import plan_output
from app.views.application import make_application
from app.views.main_window import MainWindow
from demo import story
from demo.hand import Hand

PAPER_SCALE = 1.25


def play(out: Path) -> None:
    """Make the pictures; the store that the visit is kept in is thrown away afterwards."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Path(folder) / "store", lambda: story.STARTED, start_again=lambda _note: None)
        window.show()
        hand = Hand(window)
        album = Album(out, hand)
        story.set_up(hand, album.add)
        story.keep_codes(hand, album.add)
        for part in story.VISIT:
            part(hand, album.add)
        album.add_plan(window)
        window.close()
    application.processEvents()
    print(f"{album.count} pictures and the plan are in {out}")


class Album:
    """Numbers the pictures in the order they were taken."""

    def __init__(self, out: Path, hand: Hand) -> None:
        self._out = out
        self._hand = hand
        self.count = 0

    def add(self, name: str) -> None:
        """Take a picture of the window now."""
        self._save(self._hand.picture(), name)

    def add_plan(self, window: MainWindow) -> None:
        """Save the plan that the app would print, and a picture of each of its pages."""
        from app.reports.page_pictures import page_pictures

        if window.desk is None or window.desk.visit is None:
            raise RuntimeError("the story ended with no visit in hand")
        pdf = plan_output.plan_pdf(window.desk.visit.consultation)
        write_whole(self._out / "plan.pdf", pdf)
        for page in page_pictures(pdf, PAPER_SCALE):
            image = QImage(page.bgrx, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32)
            self._save(image, "plan")

    def _save(self, image: QImage, name: str) -> None:
        self.count += 1
        image.save(str(self._out / f"{self.count:02d}_{name.replace(' ', '_')}.png"))
