"""The plan after its first page: one function for each section, in the order of the paper.

A section without content says so in a plain sentence or is left out; a table is never empty.
"""

from collections.abc import Sequence

from app.reports.blocks import Columns, WritingLine
from app.reports.composing import CellMaker, Composer, in_quotation_marks, plain, strong
from app.reports.lettering import Lettering
from app.reports.owners_on_paper import first_word
from app.reports.page_flow import HALF_A_PAGE, Block, Opening, Stack, Together
from app.reports.plan_paper import Agreement, BodyCheck, PlanPaper
from app.reports.sentences import as_sentence
from app.reports.text_block import Run

NOT_SAID_WHICH = "I have not said yet which part."
CHECK_COLUMNS = (156, 176, 160)
SIGNED_COLUMNS = (216, 276)
# Two columns, of which the second begins where it does among three.
UNDER_THREE_COLUMNS = (150, 333)


def done_today(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What could not wait and was done, beyond what page one tells. Left out when nothing was."""
    lines = [line for line in paper.done_today if line not in paper.done_now]
    if not lines:
        return []
    return composer.section(
        "What we did at this visit", lambda: composer.bullets([[plain(line)] for line in lines])
    )


def what_became(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What was planned before and what became of it. Left out where nothing was said of it."""
    if not paper.became:
        return []
    rows = [(line.what, line.words) for line in paper.became]
    return composer.section(
        "What became of what we planned", lambda: [composer.table(("What", "How it went"), rows, (256, 236))]
    )


def going_well(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Strengths come before problems. Left out when nothing was said."""
    if not paper.going_well:
        return []
    return composer.section(
        "What is going well", lambda: composer.bullets([[plain(line)] for line in paper.going_well])
    )


def body_checks(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What we found, what it means, what happens next; then what was only found, a line each."""
    read = [check for check in paper.checks if check.means or check.next_step]
    bare = [check for check in paper.checks if not (check.means or check.next_step)]

    def made() -> list[Block]:
        if not paper.checks:
            return [composer.paragraph(plain("We wrote down no body checks today."))]
        return [*(_checks_read(composer, read) if read else ()), *_checks_bare(composer, bare, bool(read))]

    return composer.section("My body checks", made)


def _checks_read(composer: Composer, checks: Sequence[BodyCheck]) -> list[Block]:
    """Checks that mean something or lead to something; a column of which nothing is known is left out.

    Where nothing is agreed for a check its last cell is empty: what was agreed in other words, or for all
    of them, stands on page one, and must not be denied here.
    """
    is_next = any(check.next_step for check in checks)
    rows: list[tuple[str | CellMaker, ...]] = [
        (
            composer.name_and_more(check.what, check.found),
            check.means,
            *((check.next_step,) if is_next else ()),
        )
        for check in checks
    ]
    head = ("What we found", "What it means", "What happens next")
    if is_next:
        return [composer.table(head, rows, CHECK_COLUMNS)]
    return [composer.table(head[:2], rows, UNDER_THREE_COLUMNS)]


def _checks_bare(composer: Composer, checks: Sequence[BodyCheck], is_more: bool) -> list[Block]:
    """Checks of which only the figure is known: no columns of dashes."""
    if not checks:
        return []
    rows = [(check.what, check.found) for check in checks]
    words = "We also wrote down" if is_more else "We wrote down"
    return composer.opened(3, words, lambda: [composer.table((), rows, UNDER_THREE_COLUMNS)])


def medicines(composer: Composer, paper: PlanPaper) -> list[Block]:
    """How I take them and what for, what I notice, and what I would like to ask."""

    def made() -> list[Block]:
        allergies = [composer.paragraph(strong(paper.allergies))] if paper.allergies else []
        return [
            *allergies,
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
            line.how_i_take_it or "I have not said yet.",
            *((line.what_for or "I have not said yet.",) if is_said_what_for else ()),
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


def _noticed(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Side effects in words."""
    if not paper.noticed:
        return []
    items = [
        [strong(effect.what), plain(f": {as_sentence(effect.bother)}" if effect.bother else ".")]
        for effect in paper.noticed
    ]
    return composer.opened(3, "What I notice", lambda: composer.bullets(items))


def _questions(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What the person would like to ask."""
    if not paper.questions:
        return []
    items = [[plain(question)] for question in paper.questions]
    return composer.opened(3, "My questions", lambda: composer.bullets(items))


def staying_well(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What was last done to stay well. Left out when nothing was said."""
    if not paper.staying_well:
        return []
    return composer.section(
        "Staying well", lambda: composer.bullets([[plain(x)] for x in paper.staying_well])
    )


def home_and_work(composer: Composer, paper: PlanPaper) -> list[Block]:
    """A few lines about how the person lives. Left out when nothing was said."""
    if not paper.home_and_work:
        return []
    return composer.section(
        "My home and work", lambda: composer.bullets([[plain(line)] for line in paper.home_and_work])
    )


def supporters(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Who supports the person, what each may know, and what to tell them. Left out when nobody is named."""
    if not paper.supporters:
        return []
    rows: list[tuple[str | CellMaker, ...]] = [
        (composer.name_and_more(one.who, one.phone), one.may_know) for one in paper.supporters
    ]

    def made() -> list[Block]:
        return [
            composer.table(("Who", "What they may know"), rows, (196, 296)),
            *_when_unwell(composer, paper),
        ]

    return composer.section("People who support me", made)


def _when_unwell(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What these people are to be told when the person becomes unwell."""
    if not paper.when_unwell.strip():
        return []
    words = Run(f" {in_quotation_marks(paper.when_unwell)}")
    return [composer.paragraph(strong("If I become unwell, tell them about:"), words)]


def not_done(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What was left for another day, and why. Left out when there is nothing."""
    if not paper.not_done:
        return []
    rows = [(line.what, line.why or "No reason was written down.") for line in paper.not_done]
    return composer.section("Not done today, and why", lambda: [composer.table((), rows, (138, 354))])


def agreement_and_end(composer: Composer, paper: PlanPaper) -> list[Block]:
    """What the person says to the plan, who signed it, who gets a copy, and what the plan rests on.

    From the signatures on they stay together: no page holds nothing but the list of copies and the sources.
    """
    said, signed = _said_and_signed(composer, paper)
    end = [*signed, *_copies(composer, paper), *_about_this_plan(composer, paper)]
    is_short = Stack(end).height(composer.edition.text_width) <= HALF_A_PAGE
    return [*said, Together(end)] if is_short else [*said, *end]


def _said_and_signed(composer: Composer, paper: PlanPaper) -> tuple[list[Block], list[Block]]:
    """Where they say it in their own words, which may fill a page, the names have a heading of their own."""
    heading = composer.heading(2, "What we agreed")
    answer, *words = _agreement(composer, paper)
    if not words:
        signed = Together([answer, *_signatures(composer, paper)])
        return [], [Opening(heading, signed), signed]
    signatures = composer.opened(3, "Who signed", lambda: [Together(_signatures(composer, paper))])
    return [Opening(heading, answer), answer, *words], signatures


def _agreement(composer: Composer, paper: PlanPaper) -> list[Block]:
    """The answer, or that there is none yet."""
    if paper.agreement is None:
        return [composer.paragraph(plain("I have not said yet whether I agree."))]
    blocks: list[Block] = [composer.paragraph(strong(paper.agreement.answer.value))]
    if paper.agreement.my_words.strip():
        return [*blocks, *composer.own_words(paper.agreement.my_words)]
    if paper.agreement.answer is Agreement.PARTLY:
        return [composer.paragraph(strong(paper.agreement.answer.value), plain(f" {NOT_SAID_WHICH}"))]
    return blocks


def _signatures(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Who signed and when, and room to sign by hand."""
    blocks: list[Block] = []
    if paper.signatures:
        rows = [(signature.who, signature.words) for signature in paper.signatures]
        blocks.append(composer.table((), rows, SIGNED_COLUMNS))
    else:
        blocks.append(composer.paragraph(strong("Not signed.")))
    name = paper.person.called or paper.person.full_name
    label = composer.paragraph(plain(f"{name}, to sign by hand:"), after=0)
    return [*blocks, Columns([label, WritingLine()], SIGNED_COLUMNS, gap=0)]


def _copies(composer: Composer, paper: PlanPaper) -> list[Block]:
    """Who gets a copy, and what becomes of the plan before."""

    def made() -> list[Block]:
        blocks: list[Block] = []
        if paper.copies:
            blocks += composer.bullets([[strong(name)] for name in paper.copies])
        else:
            blocks.append(composer.paragraph(plain("We have not decided yet who gets a copy.")))
        if paper.replaces:
            blocks.append(composer.paragraph(plain(_plan_before(paper))))
        return blocks

    return composer.opened(3, "Who gets a copy", made)


def _plan_before(paper: PlanPaper) -> str:
    """What becomes of the plan before: nobody is told to tear it up while a promise of it is open.

    Of a correction that is the version before, which holds nothing that this one does not hold or put right.
    """
    owed = "Some of what was promised before is still open. It stands on this plan too."
    if paper.is_more_owed and not paper.version_note:
        return owed
    until = "Once this plan is signed, " if paper.is_draft else ""
    torn = f"{until}I can tear up my plan of {paper.replaces}."
    return f"{torn} {owed}" if paper.is_more_owed else torn


def _about_this_plan(composer: Composer, paper: PlanPaper) -> list[Block]:
    """The NHS number, where ranges come from, which rules were used: for whoever files it or looks back.

    In the smallest type of the paper, as the running lines: the person does not need it.
    """
    number = paper.person.nhs_number
    lines = [plain(f"NHS number {number}." if number else "NHS number not known.")]
    if paper.ranges_from:
        lines.append(plain(f"Where the ranges come from. {'. '.join(paper.ranges_from)}."))
    rules = paper.rules_used
    if rules is None:
        lines.append(plain("No rules were used for this plan."))
    else:
        signed = "Signed off by a clinician." if rules.is_signed_off else "Not signed off by a clinician."
        lines.append(plain(f"Rules used: version {rules.version} ({rules.content_hash[:12]}). {signed}"))
    small = Lettering(composer.edition.running, leading=1.25)
    return composer.section(
        "About this plan", lambda: [composer.paragraph(line, after=0, style=small) for line in lines]
    )
