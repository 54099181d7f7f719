"""How a prompt is said on screen: its level, whom it is for, why, and where the rule comes from.

`alone`: whether the person is alone with the worker. Where they are not, a private fact is never named: the
one they fear may be reading along.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.consultation.book import vocabulary
from app.consultation.days import on_screen
from app.consultation.decisions import Choice, Decision
from app.consultation.prompts import Gone, Prompt
from app.rules.explaining import Because, Part
from app.rules.facts import Never
from app.rules.rulebook import Level as RuleLevel
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
WAITING = "an answer that waits until you are alone with the person"
ONE_WAITS = "One answer waits until you are alone with the person."
LEVEL_WORDS = {
    RuleLevel.NOW: "something to do now",
    RuleLevel.URGENT: "something for today",
    RuleLevel.SOON: "something to arrange soon",
    RuleLevel.ROUTINE: "something to arrange",
    RuleLevel.NOTE: "worth knowing",
}


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


def lines(outcomes: tuple[Outcome, ...], *, alone: bool) -> tuple[Line, ...]:
    """The values that settled it, each once, in the order of the rules."""
    found = {
        (because.fact, because.shown): line(because)
        for because in _settled_by(outcomes)
        if alone or not is_private(because.fact)
    }
    return tuple(found.values())


def _settled_by(outcomes: tuple[Outcome, ...]) -> Iterator[Because]:
    for outcome in outcomes:
        for because in outcome.reasons:
            if because.missing is None and not _is_quiet(because):
                yield because


def is_private(fact: str) -> bool:
    """Whether a fact may be named only while the person is alone with the worker."""
    kinds = vocabulary()
    return fact in kinds and kinds[fact].is_private


def _is_quiet(because: Because) -> bool:
    """Being of age, and an exception that does not apply, tell nobody anything."""
    if because.part is Part.APPLIES:
        return because.fact == "age"
    return because.part is Part.UNLESS and because.on is None


def line(because: Because) -> Line:
    """One determining line in words."""
    kinds = vocabulary()
    label = kinds[because.fact].label if because.fact in kinds else because.fact.replace("_", " ")
    unit = kinds[because.fact].unit if because.fact in kinds else because.unit
    value = "none found" if isinstance(because.value, Never) else f"{because.shown} {unit}".strip()
    return Line(label, value, on_screen(because.on) if because.on else "", because.source)


def gone_words(gone: Gone, *, alone: bool) -> str:
    """What no longer applies, and because of which values."""
    told = (line(because) for because in gone.because if alone or not is_private(because.fact))
    because = "; ".join(f"{each.what}: {each.value}" for each in told if each.value)
    return f"No longer applies: {gone.rule.title}.{f' {because}.' if because else ''}"


def missing_words(outcomes: tuple[Outcome, ...], *, alone: bool) -> str:
    """What would settle a higher level, or nothing."""
    parts = []
    for outcome in outcomes:
        for could in outcome.could_be:
            needs = " and ".join(needed(could.needs, alone=alone))
            parts.append(f"Could be {could.level.word}: needs {needs}.")
    return " ".join(dict.fromkeys(parts))


def needed(facts: tuple[str, ...], *, alone: bool) -> tuple[str, ...]:
    """The facts in running words; those that may not be named now together as one."""
    named = [fact_label(fact) if alone or not is_private(fact) else WAITING for fact in facts]
    return tuple(dict.fromkeys(named))


def fact_label(name: str) -> str:
    """A fact's label in running words."""
    kinds = vocabulary()
    if name not in kinds:
        return name.replace("_", " ")
    label = kinds[name].label
    return label if label[:2].isupper() or label[1:2].isupper() else label[0].lower() + label[1:]


def could_be_words(outcome: Outcome, *, alone: bool) -> str:
    """What a warning could be, and what would settle it."""
    level = outcome.highest_possible
    needs = ", ".join(needed(outcome.needs, alone=alone))
    return f"Could be {LEVEL_WORDS[level]}. Needs: {needs}." if level else f"Needs: {needs}."


def first_question(outcome: Outcome, *, alone: bool) -> tuple[str, str] | None:
    """The section and the question that would settle most of it; none where all of it waits."""
    for fact in outcome.needs:
        if alone or not is_private(fact):
            section, _, field = vocabulary()[fact].asked_in.partition(".")
            return section, field
    return None


def source_words(outcomes: tuple[Outcome, ...]) -> str:
    """Where each rule comes from, its version, and that nobody has signed it off."""
    return "\n".join(
        f"{o.rule.evidence.text} Source mark {o.rule.evidence.mark.value}. Rule {o.rule.id}, version "
        f"{o.rule.version}, {NOT_SIGNED_OFF}{', past its review date' if o.is_stale else ''}."
        for o in outcomes
    )


def undone_words(undone: Undone, *, in_full: bool) -> str:
    """What an undo took away: the actions, in words, or else the decision."""
    off = "; ".join(action.what or "an action with no words" for _place, action in undone.actions)
    decided = decision_words(undone.decision, in_full=in_full)
    return f"Taken off the plan: {off}." if off else f"Undone: {decided}."


def rests_on_private(prompt: Prompt) -> bool:
    """Whether a private fact is among what the prompt comes of."""
    return any(is_private(because.fact) for because in _settled_by(prompt.outcomes))


def decision_words(decision: Decision, *, in_full: bool) -> str:
    """What was decided, by whom and when, on one line; `in_full` with what was typed about it."""
    said = {
        Choice.TAKE_UP: "Added to the plan",
        Choice.DONE_ALREADY: "Done already",
        Choice.DECLINED: "Declined by the person",
        Choice.NOT_RELEVANT: "Not relevant",
        Choice.LATER: "Later",
    }[decision.choice]
    by_whom = f"{decision.by}, {on_screen(decision.decided_on)}"
    if not in_full:
        return f"{said}. {by_whom}"
    parts = [said]
    if decision.done_by or decision.done_on:
        on = on_screen(decision.done_on) if decision.done_on else ""
        parts.append(" ".join(word for word in (decision.done_by, on) if word))
    if decision.why:
        parts.append(decision.why)
    if decision.offer_again_on:
        parts.append(f"offer again from {on_screen(decision.offer_again_on)}")
    parts.append(by_whom)
    return ". ".join(part for part in parts if part)
