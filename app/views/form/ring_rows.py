"""One answer of many, or of long ones: rings with words, of one width, that wrap to the room there is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.fields.answers import AnswerGroup, Option
from app.views.fields.segment import Answer
from app.views.look.theme import colour, font, px, scale


class Ring(Answer):
    """A radio button drawn as a ring beside its words; chosen = filled, tinted and heavier."""

    def sizeHint(self) -> QSize:
        """Its words on one line."""
        return QSize(QFontMetrics(font(16, 600)).horizontalAdvance(self.text()) + px(50), px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring and the words."""
        painter, s, on = QPainter(self), scale(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(s, s, -s, -s)
        painter.setBrush(colour("primary_soft" if on or self.underMouse() else "surface"))
        painter.setPen(QPen(colour("primary" if on else "line_strong"), (2 if on else 1.6) * s))
        painter.drawRoundedRect(place, 6 * s, 6 * s)
        ring = QRectF(12 * s, self.height() / 2 - 9 * s, 18 * s, 18 * s)
        painter.setBrush(colour("surface"))
        painter.setPen(QPen(colour("primary" if on else "line_strong"), 2 * s))
        painter.drawEllipse(ring)
        if on:
            painter.setBrush(colour("primary"))
            painter.drawEllipse(ring.adjusted(5 * s, 5 * s, -5 * s, -5 * s))
        painter.setFont(font(16, 600 if on else 500))
        painter.setPen(colour("text"))
        room = QRectF(38 * s, 0, self.width() - 42 * s, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


class RingRows(QWidget):
    """A choice of any number of answers; nothing preselected; a second press or Delete takes it back."""

    edited = Signal(object)

    def __init__(self, name: str, answers: Sequence[Option], *, gap: float = 6) -> None:
        """The value is an option's key; `gap` in design pixels."""
        super().__init__()
        self.setAccessibleName(name)
        self._gap = gap
        self._rings = [Ring(option.words, self) for option in answers]
        for ring, option in zip(self._rings, answers, strict=True):
            ring.setAccessibleName(f"{name}: {option.words}")
        self._by_key = dict(zip((option.key for option in answers), self._rings, strict=True))
        self._group = AnswerGroup(list(self._by_key), self._rings, self)
        self._group.chosen.connect(self.edited)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> str | None:
        """The key of the chosen answer, or None."""
        return self._group.key()

    def set_value(self, key: str | None) -> None:
        """Show a stored answer."""
        self._group.show_key(key)

    def segment(self, key: str) -> Ring:
        """The radio button of an answer."""
        return self._by_key[key]

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self._group.stop()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """Fewer columns are taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at this width."""
        rows = -(-len(self._rings) // self._across(width))
        return rows * px(44) + (rows - 1) * px(self._gap)

    def sizeHint(self) -> QSize:
        """Two answers beside one another."""
        width = 2 * self._widest() + px(self._gap)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(self._widest(), px(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the answers."""
        self._arrange()

    def _widest(self) -> int:
        return max(ring.sizeHint().width() for ring in self._rings)

    def _across(self, width: int) -> int:
        return max(1, (width + px(self._gap)) // (self._widest() + px(self._gap)))

    def _arrange(self) -> None:
        across, gap = self._across(self.width()), px(self._gap)
        for at, ring in enumerate(self._rings):
            down, along = divmod(at, across)
            ring.setGeometry(
                QRect(along * (self._widest() + gap), down * (px(44) + gap), self._widest(), px(44))
            )
