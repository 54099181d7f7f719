"""The pieces that the papers are made of, other than plain paragraphs and tables. Each draws itself."""

from collections.abc import Sequence

from app.reports.lettering import BLUE, INK, STRONG, TINT
from app.reports.page_flow import Block, Stack
from app.reports.tagging import TaggedCanvas
from app.reports.text_block import Text

TALL = 260  # points; about a third of the page: beside one another, such things would leave holes


class Heading(Block):
    """A heading, and an entry in the contents that readers show beside the page."""

    def __init__(self, text: Text, words: str, level: int) -> None:
        self.text, self.words, self.level = text, words, level
        self.space_before, self.space_after = text.space_before, text.space_after

    def height(self, width: float) -> float:
        """The height of its lines."""
        return self.text.height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws it and notes where it stands."""
        canvas.outline_entry(self.words, self.level - 1, top + 12)
        self.text.draw(canvas, x, top, width)


class Quoted(Block):
    """A paragraph of the person's own words: a thick bar on its left, which runs on through the gap."""

    indent, bar_width = 18, 5

    def __init__(self, text: Text, above: float = 3, below: float = 3) -> None:
        self.text, self.above, self.below = text, above, below
        self.space_after = text.space_after

    def height(self, width: float) -> float:
        """The words and the bar's overhang."""
        return self.text.height(width - self.indent) + self.above + self.below

    def opening_height(self, width: float) -> float:
        """The first two lines."""
        return self.text.opening_height(width - self.indent) + self.above + self.below

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Splits between two lines."""
        parts = self.text.split(width - self.indent, room - self.above - self.below)
        if not parts:
            return None
        first, rest = parts
        return Quoted(first, self.above, self.below), Quoted(rest, self.above, self.below)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the bar and the words."""
        height = self.height(width)
        with canvas.artifact():
            canvas.box((x, top - height), (self.bar_width, height), fill=BLUE)
        self.text.draw(canvas, x + self.indent, top - self.above, width - self.indent)


class Panel(Block):
    """A box round blocks: tinted, or with a heavy outline for what must be found first."""

    def __init__(self, blocks: Sequence[Block], pad: float = 11, is_outlined: bool = False) -> None:
        self.inside, self.pad, self.is_outlined = Stack(blocks), pad, is_outlined
        self.space_after = 10

    def height(self, width: float) -> float:
        """What is inside, and the padding."""
        return self.inside.height(width - 2 * self.pad) + 2 * self.pad

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Two boxes; only for content longer than a page."""
        parts = self.inside.split(width - 2 * self.pad, room - 2 * self.pad)
        return (self._around(parts[0]), self._around(parts[1])) if parts else None

    def _around(self, block: Block) -> "Panel":
        return Panel([block], self.pad, self.is_outlined)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the box as high as its content."""
        self.draw_tall(canvas, x, top, width, self.height(width))

    def draw_tall(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draws the box at a given height, so that neighbours end on one line."""
        with canvas.artifact():
            if self.is_outlined:
                canvas.box((x, top - height), (width, height), outline=INK, thickness=2.2, radius=5)
            else:
                canvas.box((x, top - height), (width, height), fill=TINT, radius=5)
        self.inside.draw(canvas, x + self.pad, top - self.pad, width - 2 * self.pad)


class Columns(Block):
    """Blocks beside one another, tops level; panels are drawn equally high."""

    def __init__(
        self, blocks: Sequence[Block], shares: Sequence[float], gap: float = 12, is_centred: bool = False
    ) -> None:
        self.blocks, self.shares, self.gap, self.is_centred = tuple(blocks), tuple(shares), gap, is_centred
        self.space_before = max(block.space_before for block in blocks)
        self.space_after = max(block.space_after for block in blocks)

    def widths(self, width: float) -> list[float]:
        """The width of each column."""
        free = width - self.gap * (len(self.blocks) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def _highest(self, width: float) -> float:
        return max(block.height(w) for block, w in zip(self.blocks, self.widths(width), strict=True))

    def _under_one_another(self, width: float) -> Stack | None:
        """What these become when one of them is too high to stand beside the others."""
        return Stack(self.blocks) if self._highest(width) > TALL else None

    def height(self, width: float) -> float:
        """The height of the highest, or of all under one another."""
        stack = self._under_one_another(width)
        return stack.height(width) if stack else self._highest(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Only what stands under one another is split."""
        stack = self._under_one_another(width)
        return stack.split(width, room) if stack else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws from left to right, or downwards."""
        if stack := self._under_one_another(width):
            stack.draw(canvas, x, top, width)
            return
        height = self.height(width)
        for block, column in zip(self.blocks, self.widths(width), strict=True):
            if isinstance(block, Panel):
                block.draw_tall(canvas, x, top, column, height)
            else:
                drop = (height - block.height(column)) / 2 if self.is_centred else 0
                block.draw(canvas, x, top - drop, column)
            x += column + self.gap


class ListItem(Block):
    """One item of a list: a dot or a tick, and its words."""

    indent = 18

    def __init__(self, text: Text, is_tick: bool = False, has_mark: bool = True) -> None:
        self.text, self.is_tick, self.has_mark = text, is_tick, has_mark
        self.space_after = text.space_after

    def height(self, width: float) -> float:
        """The height of its words."""
        return self.text.height(width - self.indent)

    def opening_height(self, width: float) -> float:
        """The first two lines."""
        return self.text.opening_height(width - self.indent)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Splits between two lines; the mark stands with the first."""
        parts = self.text.split(width - self.indent, room)
        if not parts:
            return None
        first, rest = parts
        return ListItem(first, self.is_tick, self.has_mark), ListItem(rest, has_mark=False)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the mark, which nobody hears, and the words."""
        size, middle = self.text.style.size, top - self.text.style.line / 2
        with canvas.artifact():
            if self.has_mark and self.is_tick:
                low, high = middle - size * 0.26, middle + size * 0.36
                corner = (x + size * 0.28, low)
                points = [(x + 1, middle), corner, (x + size * 0.78, high)]
                canvas.line(points, BLUE, size * 0.13, round_ends=True)
            elif self.has_mark:
                canvas.dot((x + size * 0.32, middle), size * 0.17, BLUE)
        self.text.draw(canvas, x + self.indent, top, width - self.indent)


class WritingLine(Block):
    """A line to write on by hand."""

    def __init__(self, height: float = 22) -> None:
        self._height = height

    def height(self, width: float) -> float:
        """Room for a signature."""
        return self._height

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the line at the foot of its room."""
        bottom = top - self._height + 3
        with canvas.artifact():
            canvas.line([(x, bottom), (x + width, bottom)], STRONG, 0.8)
