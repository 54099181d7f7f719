"""The seven answers of DIALOG as cards in one row: both ends in one glance, no colour of good or bad."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.consultation.dialog.record import RATING_WORDS
from app.views.fields.answers import AnswerGroup
from app.views.fields.segment import Answer
from app.views.look.strokes import draw_tick
from app.views.look.theme import colour, font, measured_at, px, scale

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_WORD = "dissatisfied"
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Size(Enum):
    """How large the cards are: height, number, top of the number, top of the words, largest words."""

    LARGE = (184, 38, 20, 78, 20)
    MIDDLE = (134, 28, 8, 46, 20)
    SMALL = (96, 22, 6, 34, 15)

    @property
    def height(self) -> int:
        """The height of a card in design pixels."""
        return self.value[0]

    @property
    def number(self) -> int:
        """The letters of the number in design pixels."""
        return self.value[1]

    def words_in(self, width: int) -> int:
        """The largest words, in design pixels, that fit a card of this width: no answer is hidden or cut."""
        room = width - 8 * scale()
        for size in range(self.value[4], 8, -1):
            if QFontMetricsF(font(size, 600)).horizontalAdvance(_LONGEST_WORD) <= room:
                return size
        return 8


class BigAnswer(Answer):
    """An answer on the turned screen: Space or a touch chooses; Enter is the screen's, to go on."""

    enter_goes_on = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter, digits and letters to the screen."""
        if self.enter_goes_on and event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paint_card(self, painter: QPainter, edge: float) -> str:
        """Draw the ground of a card, and give the colour that words on it have."""
        s, on = scale(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = on or self.underMouse()
        painter.setBrush(colour("primary" if on else "primary_soft" if near else "surface"))
        painter.setPen(QPen(colour("primary" if near else "line_strong"), edge * s))
        inset = edge / 2 * s + 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 10 * s, 10 * s)
        return "on_primary" if on else "text"


class RatingCard(BigAnswer):
    """One of the seven: its number, its official words in two lines, and a tick when chosen."""

    def __init__(self, rating: int, size: Size) -> None:
        super().__init__("")
        self._rating, self._words = rating, RATING_WORDS[rating].capitalize()
        self._size = size
        self.setAccessibleName(f"{rating}, {RATING_WORDS[rating]}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def become(self, size: Size) -> None:
        """Take another size."""
        self._size = size
        self.updateGeometry()

    def restyle(self) -> None:
        """Measure again, and remember at which text size."""
        self._scale = scale()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its share of the row."""
        with measured_at(self._scale):
            return QSize(px(120), px(self._size.height))

    def minimumSizeHint(self) -> QSize:
        """All seven stay in one row, however narrow."""
        with measured_at(self._scale):
            return QSize(px(60), px(self._size.height))

    def words_px(self) -> int:
        """The size of its words in pixels of the screen."""
        with measured_at(self._scale):
            return px(self._size.words_in(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as large as it was measured."""
        with measured_at(self._scale):
            self._paint()

    def _paint(self) -> None:
        """The number stands above the words, which always break in two."""
        painter, s, on = QPainter(self), scale(), self.isChecked()
        ink = self.paint_card(painter, 2.4 if self._size is not Size.SMALL else 1.6)
        _height, number_px, number_top, words_top, _largest = self._size.value
        painter.setPen(colour(ink))
        painter.setFont(font(number_px, 700))
        painter.drawText(
            QRectF(0, number_top * s, self.width(), number_px * 1.28 * s), _CENTRE, str(self._rating)
        )
        words_px = self._size.words_in(self.width())
        painter.setFont(font(words_px, 600 if on else 500))
        first, _, rest = self._words.rpartition(" ")
        line = (words_px + (6 if self._size is not Size.SMALL else 3)) * s
        for at, words in enumerate((first, rest)):
            painter.drawText(QRectF(0, words_top * s + at * line, self.width(), line), _CENTRE, words)
        if on:
            below = {Size.LARGE: 26, Size.MIDDLE: 18, Size.SMALL: 14}[self._size]
            draw_tick(painter, self.width() / 2 - 6 * s, self.height() - below * s, "on_primary", 2.6)


def gap_at(width: int, text_scale: float) -> int:
    """The pixels between two cards of a row of this width."""
    return round((5 if width / text_scale < 900 else 12) * text_scale)


class RatingCards(QWidget):
    """Seven cards in one row at any size; the value is 1 to 7 or None, and nothing is preselected."""

    edited = Signal(object)

    def __init__(self, name: str, size: Size = Size.LARGE, *, enter_goes_on: bool = False) -> None:
        """`enter_goes_on` leaves Enter to the screen around; without it Enter chooses."""
        super().__init__()
        self.setAccessibleName(name)
        self._cards = [RatingCard(rating, size) for rating in RATING_WORDS]
        for card in self._cards:
            card.enter_goes_on = enter_goes_on
        self._group = AnswerGroup([str(rating) for rating in RATING_WORDS], self._cards, self)
        self._group.chosen.connect(lambda key: self.edited.emit(int(key) if key else None))
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for card in self._cards:
            self._box.addWidget(card, 1)
        self.setMinimumWidth(10)
        self.restyle()

    def value(self) -> int | None:
        """The rating chosen, or None."""
        key = self._group.key()
        return int(key) if key else None

    def set_value(self, rating: int | None) -> None:
        """Show a stored rating, without telling anyone."""
        self._group.show_key(None if rating is None else str(rating))

    def choose(self, rating: int) -> None:
        """Choose as a press would; a rating that is chosen already stays chosen."""
        card = self._cards[rating - 1]
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not card.isChecked():
            card.click()

    def clear(self) -> None:
        """Show no rating."""
        self.set_value(None)

    def commit(self) -> None:
        """Nothing is ever half chosen."""

    def first_stop(self) -> QWidget:
        """The card where Tab arrives."""
        return self._group.stop()

    def card(self, rating: int) -> RatingCard:
        """The card of a rating, for a test that presses it."""
        return self._cards[rating - 1]

    def restyle(self) -> None:
        """Take the gaps at the text size worn now."""
        self._scale = scale()
        self._keep_apart()

    def _keep_apart(self) -> None:
        self._box.setSpacing(gap_at(self.width(), self._scale))

    def become(self, size: Size) -> None:
        """Give all seven another size."""
        for card in self._cards:
            card.become(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room between the cards where there is less of it."""
        self._keep_apart()
