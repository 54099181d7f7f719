"""What was left for another day, and why; what nobody asked about stands in one line, to keep it short."""

from collections.abc import Sequence

from app.consultation import opening, physical_checks
from app.consultation.answers import Known, Unknown, WhyNot, is_answered
from app.consultation.draft import Draft
from app.consultation.ended_early import as_it_ended, left_over, not_begun
from app.consultation.opening.record import WhyEnded
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions import questions
from app.consultation.visit import Visit
from app.reports.checks_before import alcohol_before, with_what_is_known
from app.reports.plan_paper import NotDone
from app.reports.sentences import as_sentence
from app.reports.which_checks import families, name_of, rows

WORDS = {
    WhyNot.DECLINED: "I would rather not today.",
    WhyNot.RATHER_NOT_SAY: "I would rather not say.",
    WhyNot.NOT_DONE: "Not done today.",
    WhyNot.NOT_SURE: "I am not sure.",
    WhyNot.DOES_NOT_APPLY: "It does not apply to me.",
    WhyNot.FACE_TO_FACE: "Next time face to face.",
}
NOT_ASKED = "Not asked today"
NOT_TALKED_ABOUT = "We did not come to"
STOPPED = "We stopped early"
WHY_STOPPED = {
    WhyEnded.TIRED: "I was tired.",
    WhyEnded.ENOUGH: "I had had enough.",
    WhyEnded.UNWELL: "I was unwell.",
    WhyEnded.INTERRUPTED: "We were interrupted.",
    WhyEnded.OTHER: "",
}
# Measured once in years: where the record has it, nobody misses it.
LASTS = ("height",)


def checks_not_done(draft: Draft, visit: Visit) -> tuple[NotDone, ...]:
    """One row for what has a reason, and one for all that was not asked; none where no check was begun."""
    record = draft.record(physical_checks.SECTION)
    asked = questions(PhysicalChecks)
    found: list[NotDone] = []
    unasked: list[str] = []
    before = _on_the_paper_from_before(record, visit)
    is_begun = any(is_answered(getattr(record, check)) for checks in families().values() for check in checks)
    for family, checks in families().items():
        shown = [check for check in checks if asked[check].shown(record, visit)]
        found += _with_reasons(family, shown, record)
        if shown and not any(_is_there(check, record, visit) or check in before for check in shown):
            unasked.append(family)
    if unasked and is_begun:
        found.append(NotDone(NOT_ASKED, f"{_in_a_row(unasked)}."))
    return (*found, *(_stopped(draft, visit) or _not_begun(draft, visit)))


def _not_begun(draft: Draft, visit: Visit) -> tuple[NotDone, ...]:
    """The parts that nobody came to, though the visit was not ended early: by name."""
    parts = not_begun(draft, visit)
    return (NotDone(NOT_TALKED_ABOUT, f"{_in_a_row(parts)}."),) if parts else ()


def _on_the_paper_from_before(record: PhysicalChecks, visit: Visit) -> frozenset[str]:
    """The checks whose latest value stands on this paper with its day: nobody misses them."""
    known = with_what_is_known(record, visit)
    found = {check for check in rows() if isinstance(getattr(known, check), Known)}
    return frozenset(found | ({"drinking_days"} if alcohol_before(record, visit) else set()))


def _stopped(draft: Draft, visit: Visit) -> tuple[NotDone, ...]:
    """What was not talked about because the visit ended early: parts by name, never a question of one."""
    beginning = draft.record(opening.SECTION)
    if not isinstance(beginning.ended_early, Known):
        return ()
    why = WHY_STOPPED[beginning.ended_early.value] or as_sentence(beginning.ended_early_note)
    left = [part.words for part in left_over(as_it_ended(draft, visit).records)]
    talk = f"Next time we talk about: {'; '.join(left)}." if left else "Nothing was left."
    return (NotDone(STOPPED, " ".join(part for part in (why, talk) if part)),)


def _with_reasons(family: str, checks: Sequence[str], record: PhysicalChecks) -> list[NotDone]:
    """By the family's name where all of it was left for one reason, else each by its own."""
    answers = {check: getattr(record, check) for check in checks}
    reasons = {check: _why(answer) for check, answer in answers.items() if _has_reason(answer)}
    is_one = len(set(reasons.values())) == 1 and not any(isinstance(a, Known) for a in answers.values())
    if is_one:
        return [NotDone(family, next(iter(reasons.values())))]
    return [NotDone(name_of(check), why) for check, why in reasons.items()]


def _has_reason(answer: object) -> bool:
    return isinstance(answer, Unknown) and answer.reason in WORDS


def _why(answer: Unknown) -> str:
    return " ".join(part for part in (WORDS[answer.reason], as_sentence(answer.note)) if part)


def _is_there(check: str, record: PhysicalChecks, visit: Visit) -> bool:
    """Whether something was said about it today, or the record has what lasts."""
    lasts = check in LASTS and visit.history.last(check, visit.today) is not None
    return lasts or is_answered(getattr(record, check))


def _in_a_row(names: Sequence[str]) -> str:
    """Names as one list that begins with a capital; a name may have a comma of its own."""
    lowered = [name[0].lower() + name[1:] for name in names]
    words = "; ".join(lowered)
    return words[0].upper() + words[1:]
