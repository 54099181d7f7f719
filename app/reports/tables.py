"""Tables with rules between their rows only. A head is repeated on each page and heard once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.blocks import TALL
from app.reports.lettering import RULE, STRONG
from app.reports.page_flow import HAIR, Block, Stack
from app.reports.tagging import TaggedCanvas

COLUMN_GAP = 10
ROWS_AT_LEAST = 2  # a table never begins with its head and one row at the foot of a page


@dataclass(frozen=True)
class TableLook:
    """The space above and below the words of a row, and whether cells stand in its middle."""

    above: float = 3.5
    below: float = 5
    is_centred: bool = False


class Row:
    """One row of cells."""

    begins_a_group = False

    def __init__(self, cells: Sequence[Block], shares: Sequence[float], look: TableLook) -> None:
        self.cells, self.shares, self.look = tuple(cells), tuple(shares), look

    def widths(self, width: float) -> list[float]:
        """The width of the words in each column."""
        free = width - COLUMN_GAP * (len(self.shares) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def height(self, width: float) -> float:
        """The highest cell, and the space above and below."""
        heights = [cell.height(w) for cell, w in zip(self.cells, self.widths(width), strict=True)]
        return max(heights) + self.look.above + self.look.below

    def split(self, width: float, room: float) -> "tuple[Row, Row] | None":
        """A row that is very high goes on over the page; a short one stays whole."""
        if self.height(width) <= TALL:
            return None
        inner = room - self.look.above - self.look.below
        first: list[Block] = []
        rest: list[Block] = []
        for cell, column in zip(self.cells, self.widths(width), strict=True):
            if cell.height(column) <= inner:
                first.append(cell)
                rest.append(Blank())
            elif parts := cell.split(column, inner):
                first.append(parts[0])
                rest.append(parts[1])
            else:
                return None
        return Row(first, self.shares, self.look), Row(rest, self.shares, self.look)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the cells from left to right."""
        free = self.height(width) - self.look.above - self.look.below
        for cell, column in zip(self.cells, self.widths(width), strict=True):
            drop = (free - cell.height(column)) / 2 if self.look.is_centred else 0
            cell.draw(canvas, x, top - self.look.above - drop, column)
            x += column + COLUMN_GAP


class Blank(Block):
    """The rest of a cell that ended on the page before."""

    def height(self, width: float) -> float:
        """It takes no room."""
        return 0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """It leaves no mark."""


class Table(Block):
    """Rows, with or without a head."""

    def __init__(self, head: Row | None, rows: Sequence[Row], is_continued: bool = False) -> None:
        self.head, self.rows, self.is_continued = head, tuple(rows), is_continued
        self.space_after = 7

    def _head_height(self, width: float) -> float:
        return self.head.height(width) if self.head else 0

    def height(self, width: float) -> float:
        """The head and all rows."""
        return self._head_height(width) + sum(row.height(width) for row in self.rows)

    def opening_height(self, width: float) -> float:
        """The head and the first two rows, or less when they could be split."""
        opening = sum(min(row.height(width), TALL) for row in self.rows[:ROWS_AT_LEAST])
        return self._head_height(width) + opening

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Splits between two groups or rows, or inside a row that is very high. The head comes again."""
        used = self._head_height(width)
        for number, row in enumerate(self.rows):
            if used + row.height(width) > room + HAIR:
                whole = self._end_of_group(number)
                first, rest = list(self.rows[:whole]), list(self.rows[whole:])
                if whole == number and (parts := row.split(width, room - used)):
                    first, rest = [*first, parts[0]], [parts[1], *rest[1:]]
                if not first:
                    return None
                return Table(self.head, first, self.is_continued), Table(self.head, rest, is_continued=True)
            used += row.height(width)
        return None

    def _end_of_group(self, fitting: int) -> int:
        """How many of the rows that fit stand before the break: whole groups, where one is whole."""
        return next((n for n in range(fitting, 0, -1) if self.rows[n].begins_a_group), fitting)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the head, then each row over its rule."""
        if self.head:
            self._draw_head(canvas, self.head, x, top, width)
            top -= self._head_height(width)
        for row in self.rows:
            row.draw(canvas, x, top, width)
            top -= row.height(width)
            with canvas.artifact():
                canvas.line([(x, top), (x + width, top)], RULE, 0.7)

    def _draw_head(self, canvas: TaggedCanvas, head: Row, x: float, top: float, width: float) -> None:
        """Draws the head over a heavier rule; repeated, it is only seen."""
        bottom = top - head.height(width)
        if self.is_continued:
            with canvas.artifact("Pagination"):
                head.draw(canvas, x, top, width)
        else:
            head.draw(canvas, x, top, width)
        with canvas.artifact():
            canvas.line([(x, bottom), (x + width, bottom)], STRONG, 1.3)


def cell(*blocks: Block) -> Block:
    """What stands in one cell."""
    return blocks[0] if len(blocks) == 1 else Stack(blocks)
