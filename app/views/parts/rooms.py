"""Pages of which one is in sight: those out of sight never hold the window open."""

from contextlib import nullcontext

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.views.parts.layout import laid_out_later


class Rooms(QStackedWidget):
    """A stack whose smallest size is not that of its largest hidden page."""

    def addWidget(self, page: QWidget) -> int:
        """Take a page in; it scrolls what does not fit."""
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        with nullcontext() if self.isVisible() else laid_out_later(page):
            return super().addWidget(page)

    def hasHeightForWidth(self) -> bool:
        """No page makes the window higher than the screen: what does not fit in a page scrolls there."""
        return False

    def put_away(self, page: QWidget) -> None:
        """Take a page out for good."""
        self.removeWidget(page)
        page.deleteLater()
