"""How large the words of a question can become in its room: what only explains goes, the answers never."""

from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from app.consultation.dialog.record import ITEMS, MORE_HELP, STEM, Item
from app.views.look.theme import measured_at, px
from app.views.parts.words import Voice
from app.views.turned.rating_cards import Size, gap_at
from app.views.turned.yes_no import HEIGHT as YES_NO

STEPS = (1.0, 1.25, 1.5, 2.0)
"""The text size of this screen, by that of the whole app."""
WIDE, NARROW, LOW = 1000, 800, 460
_BUTTON = 60
_SPARE_PX = 6


def question_of(item: Item) -> str:
    """The whole question in its official words."""
    return f"{STEM.removesuffix('…')} {item.words}?"


@dataclass(frozen=True)
class Look:
    """How a question stands in its room; `side` and `end` are its margins in pixels of the screen."""

    step: float
    size: Size
    side: int
    end: int
    has_lead: bool
    has_gaps: bool


@dataclass(frozen=True)
class Room:
    """A page of a question in pixels of the screen, at the text size of the whole app."""

    width: int
    height: int
    text_scale: float

    @property
    def is_roomy(self) -> bool:
        """Whether there is room for everything."""
        return self.width / self.text_scale >= WIDE

    @property
    def is_low(self) -> bool:
        """Whether it is so low that only the answers and the question have room."""
        return self.height / self.text_scale < LOW

    @property
    def voice(self) -> Voice:
        """How the question is said here; larger words never make it a lesser one."""
        return Voice.HEADING if self.is_low else Voice.DISPLAY if self.is_roomy else Voice.TITLE

    @property
    def usual(self) -> Look:
        """Usual words."""
        s = self.text_scale
        size = Size.SMALL if self.is_low else Size.LARGE if self.is_roomy else Size.MIDDLE
        side, end = (64 if self.is_roomy else 28), (30 if self.is_roomy else 8 if self.is_low else 12)
        return Look(1.0, size, round(side * s), round(end * s), self.width / s >= NARROW, not self.is_low)

    def looks(self, question: QFont, more_help: QFont, row: int) -> list[Look]:
        """Usual words, and after them each larger step that fits.

        The two fonts and the width of the wider row of buttons are those of usual words.
        """
        found = [self.usual]
        for step in STEPS[1:]:
            fitting = (look for look in self._tries(step) if self._fits(look, question, more_help, row))
            if look := next((look for look in fitting if self._is_larger(look, found[-1])), None):
                found.append(look)
        return found

    def _tries(self, step: float) -> list[Look]:
        """From the one that has everything to the one that has only what must be."""
        usual, sizes = self.usual, list(Size)
        smaller = sizes[sizes.index(usual.size) :]
        tight = min(usual.end, round(12 * self.text_scale))
        lesser = [(True, True, usual.end), (False, True, usual.end), (False, False, tight)]
        return [
            Look(step, size, usual.side, end, usual.has_lead and lead, usual.has_gaps and gaps)
            for size, (lead, gaps, end) in product(smaller, lesser)
        ]

    def _is_larger(self, look: Look, than: Look) -> bool:
        """Its words are; its number is no smaller than usual."""
        grown = look.size.number * look.step >= self.usual.size.number
        return grown and self._card_words(look) > self._card_words(than)

    def _card_words(self, look: Look) -> int:
        """The pixels of the words on a card."""
        text_scale = self.text_scale * look.step
        inside = self.width - 2 * look.side
        with measured_at(text_scale):
            return px(look.size.words_in((inside - 6 * gap_at(inside, text_scale)) // 7))

    def _fits(self, look: Look, question: QFont, more_help: QFont, row: int) -> bool:
        inside = self.width - 2 * look.side
        if row * look.step > inside:
            return False
        with measured_at(self.text_scale * look.step):
            tallest = max(_height(question_of(item), question, look.step, inside) for item in ITEMS)
            beside = _height(MORE_HELP, more_help, look.step, inside // 2 - px(24))
            extra = px(8 + 30) * look.has_lead + 2 * px(8 + 8) * look.has_gaps
            rows = tallest + px(8 + look.size.height) + px(8) + max(px(YES_NO), beside) + extra
            around = 2 * (look.end + px(8) + px(_BUTTON)) + 2 * px(4)
        return rows + around + _SPARE_PX <= self.height


def _height(words: str, font: QFont, step: float, width: int) -> int:
    larger = QFont(font)
    larger.setPixelSize(max(1, round(font.pixelSize() * step)))
    room = QRect(0, 0, max(1, width), 100_000)
    return QFontMetrics(larger).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
