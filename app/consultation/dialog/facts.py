"""What the ratings say: two means, and whether help is wanted where satisfaction is low."""

from collections.abc import Iterable, Mapping

from app.consultation import known
from app.consultation.answers import How, Known, WhyNot, is_answered
from app.consultation.dialog.record import ITEMS, LOW, AreaAnswer, Dialog
from app.consultation.history import Reading
from app.consultation.section import Progress
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact


def facts(record: Dialog, visit: Visit) -> Mapping[str, Fact]:
    """Low satisfaction (1 to 3): together with more help wanted, and by itself for personal safety.

    An item that is asked alone is no part of the first: what anybody may see must not give it away.
    """
    every = [low_with_help(record.area(item.key), visit) for item in ITEMS if not item.is_private]
    return {
        "any_area_low_with_help_wanted": _any_of(every, visit),
        "personal_safety_low": low(record.personal_safety, visit),
        "physical_health_low": low(record.physical_health, visit),
        "medication_low": low(record.medication, visit),
    }


def low(area: AreaAnswer, visit: Visit) -> Fact:
    """Whether one area is rated 1 to 3, whether or not help is wanted."""
    if isinstance(area.rating, Known):
        return _seen(area.rating.value <= LOW, visit)
    return rules.Missing(_reason(area.rating.reason))


def low_with_help(area: AreaAnswer, visit: Visit) -> Fact:
    """Whether one area is rated 1 to 3 and more help is wanted; a sure no of either half settles it."""
    is_low = area.rating.value <= LOW if isinstance(area.rating, Known) else None
    wants_help = area.more_help.value if isinstance(area.more_help, Known) else None
    if is_low is False or wants_help is False:
        return _seen(False, visit)
    if is_low is None:
        return rules.Missing(_reason(area.rating.reason if not isinstance(area.rating, Known) else None))
    if wants_help is None:
        return rules.Missing(
            _reason(area.more_help.reason if not isinstance(area.more_help, Known) else None)
        )
    return _seen(True, visit)


def _any_of(areas: Iterable[Fact], visit: Visit) -> Fact:
    """Yes as soon as one is; an area that was not asked yet outweighs one that the person declined."""
    found = tuple(areas)
    if any(isinstance(area, rules.Known) and area.value is True for area in found):
        return _seen(True, visit)
    missing = [area for area in found if isinstance(area, rules.Missing)]
    not_asked = [area for area in missing if area.reason is rules.Reason.NOT_ASKED]
    return next(iter(not_asked or missing), _seen(False, visit))


def _seen(value: bool, visit: Visit) -> Fact:
    return rules.Known(value, visit.day, How.SELF_REPORTED.value)


def _reason(why: WhyNot | None) -> rules.Reason:
    if why in (WhyNot.DECLINED, WhyNot.RATHER_NOT_SAY):
        return rules.Reason.DECLINED
    return rules.Reason.NOT_KNOWN if why is WhyNot.NOT_SURE else rules.Reason.NOT_ASKED


def readings(record: Dialog, visit: Visit) -> tuple[Reading, ...]:
    """Each rating given today, as a series of its own."""
    return tuple(
        Reading(
            series=f"dialog.{item.key}",
            value=str(rating.value),
            taken_on=rating.taken_on,
            how=How.SELF_REPORTED,
            source=known.this_visit(visit),
        )
        for item in ITEMS
        if isinstance(rating := record.area(item.key).rating, Known)
    )


def unanswered(record: Dialog, _visit: Visit) -> tuple[str, ...]:
    """The parts of life that were not rated and not skipped."""
    return tuple(item.key for item in ITEMS if not is_answered(record.area(item.key).rating))


def progress(record: Dialog, _visit: Visit) -> Progress:
    """How many of the eleven were rated or skipped with a reason."""
    return Progress(sum(is_answered(record.area(i.key).rating) for i in ITEMS), len(ITEMS))
