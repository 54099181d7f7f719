"""Who supports the person, what each may know, and what the carers need themselves."""

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Annotated

import msgspec

from app.consultation import people_around
from app.consultation.answers import NOT_ASKED, Answer, YesNo
from app.consultation.questions import Kind, Question, Record, limits
from app.consultation.sharing import Consent as Consent
from app.consultation.sharing import Topic as Topic
from app.consultation.sharing import as_compared

LISTENING = "Listening needs no consent. General information may always be given."


class AnyCarer(Enum):
    """Whether anybody supports the person."""

    YES = "Yes"
    NOBODY = "Nobody"
    RATHER_NOT_SAY = "Rather not say"


class Assessment(Enum):
    """The carer's own assessment (Care Act 2014 s10)."""

    OFFERED_ACCEPTED = "Offered, wants it"
    OFFERED_DECLINED = "Offered, not now"
    ALREADY = "Already has one"


STRAIN_LIMITS = limits("0", "10", "0", "10")


class Carer(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One carer: who they are, what they may know, what they need, and their own view kept apart."""

    id: str
    name: str
    relationship: str = ""
    phone: str = ""
    is_under_18: Annotated[
        Answer[YesNo], Question(Kind.CHOICE, "Under 18", options=YesNo, asks_how=False)
    ] = NOT_ASKED
    consents: dict[Topic, Consent] = msgspec.field(default_factory=dict)
    strain: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "How hard is it for the carer just now?",
            unit="of 10",
            hint="Our own question: 0 not at all, 10 cannot go on. Asked of the carer.",
            limits=STRAIN_LIMITS,
            asks_how=False,
        ),
    ] = NOT_ASKED
    unwell_or_afraid: Annotated[
        Answer[YesNo],
        Question(Kind.CHOICE, "The carer is ill, exhausted or afraid", options=YesNo, asks_how=False),
    ] = NOT_ASKED
    assessment: Annotated[
        Answer[Assessment],
        Question(
            Kind.CHOICE,
            "An assessment of the carer's own needs",
            options=Assessment,
            asks_how=False,
        ),
    ] = NOT_ASKED
    own_view: str = ""

    @property
    def who(self) -> str:
        """How they are named."""
        return people_around.who(self.name, self.relationship)

    @property
    def may_have_the_plan(self) -> bool:
        """Whether the person said yes, at this visit, to sharing the care plan."""
        return self.consents.get(Topic.CARE_PLAN) is Consent.YES


class Carers(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The carers as the person names them."""

    any_carer: Annotated[
        Answer[AnyCarer],
        Question(Kind.CHOICE, "Is there anyone who supports you?", options=AnyCarer, asks_how=False),
    ] = NOT_ASKED
    rows: tuple[Carer, ...] = ()
    when_unwell: str = ""

    def with_carer(self, carer: Carer) -> "Carers":
        """The record with a carer added or changed."""
        at = next((i for i, row in enumerate(self.rows) if row.id == carer.id), None)
        rows = (*self.rows, carer) if at is None else (*self.rows[:at], carer, *self.rows[at + 1 :])
        return msgspec.structs.replace(self, rows=rows)

    def without_carer(self, carer_id: str) -> "Carers":
        """The record without one carer."""
        return msgspec.structs.replace(self, rows=tuple(r for r in self.rows if r.id != carer_id))

    def refused_a_copy(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the names that are carers who may not have the plan as things stand now."""
        agreed = {as_compared(row.name) for row in self.rows if row.may_have_the_plan}
        refused = {as_compared(row.name) for row in self.rows} - agreed
        return tuple(name for name in names if as_compared(name) in refused)
