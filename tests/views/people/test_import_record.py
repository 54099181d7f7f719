import bz2
import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from app.consultation.answers import How
from app.consultation.person import Allergies
from app.models.histories import record_of
from app.models.people import people
from app.models.tables import ImportBatchRow, ImportLeftOutRow, ObservationRow
from app.views.look import theme
from app.views.parts.fit import clipped
from app.views.parts.message import Message
from app.views.people.bringing_in import CORE_CHECKS
from app.views.people.import_record import INVENTED_ONLY, ImportRecordScreen
from app.views.people.record_found import NUMBER_LEFT_OUT
from app.views.people.rows import LongList
from app.views.people.whose_record import SOMEBODY_NEW
from tests.models.rows import count_people
from tests.prepared_store import NOW
from tests.sizes import SCALES, in_audit
from tests.views.people import clinic

LEFT = Qt.MouseButton.LeftButton
RECORDS = Path(__file__).parents[2] / "data" / "synthea"
MILAN = RECORDS / "Milan_Beatty_e78d0ed2-1b54-4c30-90ae-f7405af1e402.json.bz2"
PATRIA = RECORDS / "Patria_Schimmel_d2f8f862-3856-490d-b56f-98e0ed984b1e.json.bz2"
LUCAS = RECORDS / "ab5537a3-8608-5f56-53f5-d10b00eb4680.json.bz2"
DIED = RECORDS / "53eac4c0-8d6b-72da-2768-a6d08e687f48.json.bz2"
KG = {"value": 80, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"}


def written(folder, person=None, **changed):
    """A small record of an invented person: one weight."""
    patient = {
        "resourceType": "Patient",
        "id": "p",
        "name": [{"family": "Brennan", "given": ["Nora"]}],
        "birthDate": "1979-03-14",
        **(person or {}),
        **changed,
    }
    patient = {key: value for key, value in patient.items() if value is not None}
    weight = {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]},
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": "2025-01-02",
        "valueQuantity": KG,
    }
    entries = [{"resource": patient}, {"resource": weight}]
    file = folder / "record.json"
    file.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    return file


def nhs(number):
    return {"identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": number}]}


@pytest.fixture
def screen(qtbot, dressed, store):
    made = ImportRecordScreen(clinic.at_work(store))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def take_in(qtbot, screen, far_back="not_known"):
    qtbot.mouseClick(screen.found.how_far.choice.segment(far_back), LEFT)
    qtbot.mouseClick(screen.foot.primary, LEFT)


def done(qtbot, screen, store):
    with qtbot.waitSignal(screen.imported) as told:
        qtbot.mouseClick(screen.foot.primary, LEFT)
    return record_of(store, told.args[0], NOW)


def words_on(widget):
    return "\n".join(label.said() for label in widget.findChildren(QWidget) if hasattr(label, "said"))


def test_before_a_file_is_read_there_is_nothing_to_take_in(screen):
    assert not screen.foot.primary.isVisible()
    assert INVENTED_ONLY in words_on(screen)


def test_a_path_written_by_keyboard_is_read_and_nothing_is_kept_yet(qtbot, screen, store):
    qtbot.keyClicks(screen.path.line, str(MILAN))
    qtbot.keyClick(screen.path.line, Qt.Key.Key_Return)
    said = words_on(screen.found)
    assert "BEATTY, Milan (Mr.)" in said
    assert "Born 24-Nov-1973" in said
    assert screen.foot.primary.text() == "Take this in"
    assert count_people(store) == 0


def test_what_will_be_taken_counts_what_the_file_holds(screen):
    raw = json.loads(bz2.decompress(MILAN.read_bytes()))
    weights = [
        entry["resource"]["effectiveDateTime"][:10]
        for entry in raw["entry"]
        if entry["resource"]["resourceType"] == "Observation"
        and entry["resource"]["code"]["coding"][0]["code"] == "29463-7"
    ]
    screen.read_file(MILAN)
    said = words_on(screen.found)
    assert f"{len(weights)} values, " in said
    assert max(weights)[:4] in said


def test_conversions_are_shown_with_their_sums_and_all_of_them_on_request(qtbot, screen):
    screen.read_file(LUCAS)
    said = words_on(screen.found)
    assert "What was converted" in said
    assert " / 18.016 = " in said
    every = screen.found.findChild(LongList)
    assert not every.page.isVisible()
    every.button.click()
    assert every.page.isVisible()
    assert len(every.page.toPlainText().splitlines()) == len(screen.found.reading.converted)


def test_what_is_left_out_is_said_with_the_reason(screen):
    screen.read_file(MILAN)
    said = words_on(screen.found)
    assert "What is left out, and why" in said
    assert "A code that we do not keep" in said


def test_how_far_back_is_asked_with_nothing_preselected(qtbot, screen, store):
    screen.read_file(MILAN)
    assert screen.found.how_far.choice.value() is None
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert "how far back" in screen.found.how_far.note.sentence.said()
    assert count_people(store) == 0


def test_a_record_is_taken_in_whole_for_a_new_person(qtbot, screen, store):
    screen.read_file(MILAN)
    reading = screen.found.reading
    take_in(qtbot, screen)
    assert "BEATTY, Milan was added" in screen.message.happened.said()
    person, history = done(qtbot, screen, store)
    assert (person.family_name, person.birth_date) == ("Beatty", date(1973, 11, 24))
    assert len(history.readings) == len(reading.readings) > 0
    assert {r.how for r in history.readings} == {How.FROM_RECORD}
    assert len(history.conditions) == len(reading.conditions) > 0
    assert [m.name for m in history.medicines] == [m.name for m in reading.medicines]
    assert history.medicines_confirmed_on is None
    assert history.searched == ()


def test_a_day_searched_back_to_counts_for_what_appears_and_for_the_core_checks(qtbot, screen, store):
    screen.read_file(MILAN)
    how_far = screen.found.how_far
    qtbot.mouseClick(how_far.choice.segment("day"), LEFT)
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert "Write the day" in how_far.note.sentence.said()
    qtbot.keyClicks(how_far.day.line, "1 Jan 2010")
    series = {taken.series for taken in screen.found.reading.taken}
    qtbot.mouseClick(screen.foot.primary, LEFT)
    _person, history = done(qtbot, screen, store)
    assert {note.series for note in history.searched} == series | set(CORE_CHECKS)
    assert {note.back_to for note in history.searched} == {date(2010, 1, 1)}


def test_a_day_in_the_future_is_not_searched_back_to(qtbot, screen, store):
    screen.read_file(MILAN)
    qtbot.mouseClick(screen.found.how_far.choice.segment("day"), LEFT)
    qtbot.keyClicks(screen.found.how_far.day.line, "1 Jan 2027")
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert "after 22-Nov-2026" in screen.found.how_far.day.note.sentence.said()
    assert count_people(store) == 0


def test_what_was_left_out_is_kept_with_the_import_and_no_file_name_is(qtbot, screen, store):
    screen.read_file(MILAN)
    left_out = len(screen.found.reading.left_out)
    take_in(qtbot, screen)
    with store.reading_no_person() as session:
        batch = session.scalars(select(ImportBatchRow)).one()
        assert len(session.scalars(select(ImportLeftOutRow)).all()) == left_out
    assert "Milan" not in batch.source + batch.summary
    assert len(batch.content_hash) == 64


def test_somebody_who_has_died_is_a_clear_stop(screen, store):
    screen.read_file(DIED)
    assert screen.found.stop.happened.said() == "This person died on 05-Apr-1991"
    assert not screen.foot.primary.isVisible()
    screen.take_in()
    assert count_people(store) == 0


def test_somebody_under_18_is_a_clear_stop(screen, store, tmp_path):
    screen.read_file(written(tmp_path, birthDate="2010-01-01"))
    assert "under 18" in screen.found.stop.happened.said()
    assert not screen.foot.primary.isVisible()


def test_with_somebody_alike_the_choice_is_asked_and_nothing_is_preselected(qtbot, screen, store):
    clinic.keep(store, clinic.somebody("Schimmel", "Patricia", date(1974, 5, 21)))
    screen.read_file(PATRIA)
    assert screen.found.whose.choice.value() is None
    take_in(qtbot, screen)
    assert "Choose whose record it is" in screen.found.whose.note.sentence.said()
    assert count_people(store) == 1


def test_a_record_is_added_to_somebody_known_with_its_allergies(qtbot, screen, store):
    patricia = clinic.somebody("Schimmel", "Patricia", date(1974, 5, 21))
    clinic.keep(store, patricia)
    screen.read_file(PATRIA)
    values = len(screen.found.reading.readings)
    qtbot.mouseClick(screen.found.whose.choice.segment(patricia.id), LEFT)
    take_in(qtbot, screen)
    person, history = done(qtbot, screen, store)
    assert (person.id, person.given_name, count_people(store)) == (patricia.id, "Patricia", 1)
    assert len(history.readings) == values
    assert "Allergy to fish" in person.allergies
    assert person.allergies_known is Allergies.LISTED


def test_the_same_file_twice_adds_nothing_twice(qtbot, screen, store):
    screen.read_file(PATRIA)
    take_in(qtbot, screen)
    person, first = done(qtbot, screen, store)
    again = ImportRecordScreen(clinic.at_work(store))
    qtbot.addWidget(again)
    again.show()
    again.read_file(PATRIA)
    qtbot.mouseClick(again.found.whose.choice.segment(person.id), LEFT)
    take_in(qtbot, again)
    assert "Everything on it was here already." in again.message.kept.said()
    unchanged, second = done(qtbot, again, store)
    assert (second.readings, second.medicines, second.conditions) == (
        first.readings,
        first.medicines,
        first.conditions,
    )
    assert unchanged.allergies == person.allergies


def with_medicine(file, dose):
    """The record with one medicine that is taken now."""
    record = json.loads(file.read_text())
    order = {
        "resourceType": "MedicationRequest",
        "status": "active",
        "intent": "order",
        "subject": {"reference": "Patient/p"},
        "medicationCodeableConcept": {"text": "Clozapine"},
        "authoredOn": "2026-11-10",
        "dosageInstruction": [{"text": dose}],
    }
    record["entry"].append({"resource": order})
    file.write_text(json.dumps(record))
    return file


def test_a_changed_dose_of_a_medicine_that_is_there_already_is_taken_in(qtbot, screen, store, tmp_path):
    screen.read_file(with_medicine(written(tmp_path), "300 mg at night"))
    take_in(qtbot, screen)
    person, _history = done(qtbot, screen, store)
    again = ImportRecordScreen(clinic.at_work(store))
    qtbot.addWidget(again)
    again.show()
    again.read_file(with_medicine(written(tmp_path), "100 mg at night"))
    assert "100 mg at night" in words_on(again.found)
    qtbot.mouseClick(again.found.whose.choice.segment(person.id), LEFT)
    take_in(qtbot, again)
    _person, history = done(qtbot, again, store)
    assert {row.dose for row in history.medicines} == {"300 mg at night", "100 mg at night"}


def test_a_dose_that_is_left_out_is_named_before_anything_is_taken_in(screen, tmp_path):
    screen.read_file(with_medicine(written(tmp_path), "12.5 mg, then 25 mg, " * 12 + "then STOP and ring"))
    said = words_on(screen.found)
    assert "1 × dose of a medicine (Clozapine)" in said
    assert "Too long, or in several parts: ask for it whole" in said


def test_the_same_file_can_be_a_new_person_when_somebody_says_so(qtbot, screen, store):
    screen.read_file(PATRIA)
    take_in(qtbot, screen)
    again = ImportRecordScreen(clinic.at_work(store))
    qtbot.addWidget(again)
    again.show()
    again.read_file(PATRIA)
    qtbot.mouseClick(again.found.whose.choice.segment(SOMEBODY_NEW), LEFT)
    take_in(qtbot, again)
    assert count_people(store) == 2


def test_a_record_with_anothers_nhs_number_is_not_added_to_somebody(qtbot, screen, store, tmp_path):
    nora = clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0])
    clinic.keep(store, nora)
    screen.read_file(written(tmp_path, nhs(clinic.NUMBERS[1])))
    qtbot.mouseClick(screen.found.whose.choice.segment(nora.id), LEFT)
    take_in(qtbot, screen)
    assert "somebody else's record" in screen.found.whose.note.sentence.said()
    with store.reading_no_person() as session:
        assert session.scalars(select(ObservationRow)).all() == []


def test_a_record_with_a_number_that_is_taken_makes_no_second_person(qtbot, screen, store, tmp_path):
    clinic.keep(store, clinic.somebody("Hallam", "Peter", date(1968, 9, 2), clinic.NUMBERS[0]))
    screen.read_file(written(tmp_path, nhs(clinic.NUMBERS[0])))
    qtbot.mouseClick(screen.found.whose.choice.segment(SOMEBODY_NEW), LEFT)
    take_in(qtbot, screen)
    assert "no two people share one" in screen.found.whose.note.sentence.said()
    assert count_people(store) == 1


def test_a_real_nhs_number_is_left_out_in_a_practice_store(qtbot, screen, store, tmp_path):
    screen.read_file(written(tmp_path, nhs("9434765919")))
    assert NUMBER_LEFT_OUT in words_on(screen.found)
    take_in(qtbot, screen)
    person, _history = done(qtbot, screen, store)
    assert person.nhs_number == ""


def test_a_test_number_is_taken_in(qtbot, screen, store, tmp_path):
    screen.read_file(written(tmp_path, nhs(clinic.NUMBERS[0])))
    take_in(qtbot, screen)
    person, _history = done(qtbot, screen, store)
    assert person.nhs_number == clinic.NUMBERS[0]


def test_a_missing_birth_date_is_asked_for_and_then_compared(qtbot, screen, store, tmp_path):
    nora = clinic.somebody("Brennan")
    clinic.keep(store, nora)
    screen.read_file(written(tmp_path, birthDate=None))
    whose = screen.found.whose
    assert whose.choice is None
    take_in(qtbot, screen)
    assert "Write the date of birth" in whose.note.sentence.said()
    whose.born.line.setFocus()
    qtbot.keyClicks(whose.born.line, "14/3/1979")
    qtbot.keyClick(whose.born.line, Qt.Key.Key_Tab)
    assert whose.choice is not None
    qtbot.mouseClick(whose.choice.segment(nora.id), LEFT)
    qtbot.mouseClick(screen.foot.primary, LEFT)
    _person, history = done(qtbot, screen, store)
    assert [r.value for r in history.readings] == ["80.0"]


def test_a_missing_family_name_is_asked_for(qtbot, screen, store, tmp_path):
    screen.read_file(written(tmp_path, name=[{"given": ["Nora"]}]))
    take_in(qtbot, screen)
    assert "Write the family name" in screen.found.whose.note.sentence.said()
    qtbot.keyClicks(screen.found.whose.family.line, "Brennan")
    qtbot.mouseClick(screen.foot.primary, LEFT)
    person, _history = done(qtbot, screen, store)
    assert (person.family_name, person.given_name) == ("Brennan", "Nora")


def test_a_birth_date_filled_in_under_18_is_refused(qtbot, screen, store, tmp_path):
    screen.read_file(written(tmp_path, birthDate=None))
    qtbot.keyClicks(screen.found.whose.born.line, "14/3/2015")
    take_in(qtbot, screen)
    assert "for adults" in screen.found.whose.note.sentence.said()
    assert count_people(store) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"not json", "not whole JSON"), (b'{"resourceType": "Observation"}', "not a bundle"), (b"", "JSON")],
)
def test_a_file_that_is_no_record_is_refused_with_what_to_do(screen, store, tmp_path, content, said):
    file = tmp_path / "record.json"
    file.write_bytes(content)
    screen.read_file(file)
    assert screen.message.isVisible()
    assert said in screen.message.kept.said()
    assert not screen.foot.primary.isVisible()


def test_a_file_that_is_not_there_is_said_without_its_name(screen, tmp_path):
    screen.read_file(tmp_path / "nora_brennan.json")
    assert screen.message.happened.said() == "The file cannot be opened"
    assert "nora" not in screen.message.accessibleName()


def test_another_file_takes_the_place_of_the_first(screen, tmp_path):
    screen.read_file(DIED)
    screen.read_file(written(tmp_path))
    assert screen.found.stop is None
    visible = [m for m in screen.findChildren(Message) if m.isVisible()]
    assert visible == []


def test_a_store_out_of_reach_takes_nothing_in_and_it_can_be_tried_again(qtbot, screen, store):
    screen.read_file(MILAN)
    with clinic.record_file_gone(store):
        take_in(qtbot, screen)
    assert screen.message.happened.said() == "Nothing was taken in"
    assert count_people(store) == 0
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert count_people(store) == 1


def test_leaving_keeps_nothing(qtbot, screen, store):
    screen.read_file(MILAN)
    with qtbot.waitSignal(screen.closed):
        qtbot.mouseClick(screen.foot.back, LEFT)
    assert count_people(store) == 0
    assert people(store, NOW) == ()


@pytest.mark.parametrize("file", [MILAN, in_audit(PATRIA), in_audit(LUCAS), DIED])
@pytest.mark.parametrize("scale", SCALES)
def test_nothing_is_cut_at_any_size(qtbot, dressed, store, file, scale):
    clinic.keep(store, clinic.somebody("Schimmel", "Patricia", date(1974, 5, 21)))
    theme.wear(dressed, text_scale=scale)
    screen = ImportRecordScreen(clinic.at_work(store))
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    screen.read_file(file)
    screen.take_in()
    qtbot.wait(20)
    assert clipped(screen) == []
