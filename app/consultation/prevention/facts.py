"""What prevention says, in the rules' words, or why it cannot say it."""

from collections.abc import Mapping
from datetime import date

from app.consultation import known
from app.consultation.answers import Answer, Known, Unknown, YesNo
from app.consultation.history import Reading
from app.consultation.last_done import last_told, readings_of
from app.consultation.prevention import when
from app.consultation.prevention.pregnancy_facts import pregnancy_facts
from app.consultation.prevention.record import MouthEarsFeet, Organ, Prevention
from app.consultation.prevention.valproate import valproate_facts
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, Missing, Never

ORGANS_USABLE_MONTHS = 60
ORGAN_FACTS = {
    "cervix_present": Organ.CERVIX,
    "womb_present": Organ.WOMB,
    "breast_tissue_present": Organ.BREASTS,
    "prostate_present": Organ.PROSTATE,
}
MOUTH_FACTS = {
    "tooth_pain": MouthEarsFeet.TOOTH_PAIN,
    "swollen_face_or_fever": MouthEarsFeet.SWOLLEN_FACE,
    "dry_mouth": MouthEarsFeet.DRY_MOUTH,
    "sugary_drinks": MouthEarsFeet.SUGARY_DRINKS,
    "trouble_hearing": MouthEarsFeet.HEARING,
    "sore_on_foot": MouthEarsFeet.FOOT_SORE,
}


def facts(record: Prevention, visit: Visit) -> Mapping[str, Fact]:
    """Every fact of this section."""
    organs = organs_known(record, visit)
    found = {name: known.ticked(organs, organ) for name, organ in ORGAN_FACTS.items()}
    return {
        **found,
        "cancer_warning_sign": known.any_ticked(record.warning_signs),
        **_cervical(record, visit),
        "last_breast_screening": last_told(record.breast_screening, visit, "breast_screening"),
        "last_bowel_screening": last_told(record.bowel_screening, visit, "bowel_screening"),
        "aaa_scan_done": _once(record.aaa_scan, visit, "aaa_scan"),
        "flu_vaccine_reason": known.any_ticked(record.flu_reasons),
        "flu_vaccine_missing": _flu(record, visit),
        "pneumococcal_vaccine_had": _once(record.pneumococcal_vaccine, visit, "pneumococcal_vaccine"),
        "shingles_vaccine_had": _once(record.shingles_vaccine, visit, "shingles_vaccine"),
        "virus_tests_done": _once(record.virus_tests, visit, "virus_tests"),
        "last_dentist_visit": last_told(record.dentist, visit, "dentist"),
        "last_eye_test": last_told(record.eye_test, visit, "eye_test"),
        **{name: known.ticked(record.mouth_ears_feet, sign) for name, sign in MOUTH_FACTS.items()},
        **pregnancy_facts(record, visit, found["womb_present"]),
        **valproate_facts(record, found["womb_present"], visit),
    }


def organs_known(record: Prevention, visit: Visit) -> Answer[tuple[Organ, ...]]:
    """As told today, else as told at the last visit: what somebody has changes seldom."""
    before = visit.history.last_records.get(when.SECTION)
    if isinstance(record.organs, Known) or not record.organs.was_not_asked:
        return record.organs
    if isinstance(before, Prevention) and isinstance(before.organs, Known):
        is_usable = before.organs.taken_on >= months_before(visit.today, ORGANS_USABLE_MONTHS)
        return before.organs if is_usable else record.organs
    return record.organs


def _cervical(record: Prevention, visit: Visit) -> dict[str, Fact]:
    """The day, the result and the service's word. From July 2025 the result sets the interval, so the service
    need not be asked; without any test there is no result."""
    last = last_told(record.cervical_screening, visit, "cervical_screening")
    hpv, due = known.yes_or_no(record.hpv_found), known.yes_or_no(record.service_says_due)
    if isinstance(last, rules.Known) and isinstance(last.value, Never):
        no = rules.Known(False, last.on, last.source)
        hpv, due = no, no
    elif isinstance(last, rules.Known) and _is_by_result(last.value):
        due = rules.Known(False, last.on, last.source)
    return {
        "last_cervical_screening": last,
        "hpv_found_last_time": hpv,
        "screening_service_says_due": due,
    }


def _is_by_result(day: object) -> bool:
    return isinstance(day, date) and day >= when.INTERVAL_BY_RESULT_FROM


def _once(answer: Answer[YesNo], visit: Visit, name: str) -> Fact:
    """Something that is done once: a yes of the last visit is still a yes, a no is asked again."""
    if isinstance(answer, Unknown) and answer.was_not_asked:
        before = getattr(visit.history.last_records.get(when.SECTION), name, None)
        if isinstance(before, Known) and before.value is YesNo.YES:
            return rules.Known(True, before.taken_on, known.source_of(before))
    return known.yes_or_no(answer)


def _flu(record: Prevention, visit: Visit) -> Fact:
    """Whether this season's vaccine is still to be had; out of the season it is not."""
    if not when.is_flu_season(visit):
        return rules.Known(False, visit.day, "out of the season")
    told = known.yes_or_no(record.flu_vaccine)
    return told if isinstance(told, Missing) else rules.Known(told.value is False, told.on, told.source)


def readings(record: Prevention, visit: Visit) -> tuple[Reading, ...]:
    """The days on which something was last done, as series."""
    return tuple(readings_of(record, visit))
