from datetime import date, timedelta
from decimal import Decimal

from app.consultation.answers import Known
from app.consultation.history import History
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
from app.consultation.pressures import drawn_pressures
from app.reports.checks_before import with_what_is_known
from app.views.form.sheet import Plan
from app.views.form.trend import pressure_points
from app.views.sections.physical_checks.sheet import PhysicalSheet
from tests.consultation.a_visit import TODAY, past, reading, visit

EARLIER = TODAY - timedelta(days=40)
ROW = Plan("Blood pressure", ("blood_pressure",))


def pair(upper: str, lower: str, source: str = "GP record", on=EARLIER):
    return reading("systolic", upper, on, source), reading("diastolic", lower, on, source)


def last_time(history: History) -> str:
    return PhysicalSheet().last(ROW, visit(history), "physical_checks").in_words


def test_numbers_of_one_day_are_paired_as_they_were_kept_and_a_lone_one_with_nothing():
    history = past(
        *pair("150", "84"),
        *pair("142", "101"),
        reading("systolic", "8", EARLIER, "letter"),
        reading("diastolic", "90", EARLIER, "phone"),
    )
    kept = [(Decimal(150), Decimal(84)), (Decimal(142), Decimal(101))]
    assert [(f.value, f.lower) for f in drawn_pressures(history)] == kept
    assert [(p.value, p.lower) for p in pressure_points(history, None)] == kept
    assert last_time(history) == "Last time 142/101, 13-Oct-2026"


def test_the_row_and_the_paper_pass_over_a_swapped_pair_and_say_the_last_that_can_be_one():
    swapped = pair("80", "120", on=TODAY - timedelta(days=2))
    history = past(*pair("150", "84"), *swapped)
    said = with_what_is_known(PhysicalChecks(), visit(history)).blood_pressure
    assert isinstance(said, Known)
    assert (said.value, said.taken_on) == ((BloodPressure(150, 84),), EARLIER)
    assert not isinstance(with_what_is_known(PhysicalChecks(), visit(past(*swapped))).blood_pressure, Known)
    old = past(*pair("150", "84", on=date(2026, 7, 21)), *swapped)
    assert last_time(old) == "Last time 150/84, 21-Jul-2026: too old for rules"
