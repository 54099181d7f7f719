"""One answer of several, each in a frame of its own, in a row that wraps to further lines."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.fields.answers import AnswerGroup, Option
from app.views.fields.segment import Segment
from app.views.look.theme import font, px
from app.views.parts.layout import Flow


class Chip(Segment):
    """A segment that stands alone; it keeps room for its tick, so nothing moves when it is chosen."""

    def __init__(self, words: str, size_px: float, parent: QWidget) -> None:
        super().__init__(words, size_px, parent)
        self._words_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its words and room around them."""
        words = QFontMetrics(font(self._words_px, 600)).horizontalAdvance(self.text())
        return QSize(words + px(46), px(44))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()


class Chips(QWidget):
    """Like a choice, for answers that are too many or too long for one joined bar."""

    edited = Signal(object)

    def __init__(self, name: str, answers: Sequence[Option], *, compact: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips = {option.key: Chip(option.words, 14 if compact else 16, self) for option in answers}
        for option in answers:
            self._chips[option.key].setAccessibleName(f"{name}: {option.words}")
        self._group = AnswerGroup(list(self._chips), list(self._chips.values()), self)
        self._group.chosen.connect(self.edited)
        self.setLayout(Flow(*self._chips.values(), gap=6, line_gap=6))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> str | None:
        """The key of the chosen answer, or None."""
        return self._group.key()

    def set_value(self, key: str | None) -> None:
        """Show a stored answer. Raises ValueError for a key that is not an answer."""
        self._group.show_key(key)

    def clear(self) -> None:
        """Show no answer."""
        self._group.show_key(None)

    def commit(self) -> None:
        """Nothing is ever half chosen."""

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self._group.stop()

    def segment(self, key: str) -> Chip:
        """The radio button of an answer, for a test or a shortcut that presses it."""
        return self._chips[key]
