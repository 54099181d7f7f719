"""One thing to do, as it stands in this visit: what says so, how pressing it is, and whether it waits."""

from dataclasses import dataclass
from datetime import date

from app.consultation.apart import is_told_alone
from app.consultation.bands import rank_of
from app.consultation.decisions import Decision, ReasonSeen
from app.consultation.hand_overs import Acknowledgement, HandOver
from app.consultation.not_decided import TOLD_ALONE
from app.consultation.ringing_999 import Rang999, names_999
from app.consultation.visit import Visit
from app.rules.explaining import Because
from app.rules.facts import MedicineList
from app.rules.rulebook import Level, Role, Rule, RuleKind
from app.rules.weighing import Outcome

LIFE_TOPIC = "how-life-is-going"
BE_ALONE = {
    Level.NOW: "Make time alone with the person now, and look at this then.",
    Level.URGENT: "Make time alone with the person before you leave, and look at this then.",
}
BE_ALONE_LATER = "Look at this when you are alone with the person."


@dataclass(frozen=True)
class Prompt:
    """One thing to do, with every rule that says so; the highest level leads."""

    topic: str
    level: Level
    outcomes: tuple[Outcome, ...]
    decision: Decision | None = None
    is_managed: bool = False
    held_because: str = ""
    waits_alone: bool = False
    """Whether it comes of what the person told alone, and somebody else may look now."""
    hand_over: HandOver | None = None
    """The hand-over that covers it as it stands: one that was acknowledged before any later try."""
    has_reached: bool = False
    """Whether whoever the hand-over names was told, by their own word too."""
    acknowledgement: Acknowledgement | None = None
    rang_999: Rang999 | None = None
    """What was last said of 999 about it, whichever hand-over covers it."""
    parts_of_life: tuple[str, ...] = ()
    """What it is about, where it comes of how life is going: in the person's words for each."""
    missing: tuple[tuple[str, str], ...] = ()
    """Each fact that its rules read and that has no value, and why not."""

    @property
    def lead(self) -> Outcome:
        """The outcome that speaks for the prompt."""
        return self.outcomes[0]

    @property
    def title(self) -> str:
        """The heading of the card."""
        return TOLD_ALONE if self.waits_alone else self.lead.rule.title

    @property
    def is_told_alone(self) -> bool:
        """Whether any of its rules reads what the person is only asked alone."""
        return any(is_told_alone(outcome.rule) for outcome in self.outcomes)

    @property
    def is_open(self) -> bool:
        """Whether it still waits: nobody decided it, and nobody who was told has taken it on.

        What names 999 waits on until it was said whether that was rung: a colleague is no ambulance.
        """
        return self.decision is None and (self.acknowledgement is None or self.awaits_999)

    @property
    def names_999(self) -> bool:
        """Whether any of its rules asks for what must be done now and names 999."""
        return any(outcome.step is not None and names_999(outcome.step) for outcome in self.outcomes)

    @property
    def awaits_999(self) -> bool:
        """Whether somebody was told of it, and nobody said whether 999 was rung."""
        is_handed = self.hand_over is not None and self.decision is None
        return is_handed and self.names_999 and self.rang_999 is None

    @property
    def interrupts(self) -> bool:
        """Only what must be done now may interrupt."""
        return self.level is Level.NOW and self.is_open

    @property
    def is_lifestyle(self) -> bool:
        """Whether every reason is one of habit."""
        return all(outcome.rule.kind is RuleKind.LIFESTYLE for outcome in self.outcomes)

    @property
    def is_chosen(self) -> bool:
        """Whether the person themselves asked for it: it stands before what is only soon."""
        return self.topic == LIFE_TOPIC and self.level < Level.URGENT

    def may_be_decided_by(self, role: Role) -> bool:
        """Who may decide otherwise than by taking it up: in an emergency, whoever is there."""
        return self.level is Level.NOW or self.may_be_settled_by(role)

    def may_be_settled_by(self, role: Role) -> bool:
        """Who needs to tell nobody else: whoever the rule names, and a prescriber where a nurse may."""
        deciders = set(self.lead.rule.decides)
        return role in deciders or (role is Role.PRESCRIBER and Role.NURSE in deciders)

    def needs_hand_over(self, role: Role) -> bool:
        """Whether this member of staff must tell somebody by name before it is off their hands."""
        return self.level >= Level.URGENT and not self.may_be_settled_by(role)

    @property
    def awaits_acknowledgement(self) -> bool:
        """Whether somebody was told and has not said yet that they have it."""
        return self.hand_over is not None and self.hand_over.was_told and self.acknowledgement is None

    def done_not_before(self, visit: Visit) -> date:
        """The first day on which it can have been done: what must be done now came up in this visit."""
        return visit.day if self.level is Level.NOW else visit.person.birth_date

    def say(self, role: Role) -> str:
        """What to do, for this member of staff; a health care assistant gets no interpretation.

        Rules that share the topic each say their own thing: none hides behind the one that leads.
        """
        if self.waits_alone:
            return BE_ALONE.get(self.level, BE_ALONE_LATER)
        steps = [outcome.step for outcome in self.outcomes if outcome.step is not None]
        said = [step.say_hca if role is Role.HCA else step.say for step in steps]
        return "\n".join(dict.fromkeys(said))

    def say_briefly(self, role: Role) -> str:
        """What to do first, and the titles of what else there is."""
        first, *others = self.say(role).split("\n")
        titles = [outcome.rule.title for outcome in self.outcomes[1:]]
        return f"{first}\nAlso: {'; '.join(titles)}." if others else first

    def reasons_seen(self) -> tuple[ReasonSeen, ...]:
        """The reasons as they stand, for a decision to hold on to."""
        return tuple(
            _reason_seen(outcome.rule, because) for outcome in self.outcomes for because in outcome.reasons
        )


def _reason_seen(rule: Rule, because: Because) -> ReasonSeen:
    detail = because.shown if isinstance(because.value, MedicineList) else ""
    return ReasonSeen(
        rule=rule.id,
        version=rule.version,
        fact=because.fact,
        detail=detail,
        band=rank_of(because.fact, because.value),
    )
