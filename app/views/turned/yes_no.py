"""Whether the person needs more help in this area: two large answers of equal weight."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.consultation.dialog.record import MORE_HELP
from app.views.fields.answers import AnswerGroup
from app.views.look.strokes import draw_tick
from app.views.look.theme import colour, font, measured_at, px, scale
from app.views.parts.layout import Row
from app.views.turned.rating_cards import BigAnswer

NO, YES = "NO", "YES"
LETTERS = (22, 600)
TICK_ROOM = 40
HEIGHT = 66


class OneWord(BigAnswer):
    """A large answer in one word."""

    def __init__(self, word: str) -> None:
        super().__init__("")
        self._word = word
        self.setAccessibleName(f"{MORE_HELP} {word}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Measure again, and remember at which text size."""
        self._scale = scale()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wider than its word."""
        with measured_at(self._scale):
            return QSize(px(160), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for the word in the middle and the tick at its left; never under the size of a touch."""
        with measured_at(self._scale):
            word = QFontMetrics(font(*LETTERS)).horizontalAdvance(self._word)
            return QSize(max(px(90), word + 2 * px(TICK_ROOM)), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as large as it was measured."""
        with measured_at(self._scale):
            self._paint()

    def _paint(self) -> None:
        painter, s = QPainter(self), scale()
        ink = self.paint_card(painter, 2.4)
        painter.setFont(font(*LETTERS))
        painter.setPen(colour(ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._word)
        if self.isChecked():
            draw_tick(painter, 18 * s, self.height() / 2, "on_primary", 2.6)


class YesNo(QWidget):
    """No and Yes; the value is True, False, or None while it was not answered."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(MORE_HELP)
        self.no, self.yes = OneWord("No"), OneWord("Yes")
        self._group = AnswerGroup([NO, YES], [self.no, self.yes], self)
        self._group.chosen.connect(lambda _key: self.edited.emit(self.value()))
        self.setLayout(Row((self.no, 1), (self.yes, 1), gap=12))

    def value(self) -> bool | None:
        """Whether more help is wanted, or None."""
        key = self._group.key()
        return None if key is None else key == YES

    def set_value(self, wanted: bool | None) -> None:
        """Show a stored answer, without telling anyone."""
        self._group.show_key(None if wanted is None else YES if wanted else NO)

    def choose(self, wanted: bool) -> None:
        """Choose as a press would; what is chosen already stays chosen."""
        answer = self.yes if wanted else self.no
        answer.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not answer.isChecked():
            answer.click()

    def clear(self) -> None:
        """Show no answer."""
        self.set_value(None)

    def commit(self) -> None:
        """Nothing is ever half chosen."""

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self._group.stop()
