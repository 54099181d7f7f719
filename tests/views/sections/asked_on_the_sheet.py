"""States of the sections that are asked on the standard sheet, for the pictures: in the real frame."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.consultation.answers import YesNo
from app.consultation.home_and_work.record import (
    HomeAndWork,
    HomeTrouble,
    Household,
    MoneyTrouble,
    ToldDvla,
    WorkWish,
)
from app.consultation.last_done import LastDone
from app.consultation.opening.record import Company
from app.consultation.physical_checks.record import PhysicalChecks, Smoking
from app.consultation.prevention.record import FluReason, MouthEarsFeet, Organ, Prevention
from app.consultation.wellbeing_and_safety.record import Mood, SleepChange, WellbeingAndSafety
from app.models.store import Store
from app.views.consultation import ConsultationScreen
from app.views.open_consultation import OpenConsultation
from tests.views.sections.visit_in_hand import alone, begun, known, second_visit

Story = Callable[[Store], tuple[QWidget, OpenConsultation]]
LOW = WellbeingAndSafety(
    mood=known(Mood.LOW),
    mood_is_new_or_worse=known(YesNo.YES),
    sleep_hours=known(Decimal("4.5")),
    sleep_change=known(SleepChange.EARLY),
    eats_little=known(YesNo.NO),
)
THOUGHTS = WellbeingAndSafety(
    mood=known(Mood.LOW),
    mood_is_new_or_worse=known(YesNo.YES),
    sleep_hours=known(Decimal("4.5")),
    not_wanting_to_live=known(YesNo.YES),
)


def asked(section: str, field: str = "", company: Company = Company.ALONE, **records: object) -> Story:
    """A section in sight, with one row in hand."""

    def story(store: Store) -> tuple[QWidget, OpenConsultation]:
        beginning = alone(company=known(company))
        consultation = begun(store, second_visit(), opening=beginning, **records)
        frame = ConsultationScreen(consultation)
        frame.go_to(section)
        if field:
            frame.screen_in_sight.open_question(field)
        return frame, consultation

    return story


DUE = Prevention(
    organs=known((Organ.CERVIX, Organ.WOMB, Organ.BREASTS)),
    warning_signs=known(()),
    cervical_screening=known(LastDone(date(2021, 3, 9))),
    hpv_found=known(YesNo.NO),
    flu_reasons=known((FluReason.CARES,)),
    flu_vaccine=known(YesNo.NO),
    dentist=known(LastDone(date(2024, 5, 2))),
    mouth_ears_feet=known((MouthEarsFeet.DRY_MOUTH, MouthEarsFeet.SUGARY_DRINKS)),
)
HOME = HomeAndWork(
    household=known((Household.NOBODY, Household.CHILDREN_ELSEWHERE)),
    home=known((HomeTrouble.DAMP, HomeTrouble.EVICTION)),
    eviction_soon=known(YesNo.NO),
    money=known((MoneyTrouble.FOOD,)),
    work=known(WorkWish.WANTS_WORK),
    drives=known(YesNo.YES),
    told_dvla=known(ToldDvla.NO),
)
SMOKER = PhysicalChecks(smoking=known(Smoking.CURRENT))
WELLBEING = "wellbeing_and_safety"
STORIES: dict[str, Story] = {
    "wellbeing_new": asked(WELLBEING),
    "wellbeing_low": asked(WELLBEING, "mood_is_new_or_worse", wellbeing_and_safety=LOW),
    "wellbeing_company": asked(WELLBEING, company=Company.WITH_CARER, wellbeing_and_safety=THOUGHTS),
    "wellbeing_thoughts": asked(WELLBEING, "danger_signs", wellbeing_and_safety=THOUGHTS),
    "prevention_new": asked("prevention"),
    "prevention_due": asked("prevention", "eye_test", prevention=DUE),
    "prevention_company": asked("prevention", "organs", company=Company.WITH_CARER, prevention=DUE),
    "home_new": asked("home_and_work"),
    "home_trouble": asked("home_and_work", "fire_risks", home_and_work=HOME, physical_checks=SMOKER),
    "wellbeing_staff": asked(WELLBEING, "home_dangers", wellbeing_and_safety=LOW),
}
