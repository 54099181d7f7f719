"""Who is signed in, to which store, under which rules, on which day: handed to every screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.models.account import MAY_SIGN
from app.models.account import Role as StaffRole
from app.models.folder import StoreKind
from app.models.ids import new_id
from app.models.sign_offs import that_may_run
from app.models.store import Store
from app.rules.rulebook import Role, Rulebook

ROLES = {
    StaffRole.HEALTH_CARE_ASSISTANT: Role.HCA,
    StaffRole.NURSE: Role.NURSE,
    StaffRole.PRESCRIBER: Role.PRESCRIBER,
    StaffRole.TEAM_LEAD: Role.OTHER,
}


@dataclass(frozen=True)
class Session:
    """One member of staff at work; `now` gives the time with its zone.

    `day` is another day than the laptop's: that of the visit which is corrected.
    """

    store: Store
    rulebook: Rulebook
    now: Callable[[], datetime]
    day: date | None = None

    @property
    def today(self) -> date:
        """The day that answers count for: where the laptop is, or of the visit which is corrected."""
        return self.day or self.day_of_the_clock

    @property
    def day_of_the_clock(self) -> date:
        """The day on which it is really done."""
        return self.now().date()

    def on(self, day: date) -> "Session":
        """The same session, for answers about an earlier day."""
        return replace(self, day=day)

    @property
    def role(self) -> Role:
        """The role that prompts are worded for."""
        return ROLES[self.store.staff.role]

    @property
    def may_sign(self) -> bool:
        """Whether this member of staff may sign a visit."""
        return self.store.staff.role in MAY_SIGN

    @property
    def first_name(self) -> str:
        """What colleagues say."""
        return self.store.staff.name.split()[0]

    @property
    def is_practice(self) -> bool:
        """Whether this store is for practice only."""
        return self.store.kind is StoreKind.PRACTICE

    @property
    def signed_rules(self) -> frozenset[str] | None:
        """The content of the rules that may run: None is all of them (practice); live, those signed here."""
        return that_may_run(self.store)

    def new_id(self) -> str:
        """A key for something that begins now."""
        return new_id(self.now())
