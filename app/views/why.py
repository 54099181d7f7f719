"""Why a prompt is shown: values with their dates, what is missing, the rule and its source."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.consultation.fact_words import could_be_worse, missing_words
from app.consultation.prompt import Prompt
from app.views import prompt_words
from app.views.look.theme import px
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Hair, Part, Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words


class Why(Card):
    """The reasons of one prompt, laid out to be checked at a glance."""

    def __init__(self, prompt: Prompt, *, narrow: bool = False) -> None:
        """`narrow` is for the panel at the side: two columns, not four."""
        if prompt.waits_alone:
            waits = Words("Why is shown when nobody else is present.", Voice.SMALL, wraps=True)
            super().__init__(waits, surface=Surface.WELL, margins=(14, 10, 14, 10), gap=8)
            return
        parts: list[Part] = [_Values(prompt_words.lines(prompt.outcomes), narrow=narrow)]
        parts += _what_is_missing(could_be_worse(prompt.outcomes), missing_words(prompt.missing))
        if prompt.is_managed:
            parts.append(
                Words("An action on this is open already: shown one level lower.", Voice.SMALL, wraps=True)
            )
        parts.append(Words(prompt_words.source_words(prompt.outcomes), Voice.SMALL, wraps=True))
        super().__init__(*parts, surface=Surface.WELL, margins=(14, 10, 14, 10), gap=8)


def _what_is_missing(*said: str) -> list[Part]:
    """What could be graver, and what has no value, each on a line with a mark."""
    rows: list[Part] = [
        Row(Picture("question", 18, "warn"), (Words(words, Voice.CAUTION, wraps=True), 1))
        for words in said
        if words
    ]
    return [Hair(), *rows] if rows else []


class _Values(QWidget):
    """What, value, day, how known."""

    def __init__(self, lines: Sequence[prompt_words.Line], *, narrow: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(6))
        for row, line in enumerate(lines):
            beside = ", ".join(word for word in (line.day, line.how) if word)
            cells = (
                (Words(line.what, Voice.SMALL_TEXT, wraps=True), 3),
                (Words(line.value, Voice.SMALL_STRONG, wraps=True), 3),
                (Words(beside, Voice.SMALL, wraps=True), 4),
            )
            if narrow:
                self._stack(grid, row, line, beside)
                continue
            for column, (words, share) in enumerate(cells):
                grid.addWidget(words, row, column, Qt.AlignmentFlag.AlignTop)
                grid.setColumnStretch(column, share)

    @staticmethod
    def _stack(grid: QGridLayout, row: int, line: prompt_words.Line, beside: str) -> None:
        said = Words(f"{line.what}: {line.value}", Voice.SMALL_STRONG, wraps=True)
        grid.addWidget(said, 2 * row, 0)
        grid.addWidget(Words(beside, Voice.SMALL, wraps=True), 2 * row + 1, 0)
