"""When a question of home and work matters."""

from typing import TYPE_CHECKING

from app.consultation.answers import Known, YesNo

if TYPE_CHECKING:
    from app.consultation.home_and_work.record import HomeAndWork
    from app.consultation.visit import Visit

PENSION_AGE, FALLS_FROM, FALLS_ANYWAY_FROM = 66, 50, 65


def may_lose_the_home(record: "HomeAndWork", _visit: "Visit") -> bool:
    """The home may be lost: whether that is within two weeks is asked then."""
    return isinstance(record.home, Known) and any(t.name == "EVICTION" for t in record.home.value)


def neglect_matters(record: "HomeAndWork", _visit: "Visit") -> bool:
    """Something is wrong with the home: then look at the person for cold and neglect."""
    return isinstance(record.home, Known) and bool(record.home.value)


def is_under_66(_record: "HomeAndWork", visit: "Visit") -> bool:
    """Of an age at which most people work."""
    return visit.age < PENSION_AGE


def drives(record: "HomeAndWork", _visit: "Visit") -> bool:
    """The person drives."""
    return isinstance(record.drives, Known) and record.drives.value is YesNo.YES


def falls_matter(_record: "HomeAndWork", visit: "Visit") -> bool:
    """50 or more; below that falls are no question of age (NICE NG249)."""
    return visit.age >= FALLS_FROM


def has_fallen(record: "HomeAndWork", visit: "Visit") -> bool:
    """At least one fall."""
    return falls_matter(record, visit) and isinstance(record.falls, Known) and record.falls.value > 0


def has_fallen_before_65(record: "HomeAndWork", visit: "Visit") -> bool:
    """At least one fall, from 50 to 64: then a risk factor decides."""
    return has_fallen(record, visit) and visit.age < FALLS_ANYWAY_FROM


def smokes(_record: "HomeAndWork", visit: "Visit") -> bool:
    """The person smokes, as told today or as the record has it."""
    return visit.is_so("smokes_tobacco")
