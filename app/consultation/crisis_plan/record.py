"""When things get worse, in body and mind, and what the person would want then: our own questions.

NICE QS14, statement 6: early warning signs, coping strategies, how to get support, needs and preferences if
admitted. Medicines and allergies are asked elsewhere and not again here.
"""

from datetime import date
from enum import Enum
from typing import Annotated

import msgspec

from app.consultation import people_around
from app.consultation.answers import NOT_ASKED, Answer
from app.consultation.crisis_plan import when
from app.consultation.questions import Kind, Question, Record, Shown, questions

NO_LEGAL_REFUSAL = (
    "These are wishes. They are not a legal refusal of a treatment: that needs a paper of its own."
)


class Talk(Enum):
    """Whether a part is gone through today."""

    TODAY = "Yes, today"
    ELSEWHERE = "Written down elsewhere"
    NOT_TODAY = "Not today"


class AnyCaller(Enum):
    """Whether there is somebody to call."""

    YES = "Yes"
    NOBODY = "Nobody"


class AdvancePaper(Enum):
    """A paper of the person's own about treatment when they cannot say."""

    DECISION = "Advance decision"
    STATEMENT = "Advance statement or choices"
    BOTH = "Both"
    NONE = "None"


class OnPaper(Enum):
    """How much of this goes on the printed plan."""

    ALL = "All of it"
    NOT_WISHES = "All but my wishes"
    NOTHING = "Nothing of it"


class Caller(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody to call, and what they may do; `said_on` is the day on which it was last said to be so.

    A carer who was taken up keeps the carer's id.
    """

    id: str
    name: str
    said_on: date
    relationship: str = ""
    phone: str = ""
    may_do: str = ""

    @property
    def who(self) -> str:
        """How they are named."""
        return people_around.who(self.name, self.relationship)


def _words(label: str, shown: Shown, hint: str = "", *, is_private: bool = False) -> Question:
    return Question(Kind.WORDS, label, hint=hint, asks_how=False, shown=shown, is_private=is_private)


def _choice(label: str, options: type[Enum], shown: Shown, hint: str = "") -> Question:
    return Question(Kind.CHOICE, label, hint=hint, options=options, asks_how=False, shown=shown)


_worse, _wish = when.where_said("hard_times", "TODAY"), when.where_said("wishes", "TODAY")
_elsewhere = when.where_said("hard_times", "ELSEWHERE")
_any_wish = when.where_said("wishes", "TODAY", "ELSEWHERE")


class CrisisPlan(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was said of it today; what stands from before is in the history."""

    hard_times: Annotated[
        Answer[Talk],
        Question(
            Kind.CHOICE,
            "A plan for when mind or body gets worse",
            hint="Signs, what helps, where to go. Any part may stay open.",
            options=Talk,
            asks_how=False,
        ),
    ] = NOT_ASKED
    plan_place: Annotated[Answer[str], _words("Where that plan is kept", _elsewhere("plan_place"))] = (
        NOT_ASKED
    )
    signs_mind: Annotated[
        Answer[str], _words("Early signs in my mind", _worse("signs_mind"), "What you or others notice first")
    ] = NOT_ASKED
    signs_body: Annotated[
        Answer[str], _words("Early signs in my body", _worse("signs_body"), "What you or others notice first")
    ] = NOT_ASKED
    i_do_mind: Annotated[Answer[str], _words("What I can do for my mind", _worse("i_do_mind"))] = NOT_ASKED
    i_do_body: Annotated[Answer[str], _words("What I can do for my body", _worse("i_do_body"))] = NOT_ASKED
    others_do_mind: Annotated[
        Answer[str], _words("What others can do for my mind", _worse("others_do_mind"))
    ] = NOT_ASKED
    others_do_body: Annotated[
        Answer[str], _words("What others can do for my body", _worse("others_do_body"))
    ] = NOT_ASKED
    worse_mind: Annotated[Answer[str], _words("What makes it worse for my mind", _worse("worse_mind"))] = (
        NOT_ASKED
    )
    worse_body: Annotated[Answer[str], _words("What makes it worse for my body", _worse("worse_body"))] = (
        NOT_ASKED
    )
    would_go: Annotated[Answer[str], _words("Where I would go", _worse("would_go"))] = NOT_ASKED
    would_not_go: Annotated[Answer[str], _words("Where I would not want to go", _worse("would_not_go"))] = (
        NOT_ASKED
    )
    any_caller: Annotated[
        Answer[AnyCaller],
        _choice(
            "Is there somebody to call when things get worse?",
            AnyCaller,
            when.nobody_listed,
            "In case of an emergency, too.",
        ),
    ] = NOT_ASKED
    callers: tuple[Caller, ...] = ()
    wishes: Annotated[
        Answer[Talk],
        Question(
            Kind.CHOICE,
            "Wishes for when I am unwell",
            hint="What you would want if you could not say it then.",
            options=Talk,
            asks_how=False,
        ),
    ] = NOT_ASKED
    document: Annotated[
        Answer[AdvancePaper],
        _choice("A paper of my own about treatment", AdvancePaper, _any_wish("document")),
    ] = NOT_ASKED
    document_place: Annotated[Answer[str], _words("Where that paper is kept", when.has_a_paper)] = NOT_ASKED
    treatment_wanted: Annotated[
        Answer[str], _words("Treatment I would rather have", _wish("treatment_wanted"))
    ] = NOT_ASKED
    treatment_refused: Annotated[
        Answer[str], _words("Treatment I would not want, and why", _wish("treatment_refused"))
    ] = NOT_ASKED
    to_be_told: Annotated[Answer[str], _words("Who should be told, and what", _wish("to_be_told"))] = (
        NOT_ASKED
    )
    not_to_be_told: Annotated[
        Answer[str], _words("Who should not be told", _wish("not_to_be_told"), is_private=True)
    ] = NOT_ASKED
    in_my_care: Annotated[Answer[str], _words("Children, or others in my care", _wish("in_my_care"))] = (
        NOT_ASKED
    )
    pets: Annotated[Answer[str], _words("Pets", _wish("pets"))] = NOT_ASKED
    home: Annotated[Answer[str], _words("My home", _wish("home"), "Keys, post, bills")] = NOT_ASKED
    told_alone: Annotated[
        Answer[str],
        _words(
            "What only my team should know", _worse("told_alone"), "Stays off every paper", is_private=True
        ),
    ] = NOT_ASKED
    on_paper: Annotated[
        Answer[OnPaper],
        _choice("How much goes on paper", OnPaper, when.something_is_said, "It may lie about at home."),
    ] = NOT_ASKED

    def with_caller(self, caller: Caller) -> "CrisisPlan":
        """The record with somebody to call added at the end, or changed in place."""
        ids = [row.id for row in self.callers]
        if caller.id not in ids:
            return msgspec.structs.replace(self, callers=(*self.callers, caller))
        rows = tuple(caller if row.id == caller.id else row for row in self.callers)
        return msgspec.structs.replace(self, callers=rows)

    def without_caller(self, caller_id: str) -> "CrisisPlan":
        """The record without one of them."""
        rows = tuple(row for row in self.callers if row.id != caller_id)
        return msgspec.structs.replace(self, callers=rows)

    def moved(self, caller_id: str, by: int) -> "CrisisPlan":
        """The record with somebody called earlier (negative) or later."""
        rows = list(self.callers)
        here = next((i for i, row in enumerate(rows) if row.id == caller_id), None)
        if here is None or not 0 <= here + by < len(rows):
            return self
        rows.insert(here + by, rows.pop(here))
        return msgspec.structs.replace(self, callers=tuple(rows))


STANDS = tuple(name for name in questions(CrisisPlan) if name not in when.EACH_VISIT)
