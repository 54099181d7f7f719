"""How I am doing: DIALOG's parts of life, now and the time before, in words first."""

from collections.abc import Sequence

from app.reports.composing import CellMaker, Composer, in_quotation_marks, plain, strong
from app.reports.page_flow import Block, OnOnePage
from app.reports.plan_paper import PlanPaper, RatedArea, Ratings
from app.reports.rating_bars import RatingBars
from app.reports.structure import Element
from app.reports.tables import Table, TableLook
from app.reports.text_block import Run


def how_i_am_doing(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What is higher, what is lower, what I chose; then one table; then the two means."""
    ratings = paper.ratings

    def made() -> list[Block]:
        if ratings is None or not ratings.areas:
            return [composer.paragraph(plain("I did not rate the parts of my life today."))]
        return [
            OnOnePage(
                [
                    composer.paragraph(plain(_how_to_read(ratings))),
                    *_in_short(composer, ratings),
                    _table(composer, ratings),
                ]
            ),
            *_means(composer, ratings),
        ]

    return composer.section("How I am doing", made)


def _how_to_read(ratings: Ratings) -> str:
    """What the numbers and the bars mean."""
    words = (
        "I rated how satisfied I am with each part of my life. "
        "1 is totally dissatisfied, 7 is totally satisfied."
    )
    if not ratings.then_words or not any(area.then for area in ratings.areas):
        return words
    return f"{words} The dark bar is now. The white bar is how it was {ratings.then_words}."


def in_a_sentence(names: Sequence[str]) -> str:
    """Names with commas, and "and" before the last."""
    lowered = [name[:1].lower() + name[1:] for name in names]
    return " and ".join([", ".join(lowered[:-1]), lowered[-1]] if len(lowered) > 1 else lowered)


def _in_short(composer: Composer, ratings: Ratings) -> list[Block]:
    """The parts of life rated higher, rated lower, and those that the person chose to work on."""
    both = [(area.area, area.now - area.then) for area in ratings.areas if area.now and area.then]
    since = ratings.then_words or "last time"
    lines = (
        (f"Higher than {since}:", [name for name, change in both if change > 0]),
        (f"Lower than {since}:", [name for name, change in both if change < 0]),
        ("I chose to work on:", ratings.chosen),
    )
    blocks: list[Block] = [
        composer.paragraph(strong(label), plain(f" {in_a_sentence(names)}."), after=2)
        for label, names in lines
        if names
    ]
    if blocks:
        blocks[-1].space_after = 9
    return blocks


def _table(composer: Composer, ratings: Ratings) -> Table:
    """One row for each part of life."""
    head = (
        "Part of my life",
        "Now, in words",
        f"Now, and {ratings.then_words}" if ratings.then_words else "Now",
        "More help?",
    )
    rows = [_row(composer, area, ratings.then_words) for area in ratings.areas]
    look = TableLook(above=3.4, below=4.4, is_centred=True)
    table = composer.table(head, rows, (198, 128, 96, 70), look)
    _let_it_break_before_treatment(table, ratings)
    return table


def _let_it_break_before_treatment(table: Table, ratings: Ratings) -> None:
    """My life and my treatment are two groups, each with a mean of its own."""
    treatment = (row for row, area in zip(table.rows, ratings.areas, strict=True) if area.is_treatment)
    if first := next(treatment, None):
        first.begins_a_group = True


def _row(composer: Composer, area: RatedArea, then_words: str) -> tuple[str | CellMaker, ...]:
    """Its name and a note, the rating in words and as bars, and whether more help is wanted."""

    def bars(element: Element) -> Block:
        said = said_aloud(area, then_words)
        if area.now is None and area.then is None:
            return composer.cell_text(element, plain(said))
        return RatingBars(area.now, area.then, element.add("Figure", alternative_text=said))

    def more_help(element: Element) -> Block:
        words = {True: strong("Yes"), False: plain("No"), None: plain("Not asked")}
        return composer.cell_text(element, words[area.wants_more_help])

    note = in_quotation_marks(area.note) if area.note.strip() else ""
    return composer.name_and_more(area.area, note), area.now_words or "I have not said.", bars, more_help


def said_aloud(area: RatedArea, then_words: str) -> str:
    """The bars as a sentence."""
    now = f"Now: {area.now} out of 7." if area.now else "Now: no rating."
    if not area.then:
        return now
    then = then_words[:1].upper() + then_words[1:] or "Before"
    return f"{now} {then}: {area.then} out of 7."


def _means(composer: Composer, ratings: Ratings) -> list[Block]:
    """Each mean, and how many answers it rests on: one paragraph, so that they stay together."""
    runs: list[Run] = []
    for mean in ratings.means:
        runs += [
            strong(f"{mean.of_what}:"),
            plain(f" {mean.value} out of 7 on average, from {mean.based_on} answers. "),
        ]
    return [composer.paragraph(*runs)] if runs else []
