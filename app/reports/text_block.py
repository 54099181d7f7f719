"""A paragraph: words broken into lines, left aligned, never interpreted as markup.

Our own setting, because ReportLab's paragraph reads typed text as markup and drops the space where a line
breaks: read aloud, "what help" becomes "whathelp". Here every line but the last keeps its space.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reports.lettering import BOLD, Lettering, width_of
from app.reports.page_flow import Block
from app.reports.printable import printable
from app.reports.structure import Element
from app.reports.tagging import TaggedCanvas
from app.reports.unbroken import NO_BREAK

FEWEST_LINES_TOGETHER = 2
GENTLER_BREAKS = ("-", NO_BREAK)
PARTS = re.compile(r" +|[^ \n]+|\n+")

Piece = tuple[str, str]  # words and their font


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True)
class Word:
    """What a line may not break: pieces without a space between them."""

    pieces: tuple[Piece, ...]
    width: float


def bold(text: str) -> Run:
    """A stretch in bold."""
    return Run(text, is_bold=True)


def words_of(runs: Sequence[Run], style: Lettering) -> list[Word]:
    """The words of all runs; runs that touch without a space make one word."""
    words: list[list[Piece]] = []
    joins = False
    for run in runs:
        font = BOLD if run.is_bold else style.font
        for part in PARTS.findall(printable(run.text)):
            if part.isspace() and part.strip(" \n") == "":
                joins = False
                continue
            if joins:
                words[-1].append((part, font))
            else:
                words.append([(part, font)])
            joins = True
    return [_measured(word, style) for word in words]


def _measured(pieces: Sequence[Piece], style: Lettering) -> Word:
    """A word with its width."""
    return Word(tuple(pieces), sum(width_of(text, font, style.size) for text, font in pieces))


def cut_to_fit(word: Word, style: Lettering, room: float) -> list[Word]:
    """A word wider than the line, in parts: after a hyphen or a joining space, else where it must.

    No hyphen is added: it would be read as part of the name.
    """
    parts: list[Word] = []
    letters = [(letter, font) for text, font in word.pieces for letter in text]
    while letters:
        count, used = 0, 0.0
        while count < len(letters):
            used += width_of(*letters[count], style.size)
            if used > room and count:
                break
            count += 1
        if count < len(letters):
            gentler = [place + 1 for place in range(count) if letters[place][0] in GENTLER_BREAKS]
            count = gentler[-1] if gentler else count
        parts.append(_measured(letters[:count], style))
        letters = letters[count:]
    return parts


def broken_into_lines(words: Sequence[Word], style: Lettering, room: float) -> Iterator[list[Piece]]:
    """Lines of pieces that fit the room, each with the space that stood where it breaks."""
    line: list[Piece] = []
    used, space = 0.0, width_of(" ", style.font, style.size)
    for word in words:
        parts = [word] if word.width <= room else cut_to_fit(word, style, room)
        for number, part in enumerate(parts):
            is_inside = number > 0
            if line and (is_inside or used + space + part.width > room):
                yield line if is_inside else _with_space(line)
                line, used = [], 0.0
            elif line:
                line, used = _with_space(line), used + space
            line = [*line, *part.pieces]
            used += part.width
    if line:
        yield line


def _with_space(line: Sequence[Piece]) -> list[Piece]:
    """The line with a space at its end."""
    text, font = line[-1]
    return [*line[:-1], (text + " ", font)]


def merged(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one weight as one piece: fewer operators on the page."""
    made: list[Piece] = []
    for text, font in line:
        if made and made[-1][1] == font:
            made[-1] = (made[-1][0] + text, font)
        else:
            made.append((text, font))
    return tuple(made)


class Text(Block):
    """A paragraph and the element it belongs to."""

    def __init__(
        self, runs: Sequence[Run], style: Lettering, element: Element, *, before: float = 0, after: float = 0
    ) -> None:
        self.style, self.element = style, element
        self.space_before, self.space_after = before, after
        self._words = words_of(runs, style)
        self._lines: dict[float, list[tuple[Piece, ...]]] = {}

    def lines(self, width: float) -> list[tuple[Piece, ...]]:
        """The lines at this width."""
        if width not in self._lines:
            self._lines[width] = [merged(line) for line in broken_into_lines(self._words, self.style, width)]
        return self._lines[width]

    def widest_line(self, width: float) -> float:
        """How much of the width the longest line takes."""
        return max(
            (sum(width_of(text, font, self.style.size) for text, font in line) for line in self.lines(width)),
            default=0.0,
        )

    def height(self, width: float) -> float:
        """The height of all its lines."""
        return len(self.lines(width)) * self.style.line

    def opening_height(self, width: float) -> float:
        """Two lines, or all when there are three: a single line never stands alone."""
        lines = len(self.lines(width))
        return self.style.line * (lines if lines < 2 * FEWEST_LINES_TOGETHER else FEWEST_LINES_TOGETHER)

    def split(self, width: float, room: float) -> "tuple[Text, Text] | None":
        """What fits and the rest, two lines at least on either side."""
        lines = self.lines(width)
        fits = min(int((room + 0.01) / self.style.line), len(lines) - FEWEST_LINES_TOGETHER)
        if fits < FEWEST_LINES_TOGETHER:
            return None
        return self._part(width, lines[:fits], 0), self._part(width, lines[fits:], self.space_after)

    def _part(self, width: float, lines: list[tuple[Piece, ...]], after: float) -> "Text":
        """Some of the lines, set as they are, under the same element."""
        part = Text([], self.style, self.element, after=after)
        part._lines[width] = lines
        return part

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the lines downwards from the top."""
        with canvas.tagged(self.element):
            for number, line in enumerate(self.lines(width)):
                canvas.words(x, self.baseline(top, number), line, self.style)

    def baseline(self, top: float, number: int = 0) -> float:
        """Where the letters of a line stand: the leading is shared out above and below them."""
        style = self.style
        return top - number * style.line - (style.line - style.size) / 2 - 0.8 * style.size
