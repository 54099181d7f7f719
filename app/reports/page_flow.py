"""Blocks under one another, shared out over pages: laid out whole before anything is drawn.

So the number of pages is known when the first page is drawn, and a block that does not fit is split or moved,
never shrunk and never cut.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.tagging import TaggedCanvas

HALF_A_PAGE = 320.0
A_PAGE = 590.0  # what fits on one under its heading, with the longest head and foot
A_THIRD = 220.0  # as much of a page may stay empty for the sake of what is read together
HAIR = 0.01  # sums of measured widths and heights differ in the last bits


class Block(ABC):
    """Something that stands on the paper. Heights and widths in points; `top` is its upper edge."""

    space_before: float = 0
    space_after: float = 0

    @abstractmethod
    def height(self, width: float) -> float:
        """How high it is at this width."""

    def opening_height(self, width: float) -> float:
        """How much must fit for it to begin on a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """What fits in the room, and the rest; None when it has to stay whole."""
        return None

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws it."""


class NewPage(Block):
    """What follows begins a page."""

    def height(self, width: float) -> float:
        """It takes no room."""
        return 0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """It leaves no mark."""


class Stack(Block):
    """Blocks under one another."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(blocks)
        self.space_before = self.blocks[0].space_before
        self.space_after = self.blocks[-1].space_after

    def height(self, width: float) -> float:
        """The heights of all and the spaces between them."""
        return sum(block.height(width) for block in self.blocks) + sum(map(gap_between, self._pairs()))

    def _pairs(self) -> list[tuple[Block, Block]]:
        return list(zip(self.blocks, self.blocks[1:], strict=False))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Splits between two blocks, or inside the one that does not fit."""
        used = 0.0
        for number, block in enumerate(self.blocks):
            used += gap_between((self.blocks[number - 1], block)) if number else 0
            if used + block.height(width) > room + HAIR:
                first, rest = list(self.blocks[:number]), list(self.blocks[number:])
                if parts := block.split(width, room - used):
                    first, rest = [*first, parts[0]], [parts[1], *rest[1:]]
                return (Stack(first), Stack(rest)) if first else None
            used += block.height(width)
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws each under the one before."""
        for number, block in enumerate(self.blocks):
            top -= gap_between((self.blocks[number - 1], block)) if number else 0
            block.draw(canvas, x, top, width)
            top -= block.height(width)


class Together(Stack):
    """Few short blocks that mean nothing apart: they move to the next page as one, unless they are many."""

    def opening_height(self, width: float) -> float:
        """All of it, or the beginning of what is too high to be moved without leaving half a page empty."""
        whole = self.height(width)
        return whole if whole <= HALF_A_PAGE else self.blocks[0].opening_height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Only what is too high to be moved."""
        return super().split(width, room) if self.height(width) > HALF_A_PAGE else None


class OnOnePage(Stack):
    """What is compared line by line: it moves to a page of its own where that leaves little room empty."""

    def opening_height(self, width: float) -> float:
        """Its beginning: whether it begins here depends on the room, so `split` says."""
        return self.blocks[0].opening_height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """What is too high for a page, or would leave much of one empty."""
        may_move = self.height(width) <= A_PAGE and room <= A_THIRD
        return None if may_move else super().split(width, room)


class Opening(Block):
    """A heading, which never stands alone at the foot of a page: it moves with what it opens."""

    def __init__(self, heading: Block, following: Block) -> None:
        self.heading, self.following = heading, following
        self.space_before, self.space_after = heading.space_before, heading.space_after

    def height(self, width: float) -> float:
        """The heading's own height."""
        return self.heading.height(width)

    def opening_height(self, width: float) -> float:
        """The heading, the space under it, and the beginning of what it opens."""
        gap = gap_between((self.heading, self.following))
        return self.height(width) + gap + self.following.opening_height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the heading only: what follows is a block of its own."""
        self.heading.draw(canvas, x, top, width)


def gap_between(pair: tuple[Block, Block]) -> float:
    """The larger of the space after one block and before the next."""
    return max(pair[0].space_after, pair[1].space_before)


@dataclass(frozen=True)
class Placed:
    """A block and how far its upper edge is below the top of the page's text."""

    block: Block
    down: float


def flow_into_pages(blocks: Sequence[Block], width: float, page_height: float) -> list[list[Placed]]:
    """Shares the blocks out over pages of this size. A page without a block is never made."""
    pages: list[list[Placed]] = [[]]
    down = 0.0
    waiting = list(reversed(blocks))
    while waiting:
        block, page = waiting.pop(), pages[-1]
        if isinstance(block, NewPage):
            if page:
                pages.append([])
            continue
        top = down + gap_between((page[-1].block, block)) if page else 0.0
        room = page_height - top + HAIR
        height = block.height(width)
        if height <= room and (block.opening_height(width) <= room or not page):
            page.append(Placed(block, top))
            down = top + height
            continue
        parts = block.split(width, room) if block.opening_height(width) <= room or not page else None
        if parts:
            page.append(Placed(parts[0], top))
            pages.append([])
            waiting.append(parts[1])
        elif page:
            pages.append([])
            waiting += [block, *_headings_taken_off(page)]
        else:
            raise ValueError(f"a {type(block).__name__} of {height:.0f} points can neither fit nor be split")
    return [page for page in pages if page]


def _headings_taken_off(page: list[Placed]) -> list[Block]:
    """The headings at the foot of a page, which go with what they open; the last of them first.

    A page of nothing but headings keeps them: they would find no better place.
    """
    taken: list[Block] = []
    while isinstance(page[-1].block, Opening) and not all(isinstance(p.block, Opening) for p in page):
        taken.append(page.pop().block)
    return taken
