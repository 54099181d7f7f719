"""When a question of prevention matters: by organs, age, season and medicine."""

from datetime import date
from typing import TYPE_CHECKING

from app.consultation.answers import Known, YesNo
from app.rules.dates import months_before
from app.rules.facts import Known as KnownFact
from app.rules.facts import Never

if TYPE_CHECKING:
    from app.consultation.prevention.record import Prevention
    from app.consultation.visit import Visit

SECTION = "prevention"
CERVICAL_AGES, BREAST_AGES, BOWEL_AGES = (25, 64), (50, 70), (50, 74)
ONE_OFF_AGE = 65
SHINGLES_AGES = (70, 79)
PREGNANCY_UNDER = 60
BLOATED_FROM = 50
LONGEST_CERVICAL_MONTHS = 60
INTERVAL_BY_RESULT_FROM = date(2025, 7, 1)
FLU_MONTHS = frozenset({9, 10, 11, 12, 1, 2, 3})
HEAVIEST_BMI = 40
HARMS_A_CHILD = (
    "valproate",
    "topiramate",
    "carbamazepine",
    "paroxetine",
    "lithium",
    "methotrexate",
    "isotretinoin",
)
VALPROATE_UNDER = 55
OPEN = frozenset({"COULD_BE", "TRYING"})
"""Answers after which a pregnancy may be, or may come."""
PSYCHOTROPIC = frozenset({"antipsychotic", "antidepressant", "mood stabiliser", "benzodiazepine"})


def _is_between(visit: "Visit", ages: tuple[int, int]) -> bool:
    return ages[0] <= visit.age <= ages[1]


def _is_not_there(visit: "Visit", *organs: str) -> bool:
    """Whether it was said of each that it is not there: where nobody asked, it may be."""
    found = (visit.facts.get(organ) for organ in organs)
    return all(isinstance(each, KnownFact) and each.value is False for each in found)


def signs_ruled_out(visit: "Visit") -> set[str]:
    """Bleeding without a womb and a cervix; what counts from 50 on before that age."""
    no_periods = _is_not_there(visit, "womb_present", "cervix_present")
    return ({"AFTER_PERIODS"} if no_periods else set()) | ({"BLOATED"} if visit.age < BLOATED_FROM else set())


def flu_reasons_ruled_out(visit: "Visit") -> set[str]:
    """Pregnancy without a womb."""
    return {"PREGNANT"} if _is_not_there(visit, "womb_present") else set()


def cervical_screening_age(_record: "Prevention", visit: "Visit") -> bool:
    """A cervix, and 25 to 64."""
    return visit.is_so("cervix_present") and _is_between(visit, CERVICAL_AGES)


def cervical_screening_was_done(record: "Prevention", visit: "Visit") -> bool:
    """A day is known on which it was last done."""
    return cervical_screening_age(record, visit) and _last(visit, "last_cervical_screening") is not None


def interval_is_the_services(record: "Prevention", visit: "Visit") -> bool:
    """The last test was before the result set the interval, and not so long ago that it is due anyway."""
    day = _last(visit, "last_cervical_screening")
    if day is None or not cervical_screening_age(record, visit):
        return False
    return months_before(visit.today, LONGEST_CERVICAL_MONTHS) <= day < INTERVAL_BY_RESULT_FROM


def breast_screening_age(_record: "Prevention", visit: "Visit") -> bool:
    """Breast tissue, and 50 up to the 71st birthday."""
    return visit.is_so("breast_tissue_present") and _is_between(visit, BREAST_AGES)


def bowel_screening_age(_record: "Prevention", visit: "Visit") -> bool:
    """50 to 74."""
    return _is_between(visit, BOWEL_AGES)


def aaa_scan_age(_record: "Prevention", visit: "Visit") -> bool:
    """A prostate, and 65 or more."""
    return visit.is_so("prostate_present") and visit.age >= ONE_OFF_AGE


def a_screening_was_never_done(record: "Prevention", _visit: "Visit") -> bool:
    """Some screening was said to be never done."""
    days = (record.cervical_screening, record.breast_screening, record.bowel_screening)
    return any(isinstance(day, Known) and day.value.on is None for day in days)


def is_flu_season(visit: "Visit") -> bool:
    """September to March."""
    return visit.day.month in FLU_MONTHS


def flu_reasons_matter(_record: "Prevention", visit: "Visit") -> bool:
    """In the season, for who is not eligible by age."""
    return is_flu_season(visit) and visit.age < ONE_OFF_AGE


def flu_vaccine_matters(_record: "Prevention", visit: "Visit") -> bool:
    """In the season, for who may have it free."""
    bmi = visit.number("bmi")
    is_heavy = bmi is not None and bmi >= HEAVIEST_BMI
    is_eligible = visit.age >= ONE_OFF_AGE or is_heavy or visit.is_so("flu_vaccine_reason")
    return is_flu_season(visit) and is_eligible


def is_65_or_more(_record: "Prevention", visit: "Visit") -> bool:
    """65 or more."""
    return visit.age >= ONE_OFF_AGE


def shingles_age(_record: "Prevention", visit: "Visit") -> bool:
    """65, or 70 to 79."""
    return visit.age == ONE_OFF_AGE or _is_between(visit, SHINGLES_AGES)


def pregnancy_matters(_record: "Prevention", visit: "Visit") -> bool:
    """A womb, and a medicine for the mind under 60; on one that can harm a child at any age (V S47)."""
    if not visit.is_so("womb_present"):
        return False
    if visit.takes(*HARMS_A_CHILD):
        return True
    return visit.age < PREGNANCY_UNDER and _takes_a_medicine_for_the_mind(visit)


def breast_feeding_matters(record: "Prevention", visit: "Visit") -> bool:
    """Lithium, of somebody who is asked about pregnancy."""
    return visit.takes("lithium") and pregnancy_matters(record, visit)


def virus_tests_matter(_record: "Prevention", visit: "Visit") -> bool:
    """A medicine for the mind, and no earlier visit was told that all three were done."""
    before = getattr(visit.history.last_records.get(SECTION), "virus_tests", None)
    were_done = isinstance(before, Known) and before.value is YesNo.YES
    return _takes_a_medicine_for_the_mind(visit) and not were_done


def _takes_a_medicine_for_the_mind(visit: "Visit") -> bool:
    return any(item.classes & PSYCHOTROPIC for item in visit.medicines_taken)


def could_be_pregnant(record: "Prevention", visit: "Visit") -> bool:
    """It was said that it could be."""
    answer = record.pregnancy
    return pregnancy_matters(record, visit) and isinstance(answer, Known) and answer.value.name == "COULD_BE"


def valproate_matters(record: "Prevention", visit: "Visit") -> bool:
    """A womb, and valproate: the yearly risk form."""
    return visit.takes("valproate") and pregnancy_matters(record, visit)


def could_become_pregnant_on_valproate(record: "Prevention", visit: "Visit") -> bool:
    """It could be, or is tried, on valproate."""
    answer = record.pregnancy
    is_open = isinstance(answer, Known) and answer.value.name in OPEN
    return is_open and valproate_matters(record, visit)


def could_father_on_valproate(_record: "Prevention", visit: "Visit") -> bool:
    """A prostate, and valproate."""
    return visit.takes("valproate") and visit.is_so("prostate_present")


def takes_valproate_under_55(_record: "Prevention", visit: "Visit") -> bool:
    """On valproate, and under 55: a new start needs two specialists."""
    return visit.takes("valproate") and visit.age < VALPROATE_UNDER


def _last(visit: "Visit", fact: str) -> date | None:
    found = visit.facts.get(fact)
    if not isinstance(found, KnownFact) or isinstance(found.value, Never):
        return None
    return found.value if isinstance(found.value, date) else None
