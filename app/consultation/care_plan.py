"""What was agreed: who does what by when, in plain words, and whether the person agrees."""

from datetime import date
from enum import Enum

import msgspec

from app.consultation.answers import NOT_ASKED, Answer, Known


class Owner(Enum):
    """Whose action it is; an absent person is asked, never tasked."""

    PERSON = "person"
    WORKER = "worker"
    TEAM = "team"
    CARER = "carer"
    ASK = "ask"


class Outcome(Enum):
    """What became of a promise."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly done"
    NOT_DONE = "not done"
    LET_GO = "let go"


STILL_TO_DO = frozenset({Outcome.PARTLY, Outcome.NOT_DONE})
"""What became of a promise that is not over: it goes on in the new plan, or it is asked about again."""


class Agreement(Enum):
    """Whether the person agrees with the plan."""

    AGREE = "agree"
    PARTLY = "partly"
    DISAGREE = "disagree"


DIFFERS = frozenset({Agreement.PARTLY, Agreement.DISAGREE})
"""Where the person sees something differently: then it is asked what."""


class Action(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One promise: what, whose, by when, and what it comes from."""

    id: str
    what: str
    owner: Owner
    owner_name: str = ""
    by_when: date | None = None
    because_of: str = ""
    topic: str = ""
    promised_on: date | None = None
    outcome: Outcome = Outcome.OPEN
    outcome_note: str = ""

    @property
    def has_words(self) -> bool:
        """Whether it says what: an action without words promises nothing, and stands on no paper."""
        return bool(self.what.strip())

    @property
    def is_named(self) -> bool:
        """Whether it says whose it is, by name."""
        return self.owner is Owner.PERSON or bool(self.owner_name.strip())

    @property
    def is_ready(self) -> bool:
        """Whether the promise names what, who and when."""
        return self.has_words and self.is_named and self.by_when is not None


class CrisisCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """When things get worse: the person's signs, what helps, who they call."""

    signs: str = ""
    what_helps: str = ""
    who_i_call: str = ""


class CarePlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The plan as it stands."""

    actions: tuple[Action, ...] = ()
    own_words: str = ""
    going_well: str = ""
    crisis: CrisisCard = CrisisCard()
    key_worker: str = ""
    key_worker_phone: str = ""
    next_visit: str = ""
    next_review: date | None = None
    agreement: Answer[Agreement] = NOT_ASKED
    agreement_words: str = ""
    copies_to: tuple[str, ...] = ()

    @property
    def is_differed_from(self) -> bool:
        """Whether the person does not agree with all of it."""
        return isinstance(self.agreement, Known) and self.agreement.value in DIFFERS

    @property
    def lacks_words_of_differing(self) -> bool:
        """Whether the person does not agree with all of it, and nobody wrote down with what."""
        return self.is_differed_from and not self.agreement_words.strip()

    def promises(self, action_id: str) -> bool:
        """Whether an action stands in the plan, in words."""
        return any(action.id == action_id and action.has_words for action in self.actions)

    def with_action(self, action: Action) -> "CarePlan":
        """The plan with the action added, or changed where its id is there already."""
        others = tuple(a for a in self.actions if a.id != action.id)
        if len(others) == len(self.actions):
            return msgspec.structs.replace(self, actions=(*self.actions, action))
        return msgspec.structs.replace(
            self, actions=tuple(action if a.id == action.id else a for a in self.actions)
        )

    def with_action_at(self, action: Action, place: int) -> "CarePlan":
        """The plan with an action put back where it stood, or at the end where the plan is shorter now."""
        plan = self.without_action(action.id)
        rows = (*plan.actions[:place], action, *plan.actions[place:])
        return msgspec.structs.replace(plan, actions=rows)

    def without_action(self, action_id: str) -> "CarePlan":
        """The plan without one action."""
        return msgspec.structs.replace(self, actions=tuple(a for a in self.actions if a.id != action_id))

    def moved(self, action_id: str, by: int) -> "CarePlan":
        """The plan with one action moved up (negative) or down in the person's order."""
        rows = list(self.actions)
        here = next((i for i, a in enumerate(rows) if a.id == action_id), None)
        if here is None or not 0 <= here + by < len(rows):
            return self
        rows.insert(here + by, rows.pop(here))
        return msgspec.structs.replace(self, actions=tuple(rows))
