"""One answer of a choice: a radio button drawn as a part of a joined bar."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from app.views.look.strokes import draw_tick, rounded
from app.views.look.theme import colour, font, px, scale, tokens
from app.views.look.tokens import Theme

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


class Answer(QRadioButton):
    """A radio button that only asks to be chosen: the group around it decides.

    Arrow keys look at the neighbours without choosing, so that a stray arrow never answers a question;
    Space or Enter chooses, Delete or Backspace takes the answer back. The whole area is the target.
    """

    asked = Signal()
    stepped = Signal(int)
    taken_back = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, position: object) -> bool:
        """Everywhere inside counts, not only the ring that is not drawn."""
        return True

    def nextCheckState(self) -> None:
        """A press asks the group; nothing changes by itself."""
        self.asked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a shaking hand does not take the answer back."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows look, Space and Enter choose, Delete takes back."""
        key = event.key()
        if key in _BACK or key in _ON:
            self.stepped.emit(-1 if key in _BACK else 1)
        elif key in _CLEAR:
            self.taken_back.emit()
        elif key in _CHOOSE:
            if not self.isChecked():
                self.asked.emit()
        else:
            super().keyPressEvent(event)


class Segment(Answer):
    """An answer drawn as a part of a joined bar: chosen = fill, tick and weight, never colour alone."""

    def __init__(self, words: str, size_px: float, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._size_px = size_px
        self._hint: QSize | None = None
        self._first = self._last = True
        self._down = False

    def stand(self, place: QRect, *, first: bool, last: bool, down: bool) -> None:
        """Take a place in the bar, or in the column that the bar becomes when it is narrow."""
        self._first, self._last, self._down = first, last, down
        self.setGeometry(place)
        self.update()

    def _around(self) -> int:
        return px(40 if self._size_px < 16 else 46)

    def restyle(self) -> None:
        """Forget what was measured at another text size."""
        self._hint = None
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Its words on one line, with room for the tick whether chosen or not."""
        if self._hint is None:
            words = QFontMetrics(font(self._size_px, 600)).horizontalAdvance(self.text())
            self._hint = QSize(words + self._around(), px(44))
        return self._hint

    def least_width(self) -> int:
        """The width of its longest word, where the others wrap."""
        metrics = QFontMetrics(font(self._size_px, 600))
        return max(metrics.horizontalAdvance(word) for word in self.text().split()) + self._around()

    def height_at(self, width: int) -> int:
        """The height it needs at this width; its words wrap only where they have to."""
        if width >= self.sizeHint().width():
            return px(44)
        room = QRect(0, 0, max(1, width - self._around()), 10_000)
        words = QFontMetrics(font(self._size_px, 600)).boundingRect(room, _WRAPPED, self.text())
        return max(px(44), words.height() + px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw its part of the bar, its tick and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_part(painter)
        on = self.isChecked()
        painter.setFont(font(self._size_px, 600 if on else 500))
        fits = self.width() >= self.sizeHint().width()
        how = Qt.AlignmentFlag.AlignCenter if fits else _WRAPPED
        side = px(4) if fits else self._around() // 2 - px(1)
        room = self.rect().adjusted(side, 0, -side, 0).translated(px(10) if on else 0, 0)
        words = QFontMetrics(painter.font()).boundingRect(room, how, self.text())
        if on:
            draw_tick(painter, words.left() - 20 * scale(), self.height() / 2, "on_primary")
        painter.setPen(colour("on_primary" if on else "text"))
        painter.drawText(room, how, self.text())

    def _paint_part(self, painter: QPainter) -> None:
        on, s = self.isChecked(), scale()
        place = QRectF(self.rect())
        edge = 1.6 * s
        inset = edge / 2
        shape = self._shape(place.adjusted(inset, inset, -inset, -inset), s)
        ground = "primary" if on else "primary_soft" if self.underMouse() else "surface"
        painter.fillPath(shape, colour(ground))
        painter.save()
        painter.setClipRect(place)
        painter.setPen(QPen(colour("primary" if on else "line_strong"), edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape if on else self._open_shape(place, inset, s))
        painter.restore()
        if not self._last and not on:
            self._paint_seam(painter, s)

    def _shape(self, place: QRectF, s: float) -> QPainterPath:
        inset = 0.8 * s
        if self._down:
            place.adjust(0, 0 if self._first else -inset, 0, 0 if self._last else inset)
        else:
            place.adjust(0 if self._first else -inset, 0, 0 if self._last else inset, 0)
        return rounded(place, 6 * s, before=self._first, after=self._last, down=self._down)

    def _open_shape(self, place: QRectF, inset: float, s: float) -> QPainterPath:
        far = 40 * s
        before, after = (inset if self._first else -far), (-inset if self._last else far)
        wide = (
            place.adjusted(inset, before, -inset, after)
            if self._down
            else place.adjusted(before, inset, after, -inset)
        )
        return rounded(wide, 6 * s)

    def _paint_seam(self, painter: QPainter, s: float) -> None:
        strong = tokens().theme is Theme.CONTRAST
        painter.setPen(QPen(colour("line_strong" if strong else "line"), max(1.0, s)))
        if self._down:
            y = self.height() - 0.5
            painter.drawLine(QPointF(9 * s, y), QPointF(self.width() - 9 * s, y))
        else:
            x = self.width() - 0.5
            painter.drawLine(QPointF(x, 9 * s), QPointF(x, self.height() - 9 * s))
