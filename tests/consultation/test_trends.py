from datetime import date, timedelta
from decimal import Decimal

from app.consultation import agenda, dialog, medicines, physical_checks
from app.consultation.dialog.record import ITEMS, AreaAnswer, Dialog
from app.consultation.medicine import Medicine
from app.consultation.medicine_marks import medicine_marks
from app.consultation.medicines.record import Medicines
from app.consultation.person import EthnicBackground
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions import Kind, questions
from app.consultation.trend_measures import measures
from app.consultation.trends import Trend, trends_of
from tests.consultation.a_visit import TODAY, known, past, reading, searched, told, visit

EARLIER = date(2026, 3, 2)


def trend(key: str, *readings, records=None, with_private=True, history=None, **person) -> Trend:
    surroundings = visit(history or past(*readings), **person)
    found = trends_of(surroundings, records or {}, with_private=with_private)
    return next(each for each in found if each.measure.key == key)


def test_every_number_that_is_kept_as_a_series_has_a_trend():
    kept = {
        question.series
        for section in agenda.SECTIONS
        for question in questions(section.record).values()
        if question.kind is Kind.NUMBER and question.series
    }
    drawn = {series for measure in measures() for series in measure.series}
    assert kept | {"systolic", "diastolic", "bmi", "audit_c"} | {f"dialog.{i.key}" for i in ITEMS} == drawn


def test_the_measure_read_last_comes_first_and_those_never_read_at_the_end():
    found = trends_of(
        visit(past(reading("weight", "80", EARLIER), reading("hba1c", "41", TODAY))), {}, with_private=True
    )
    assert [each.measure.key for each in found][:2] == ["hba1c", "weight"]
    assert len(found) == len(measures())
    assert all(each.last is None for each in found[2:])
    assert found[-1].measure.none_yet == "Not rated yet"


def test_what_a_visit_in_hand_would_keep_is_the_newest_reading():
    record = PhysicalChecks(weight=known(Decimal("84.6")))
    found = trend("weight", reading("weight", "80", EARLIER), records={physical_checks.SECTION.key: record})
    assert [(f.on, f.said, f.known_by) for f in found.newest_first] == [
        (TODAY, "84.6 kg", "measured at a visit"),
        (EARLIER, "80 kg", "from a record, GP record"),
    ]


def test_two_pressures_of_one_day_stay_two_and_one_without_its_other_number_says_so():
    found = trend(
        "blood_pressure",
        *(reading("systolic", value, EARLIER) for value in ("150", "142")),
        *(reading("diastolic", value, EARLIER) for value in ("84", "101")),
        reading("systolic", "133", TODAY),
    )
    assert [(f.said, f.band, f.lower) for f in found.drawn] == [
        ("150/84 mmHg", "range 140 to 159", Decimal(84)),
        ("142/101 mmHg", "lower number: range 100 to 119", Decimal(101)),
    ]
    assert found.last.said == "133/not known mmHg"
    assert found.last.remark == "only one of the two numbers: not drawn"


def test_a_figure_no_body_has_a_word_and_another_unit_stand_in_the_list_and_are_not_drawn():
    found = trend(
        "weight",
        reading("weight", "8", EARLIER),
        reading("weight", "refused", EARLIER),
        reading("weight", "180", EARLIER, unit="lb"),
        reading("weight", "30", EARLIER),
    )
    assert [(f.value, f.remark) for f in found.figures] == [
        (None, "outside 20 to 450: not drawn"),
        (None, "not a number: not drawn"),
        (None, "in another unit: not drawn"),
        (Decimal(30), "unusual: was it right?"),
    ]


def test_a_line_runs_until_the_measure_is_overdue_and_never_over_a_gap():
    late, due = date(2024, 9, 22), date(2025, 11, 22) - timedelta(days=30)
    found = trend("weight", *(reading("weight", "80", day) for day in (late, due, TODAY)))
    assert [[f.on for f in line] for line in found.lines()] == [[late], [due, TODAY]]
    fever = trend("temperature", *(reading("temperature", "37", day) for day in (due, TODAY)))
    assert [len(line) for line in fever.lines()] == [1, 1]


def test_a_bmi_without_a_family_background_is_read_on_both_scales_and_no_range_is_drawn():
    unknown = trend("bmi", reading("bmi", "24.1", TODAY))
    assert unknown.scale is None
    assert "not known" in unknown.remark
    assert unknown.last.band == "range 18.5 to 24.9 or range 23 to 27.4, by family background"
    asian = trend("bmi", reading("bmi", "24.1", TODAY), ethnic_background=EthnicBackground.SOUTH_ASIAN)
    assert asian.last.band == "range 23 to 27.4"
    assert asian.scale is not None


def rated(keys, rating: int = 4) -> dict[str, Dialog]:
    record = Dialog()
    for key in keys:
        record = record.with_area(key, AreaAnswer(rating=told(rating)))
    return {dialog.SECTION.key: record}


def test_a_mean_says_on_how_many_it_rests_and_too_few_make_none():
    enough, too_few = [i.key for i in ITEMS[:7]], [i.key for i in ITEMS[:5]]
    assert trend("dialog_life", records=rated(enough)).last.band == "based on 7 of 8"
    last = trend("dialog_life", records=rated(too_few)).last
    assert (last.value, last.remark) == (None, "5 of 8 rated, a mean needs 6: not drawn")


def test_without_private_measures_no_list_and_no_mean_shows_a_trace_of_them():
    records = rated([i.key for i in ITEMS[:8]])
    found = trends_of(visit(), records, with_private=False)
    assert "dialog.personal_safety" not in {each.measure.key for each in found}
    life = next(each for each in found if each.measure.key == "dialog_life")
    assert life.last.band == "based on 7 of 8"
    only_private = trends_of(visit(), rated(["personal_safety"]), with_private=False)
    assert all(each.last is None for each in only_private)


def test_a_measure_never_read_says_how_far_back_the_record_was_searched():
    history = past(searched=(searched("hba1c", EARLIER),))
    assert trend("hba1c", history=history).searched_back_to == EARLIER


def test_medicines_are_marked_on_the_days_that_the_record_knows():
    begun = Medicine(id="1", name="olanzapine", started=EARLIER)
    undated = Medicine(id="2", name="sertraline")
    stopped = Medicine(id="3", name="lithium", still_taken=False)
    found = medicine_marks(visit(), {medicines.SECTION.key: Medicines(rows=(begun, undated, stopped))})
    assert [(m.on, m.words) for m in found.marks] == [
        (TODAY, "lithium: said to be stopped"),
        (EARLIER, "olanzapine began"),
    ]
    assert found.without_a_day == ("sertraline",)
    from_record = medicine_marks(visit(past(medicines=(begun,))), {})
    assert [m.words for m in from_record.marks] == ["olanzapine began"]
