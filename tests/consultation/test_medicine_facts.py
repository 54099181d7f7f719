"""What is taken, as rules see it: complete only while somebody said so."""

from datetime import date, timedelta

import pytest

from app.consultation.answers import Unknown, WhyNot, YesNo
from app.consultation.history import History
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.effects_asked import effects_asked
from app.consultation.medicines.facts import facts, is_confirmed, progress
from app.consultation.medicines.record import (
    Bother,
    BowelSign,
    Everything,
    Medicines,
    MissedDoses,
    Presence,
    SideEffect,
)
from app.consultation.questions import questions_shown
from app.rules.facts import Known, Missing, Reason
from tests.consultation.a_visit import DECLINED, TODAY, told, visit

OLANZAPINE = Medicine(id="m1", name="Zyprexa 10 mg", ingredient="olanzapine", form=Form.TABLET)
CLOZAPINE = Medicine(id="m2", name="Clozapine", ingredient="clozapine", started=date(2024, 1, 5))
BLUE_ONES = Medicine(id="m3", name="the blue ones")
ALL = {"everything": told(Everything.YES)}


def of(*rows, history=None, **answers):
    return facts(Medicines(rows=rows, **answers), visit(history))


def listed(*rows, history=None, **answers):
    return of(*rows, history=history, **answers)["medicines"].value


def confirmed(days_ago, *rows):
    return History(medicines=rows, medicines_confirmed_on=TODAY - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("said", "missed"),
    [(MissedDoses.NONE, False), (MissedDoses.ONE_OR_TWO, True), (MissedDoses.THREE_OR_MORE, True)],
)
def test_any_missed_dose_counts_and_who_will_not_say_has_not_said_no(said, missed):
    assert facts(Medicines(missed_doses=told(said)), visit())["doses_missed"].value is missed
    unsaid = facts(Medicines(missed_doses=told(MissedDoses.WONT_SAY)), visit())["doses_missed"]
    assert unsaid.reason is Reason.DECLINED


def test_a_known_medicine_brings_its_ingredient_class_form_and_start():
    [item] = listed(CLOZAPINE).items
    assert (item.ingredient, item.label, item.started) == ("clozapine", "Clozapine", date(2024, 1, 5))
    assert "antipsychotic" in item.classes
    [item] = listed(OLANZAPINE).items
    assert (item.label, item.form) == ("Zyprexa 10 mg", "tablet")


def test_what_is_no_longer_taken_is_not_in_the_list():
    stopped = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine", still_taken=False)
    assert [item.label for item in listed(stopped, CLOZAPINE).items] == ["Clozapine"]


@pytest.mark.parametrize("odd", [BLUE_ONES, Medicine(id="m4", name="Xyz", ingredient="not in the catalogue")])
def test_free_text_leaves_it_open_what_is_not_taken(odd):
    found = listed(OLANZAPINE, odd, **ALL)
    assert found.items[1].ingredient is None
    assert found.is_complete
    assert not found.settles_absence
    assert listed(OLANZAPINE, **ALL).settles_absence


@pytest.mark.parametrize(
    ("answer", "is_complete"),
    [
        (Unknown(), False),
        (DECLINED, False),
        (told(Everything.NO), False),
        (told(Everything.NOT_SURE), False),
        (told(Everything.YES), True),
    ],
)
def test_a_list_is_complete_only_when_the_person_said_so(answer, is_complete):
    assert listed(OLANZAPINE, everything=answer).is_complete is is_complete
    assert listed(everything=answer).is_complete is is_complete, "an empty list is no exception"


@pytest.mark.parametrize(("days_ago", "counts"), [(0, True), (30, True), (31, False), (-1, False)])
def test_a_confirmation_counts_for_thirty_days(days_ago, counts):
    history = confirmed(days_ago, OLANZAPINE)
    assert is_confirmed(Medicines(rows=(OLANZAPINE,)), visit(history)) is counts


def test_a_confirmation_is_of_that_very_list():
    assert not is_confirmed(Medicines(rows=(OLANZAPINE, CLOZAPINE)), visit(confirmed(3, OLANZAPINE)))


@pytest.mark.parametrize("why", [WhyNot.NOT_SURE, WhyNot.DECLINED])
def test_doubt_today_takes_an_earlier_confirmation_away(why):
    record = Medicines(rows=(OLANZAPINE,), everything=Unknown(why))
    assert not is_confirmed(record, visit(confirmed(3, OLANZAPINE)))


def test_the_prompt_can_say_who_confirmed_the_list_and_when():
    fact = of(OLANZAPINE, history=confirmed(3, OLANZAPINE))["medicines"]
    assert (fact.source, fact.on) == ("list confirmed with the person", TODAY - timedelta(days=3))
    fact = of(OLANZAPINE)["medicines"]
    assert (fact.source, fact.on) == ("list not confirmed", TODAY)


def test_a_changed_list_is_no_longer_confirmed():
    record = Medicines(rows=(OLANZAPINE,), **ALL)
    for changed in (record.with_medicine(CLOZAPINE), record.without_medicine("m1")):
        assert changed.everything == Unknown()
    again = record.with_medicine(Medicine(id="m1", name="Olanzapine", ingredient="olanzapine"))
    assert [row.name for row in again.rows] == ["Olanzapine"]


def test_the_bowel_questions_come_with_clozapine_and_are_never_assumed():
    def shown(*rows):
        return {name for name, _ in questions_shown(Medicines(rows=rows), visit())}

    bowels = {
        "days_since_bowels_opened", "stools_a_week", "bowels_straining_or_hard", "bowel_discomfort",
        "laxative_recently_stopped", "bowel_signs",
    }  # fmt: skip
    watched = {
        "bowel_operation", "hours_without_clozapine", "clozapine_signs", "clozapine_level_reasons",
        "clozapine_level_not_seen", "hospital_medicine_on_gp_list",
    }  # fmt: skip
    assert shown() == {"everything"}
    assert shown(OLANZAPINE) == {"everything", "missed_doses"}
    assert shown(CLOZAPINE) == {"everything", "missed_doses"} | bowels | watched
    found = of(CLOZAPINE)
    for fact in bowels - {"bowel_signs"} | {"bowel_alarm_sign"}:
        assert found[fact] == Missing(Reason.NOT_ASKED)


def test_bowel_answers_become_facts():
    found = of(
        CLOZAPINE,
        days_since_bowels_opened=told(4),
        stools_a_week=DECLINED,
        bowel_signs=told((BowelSign.PAIN,)),
        bowel_discomfort=told(YesNo.NO),
    )
    assert found["days_since_bowels_opened"] == Known(4, TODAY, "self-reported")
    assert found["stools_a_week"] == Missing(Reason.DECLINED)
    assert found["bowel_alarm_sign"].value is True
    assert found["bowel_discomfort"].value is False
    assert of(CLOZAPINE, bowel_signs=told(()))["bowel_alarm_sign"].value is False


def test_medicines_are_complete_once_every_side_effect_that_is_asked_has_its_answer():
    assert progress(Medicines(**ALL), visit()).is_complete, "nothing is taken"
    record = Medicines(rows=(OLANZAPINE,), **ALL, missed_doses=told(MissedDoses.NONE))
    assert (progress(record, visit()).answered, progress(record, visit()).asked) == (2, 10)
    record = record.with_effect(SideEffect(key="sleepy", presence=Presence.NOT_NOTICED))
    assert progress(record, visit()).words == "3 of 10 answered"
    for key in effects_asked(visit()):
        record = record.with_effect(SideEffect(key=key, presence=Presence.WONT_SAY))
    assert progress(record, visit()).is_complete, "not wanting to say is an answer"


def test_what_was_noticed_last_time_is_asked_again_and_a_private_one_is_not_counted():
    said = tuple(SideEffect(key=key, presence=Presence.A_LOT) for key in ("sex", "eyes"))
    again = visit(History(last_records={"medicines": Medicines(effects=said)}))
    assert effects_asked(again)[:2] == ("sex", "eyes")
    record = Medicines(rows=(OLANZAPINE,), **ALL, missed_doses=told(MissedDoses.NONE))
    assert progress(record, again).asked == 11


def test_an_effect_is_answered_once_and_can_be_taken_back():
    noticed = SideEffect(key="shaky", presence=Presence.A_LOT, bother=Bother.TOO_MUCH)
    record = (
        Medicines().with_effect(SideEffect(key="shaky", presence=Presence.NOT_NOTICED)).with_effect(noticed)
    )
    assert record.effects == (noticed,)
    assert noticed.is_noticed
    assert not SideEffect(key="sex", presence=Presence.WONT_SAY).is_noticed
    assert record.without_effect("shaky").effect("shaky") is None
    with pytest.raises(ValueError, match="no side effect"):
        SideEffect(key="invented", presence=Presence.A_LOT)
