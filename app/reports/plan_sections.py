"""The plan after its first page: one function for each section, in the order of the paper.

A section without content says so in a plain sentence or is left out; a table is never empty.
"""

from app.reports.blocks import Columns, WritingLine
from app.reports.composing import CellMaker, Composer, as_sentence, in_quotation_marks, plain, strong
from app.reports.page_flow import Block
from app.reports.plan_paper import PlanPaper
from app.reports.text_block import Run


def going_well(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Strengths come before problems. Left out when nothing was said."""
    if not paper.going_well:
        return []
    return composer.section(
        "What is going well", lambda: composer.bullets([[plain(line)] for line in paper.going_well])
    )


def body_checks(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What we found, what it means, what happens next; the check's name stands inside the first cell."""

    def made() -> list[Block]:
        if not paper.checks:
            return [composer.paragraph(plain("We wrote down no body checks today."))]
        rows: list[tuple[str | CellMaker, ...]] = [
            (composer.name_and_more(check.what, check.found), check.means or "-", check.next_step or "-")
            for check in paper.checks
        ]
        head = ("What we found", "What it means", "What happens next")
        return [composer.table(head, rows, (156, 176, 160))]

    return composer.section("My body checks", made)


def medicines(composer: Composer, paper: PlanPaper) -> list[Block]:
    """How I take them and what for, what I notice, and what I would like to ask."""

    def made() -> list[Block]:
        return [
            *_medicine_table(composer, paper),
            *_noticed(composer, paper),
            *_questions(composer, paper),
        ]

    return composer.section("My medicines and my questions", made)


def _medicine_table(composer: Composer, paper: PlanPaper) -> list[Block]:
    """The medicines, whether the list is sure, and who to talk to first."""
    note = [composer.paragraph(plain(paper.medicines_note))] if paper.medicines_note else []
    if not paper.medicines:
        return [*note] or [composer.paragraph(plain("We did not go through my medicines today."))]
    is_said_what_for = any(line.what_for for line in paper.medicines)
    rows: list[tuple[str | CellMaker, ...]] = [
        (
            composer.name_and_more(line.name, f"Since {line.since}" if line.since else ""),
            line.how_i_take_it or "Not said.",
            *((line.what_for or "Not said.",) if is_said_what_for else ()),
        )
        for line in paper.medicines
    ]
    first_name = first_word(paper.key_worker.name) if paper.key_worker else ""
    advice = f"I will talk to {first_name or 'my team'} or the chemist before I stop or change a medicine."
    if is_said_what_for:
        table = composer.table(("Medicine", "How I take it", "What for"), rows, (118, 186, 188))
    else:
        table = composer.table(("Medicine", "How I take it"), rows, (190, 302))
    return [table, *note, composer.paragraph(strong(advice))]


def first_word(name: str) -> str:
    """The name that somebody is called by: what stands before a comma or a space."""
    return name.replace(",", " ").split()[0] if name.strip() else ""


def _noticed(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Side effects in words, and the one the person would change first."""
    blocks: list[Block] = []
    if paper.noticed:
        items = [
            [strong(effect.what), plain(f": {as_sentence(effect.bother)}" if effect.bother else ".")]
            for effect in paper.noticed
        ]
        blocks += composer.opened(3, "What I notice", lambda: composer.bullets(items))
    if paper.would_change_most:
        words = plain(f" {as_sentence(paper.would_change_most)}")
        blocks.append(composer.paragraph(strong("What I would most like to change:"), words))
    return blocks


def _questions(composer: Composer, paper: PlanPaper) -> list[Block]:
    """My questions, and what happens with each."""
    if not paper.questions:
        return []
    rows: list[tuple[str | CellMaker, ...]] = [
        (own_cell(composer, line.question), line.answer or "Nothing was agreed about this yet.")
        for line in paper.questions
    ]
    return composer.opened(3, "My questions", lambda: [composer.table((), rows, (226, 266))])


def own_cell(composer: Composer, words: str) -> CellMaker:
    """A row's head that is the person's own words, unchanged."""
    return lambda element: composer.cell_text(element, Run(in_quotation_marks(words), is_bold=True))


def supporters(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Who supports the person, and what each may know. Left out when nobody is named."""
    if not paper.supporters:
        return []
    rows: list[tuple[str | CellMaker, ...]] = [
        (composer.name_and_more(one.who, one.phone), one.may_know or "We have not asked yet.")
        for one in paper.supporters
    ]
    head = ("Who", "What they may know")
    return composer.section("People who support me", lambda: [composer.table(head, rows, (196, 296))])


def not_done(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What was left for another day, and why. Left out when there is nothing."""
    if not paper.not_done:
        return []
    rows = [(line.what, line.why or "No reason was written down.") for line in paper.not_done]
    return composer.section("Not done today, and why", lambda: [composer.table((), rows, (138, 354))])


def agreement(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What the person says to the plan, in their words where they differ, and who signed it."""
    return composer.section(
        "What we agreed", lambda: [*_agreement(composer, paper), *_signatures(composer, paper)]
    )


def _agreement(composer: Composer, paper: PlanPaper) -> list[Block]:
    """The answer, or that there is none yet."""
    if paper.agreement is None:
        return [composer.paragraph(plain("I have not said yet whether I agree."))]
    blocks: list[Block] = [composer.paragraph(strong(paper.agreement.answer.value))]
    if paper.agreement.my_words.strip():
        blocks += composer.own_words(paper.agreement.my_words)
    return blocks


def _signatures(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Who signed and when, why not, and room to sign by hand."""
    blocks: list[Block] = []
    if paper.signatures:
        rows = [(signature.who, signature.words) for signature in paper.signatures]
        blocks.append(composer.table((), rows, (138, 354)))
    else:
        blocks.append(composer.paragraph(strong("Not signed.")))
    if paper.not_signed_because.strip():
        reason = Run(in_quotation_marks(paper.not_signed_because))
        blocks.append(composer.paragraph(plain("I have not signed, because "), reason))
    if paper.has_room_to_sign:
        name = paper.person.called or paper.person.full_name
        label = composer.paragraph(plain(f"{name}, to sign by hand:"), after=0)
        blocks.append(Columns([label, WritingLine()], (176, 316), gap=0))
    return blocks


def copies(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Who gets a copy, and what becomes of the plan before."""

    def made() -> list[Block]:
        blocks: list[Block] = []
        if paper.copies:
            items = [
                [strong(copy.who), plain(f": {as_sentence(copy.what)}" if copy.what else ".")]
                for copy in paper.copies
            ]
            blocks += composer.bullets(items)
        else:
            blocks.append(composer.paragraph(plain("We have not decided yet who gets a copy.")))
        if paper.replaces:
            blocks.append(composer.paragraph(plain(f"I can tear up my plan of {paper.replaces}.")))
        return blocks

    return composer.section("Who gets a copy", made)


def about_this_plan(composer: Composer, paper: PlanPaper) -> list[Block]:
    """The NHS number, and which rules were used: for whoever files it or has to look back."""
    number = paper.person.nhs_number
    lines = [plain(f"NHS number {number}." if number else "NHS number not known.")]
    if rules := paper.rules_used:
        signed = "Signed off by a clinician." if rules.is_signed_off else "Not signed off by a clinician."
        lines.append(plain(f"Rules used: version {rules.version} ({rules.content_hash[:12]}). {signed}"))
    return composer.section("About this plan", lambda: [composer.paragraph(line, after=0) for line in lines])
