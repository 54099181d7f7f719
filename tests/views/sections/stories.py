"""Realistic states of the physical checks and the medicines, for the pictures."""

from datetime import date

import msgspec

from app.consultation.answers import How, Known, Unknown, WhyNot, YesNo
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines import SECTION as MEDICINES
from app.consultation.medicines.record import Bother, Everything, Medicines, MissedDoses, Presence, SideEffect
from app.consultation.opening.record import Company, Opening
from app.consultation.physical_checks import SECTION as CHECKS
from app.consultation.physical_checks.blood_questions import GlucoseDanger
from app.consultation.physical_checks.conditions import KnownCondition
from app.consultation.physical_checks.record import (
    BloodPressure,
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    LastDone,
    PhysicalChecks,
    Smoking,
)
from app.consultation.physical_checks.signs import (
    InfectionSign,
    NewSymptom,
    PulseRhythm,
    PutDownTo,
    SepsisSign,
    Unsteady,
)
from app.models.store import Store
from app.views.sections.medicines import MedicinesScreen
from app.views.sections.physical_checks import PhysicalChecksScreen
from app.views.sections.screen import SectionScreen
from tests.views.sections.nora import CLOZAPINE, TODAY, decimal, visit_with


def known(value: object, how: How = How.MEASURED, on: date = TODAY) -> Known:
    return Known(value, how, on, "ann")


SELF = How.SELF_REPORTED
FULL = PhysicalChecks(
    blood_pressure=known((BloodPressure(146, 92), BloodPressure(142, 90))),
    weight=known(decimal("84.6")),
    smoking=known(Smoking.CURRENT, SELF),
    cigarettes_a_day=known(decimal("15"), SELF),
    plans_to_stop_smoking=known(YesNo.YES, SELF),
    drinking_days=known(DrinkingDays.TWO_TO_FOUR, SELF),
    drinking_units=known(DrinkingUnits.TO_4, SELF),
    heavy_drinking=known(HeavyDrinking.NEVER, SELF),
    hba1c=known(decimal("43"), How.FROM_RECORD, date(2026, 8, 19)),
    total_cholesterol=Unknown(WhyNot.NOT_DONE, "with the blood count on 27-Nov-2026"),
    waist=Unknown(WhyNot.DECLINED, "ask again next time"),
)


def checks(record: PhysicalChecks, field: str) -> object:
    def story(store: Store) -> SectionScreen:
        consultation = visit_with(store)
        consultation.edit(CHECKS.key, record)
        screen = PhysicalChecksScreen(consultation)
        screen.show_record()
        if field:
            screen.open_question(field)
        return screen

    return story


def medicines(record: Medicines, company: Company, wide: bool = False) -> object:
    def story(store: Store) -> SectionScreen:
        consultation = visit_with(store)
        consultation.edit("opening", Opening(company=known(company)))
        consultation.edit(MEDICINES.key, record)
        screen = MedicinesScreen(consultation)
        screen.show_record()
        if wide:
            screen.effects.all_button.click()
        return screen

    return story


PARACETAMOL = Medicine(
    id="row-p", name="Paracetamol", ingredient="paracetamol", form=Form.TABLET, dose="now and then"
)
VALPROATE = Medicine(
    id="row-v",
    name="Depakote",
    ingredient="valproate",
    form=Form.TABLET,
    how=How.FROM_RECORD,
    source="GP record, 20-Nov-2026",
)
TAKEN = Medicines(
    rows=(
        msgspec.structs.replace(CLOZAPINE, seen_on=TODAY),
        VALPROATE,
        PARACETAMOL,
        Medicine(id="x", name="St John tea"),
    ),
    missed_doses=known(MissedDoses.ONE_OR_TWO, SELF),
    effects=(
        SideEffect(key="sleepy", presence=Presence.A_LOT, bother=Bother.A_LOT),
        SideEffect(key="appetite", presence=Presence.A_LOT, bother=Bother.A_LOT),
        SideEffect(key="saliva", presence=Presence.A_LITTLE),
        SideEffect(key="shaky", presence=Presence.NOT_NOTICED),
    ),
    most_like_to_change="sleepy",
    days_since_bowels_opened=known(decimal("1"), SELF),
)


def _everything(record: Medicines) -> Medicines:
    return msgspec.structs.replace(record, everything=known(Everything.YES, SELF))


def after_medicines(window) -> None:
    """Open an editor in one of the pictures."""


UNWELL = msgspec.structs.replace(
    FULL,
    pulse=known(decimal("134")),
    pulse_again=known(decimal("118")),
    pulse_rhythm=known(PulseRhythm.IRREGULAR, SELF),
    unwell_today=known(YesNo.YES, SELF),
    new_symptoms=known((NewSymptom.BREATHLESS, NewSymptom.OTHER), SELF),
    symptom_put_down_to=known((PutDownTo.ANXIETY,), SELF),
    unsteady=known((Unsteady.DIZZY, Unsteady.FALLEN), SELF),
    infection_signs=known((InfectionSign.CHEST,), SELF),
    sepsis_signs=known((SepsisSign.NO_WATER,), SELF),
    known_conditions=known((KnownCondition.DIABETES, KnownCondition.HEART), SELF),
    random_glucose=known(decimal("14.2")),
    glucose_danger_signs=known((GlucoseDanger.DROWSY,), SELF),
    ketones=known(decimal("1.8")),
    temperature=known(decimal("38.4")),
    respiratory_rate=known(decimal("22")),
    oxygen=known(decimal("90")),
    lying_blood_pressure=known((BloodPressure(134, 82),)),
    standing_blood_pressure=known((BloodPressure(118, 76), BloodPressure(110, 74))),
)

AUGUST = date(2026, 8, 19)
RESULTS = msgspec.structs.replace(
    FULL,
    waist=known(decimal("103")),
    other_results=known(YesNo.YES, SELF),
    white_cells=known(decimal("3.2"), How.FROM_RECORD, AUGUST),
    neutrophils=known(decimal("1.8"), How.FROM_RECORD, AUGUST),
    lithium_level=known(decimal("0.85"), How.FROM_RECORD, AUGUST),
    lithium_hours=known(decimal("12"), How.FROM_RECORD, AUGUST),
    egfr=known(decimal("58"), How.FROM_RECORD, AUGUST),
    sodium=known(decimal("139"), How.FROM_RECORD, AUGUST),
    qrisk3=known(decimal("12.4"), How.FROM_RECORD, AUGUST),
    ecg=known(LastDone(AUGUST), How.FROM_RECORD, AUGUST),
    qtc=known(decimal("452"), How.FROM_RECORD, AUGUST),
)

ALL = {
    "medicines_empty": medicines(Medicines(), Company.ALONE),
    "medicines_full": medicines(_everything(TAKEN), Company.ALONE),
    "medicines_company": medicines(TAKEN, Company.WITH_CARER, wide=True),
    "checks_empty": checks(PhysicalChecks(), ""),
    "checks_full": checks(FULL, "blood_pressure"),
    "checks_alcohol": checks(msgspec.structs.replace(FULL, heavy_drinking=Unknown()), "drinking_days"),
    "checks_weight": checks(FULL, "weight"),
    "checks_smoking": checks(FULL, "smoking"),
    "checks_unwell": checks(UNWELL, "unwell_today"),
    "checks_pulse": checks(UNWELL, "pulse"),
    "checks_results": checks(RESULTS, "white_cells"),
    "checks_waist": checks(RESULTS, "waist"),
    "checks_standing": checks(UNWELL, "standing_blood_pressure"),
    "checks_background": checks(FULL, "ethnic_background"),
}
