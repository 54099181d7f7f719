"""Page one of the plan, the page for the fridge: what matters, what happens now, and who to call.

The telephone numbers and the crisis card must be on it. So, when there is too much for one page, what is too
long stands over the page: first the actions, then the person's own words, last the crisis card, of which page
one keeps the beginning. If even that is too much, the numbers and the card stand on top and the rest follows.
Everything is printed whole somewhere, and no type is made smaller.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.blocks import Columns, Panel
from app.reports.composing import CellMaker, Composer, plain, strong
from app.reports.lettering import BLUE, BOLD, Edition, Lettering
from app.reports.page_flow import Block, NewPage, flow_into_pages
from app.reports.plan_paper import HelpLine, KeyWorker, PaperAction, PlanPaper, WhenThingsGetWorse
from app.reports.sentences import as_sentence
from app.reports.structure import Element
from app.reports.tables import Table, TableLook
from app.reports.text_block import Run, Text
from app.reports.unbroken import broken_after_weekday, unbroken

NUMBER_COLUMN = 88
# The last column holds the longest day, Wednesday 30 September, on one line, or breaks it after the weekday.
ACTION_COLUMNS = (96, 222, 174)
ACTION_COLUMNS_WITH_MUCH_TO_SAY = (96, 284, 112)
NOT_AGREED = "I have not said yet how much of my crisis plan may be printed."
NO_LIMIT = sys.maxsize
PHONE_NUMBER = re.compile(r"(\b0\d{3,4}\s\d{3}\s\d{3,4}\b)")


@dataclass(frozen=True)
class Share:
    """What the first page holds of the parts that may be long; `crisis` in characters a line."""

    own_words: bool
    actions: int
    crisis: int = NO_LIMIT
    help_first: bool = False


SHARES = (
    *(Share(own_words, actions) for own_words in (True, False) for actions in (4, 3, 2, 1, 0)),
    *(Share(own_words=False, actions=n, crisis=crisis) for crisis in (400, 200, 100) for n in (2, 1, 0)),
    Share(own_words=False, actions=0, crisis=100, help_first=True),
)


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
    if share.help_first:
        return [
            _help_now(composer, paper.help_now),
            *_when_worse(composer, paper, share),
            *_me_and_what_happens(composer, paper, share),
        ]
    return [
        *_me_and_what_happens(composer, paper, share),
        *_when_worse(composer, paper, share),
        _help_now(composer, paper.help_now),
    ]


def _me_and_what_happens(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """Whose plan it is, what matters, what happens now, and when we meet."""
    return [
        *_whose_plan(composer, paper),
        *composer.section("In my words", lambda: _own_words(composer, paper, share)),
        *_done_now(composer, paper),
        *composer.section("What happens now", lambda: _actions(composer, paper, share)),
        *_next_visit_and_key_worker(composer, paper),
    ]


def _whose_plan(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Name, birth date, what they like to be called, when and where the plan was made, and its version."""
    person = paper.person
    called = f" Please call me {person.called}." if person.called else ""
    made = ", ".join(part for part in (f"Made on {paper.made_on}", paper.place) if part)
    made += f", with {paper.with_whom}." if paper.with_whom else "."
    made += f" Also there for some of it: {as_sentence(paper.also_there)}" if paper.also_there else ""
    return [
        composer.paragraph(strong(person.full_name), plain(f", born {person.born}.{called}"), after=0),
        composer.paragraph(plain(f"{made}{_language(paper)}"), after=0 if paper.version_note else None),
        *([composer.paragraph(strong(paper.version_note))] if paper.version_note else ()),
    ]


def _language(paper: PlanPaper) -> str:
    """The person's language and who interpreted, for whoever reads the plan with them."""
    return f" Language: {paper.person.language}." if paper.person.language else ""


def _own_words(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """What matters most, in the person's words."""
    if not paper.own_words.strip():
        return [composer.paragraph(plain(paper.no_own_words))]
    if not share.own_words:
        return [composer.paragraph(plain("All my words come after this page."))]
    return composer.own_words(paper.own_words)


def _done_now(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What had to be done now and was: whoever reads page one alone must know that 999 was rung."""
    if not paper.done_now:
        return []
    return composer.section(
        "What we did at once", lambda: composer.bullets([[plain(line)] for line in paper.done_now])
    )


def _actions(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """The first actions as a table, how many more there are, and what was left undecided."""
    undecided: list[Block] = [composer.paragraph(strong(paper.not_decided))] if paper.not_decided else []
    if not paper.actions:
        return undecided or [composer.paragraph(plain("Nothing was promised yet."))]
    blocks = _action_table(composer, paper.actions[: share.actions]) if share.actions else []
    if more := len(paper.actions[share.actions :]):
        things = "thing" if more == 1 else "things"
        words = f"{more} more {things}" if share.actions else f"{more} {things}"
        blocks.append(composer.paragraph(plain(f"{words} will happen. See after this page.")))
    return [*blocks, *undecided]


def _action_table(composer: Composer, actions: Sequence[PaperAction]) -> list[Block]:
    """Who, what, by when: in the columns that take less room, else with each day on one line."""
    width = composer.edition.text_width

    def height(columns: Sequence[float]) -> float:
        return _actions_in(Composer(composer.edition, Element("Document")), actions, columns).height(width)

    columns = min((ACTION_COLUMNS, ACTION_COLUMNS_WITH_MUCH_TO_SAY), key=height)
    return [_actions_in(composer, actions, columns)]


def _actions_in(composer: Composer, actions: Sequence[PaperAction], columns: Sequence[float]) -> Table:
    def day(action: PaperAction) -> CellMaker:
        words = action.by_when or "No date was agreed."
        run = Run(broken_after_weekday(words)) if columns is not ACTION_COLUMNS else plain(words)
        return lambda element: composer.cell_text(element, run)

    rows = [(action.owner, action.what, day(action)) for action in actions]
    return composer.table(("Who", "What", "By when"), rows, columns)


def _over_the_page(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """What was too long for the first page."""
    blocks: list[Block] = []
    if paper.own_words.strip() and not share.own_words:
        blocks += composer.section("All my words", lambda: composer.own_words(paper.own_words))
    if rest := paper.actions[share.actions :]:
        blocks += composer.section("What else will happen", lambda: _action_table(composer, rest))
    if _is_cut(paper, share):
        blocks += composer.section(
            "When things get worse: all my words", lambda: [_crisis_table(composer, paper, NO_LIMIT)]
        )
    return blocks


def _next_visit_and_key_worker(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Two tinted boxes beside one another."""
    return [Columns([_next_visit(composer.under("Sect"), paper), _key_worker(composer, paper)], (1, 1))]


def _next_visit(composer: Composer, paper: PlanPaper) -> Panel:
    """When we meet again."""
    heading = composer.heading(3, "My next visit", before=0)
    words = strong(paper.next_visit) if paper.next_visit else plain("We have no date yet.")
    return Panel([heading, composer.paragraph(words, after=0)])


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
    return Panel(blocks)


def _when_worse(composer: Composer, paper: PlanPaper, share: Share) -> list[Block]:
    """The crisis card, and where the rest of it stands when it is too long for this page.

    Where the person wants none of it on paper, nothing says so.
    """
    if paper.crisis is None:
        return []

    def made() -> list[Block]:
        if not _crisis_lines(paper):
            return [composer.paragraph(plain(_nothing_here(paper)))]
        blocks: list[Block] = [_crisis_table(composer, paper, share.crisis)]
        if _is_cut(paper, share):
            blocks.append(composer.paragraph(strong("I said more about this. See after this page.")))
        return blocks

    return composer.section("When things get worse", made)


def _nothing_here(paper: PlanPaper) -> str:
    """That nothing was said of signs, help and whom to call; that it comes later; or that it may not yet."""
    if paper.crisis is not None and paper.crisis.is_not_agreed:
        return NOT_AGREED
    if paper.crisis_pages is not None:
        return "See after this page."
    return (paper.crisis.put_off if paper.crisis else "") or "We have not talked about this yet."


def _crisis_lines(paper: PlanPaper) -> list[tuple[str, str]]:
    """Signs, what helps, who I call: the lines that have words."""
    crisis = paper.crisis or WhenThingsGetWorse()
    lines = (
        ("Signs I know", crisis.signs),
        ("What helps me", crisis.what_helps),
        ("Who I call", crisis.who_i_call),
    )
    return [(label, words) for label, words in lines if words.strip()]


def _is_cut(paper: PlanPaper, share: Share) -> bool:
    """Whether page one holds only the beginning of a line."""
    return any(beginning(words, share.crisis) != words for _, words in _crisis_lines(paper))


def _crisis_table(composer: Composer, paper: PlanPaper, longest: int) -> Block:
    """One row a line, each as far as it may go."""
    rows = [
        (label, _with_bold_numbers(composer, beginning(words, longest)))
        for label, words in _crisis_lines(paper)
    ]
    return composer.table((), rows, (116, 376), TableLook(above=2.5, below=4))


def beginning(words: str, longest: int) -> str:
    """The words, or as many whole ones as may stand here and a mark that they go on.

    A telephone number is never cut: half of one could be called.
    """
    if len(words) <= longest:
        return words
    whole = words[: longest + 1].rpartition(" ")[0].rstrip("+0123456789 ")
    return f"{whole or words[:longest]} …"


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
