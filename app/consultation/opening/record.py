"""What is settled before anything else is asked."""

from enum import Enum
from typing import Annotated

import msgspec

from app.consultation.answers import NOT_ASKED, Answer
from app.consultation.care_plan import Action, Outcome
from app.consultation.questions import Kind, Question, Record


class Identifier(Enum):
    """What the person said themselves and matched the record."""

    NAME = "Full name"
    BIRTH_DATE = "Date of birth"
    ADDRESS = "Address"
    NHS_NUMBER = "NHS number"


class Place(Enum):
    """Where the visit takes place."""

    HOME = "At home"
    CLINIC = "In clinic"
    PHONE = "By phone"
    VIDEO = "By video"
    ELSEWHERE = "Somewhere else"


class Company(Enum):
    """Who else is there; private questions wait while somebody is."""

    ALONE = "Nobody else"
    WITH_CARER = "A carer or family"
    WITH_STAFF = "Another professional"
    WITH_OTHERS = "Somebody else"


class PromiseOutcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What became of one promise of last time."""

    action_id: str
    outcome: Outcome
    note: str = ""


class Opening(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Four facts are compulsory: who (two identifiers), when, where, who is present."""

    identifiers: Annotated[
        tuple[Identifier, ...],
        Question(
            Kind.TICKS,
            "Said by the person, and matches",
            hint="Ask, do not read it out. Two are needed.",
            options=Identifier,
            asks_how=False,
        ),
    ] = ()
    place: Annotated[Answer[Place], Question(Kind.CHOICE, "Where are we?", options=Place, asks_how=False)] = (
        NOT_ASKED
    )
    company: Annotated[
        Answer[Company], Question(Kind.CHOICE, "Who else is present?", options=Company, asks_how=False)
    ] = NOT_ASKED
    others_present: str = ""
    what_matters: Annotated[
        Answer[str],
        Question(
            Kind.WORDS,
            "What matters to you today?",
            hint="In their own words, unchanged.",
            asks_how=False,
        ),
    ] = NOT_ASKED
    promises: tuple[PromiseOutcome, ...] = ()

    def outcome_of(self, action_id: str) -> PromiseOutcome | None:
        """What was said today of one promise."""
        return next((p for p in self.promises if p.action_id == action_id), None)

    def last_said_of(self, promise: Action) -> Outcome:
        """What became of an earlier promise: as said today, else at the last visit that spoke of it."""
        said = self.outcome_of(promise.id)
        return promise.outcome if said is None or said.outcome is Outcome.OPEN else said.outcome

    def with_promise(self, outcome: PromiseOutcome) -> "Opening":
        """The record with what became of one promise."""
        others = tuple(p for p in self.promises if p.action_id != outcome.action_id)
        return msgspec.structs.replace(self, promises=(*others, outcome))
