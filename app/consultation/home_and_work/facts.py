"""What home and work say, in the rules' words, or why they cannot say it: all of it of this visit."""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Known
from app.consultation.home_and_work import when
from app.consultation.home_and_work.record import (
    ColdSign,
    FallSign,
    FireRisk,
    HomeAndWork,
    HomeTrouble,
    MoneyTrouble,
    ToldDvla,
    WorkWish,
)
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact


def facts(record: HomeAndWork, visit: Visit) -> Mapping[str, Fact]:
    """Every fact of this section."""
    may_lose = known.ticked(record.home, HomeTrouble.EVICTION)
    return {
        "trouble_at_home": known.any_ticked(record.home),
        "heating_missing": known.ticked(record.home, HomeTrouble.NO_HEATING),
        "home_too_full": known.ticked(record.home, HomeTrouble.FULL),
        "home_unsafe": known.ticked(record.home, HomeTrouble.UNSAFE),
        "home_lost_within_two_weeks": known.only_if(may_lose, known.yes_or_no(record.eviction_soon)),
        "cold_to_touch": known.ticked(record.cold_signs, ColdSign.TOUCH),
        "cannot_keep_up_with_care": known.ticked(record.cold_signs, ColdSign.NEGLECT),
        "money_trouble": known.any_ticked(record.money),
        "food_ran_out": known.ticked(record.money, MoneyTrouble.FOOD),
        "wants_work_or_study": _wants_work(record),
        "drives": known.yes_or_no(record.drives),
        "told_dvla": _told_dvla(record),
        "driving_while_unwell": known.yes_or_no(record.drives_while_unwell),
        "phone_or_web_trouble": known.any_ticked(record.phone),
        "in_debt": known.ticked(record.money, MoneyTrouble.DEBT),
        **_falls(record, visit),
        "smokes_indoors": known.ticked(record.fire_risks, FireRisk.BED),
        "oxygen_at_home": known.ticked(record.fire_risks, FireRisk.OXYGEN),
        "skin_cream_that_burns": known.ticked(record.fire_risks, FireRisk.CREAM),
        "slow_to_get_out": known.ticked(record.fire_risks, FireRisk.MOVING),
        "smoke_alarm_works": known.yes_or_no(record.smoke_alarm),
    }


def _told_dvla(record: HomeAndWork) -> Fact:
    """No only where it must be told and was not."""
    answer = record.told_dvla
    if not isinstance(answer, Known):
        return known.missing(answer)
    return rules.Known(answer.value is not ToldDvla.NO, answer.taken_on, known.source_of(answer))


def _wants_work(record: HomeAndWork) -> Fact:
    answer = record.work
    if not isinstance(answer, Known):
        return known.missing(answer)
    wants = answer.value in (WorkWish.WANTS_WORK, WorkWish.WANTS_STUDY)
    return rules.Known(wants, answer.taken_on, known.source_of(answer))


def _falls(record: HomeAndWork, visit: Visit) -> dict[str, Fact]:
    """Without a fall nothing came of one, and no risk factor need be asked."""
    answer = record.falls
    signs, head = known.any_ticked(record.fall_signs), known.ticked(record.fall_signs, FallSign.HEAD)
    risk: Fact = known.any_ticked(record.fall_risks)
    if not isinstance(answer, Known):
        falls: Fact = known.missing(answer)
    else:
        falls = rules.Known(answer.value, answer.taken_on, known.source_of(answer))
        if answer.value == Decimal(0):
            signs = head = risk = rules.Known(False, answer.taken_on, known.source_of(answer))
    return {
        "falls": falls,
        "hurt_or_frail_with_a_fall": signs,
        "head_hit_in_a_fall": head,
        "falls_matter": _by_age(visit, risk),
    }


def _by_age(visit: Visit, risk: Fact) -> Fact:
    """From 65 anyway, from 50 with a risk factor (NICE NG249), before that not."""
    years = visit.age
    if when.FALLS_FROM <= years < when.FALLS_ANYWAY_FROM:
        return risk
    return rules.Known(years >= when.FALLS_ANYWAY_FROM, visit.day, "date of birth")
