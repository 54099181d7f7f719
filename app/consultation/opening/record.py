"""What is settled before anything else is asked: how the visit is held, with whom, on which days."""

from datetime import date
from enum import Enum
from typing import Annotated

import msgspec

from app.consultation.answers import NOT_ASKED, Answer, Known, YesNo, value_of
from app.consultation.care_plan import Action, Outcome
from app.consultation.days import on_screen
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


REMOTE = frozenset({Place.PHONE, Place.VIDEO})
"""Where the person is heard but cannot be touched, and where they are is for them to say."""


class Interpreted(Enum):
    """Who interprets today; never a child."""

    HERE = "A professional, here"
    ON_THE_LINE = "A professional, by phone or video"
    FAMILY = "A family member or friend"
    NOBODY = "Nobody today"


class Company(Enum):
    """Who else is there; private questions wait while somebody is."""

    ALONE = "Nobody else"
    WITH_CARER = "A carer or family"
    WITH_STAFF = "Another professional"
    WITH_OTHERS = "Somebody else"


class WhyEnded(Enum):
    """Why a visit ended before its end; none of them is the person's failure."""

    TIRED = "The person was tired"
    ENOUGH = "The person had had enough"
    UNWELL = "The person was unwell"
    INTERRUPTED = "We were interrupted"
    OTHER = "Another reason"


class PromiseOutcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What became of one promise of last time."""

    action_id: str
    outcome: Outcome
    note: str = ""


class Sitting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An earlier day of the same visit: where it was, and who was there then."""

    on: date
    identifiers: tuple[Identifier, ...] = ()
    place: Answer[Place] = NOT_ASKED
    private_to_talk: Answer[YesNo] = NOT_ASKED
    where_they_are: str = ""
    company: Answer[Company] = NOT_ASKED
    others_present: str = ""
    interpreted: Answer[Interpreted] = NOT_ASKED
    interpreter_name: str = ""

    @property
    def words(self) -> str:
        """That day in one sentence: where, who else was there, and who interpreted where that was said."""
        place = self.place.value.value.lower() if isinstance(self.place, Known) else "nobody said where"
        with_whom = self.company.value.value.lower() if isinstance(self.company, Known) else "nobody said who"
        names = f" ({self.others_present})" if self.others_present else ""
        return f"{on_screen(self.on)}: {place}; also present: {with_whom}{names}{self._interpreted}."

    @property
    def _interpreted(self) -> str:
        if not isinstance(self.interpreted, Known):
            return ""
        name = f" ({self.interpreter_name})" if self.interpreter_name else ""
        return f"; interpreted: {self.interpreted.value.value.lower()}{name}"


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
    private_to_talk: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Are you somewhere private to talk?",
            hint="Ask it first. Only a yes opens what is asked alone.",
            options=YesNo,
            asks_how=False,
        ),
    ] = NOT_ASKED
    call_back_number: str = ""
    where_they_are: str = ""
    company: Annotated[
        Answer[Company], Question(Kind.CHOICE, "Who else is present?", options=Company, asks_how=False)
    ] = NOT_ASKED
    others_present: str = ""
    were_here: str = ""
    """By name, who was there for a part of this sitting and went out before it ended."""
    interpreted: Annotated[
        Answer[Interpreted],
        Question(
            Kind.CHOICE,
            "Who interprets today?",
            hint="A professional, never a child. A member of the family counts as somebody present.",
            options=Interpreted,
            asks_how=False,
        ),
    ] = NOT_ASKED
    interpreter_name: str = ""
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
    ended_early: Annotated[
        Answer[WhyEnded],
        Question(
            Kind.CHOICE,
            "Ended early",
            hint="Only if it did. What was not asked is marked as not asked, and is left for next time.",
            options=WhyEnded,
            asks_how=False,
        ),
    ] = NOT_ASKED
    ended_early_note: str = ""
    sat_on: date | None = None
    """The day of this sitting, where it is not the day on which the visit began."""
    earlier_sittings: tuple[Sitting, ...] = ()

    @property
    def somebody_interprets(self) -> bool:
        """Whether it was said that somebody does."""
        return isinstance(self.interpreted, Known) and self.interpreted.value is not Interpreted.NOBODY

    @property
    def interpreter(self) -> str:
        """The name of whoever interprets; a name that was kept where nobody does is nobody's."""
        return self.interpreter_name if self.somebody_interprets else ""

    @property
    def is_interpreted_by_family(self) -> bool:
        """Whether somebody who knows the person hears all of it."""
        return isinstance(self.interpreted, Known) and self.interpreted.value is Interpreted.FAMILY

    @property
    def is_remote(self) -> bool:
        """Whether the visit is held by phone or by video."""
        return isinstance(self.place, Known) and self.place.value in REMOTE

    def held(self, place: Answer[Place]) -> "Opening":
        """The record with where it is held: whether they can talk there is asked anew."""
        return msgspec.structs.replace(self, place=place, private_to_talk=NOT_ASKED)

    def with_company(self, company: Answer[Company]) -> "Opening":
        """The record with who else is there; whoever was named and went out was there for a part of it."""
        if value_of(company) is not Company.ALONE:
            return msgspec.structs.replace(self, company=company)
        return msgspec.structs.replace(
            self, company=company, others_present="", were_here=self.everybody_named
        )

    @property
    def everybody_named(self) -> str:
        """Who was there at any time of this sitting, each once."""
        names = (part.strip() for part in (*self.were_here.split(";"), self.others_present))
        return "; ".join(dict.fromkeys(name for name in names if name))

    def with_interpreting(self, interpreted: Answer[Interpreted]) -> "Opening":
        """The record with who interprets; the name goes where nobody does."""
        said = msgspec.structs.replace(self, interpreted=interpreted)
        return msgspec.structs.replace(said, interpreter_name=said.interpreter)

    def ended(self, why: Answer[WhyEnded]) -> "Opening":
        """The record with why it ended early; the words are those of another reason."""
        note = self.ended_early_note if value_of(why) is WhyEnded.OTHER else ""
        return msgspec.structs.replace(self, ended_early=why, ended_early_note=note)

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
