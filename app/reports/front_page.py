"""Page one of the plan, the page for the fridge: what matters, what happens now, and who to call.

The telephone numbers must be on it. So, when there is too much for one page, first the actions and only then
the person's own words stand in full over the page: nothing is shortened and no type is made smaller.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.blocks import Columns, Panel
from app.reports.composing import CellMaker, Composer, plain, strong
from app.reports.lettering import BLUE, BOLD, Edition, Lettering
from app.reports.page_flow import Block, NewPage, flow_into_pages
from app.reports.plan_paper import HelpLine, KeyWorker, PaperAction, PlanPaper
from app.reports.structure import Element
from app.reports.tables import TableLook
from app.reports.text_block import Text
from app.reports.unbroken import unbroken

NUMBER_COLUMN = 88
PHONE_NUMBER = re.compile(r"(\b0\d{3,4}\s\d{3}\s\d{3,4}\b)")


@dataclass(frozen=True)
class Share:
    """What the first page holds of the two parts that may be long."""

    own_words: bool
    actions: int


SHARES = tuple(Share(own_words, actions) for own_words in (True, False) for actions in (4, 3, 2, 1, 0))


def share_that_fits(edition: Edition, paper: PlanPaper, page_height: float) -> Share:
    """The fullest first page that is still one page."""
    for share in SHARES:
        trial = Composer(edition, Element("Document"))
        blocks = [trial.heading(1, "My plan"), *_page_one(trial, paper, share)]
        if len(flow_into_pages(blocks, edition.text_width, page_height)) == 1:
            return share
    return SHARES[-1]


def front_page(composer: Composer, paper: PlanPaper, page_height: float) -> list[Block]:
    """The blocks of page one under its title, and what goes on from it over the page."""
    share = share_that_fits(composer.edition, paper, page_height)
    return [*_page_one(composer, paper, share), NewPage(), *_over_the_page(composer, paper, share)]


def _page_one(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """The parts of page one, in the order in which they are read."""
    return [
        *_whose_plan(composer, paper),
        *composer.section("In my words", lambda: _own_words(composer, paper, share)),
        *composer.section("What happens now", lambda: _actions(composer, paper, share)),
        *_next_visit_and_key_worker(composer, paper),
        *composer.section("When things get worse", lambda: _worse(composer, paper)),
        _help_now(composer, paper.help_now),
    ]


def _whose_plan(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Name, birth date, what they like to be called, and when and where the plan was made."""
    person = paper.person
    called = f" Please call me {person.called}." if person.called else ""
    made = ", ".join(part for part in (f"Made on {paper.made_on}", paper.place) if part)
    made += f", with {paper.with_whom}." if paper.with_whom else "."
    return [
        composer.paragraph(strong(person.full_name), plain(f", born {person.born}.{called}"), after=0),
        composer.paragraph(plain(made)),
    ]


def _own_words(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """What matters most, in the person's words."""
    if not paper.own_words.strip():
        return [composer.paragraph(plain("I have not said yet what matters most to me."))]
    if not share.own_words:
        return [composer.paragraph(plain("I said a lot. All my words come after this page."))]
    return composer.own_words(paper.own_words)


def _actions(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """The first actions as a table, and how many more there are."""
    if not paper.actions:
        return [composer.paragraph(plain("Nothing was promised yet."))]
    blocks = _action_table(composer, paper.actions[: share.actions]) if share.actions else []
    if more := len(paper.actions[share.actions :]):
        words = "One more thing" if more == 1 else f"{more} more things"
        blocks.append(composer.paragraph(plain(f"{words} will happen. See after this page.")))
    return blocks


def _action_table(composer: Composer, actions: Sequence[PaperAction]) -> list[Block]:
    """Who, what, by when; under the table what to do when nothing is heard, each such line once."""
    rows = [(action.owner, action.what, action.by_when or "No date was agreed.") for action in actions]
    not_heard = list(dict.fromkeys(action.not_heard for action in actions if action.not_heard))
    return [
        composer.table(("Who", "What", "By when"), rows, (98, 244, 150)),
        *(composer.paragraph(plain(line)) for line in not_heard),
    ]


def _over_the_page(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """What was too long for the first page."""
    blocks: list[Block] = []
    if paper.own_words.strip() and not share.own_words:
        blocks += composer.section("All my words", lambda: composer.own_words(paper.own_words))
    if rest := paper.actions[share.actions :]:
        blocks += composer.section("What else will happen", lambda: _action_table(composer, rest))
    return blocks


def _next_visit_and_key_worker(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Two tinted boxes beside one another."""
    return [Columns([_next_visit(composer.under("Sect"), paper), _key_worker(composer, paper)], (1, 1))]


def _next_visit(composer: Composer, paper: PlanPaper) -> Panel:
    """When we meet again."""
    heading = composer.heading(3, "My next visit", before=0)
    if paper.next_visit is None:
        return Panel([heading, composer.paragraph(plain("We have no date yet."), after=0)])
    blocks: list[Block] = [heading, composer.paragraph(strong(paper.next_visit.when), after=1)]
    if paper.next_visit.where_and_who:
        blocks.append(composer.paragraph(plain(paper.next_visit.where_and_who), after=0))
    return Panel(blocks)


def _key_worker(outer: Composer, paper: PlanPaper) -> Panel:
    """Who to phone first."""
    composer, worker = outer.under("Sect"), paper.key_worker or KeyWorker("")
    if not worker.name:
        heading = composer.heading(3, "My key worker", before=0)
        return Panel([heading, composer.paragraph(plain("Nobody is named yet."), after=0)])
    blocks: list[Block] = [composer.heading(3, f"My key worker: {worker.name}", before=0)]
    if worker.phone:
        style = Lettering(composer.edition.phone, BOLD, leading=1.15)
        blocks.append(composer.paragraph(strong(worker.phone), after=1, style=style))
    else:
        blocks.append(composer.paragraph(plain("No phone number was written down."), after=1))
    if worker.hours:
        blocks.append(composer.paragraph(plain(worker.hours), after=0))
    return Panel(blocks)


def _worse(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Signs, what helps, who I call: the rows that have words."""
    crisis = paper.crisis
    lines = (
        ("Signs I know", crisis.signs),
        ("What helps me", crisis.what_helps),
        ("Who I call", crisis.who_i_call),
    )
    rows = [(label, _with_bold_numbers(composer, words)) for label, words in lines if words]
    if not rows:
        return [composer.paragraph(plain("We have not talked about this yet."))]
    return [composer.table((), rows, (116, 376), TableLook(above=2.5, below=4))]


def _with_bold_numbers(composer: Composer, words: str) -> CellMaker:
    """A cell in which a telephone number is found at a glance."""
    parts = PHONE_NUMBER.split(words)
    runs = [strong(part) if number % 2 else plain(part) for number, part in enumerate(parts)]
    return lambda element: composer.cell_text(element, *runs)


def _help_now(composer: Composer, lines: Sequence[HelpLine]) -> Panel:
    """The strongest thing on the page: a heavy line round the numbers to call at any time."""
    whole = composer.parent.add("L", numbering="None")
    rows = [_help_line(composer, line, whole.add("LI").add("LBody")) for line in lines]
    return Panel(rows, pad=10, is_outlined=True)


def _help_line(composer: Composer, line: HelpLine, body: Element) -> Block:
    """The number, large, and when to call it."""
    number = Lettering(composer.edition.phone, BOLD, BLUE, 1.1)
    words = Lettering(composer.edition.body, leading=1.22)
    columns = (NUMBER_COLUMN, composer.edition.text_width - 2 * 10 - 4 - NUMBER_COLUMN)
    pair = [
        Text([strong(unbroken(line.number))], number, body.add("P"), after=6),
        Text([plain(line.words)], words, body.add("P"), after=6),
    ]
    return Columns(pair, columns, gap=4, is_centred=True)
