"""What stands on every page: whose plan it is, which page of how many, which plan, and that it is practice.

These running lines are artifacts, which nobody hears; so "draft" and the practice notice are real text once,
on the first page, and heard straight after the title. The identity wraps and is never cut.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.reports.lettering import A4, BOLD, INK, RULE, SEMI, Edition, Lettering, width_of
from app.reports.page_flow import Placed
from app.reports.structure import Element
from app.reports.tagging import TaggedCanvas
from app.reports.text_block import Run, Text, bold
from app.reports.unbroken import NO_BREAK
from app.rules.notice import EVALUATION

DRAFT_WORDS = "Draft. Not signed."
WIDEST_PAGE_NUMBER = "Page 888 of 888"
UNHEARD = "Artifact"


@dataclass(frozen=True)
class RunningWords:
    """The words of the head and the foot. `draft` and `notice` are empty where they do not hold."""

    name: str
    born: str
    plan_line: str
    is_draft: bool
    is_practice: bool


class PageFrame:
    """Lays out and draws the running lines of one edition."""

    def __init__(self, edition: Edition, words: RunningWords, root: Element) -> None:
        self.edition, self.words = edition, words
        self.small = Lettering(edition.running, leading=1.25)
        born = f" born{NO_BREAK}{words.born.replace(' ', NO_BREAK)}"
        self.identity = Text([bold(words.name), Run(born)], self.small, Element(UNHEARD))
        self.plan_line = Text([Run(words.plan_line)], self.small, Element(UNHEARD))
        self.draft_element, self.notice_element = root.add("P"), root.add("P")
        page_number = width_of(WIDEST_PAGE_NUMBER, BOLD, edition.body) + 16
        self.draft_width = width_of(DRAFT_WORDS, BOLD, edition.running) + 14 if words.is_draft else 0
        beside = edition.text_width - page_number - (self.draft_width + 8 if words.is_draft else 0)
        self.is_beside = self.identity.widest_line(edition.text_width) <= beside
        self.is_beside &= len(self.identity.lines(edition.text_width)) == 1

    @property
    def identity_top(self) -> float:
        """The upper edge of the identity: under the page number when they do not fit beside one another."""
        above = 0 if self.is_beside else self.edition.body * 1.6
        return A4[1] - self.edition.top - above

    @property
    def head_rule(self) -> float:
        """Where the rule under the head stands."""
        return self.identity_top - self.identity.height(self.edition.text_width) - 6

    @property
    def foot_rule(self) -> float:
        """Where the rule over the foot stands."""
        notice = self.small.line if self.words.is_practice else 0
        return self.edition.foot + self.plan_line.height(self.edition.text_width) + notice + 4

    @property
    def text_top(self) -> float:
        """The upper edge of the page's text."""
        return self.head_rule - 13

    @property
    def text_height(self) -> float:
        """The room for the page's text."""
        return self.text_top - self.foot_rule - 8

    def draw(self, canvas: TaggedCanvas, page: list[Placed], number: int, total: int) -> None:
        """Draws one page: running lines and blocks."""
        edition = self.edition
        with canvas.artifact("Pagination"):
            self._draw_rules(canvas)
            self.identity.draw(canvas, edition.margin, self.identity_top, edition.text_width)
            self._draw_page_number(canvas, f"Page {number} of {total}")
            self.plan_line.draw(canvas, edition.margin, self.foot_rule - 4, edition.text_width)
        if self.words.is_draft:
            self._draw_once_heard(canvas, self.draft_element, number, self._draw_draft)
        if self.words.is_practice:
            self._draw_once_heard(canvas, self.notice_element, number, self._draw_notice)
        for placed in page:
            placed.block.draw(canvas, edition.margin, self.text_top - placed.down, edition.text_width)
        canvas.end_page()

    def _draw_once_heard(
        self, canvas: TaggedCanvas, element: Element, number: int, draw: Callable[[TaggedCanvas], None]
    ) -> None:
        """On the first page as real text, on the others only to be seen."""
        with canvas.tagged(element) if number == 1 else canvas.artifact("Pagination"):
            draw(canvas)

    def _draw_rules(self, canvas: TaggedCanvas) -> None:
        """The thin lines under the head and over the foot."""
        left, right = self.edition.margin, A4[0] - self.edition.margin
        for y in (self.head_rule, self.foot_rule):
            canvas.line([(left, y), (right, y)], RULE, 0.8)

    @property
    def _first_baseline(self) -> float:
        return A4[1] - self.edition.top - (self.edition.running if self.is_beside else self.edition.body)

    def _draw_page_number(self, canvas: TaggedCanvas, words: str) -> None:
        """As large as the body: it is what tells a lost page from a whole plan."""
        left = A4[0] - self.edition.margin - width_of(words, BOLD, self.edition.body)
        canvas.words(left, self._first_baseline, [(words, BOLD)], Lettering(self.edition.body, BOLD))

    def _draw_draft(self, canvas: TaggedCanvas) -> None:
        """A framed word in the head: it takes no room, so a draft breaks its pages as the plan will."""
        size, left = self.edition.running, self.edition.margin
        if self.is_beside:
            number = width_of(WIDEST_PAGE_NUMBER, BOLD, self.edition.body)
            left = A4[0] - self.edition.margin - number - 8 - self.draft_width
        corner = (left, self._first_baseline - size * 0.45)
        canvas.box(corner, (self.draft_width, size * 1.6), outline=INK, thickness=1.8)
        canvas.words(left + 7, self._first_baseline, [(DRAFT_WORDS, BOLD)], Lettering(size, BOLD))

    def _draw_notice(self, canvas: TaggedCanvas) -> None:
        """The practice notice, on the last line of the foot."""
        baseline = self.edition.foot + (self.small.line - self.small.size) / 2 + 0.2 * self.small.size
        style = Lettering(self.edition.running, SEMI)
        canvas.words(self.edition.margin, baseline, [(EVALUATION, SEMI)], style)
