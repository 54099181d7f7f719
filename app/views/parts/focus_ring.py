"""One ring that follows the keyboard: yellow outside a dark edge, over everything, moving nothing."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from app.views.look.theme import colour, px
from app.views.parts.scrolling import bring_into_sight, seen_part

_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Shown only after a key was pressed; it also scrolls what has the keyboard into sight.

    It listens to the widget that has the keyboard and to those around it, never to the whole
    application: a filter there would run Python for every event there is.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._heard: list[QWidget] = []
        self._by_keyboard = False
        self._when_settled = QTimer(self, singleShot=True, interval=0)
        self._when_settled.timeout.connect(self.place)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        window.installEventFilter(self)
        if window.isVisible():
            self._hear_all_of_it()
            self._follow(None, QApplication.focusWidget())

    def restyle(self) -> None:
        """Find the target again in its new size."""
        self._soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice whether the keyboard or the pointer is used, and when things move."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            if not self._by_keyboard:
                self._by_keyboard = True
                self._soon()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self.hide()
        elif kind in _MOVING and self._by_keyboard:
            self._soon()
        if kind == QEvent.Type.Show and watched is self._window:
            self._hear_all_of_it()
        return False

    def _hear_all_of_it(self) -> None:
        """Listen at the window's edge too: a key or a press reaches it before any widget."""
        if self._window.windowHandle() is not None:
            self._window.windowHandle().installEventFilter(self)

    def _listen(self, target: QWidget | None) -> None:
        for widget in self._heard:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._heard = []
        while target is not None and target is not self._window:
            target.installEventFilter(self)
            self._heard.append(target)
            target = target.parentWidget()

    def _soon(self) -> None:
        """Once for all that moved: a page that is laid out anew moves a hundred things."""
        self._when_settled.start()

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        self._target = now
        self._listen(now)
        self._soon()
        if now is not None and self._by_keyboard:
            bring_into_sight(now)

    def place(self) -> None:
        """Stand around what has the keyboard, or hide."""
        target = self._target
        if target is None or not shiboken6.isValid(target) or not self._by_keyboard:
            self.hide()
            return
        window = self._window
        if target is window or not target.isVisible() or target.window() is not window.window():
            self.hide()
            return
        corner, margin = target.mapTo(window, QPoint(0, 0)), px(5)
        place = QRect(corner, target.size()).adjusted(-margin, -margin, margin, margin)
        seen = seen_part(target, place, window)
        if seen.isEmpty():
            self.hide()
            return
        if place != self.geometry():
            self.setGeometry(place)
        self.setMask(QRegion(seen.translated(-place.topLeft())))
        if not self.isVisible():
            self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, outer, inner = QRectF(self.rect()), px(3), max(1.0, px(1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("focus"), outer))
        half = outer / 2
        painter.drawRoundedRect(place.adjusted(half, half, -half, -half), px(9), px(9))
        painter.setPen(QPen(colour("focus_edge"), inner))
        half = outer + inner / 2
        painter.drawRoundedRect(place.adjusted(half, half, -half, -half), px(7), px(7))
