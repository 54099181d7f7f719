"""Clozapine and lithium bring their own questions, and a list or a date that nobody has settles nothing."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from app.consultation.answers import Unknown, WhyNot, YesNo
from app.consultation.history import History
from app.consultation.last_done import LastDone
from app.consultation.medicines.clozapine_questions import ClozapineSign, HeartSign
from app.consultation.medicines.lithium_questions import LithiumSign
from app.consultation.medicines.record import Medicines, MissedDoses
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.prevention.record import Contraception, Organ, Pregnancy, Prevention
from app.consultation.prompts import gather
from app.consultation.questions import questions, questions_shown
from app.consultation.wellbeing_and_safety.record import WellbeingAndSafety
from app.rules.facts import Reason
from tests.consultation.a_visit import (
    TODAY,
    draft,
    known,
    levels_by_rule,
    medicine,
    past,
    reading,
    told,
    visit,
    whole_list,
)

NOT_SURE = Unknown(WhyNot.NOT_SURE)


def row(name, weeks_ago=None):
    began = TODAY - timedelta(weeks=weeks_ago) if weeks_ago is not None else None
    return medicine(name, began)


def said(*names, checks=None, **answers):
    return draft(medicines=whole_list(*names, **answers), physical_checks=checks or PhysicalChecks())


def fired(*names, checks=None, history=None, **answers):
    return levels_by_rule(said(*names, checks=checks, **answers), history)


def fact(name, *names, checks=None, history=None, **answers):
    return gather(said(*names, checks=checks, **answers), visit(history))[name]


def asked(*names, history=None):
    record = said(*names).records["medicines"]
    return {name for name, _ in questions_shown(record, visit(history))}


def test_nobody_else_is_asked_any_of_it():
    assert asked("olanzapine", "ibuprofen", "semaglutide") == {"everything", "missed_doses"}
    assert {name for name in asked("lithium") if not name.startswith(("lithium", "fluids"))} == {
        *("everything", "missed_doses", "times_up_at_night", "thyroid_signs")
    }
    assert "lithium_other_changed" in asked("lithium", "ibuprofen")
    assert "lithium_other_changed" not in asked("lithium")
    assert "clozapine_heart_signs" in asked(row("clozapine", 8))
    assert "clozapine_heart_signs" not in asked(row("clozapine", 9))
    assert "clozapine_heart_signs" in asked("clozapine"), "nobody knows when it was begun"


def test_one_sign_of_too_much_lithium_is_an_emergency_by_itself_whatever_the_level():
    level = PhysicalChecks(lithium_level=known(Decimal("0.6")))
    tremor = told((LithiumSign.TREMOR,))
    assert fired("lithium", checks=level, lithium_signs=tremor)["lithium-toxicity-signs"] == "now"
    assert "lithium-toxicity-signs" not in fired("lithium", checks=level, lithium_signs=told(()))


def test_a_heart_sign_is_an_emergency_in_the_first_eight_weeks_of_clozapine_alone():
    tired = told((HeartSign.TIRED,))
    assert fired(row("clozapine", 3), clozapine_heart_signs=tired)["clozapine-early-heart"] == "now"
    assert "clozapine-early-heart" not in fired(row("clozapine", 9), clozapine_heart_signs=tired)


def test_two_days_without_clozapine_are_urgent_before_anything_else_is_known():
    assert fired("clozapine", hours_without_clozapine=told(Decimal(49)))["clozapine-missed-48h"] == "urgent"


def test_the_newest_blood_count_counts_and_one_that_nobody_knows_of_is_overdue():
    old = past(reading("white_cells", "6.1", TODAY - timedelta(days=30)))
    told_of = PhysicalChecks(clozapine_blood_count=told(LastDone(TODAY - timedelta(days=20))))
    long_ago = row("clozapine", 200)
    assert fired(long_ago, history=old)["clozapine-fbc-overdue"] == "urgent"
    assert "clozapine-fbc-overdue" not in fired(long_ago, history=old, checks=told_of)
    unknown = PhysicalChecks(clozapine_blood_count=NOT_SURE)
    assert fired(long_ago, checks=unknown)["clozapine-fbc-overdue"] == "urgent"
    assert fact("last_clozapine_blood_count", long_ago).reason is Reason.NOT_ASKED


def test_drooling_alone_asks_for_no_level_and_with_a_cough_for_the_gp():
    drools = told((ClozapineSign.DROOLING,))
    assert "clozapine-level-trigger" not in fired("clozapine", clozapine_signs=drools)
    both = fired("clozapine", clozapine_signs=told((ClozapineSign.DROOLING, ClozapineSign.COUGH)))
    assert both["clozapine-drool-pneumonia"] == "urgent"
    jerks = fired("clozapine", clozapine_signs=told((ClozapineSign.JERKS,)))
    assert jerks["clozapine-level-trigger"] == "urgent"


def test_a_medicine_that_changes_the_clozapine_level_counts_while_no_level_was_taken_since():
    new = row("fluvoxamine", 4)
    level = PhysicalChecks(clozapine_level=known(Decimal("0.4"), on=TODAY - timedelta(weeks=1)))
    assert fact("clozapine_meets_a_new_medicine", "clozapine", new).value is True
    assert fact("clozapine_meets_a_new_medicine", "clozapine", new, checks=level).value is False
    assert fact("clozapine_meets_a_new_medicine", "clozapine", row("fluvoxamine", 14)).value is False
    assert fact("clozapine_meets_a_new_medicine", "clozapine", "fluvoxamine").reason is Reason.NOT_KNOWN


@pytest.mark.parametrize(
    ("weeks_ago", "told_day", "level_on", "expected"),
    [
        (4, None, None, True),
        (None, date(2026, 11, 1), None, True),
        (None, date(2026, 8, 22), None, True),
        (None, date(2026, 8, 21), None, False),
        (30, date(2026, 11, 1), date(2026, 11, 8), False),
        (30, date(2026, 11, 1), date(2026, 11, 1), True),
    ],
)
def test_a_pain_killer_with_lithium_asks_for_a_level_until_one_was_taken_after_it(
    weeks_ago, told_day, level_on, expected
):
    checks = PhysicalChecks(lithium_level=known(Decimal("0.6"), on=level_on)) if level_on else None
    changed = {"lithium_other_changed": told(LastDone(told_day))} if told_day else {}
    found = fact("lithium_meets_a_change", "lithium", row("ibuprofen", weeks_ago), checks=checks, **changed)
    assert found.value is expected


def test_without_a_day_nobody_can_tell_whether_the_pain_killer_is_new():
    assert fact("lithium_meets_a_change", "lithium", "ibuprofen").reason is Reason.NOT_ASKED
    never = {"lithium_other_changed": told(LastDone())}
    assert fact("lithium_meets_a_change", "lithium", "ibuprofen", **never).value is False


STEADY = PhysicalChecks(
    lithium_level=known(Decimal("0.6")),
    egfr=known(Decimal(90)),
    adjusted_calcium=known(Decimal("2.3")),
)
STEADY_BEFORE = past(reading("egfr", "88", date(2026, 3, 1)), reading("egfr", "90", date(2025, 9, 1)))
TAKES_ALL = {"missed_doses": told(MissedDoses.NONE)}


def watched(*names, checks=STEADY, **answers):
    return fact(
        "lithium_watched_closely", *names, checks=checks, history=STEADY_BEFORE, **TAKES_ALL | answers
    )


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ({"lithium_level": "0.79"}, False),
        ({"lithium_level": "0.80"}, True),
        ({"adjusted_calcium": "2.59"}, False),
        ({"adjusted_calcium": "2.60"}, True),
        ({"egfr": "80"}, True),
    ],
)
def test_lithium_is_watched_closely_for_any_one_reason(change, value):
    checks = msgspec.structs.replace(STEADY, **{name: known(Decimal(v)) for name, v in change.items()})
    assert watched(row("lithium", 60), checks=checks).value is value


def test_lithium_is_watched_closely_in_its_first_year_with_another_medicine_or_missed_doses():
    assert watched(row("lithium", 50)).value is True
    assert watched(row("lithium", 60), row("ramipril", 60)).value is True
    assert watched(row("lithium", 60), missed_doses=told(MissedDoses.ONE_OR_TWO)).value is True
    assert watched(row("lithium", 60)).value is False
    assert watched("lithium").reason is Reason.NOT_KNOWN, "when it was begun is not known"


@pytest.mark.parametrize(
    ("results", "falling"), [((90, 85, 80), True), ((90, 80, 80), False), ((80, 85), False)]
)
def test_kidneys_fall_off_when_two_results_in_a_row_are_lower(results, falling):
    before = past(*(reading("egfr", str(v), date(2026, 1 + i, 1)) for i, v in enumerate(results[:-1])))
    now = PhysicalChecks(egfr=known(Decimal(results[-1])))
    assert fact("egfr_falling", checks=now, history=before).value is falling
    only = past(reading("egfr", "90", date(2026, 1, 1)))
    two = fact("egfr_falling", checks=PhysicalChecks(egfr=known(Decimal(80))), history=only)
    assert two.reason is Reason.NOT_KNOWN


def test_a_fast_pulse_lasts_when_two_visits_counted_it():
    fast = PhysicalChecks(pulse=known(Decimal(101)))
    assert fact("fast_pulse_at_two_visits", checks=fast).reason is Reason.NOT_KNOWN
    for before, value in (("101", True), ("100", False)):
        seen = past(reading("pulse", before, date(2026, 8, 1)))
        assert fact("fast_pulse_at_two_visits", checks=fast, history=seen).value is value
    calm = PhysicalChecks(pulse=known(Decimal(100)))
    assert fact("fast_pulse_at_two_visits", checks=calm).value is False


def test_lithium_that_is_not_taken_any_more_since_the_last_visit_is_urgent():
    before = History(medicines=(row("lithium"),))
    assert fired("olanzapine", history=before)["lithium-abrupt-stop"] == "urgent"
    assert "lithium_missed" in asked("olanzapine", history=before)
    assert "lithium-abrupt-stop" not in fired("olanzapine")


def test_a_brand_that_nobody_is_sure_of_is_not_written_down():
    assert fired("lithium", lithium_same_brand=NOT_SURE)["lithium-brand-switch"] == "soon"
    assert fact("lithium_same_brand", "lithium").reason is Reason.NOT_ASKED
    unsure = fired("clozapine", hospital_medicine_on_gp_list=NOT_SURE)
    assert unsure["clozapine-not-on-gp-list"] == "soon"


def test_a_bowel_operation_is_told_once():
    stood = History(left_standing={"medicines": Medicines(bowel_operation=told(YesNo.YES))})
    assert fact("had_bowel_operation", "clozapine", history=stood).value is True
    no = told(YesNo.NO)
    assert fact("had_bowel_operation", "clozapine", history=stood, bowel_operation=no).value is False
    gone = History(left_standing={"medicines": Medicines(bowel_operation=no)})
    assert fact("had_bowel_operation", "clozapine", history=gone).reason is Reason.NOT_ASKED


def told_alone(*names, **sections):
    return levels_by_rule(draft(medicines=whole_list(*names), **sections))


def test_bedwetting_is_asked_alone_and_of_clozapine_only():
    wet = WellbeingAndSafety(wet_bed=told(YesNo.YES))
    assert told_alone("clozapine", wellbeing_and_safety=wet)["clozapine-enuresis-night"] == "routine"
    assert "clozapine-enuresis-night" not in told_alone("olanzapine", wellbeing_and_safety=wet)
    shown = {name for name, _ in questions_shown(WellbeingAndSafety(), visit())}
    assert "wet_bed" not in shown
    assert questions(WellbeingAndSafety)["wet_bed"].is_private


@pytest.mark.parametrize(
    ("used", "fires"), [(Contraception.YES, False), (Contraception.SOMETIMES, True), (Contraception.NO, True)]
)
def test_lithium_without_contraception_all_the_time_is_urgent_for_who_could_become_pregnant(used, fires):
    said_alone = Prevention(
        organs=told((Organ.WOMB,)),
        pregnancy=told(Pregnancy.COULD_BE),
        contraception=told(used),
        breast_feeding=told(YesNo.NO),
    )
    assert ("lithium-pregnancy" in told_alone("lithium", prevention=said_alone)) is fires
    assert "lithium-pregnancy" not in told_alone("olanzapine", prevention=said_alone)
    no_womb = msgspec.structs.replace(said_alone, organs=told(()))
    assert "lithium-pregnancy" not in told_alone("lithium", prevention=no_womb)
    feeds = msgspec.structs.replace(said_alone, breast_feeding=told(YesNo.YES))
    assert told_alone("lithium", prevention=feeds)["lithium-pregnancy"] == "urgent"
