import pytest

from app.reports.page_flow import Block, NewPage, OnOnePage, Opening, Stack, Together, flow_into_pages
from app.reports.tagging import TaggedCanvas


class Brick(Block):
    """So high, and split wherever it is asked, or not at all."""

    def __init__(self, height: float, can_split: bool = False, before: float = 0, after: float = 0) -> None:
        self.tall, self.can_split = height, can_split
        self.space_before, self.space_after = before, after

    def height(self, width: float) -> float:
        return self.tall

    def opening_height(self, width: float) -> float:
        return min(self.tall, 10) if self.can_split else self.tall

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        return (Brick(room, True), Brick(self.tall - room, True)) if self.can_split else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        raise AssertionError("the flow lays out and does not draw")


def heights(blocks: list[Block], page_height: float = 100) -> list[list[float]]:
    pages = flow_into_pages(blocks, 50, page_height)
    return [[round(placed.block.height(50)) for placed in page] for page in pages]


def test_blocks_fill_a_page_and_go_on_over_it():
    assert heights([Brick(60), Brick(40), Brick(10)]) == [[60, 40], [10]]


def test_a_block_that_can_be_split_fills_what_is_left():
    assert heights([Brick(60), Brick(240, can_split=True)]) == [[60, 40], [100], [100]]


def test_a_heading_moves_with_what_it_opens():
    body = Brick(30)
    assert heights([Brick(60), Opening(Brick(20), body), body]) == [[60], [20, 30]]


def test_a_heading_stays_when_what_it_opens_can_begin_beside_it():
    body = Brick(90, can_split=True)
    assert heights([Brick(60), Opening(Brick(20), body), body]) == [[60, 20, 20], [70]]


def test_of_two_spaces_the_larger_holds_and_a_page_begins_without_one():
    pages = flow_into_pages([Brick(10, after=5), Brick(10, before=8), Brick(90, before=30)], 50, 100)
    assert [[placed.down for placed in page] for page in pages] == [[0, 18], [0]]


def test_a_new_page_twice_is_one_new_page_and_an_empty_page_is_never_made():
    assert heights([NewPage(), Brick(10), NewPage(), NewPage(), Brick(20), NewPage()]) == [[10], [20]]


def test_a_stack_is_split_between_its_blocks_or_inside_one():
    assert heights([Stack([Brick(60), Brick(60)])]) == [[60], [60]]
    assert heights([Stack([Brick(60), Brick(60, can_split=True)])]) == [[100], [20]]


def test_what_can_neither_fit_nor_be_split_is_said_and_not_cut():
    with pytest.raises(ValueError, match="neither fit nor be split"):
        flow_into_pages([Brick(101)], 50, 100)


def test_what_means_nothing_apart_moves_as_one_and_only_too_much_of_it_is_split():
    assert heights([Brick(60), Together([Brick(20), Brick(30)])]) == [[60], [50]]
    tall = Together([Brick(200), Brick(200)])
    assert heights([Brick(250), tall], 500) == [[250, 200], [200]]


def test_what_is_compared_moves_with_its_heading_where_little_stays_empty_and_else_goes_on_over_the_page():
    rows = OnOnePage([Brick(100), Brick(100), Brick(100)])
    assert heights([Brick(300), Opening(Brick(20), rows), rows], 500) == [[300], [20, 300]]
    assert heights([Brick(160), Opening(Brick(20), rows), rows], 450) == [[160, 20, 200], [100]]
