"""A part that is as high as it needs, up to a mark; above that it scrolls within itself."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.parts.layout import WIDEST, Scrolled


class Capped(Scrolled):
    """Takes the room of its body and never more than its mark, on whatever surface it stands."""

    def __init__(self, body: QWidget) -> None:
        super().__init__(body)
        self._body = body
        self._most = WIDEST
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)

    def cap(self, most: int) -> None:
        """Be at most so many pixels high."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def needed(self, width: int) -> int:
        """The height of all of it at this width."""
        body = self._body
        return body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What it needs, up to the mark."""
        return min(self.needed(width), self._most)

    def sizeHint(self) -> QSize:
        """As its body, up to the mark."""
        return QSize(self._body.sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """It never holds the window open."""
        return QSize(10, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What grows or shrinks within is measured again by whatever stands around."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._body:
            self.updateGeometry()
        return super().eventFilter(watched, event)
