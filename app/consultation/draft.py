"""The consultation while it is still being written: one frozen value after another."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from app.consultation.agenda import SECTIONS
from app.consultation.care_plan import CarePlan
from app.consultation.correction import Correction
from app.consultation.decisions import Decision
from app.consultation.hand_overs import Acknowledgement, HandOver, own_word_on, taken_on_by
from app.consultation.not_decided import NotDecided
from app.consultation.questions import Record
from app.consultation.questions_back import QuestionBack
from app.consultation.ringing_999 import Rang999
from app.consultation.section import Section

R = TypeVar("R", bound=Record)


class State(Enum):
    """Where a visit stands; a signed one is only ever added to."""

    DRAFT = "draft"
    FINISHED = "finished"
    SIGNED = "signed"
    CORRECTED = "corrected"
    DID_NOT_HAPPEN = "did_not_happen"


def blank_records() -> Mapping[str, Record]:
    """Every section unasked."""
    return MappingProxyType({section.key: section.record() for section in SECTIONS})


@dataclass(frozen=True)
class Draft:
    """All that was said, decided and agreed so far in one visit."""

    id: str
    person_id: str
    started_at: datetime
    held_by: str = ""
    """The name of whoever was there with the person, whoever signs or corrects the visit later."""
    records: Mapping[str, Record] = field(default_factory=blank_records)
    decisions: tuple[Decision, ...] = ()
    plan: CarePlan = field(default_factory=CarePlan)
    prompts_shown: tuple[str, ...] = ()
    state: State = State.DRAFT
    correction: Correction | None = None
    hand_overs: tuple[HandOver, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    questions: tuple[QuestionBack, ...] = ()
    not_decided: tuple[NotDecided, ...] = ()
    """What it left undecided when it was last ended, with what earlier visits left."""

    @property
    def first_id(self) -> str:
        """The visit's key, the same for all its versions."""
        return self.correction.first_id if self.correction else self.id

    @property
    def version(self) -> int:
        """1, or the number of the correction."""
        return self.correction.version if self.correction else 1

    @property
    def day(self) -> date:
        """The day on which the visit began, where the laptop is."""
        return self.started_at.date()

    def record(self, section: Section[R]) -> R:
        """The answers of one section."""
        found: Any = self.records[section.key]
        if not isinstance(found, section.record):
            raise TypeError(f"the record of {section.key} is a {type(found).__name__}")
        return found

    def with_record(self, section: str, record: Record) -> "Draft":
        """The draft with one section's answers replaced."""
        return replace(self, records=MappingProxyType({**self.records, section: record}))

    def with_plan(self, plan: CarePlan) -> "Draft":
        """The draft with another plan."""
        return replace(self, plan=plan)

    def with_decision(self, decision: Decision) -> "Draft":
        """The draft with a topic decided; a later decision on the topic takes its place."""
        others = tuple(d for d in self.decisions if d.topic != decision.topic)
        return replace(self, decisions=(*others, decision))

    def decision_on(self, topic: str) -> Decision | None:
        """What was decided on a topic, whether it still holds or not."""
        return next((decision for decision in self.decisions if decision.topic == topic), None)

    def without_actions(self, ids: tuple[str, ...]) -> "Draft":
        """The draft without some actions of its plan."""
        kept = tuple(action for action in self.plan.actions if action.id not in ids)
        return self.with_plan(msgspec.structs.replace(self.plan, actions=kept))

    def without_decision(self, topic: str) -> "Draft":
        """The draft with a topic open again."""
        return replace(self, decisions=tuple(d for d in self.decisions if d.topic != topic))

    def with_hand_over(self, hand_over: HandOver) -> "Draft":
        """The draft with one more hand-over; those before stay."""
        return replace(self, hand_overs=(*self.hand_overs, hand_over))

    def with_acknowledgement(self, acknowledgement: Acknowledgement) -> "Draft":
        """The draft with somebody having taken it on; the first to say so stands.

        One's own word stands beside what was noted for one; after "nobody told me", "I have it" still counts.
        """
        before = [each for each in self.acknowledgements if each.hand_over == acknowledgement.hand_over]
        if any(
            not each.never_reached and (each.by_own_sign_in or not acknowledgement.by_own_sign_in)
            for each in before
        ):
            return self
        return replace(self, acknowledgements=(*self.acknowledgements, acknowledgement))

    def acknowledgement_of(self, hand_over: HandOver) -> Acknowledgement | None:
        """Who has it, if anybody said so."""
        return taken_on_by(hand_over, self.acknowledgements)

    def has_reached(self, hand_over: HandOver) -> bool:
        """Whether somebody was told, and their own word is not that nobody told them."""
        own = own_word_on(hand_over, self.acknowledgements)
        return hand_over.was_told and not (own is not None and own.never_reached)

    def rang_999_on(self, topic: str) -> Rang999 | None:
        """What was last said of 999 about a topic, in whichever hand-over; None where nobody said."""
        said = (each.rang_999 for each in reversed(self.hand_overs) if each.topic == topic)
        return next((rang for rang in said if rang is not None), None)

    def with_question(self, question: QuestionBack) -> "Draft":
        """The draft with a question added, or with its answer where it is there already."""
        others = tuple(q for q in self.questions if q.id != question.id)
        if len(others) == len(self.questions):
            return replace(self, questions=(*self.questions, question))
        return replace(self, questions=tuple(question if q.id == question.id else q for q in self.questions))

    @property
    def open_questions(self) -> tuple[QuestionBack, ...]:
        """What a reviewer asked and nobody answered yet; a correction only keeps what was asked and said."""
        if self.correction is not None:
            return ()
        return tuple(question for question in self.questions if not question.is_answered)

    @property
    def was_finished(self) -> bool:
        """Whether it was finished once, though it may have come back with a question since.

        Not a correction under way: until it is signed the version before counts, and nothing counts twice.
        """
        return self.state is not State.DRAFT or (bool(self.questions) and self.correction is None)

    def having_shown(self, rules: tuple[str, ...]) -> "Draft":
        """The draft that remembers which rules were ever shown in this visit."""
        new = tuple(rule for rule in rules if rule not in self.prompts_shown)
        return replace(self, prompts_shown=(*self.prompts_shown, *new)) if new else self
