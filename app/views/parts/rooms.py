"""Pages of which one is in sight: those out of sight never hold the window open."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class Rooms(QStackedWidget):
    """A stack whose smallest size is not that of its largest hidden page."""

    def addWidget(self, page: QWidget) -> int:
        """Take a page in; it scrolls what does not fit."""
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        return super().addWidget(page)
