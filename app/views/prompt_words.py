"""How a prompt is said on screen: its level, whom it is for, why, and where the rule comes from.

What rests on something that was told alone does not come here while somebody else may look: see `apart`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.consultation.book import vocabulary
from app.consultation.days import clock_time, on_screen
from app.consultation.decisions import Choice, Decision
from app.consultation.fact_words import day_beside, label_of
from app.consultation.prompt import Prompt
from app.consultation.prompts import Gone
from app.rules.described import MARK_WORDS
from app.rules.explaining import Because, Part
from app.rules.facts import Never
from app.rules.rulebook import Role
from app.rules.weighing import Outcome
from app.views.open_consultation import Undone
from app.views.parts.prompt_card import Level

ROLE_WORDS = {
    Role.HCA: "an HCA",
    Role.NURSE: "a nurse",
    Role.PRESCRIBER: "the prescriber",
    Role.OTHER: "a colleague",
}
NOT_SIGNED_OFF = "not signed off"


@dataclass(frozen=True)
class Line:
    """One line of 'why': what, its value, its day, how it is known."""

    what: str
    value: str
    day: str
    how: str


def level_of(prompt: Prompt) -> Level:
    """The level as the card shows it."""
    return Level(prompt.level.word)


def whom(prompt: Prompt) -> str:
    """For whom it is, in words; what the person chose says so, because it stands before what is graver."""
    chosen = "chosen by the person, " if prompt.is_chosen else ""
    return f"{chosen}for " + " or ".join(ROLE_WORDS[role] for role in prompt.lead.rule.does)


def lines(outcomes: tuple[Outcome, ...]) -> tuple[Line, ...]:
    """The values that settled it, each once, in the order of the rules."""
    found = {(because.fact, because.shown): line(because) for because in _settled_by(outcomes)}
    return tuple(found.values())


def _settled_by(outcomes: tuple[Outcome, ...]) -> Iterator[Because]:
    for outcome in outcomes:
        for because in outcome.reasons:
            if because.missing is None and not _is_quiet(because):
                yield because


def _is_quiet(because: Because) -> bool:
    """Being of age, and an exception that does not apply, tell nobody anything."""
    if because.part is Part.APPLIES:
        return because.fact == "age"
    return because.part is Part.UNLESS and because.on is None


def line(because: Because) -> Line:
    """One determining line in words."""
    kinds, day = vocabulary(), day_beside(because)
    unit = kinds[because.fact].unit if because.fact in kinds else because.unit
    value = "none found" if isinstance(because.value, Never) else f"{because.shown} {unit}".strip()
    return Line(label_of(because.fact), value, on_screen(day) if day else "", because.source)


def gone_words(gone: Gone) -> str:
    """What no longer applies, and because of which values."""
    told = map(line, gone.because)
    because = "; ".join(f"{each.what}: {each.value}" for each in told if each.value)
    return f"No longer applies: {gone.rule.title}.{f' {because}.' if because else ''}"


def first_question(outcome: Outcome) -> tuple[str, str] | None:
    """The section and the question that would settle most of it."""
    if not outcome.needs:
        return None
    section, _, field = vocabulary()[outcome.needs[0]].asked_in.partition(".")
    return section, field


def source_words(outcomes: tuple[Outcome, ...]) -> str:
    """Where each rule comes from, how far that was read, its version, and that nobody has signed it off."""
    return "\n".join(
        f"{o.rule.evidence.text} {MARK_WORDS[o.rule.evidence.mark].capitalize()}. Rule {o.rule.id}, version "
        f"{o.rule.version}, {NOT_SIGNED_OFF}{', past its review date' if o.is_stale else ''}."
        for o in outcomes
    )


def undone_words(undone: Undone, *, in_full: bool) -> str:
    """What an undo took away: the actions, in words, or else the decision; `in_full` with what was typed."""
    off = "; ".join(action.what or "an action with no words" for _place, action in undone.actions)
    if off:
        return f"Taken off the plan: {off}."
    return f"Undone: {decision_words(undone.decision)}." if in_full else "Undone."


def decision_words(decision: Decision) -> str:
    """What was decided, by whom and when, and what was typed about it, on one line."""
    said = {
        Choice.TAKE_UP: "Added to the plan",
        Choice.DONE_ALREADY: "Done already",
        Choice.DECLINED: "Declined by the person",
        Choice.NOT_RELEVANT: "Not relevant",
        Choice.LATER: "Later",
    }[decision.choice]
    parts = [said]
    if done := done_words(decision):
        parts.append(done)
    if decision.why:
        parts.append(decision.why)
    if decision.offer_again_on:
        parts.append(f"offer again from {on_screen(decision.offer_again_on)}")
    parts.append(f"{decision.by}, {on_screen(decision.decided_on)}")
    return ". ".join(part for part in parts if part)


def done_words(decision: Decision) -> str:
    """Who did it as it was typed, on which day and at what time; nothing where it was not done."""
    on = on_screen(decision.done_on) if decision.done_on else ""
    at = f"at {clock_time(decision.done_at)}" if decision.done_at else ""
    not_known = "at a time not known" if decision.is_time_not_known else ""
    return " ".join(word for word in (decision.done_by, on, at or not_known) if word)
