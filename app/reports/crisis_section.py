"""The crisis plan on the paper: what is so in mind and in body beside one another, who to call, wishes."""

from app.reports.composing import CellMaker, Composer, plain, strong
from app.reports.page_flow import Block
from app.reports.plan_paper import CrisisPages, PlanPaper, Said
from app.reports.sentences import as_sentence
from app.reports.tables import cell
from app.reports.text_block import Run

NOT_TALKED_ABOUT = "We have not talked about this yet."
NO_LEGAL_REFUSAL = (
    "These are my wishes. They are not a legal refusal of a treatment. That needs a paper of its own."
)
SIDE_COLUMNS = (116, 188, 188)
TWO_COLUMNS = (196, 296)


def when_things_get_worse(composer: Composer, paper: PlanPaper) -> list[Block]:
    """The whole of it. Left out where nothing was said, or nothing may be printed: page one says so."""
    pages = paper.crisis_pages
    if pages is None:
        return []

    def made() -> list[Block]:
        return [
            _mind_and_body(composer, pages),
            *_callers(composer, pages),
            *_lines(composer, "Places", pages.places),
            *_wishes(composer, pages),
            *_may_see(composer, pages),
        ]

    return composer.section("When things get worse, in mind and body", made)


def _may_see(composer: Composer, pages: CrisisPages) -> list[Block]:
    if not pages.may_see:
        return []
    return [composer.paragraph(plain(f"I said that {' and '.join(pages.may_see)} may know this."))]


def _mind_and_body(composer: Composer, pages: CrisisPages) -> Block:
    """Both columns, also where one of them is empty: body and mind weigh the same."""
    head = ("", "For my mind", "For my body")
    if not pages.sides:
        return composer.table(
            head, [("Signs and what helps", NOT_TALKED_ABOUT, NOT_TALKED_ABOUT)], SIDE_COLUMNS
        )
    rows: list[tuple[str | CellMaker, ...]] = [
        (side.topic, _said(composer, side.mind), _said(composer, side.body)) for side in pages.sides
    ]
    return composer.table(head, rows, SIDE_COLUMNS)


def _said(composer: Composer, said: Said) -> str | CellMaker:
    """The person's words as they are, and their day where it is not today's."""
    if not said.words:
        return NOT_TALKED_ABOUT
    lines = [*(Run(line) for line in said.words.split("\n") if line.strip()), *_day(said)]
    return lambda element: cell(*(composer.cell_text(element, line) for line in lines))


def _day(said: Said) -> list[Run]:
    return [plain(words) for words in _said_on(said.said_on)]


def _said_on(day: str) -> list[str]:
    return [f"(I said this on {day}.)"] if day else []


def _callers(composer: Composer, pages: CrisisPages) -> list[Block]:
    """Who to call, in the person's order."""
    if not pages.callers:
        return []
    rows: list[tuple[str | CellMaker, ...]] = [
        (
            composer.name_and_more(f"{number}. {caller.who}", caller.phone, *_said_on(caller.said_on)),
            caller.may_do or "We have not said yet.",
        )
        for number, caller in enumerate(pages.callers, start=1)
    ]
    return composer.opened(
        3,
        "Who I call, in this order",
        lambda: [composer.table(("Who", "What they may do"), rows, TWO_COLUMNS)],
    )


def _lines(composer: Composer, heading: str, lines: tuple[tuple[str, Said], ...]) -> list[Block]:
    """A row a line. Left out where nothing was said."""
    if not lines:
        return []
    rows = [(label, _said(composer, said)) for label, said in lines]
    return composer.opened(3, heading, lambda: [composer.table((), rows, TWO_COLUMNS)])


def _wishes(composer: Composer, pages: CrisisPages) -> list[Block]:
    """What the person would want, and that this is no legal refusal."""
    if not pages.wishes and not pages.own_paper:
        return []
    rows = [(label, _said(composer, said)) for label, said in pages.wishes]

    def made() -> list[Block]:
        own = [composer.paragraph(strong(as_sentence(pages.own_paper)))] if pages.own_paper else []
        table: list[Block] = [composer.table((), rows, TWO_COLUMNS)] if rows else []
        return [*own, *table, composer.paragraph(plain(NO_LEGAL_REFUSAL))]

    return composer.opened(3, "My wishes for when I am unwell", made)
