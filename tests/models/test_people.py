"""People: found as they are typed, possible duplicates shown, imports all or nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import msgspec
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app.consultation.answers import How
from app.consultation.history import Condition, Reading, Searched
from app.consultation.medicine import Medicine
from app.consultation.person import LONGEST_NAME, Allergies, EthnicBackground, Person
from app.models import consultations, duplicates, people
from app.models.audit import What
from app.models.histories import record_of
from app.models.ids import new_id
from app.models.people import Imported
from app.models.tables import (
    AuditRow,
    ConditionEntryRow,
    ImportBatchRow,
    ImportLeftOutRow,
    MedicineEntryRow,
    ObservationRow,
    PersonRow,
    SearchNoteRow,
)
from tests.models.a_whole_visit import action, begun, signed, someone, visit_of
from tests.models.rows import count_people
from tests.prepared_store import NOW

WHOLE = Imported(
    source="GP bundle",
    content_hash="cd" * 32,
    summary=("2 readings", "1 medicine"),
    readings=(
        Reading(series="weight", value="81.5", unit="kg", taken_on=date(2026, 3, 1), source="GP record"),
        Reading(series="hba1c", value="44", unit="mmol/mol", taken_on=date(2026, 4, 1), source="GP record"),
    ),
    medicines=(Medicine(id="m-1", name="Olanzapine 10 mg", ingredient="olanzapine", how=How.FROM_RECORD),),
    conditions=(Condition(label="Asthma", key="asthma", since=date(2001, 1, 1), source="GP record"),),
    searched=(Searched(series="*", source="GP bundle", back_to=date(2016, 11, 22)),),
    left_out=(("Observation 8302-2", "unit not understood"),),
)
IMPORT_TABLES = (
    PersonRow, ImportBatchRow, ObservationRow, MedicineEntryRow, ConditionEntryRow, SearchNoteRow,
    ImportLeftOutRow,
)  # fmt: skip


def found(store, search):
    return [f"{p.given_name} {p.family_name}" for p in people.people(store, NOW, search)]


def counted(store):
    with store.reading_no_person() as session:
        return [session.scalar(select(func.count()).select_from(table)) for table in IMPORT_TABLES]


def audited(store, what):
    with store.reading_no_person() as session:
        return session.scalars(select(AuditRow.person_id).where(AuditRow.what == what.value)).all()


@pytest.fixture
def three(store):
    someone(store, family_name="Łukasik-Núñez", given_name="Zoë", nhs_number="9434765919")
    someone(store, family_name="O’Brien", given_name="Sean", birth_date=date(1961, 12, 3))
    someone(store, family_name="Adams", given_name="Jo", likes_to_be_called="Bunny")
    return store


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("", ["Jo Adams", "Zoë Łukasik-Núñez", "Sean O’Brien"]),
        ("   ", ["Jo Adams", "Zoë Łukasik-Núñez", "Sean O’Brien"]),
        ("zoe", ["Zoë Łukasik-Núñez"]),
        ("ZOË", ["Zoë Łukasik-Núñez"]),
        ("nunez", ["Zoë Łukasik-Núñez"]),
        ("lukasik", ["Zoë Łukasik-Núñez"]),
        ("núñez zoe", ["Zoë Łukasik-Núñez"]),
        ("luk", ["Zoë Łukasik-Núñez"]),
        ("o'brien", ["Sean O’Brien"]),
        ("obrien", ["Sean O’Brien"]),
        ("bunny", ["Jo Adams"]),
        ("943 476 5919", ["Zoë Łukasik-Núñez"]),
        ("943 476", ["Zoë Łukasik-Núñez"]),
        ("943-476-5919", ["Zoë Łukasik-Núñez"]),
        ("9434765919", ["Zoë Łukasik-Núñez"]),
        ("zoe 943 476 5919", ["Zoë Łukasik-Núñez"]),
        ("3/12/1961", ["Sean O’Brien"]),
        ("03/12/1961", ["Sean O’Brien"]),
        ("1961-12-03", ["Sean O’Brien"]),
        ("03-Dec-1961", ["Sean O’Brien"]),
        ("1961", ["Sean O’Brien"]),
        ("zoe sean", []),
        ("%", []),
        ("_", []),
    ],
)
def test_a_search_finds_what_people_type(three, typed, who):
    assert found(three, typed) == who


def test_a_list_and_a_search_are_both_written_down_without_a_name(three):
    before = len(audited(three, What.PEOPLE_SEARCHED)), len(audited(three, What.PEOPLE_LISTED))
    people.people(three, NOW, "zoe")
    people.people(three, NOW)
    assert len(audited(three, What.PEOPLE_SEARCHED)) == before[0] + 1
    assert len(audited(three, What.PEOPLE_LISTED)) == before[1] + 1
    assert count_people(three) == 3


def test_the_list_is_sorted_as_people_read_names_whatever_the_accents_and_capitals(store):
    for name in ("Zimmer", "de Souza", "Émile", "Adams", "Łukasik", "Evans"):
        someone(store, family_name=name)
    names = [p.family_name for p in people.people(store, NOW)]
    assert names == ["Adams", "de Souza", "Émile", "Evans", "Łukasik", "Zimmer"]


def test_everything_about_a_person_is_kept(store):
    whole = Person(
        id=new_id(NOW),
        family_name="Nowak",
        given_name="Jan",
        birth_date=date(1985, 2, 28),
        nhs_number="9434765919",
        title="Mr",
        likes_to_be_called="Janek",
        address="1 High Street",
        phone="0700 900 123",
        allergies=("penicillin",),
        allergies_known=Allergies.LISTED,
        needs=("large print",),
        ethnic_background=EthnicBackground.WHITE,
    )
    people.add_person(store, whole, NOW)
    assert record_of(store, whole.id, NOW)[0] == whole


def test_details_put_right_are_found_under_the_new_name_only(store):
    person = someone(store, family_name="Smith")
    people.change_person(store, msgspec.structs.replace(person, family_name="Smyth", phone="1"), NOW)
    assert found(store, "smith") == []
    assert found(store, "smyth") == ["Jan Smyth"]
    assert record_of(store, person.id, NOW)[0].phone == "1"


def test_possible_duplicates_share_the_number_both_names_or_the_birth_date_and_a_name(store):
    same_number = someone(store, family_name="Other", given_name="Name", nhs_number="9434765919")
    same_day = someone(store, family_name="NÓWAK", given_name="Piotr")
    swapped = someone(store, family_name="Jan", given_name="Nowak")
    slipped = someone(store, family_name="Novak", given_name="Jan", birth_date=date(1985, 2, 27))
    someone(store, family_name="Kowalski", given_name="Adam")
    new = Person(
        id="new", family_name="Nowak", given_name="Jan", birth_date=date(1985, 2, 28), nhs_number="9434765919"
    )
    alike = {p.id: p.alike_by for p in duplicates.possible_duplicates(store, new, NOW)}
    assert alike == {
        same_number.id: "the same NHS number, the same date of birth",
        same_day.id: "one of the names, the same date of birth",
        swapped.id: "one of the names, the same date of birth",
        slipped.id: "a name like it, a date of birth that differs by one slip",
    }


def test_no_number_and_no_second_name_are_no_likeness(store):
    someone(store, family_name="Kowalski", given_name="")
    new = Person(id="new", family_name="Nowak", given_name="", birth_date=date(1985, 2, 28))
    assert duplicates.possible_duplicates(store, new, NOW) == ()


def test_nobody_is_their_own_duplicate(store):
    person = someone(store, nhs_number="9434765919")
    assert duplicates.possible_duplicates(store, person, NOW) == ()


def test_a_name_of_signs_that_grow_when_they_are_spelt_out_is_kept_and_found(store):
    someone(store, family_name="\ufdfa" * LONGEST_NAME, given_name="Jan")
    [kept] = people.people(store, NOW)
    assert (kept.family_name, kept.given_name) == ("\ufdfa" * LONGEST_NAME, "Jan")
    assert found(store, "1985") == [f"Jan {kept.family_name}"]


@pytest.mark.usefixtures("in_britain")
def test_somebody_seen_after_midnight_in_summer_was_last_seen_on_that_day(store):
    half_past_twelve = datetime(2026, 6, 14, 23, 30, tzinfo=UTC).astimezone()
    person = someone(store)
    draft = consultations.start(store, person.id, half_past_twelve, {})
    consultations.finish(store, draft, visit_of(person, draft.day), half_past_twelve)
    [seen] = people.people(store, half_past_twelve)
    assert seen.last_seen_on == draft.day == date(2026, 6, 15)


def test_the_list_says_when_somebody_was_last_seen_and_what_is_still_owed(store):
    person = someone(store)
    [fresh] = people.people(store, NOW)
    assert (fresh.last_seen_on, fresh.open_promises, fresh.oldest_promise_on) == (None, 0, None)
    begun(store, person)
    [in_progress] = people.people(store, NOW)
    assert (in_progress.last_seen_on, in_progress.open_promises) == (None, 0), "a draft promises nothing yet"
    signed(store, person, NOW + timedelta(days=1))
    [seen] = people.people(store, NOW)
    assert (seen.last_seen_on, seen.open_promises) == (date(2026, 11, 23), 2)
    assert seen.oldest_promise_on == date(2026, 12, 6)


def test_an_import_brings_the_person_and_all_that_was_announced(store):
    person = Person(id=new_id(NOW), family_name="Ek", given_name="Bo", birth_date=date(1970, 1, 1))
    people.add_person(store, person, NOW, WHOLE)
    assert counted(store) == [1, 1, 2, 1, 1, 1, 1]
    history = record_of(store, person.id, NOW)[1]
    assert history.readings == WHOLE.readings
    assert history.medicines == WHOLE.medicines
    assert history.medicines_confirmed_on is None, "unconfirmed until somebody looked at it"
    assert history.conditions == WHOLE.conditions
    assert history.conditions_complete is False
    assert history.searched == WHOLE.searched
    assert history.last("weight").number == Decimal("81.5")
    assert len(audited(store, What.RECORD_IMPORTED)) == 1
    assert audited(store, What.PERSON_ADDED) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"left_out": (("x" * 401, "too long for its row"),)},
        {"readings": (*WHOLE.readings, Reading(series="", value="1", taken_on=NOW.date()))},
        {"medicines": WHOLE.medicines * 2},
        {"source": ""},
    ],
)
def test_an_import_that_fails_half_way_leaves_nothing_behind(store, broken):
    before = counted(store)
    person = Person(id=new_id(NOW), family_name="Ek", given_name="Bo", birth_date=date(1970, 1, 1))
    with pytest.raises(IntegrityError):
        people.add_person(store, person, NOW, replace(WHOLE, **broken))
    assert counted(store) == before
    assert audited(store, What.RECORD_IMPORTED) == []
    known = someone(store)
    before = counted(store)
    with pytest.raises(IntegrityError):
        people.import_into(store, known.id, replace(WHOLE, **broken), NOW)
    assert counted(store) == before


def test_a_second_import_adds_to_what_is_there(store):
    person = someone(store)
    people.import_into(store, person.id, WHOLE, NOW)
    later = replace(
        WHOLE,
        medicines=(Medicine(id="m-2", name="Lithium", ingredient="lithium"),),
        readings=(Reading(series="weight", value="83", unit="kg", taken_on=date(2026, 11, 1)),),
    )
    people.import_into(store, person.id, later, NOW + timedelta(hours=1))
    history = record_of(store, person.id, NOW)[1]
    assert [m.name for m in history.medicines] == ["Olanzapine 10 mg", "Lithium"]
    assert history.last("weight").value == "83"
    assert audited(store, What.RECORD_IMPORTED) == [person.id, person.id]


def test_an_old_search_no_longer_proves_that_nothing_was_done(store):
    person = someone(store)
    people.import_into(store, person.id, WHOLE, NOW)
    within = record_of(store, person.id, NOW + timedelta(days=30))[1]
    assert within.searched_back_to(["total_cholesterol"]) == date(2016, 11, 22)
    after = record_of(store, person.id, NOW + timedelta(days=31))[1]
    assert after.searched_back_to(["total_cholesterol"]) is None


def test_one_persons_record_never_shows_anothers(store):
    first, second = someone(store), someone(store, given_name="Ola")
    people.import_into(store, first.id, WHOLE, NOW)
    signed(store, first)
    history = record_of(store, second.id, NOW)[1]
    assert (history.readings, history.medicines, history.promises, history.last_visit_on) == (
        (),
        (),
        (),
        None,
    )


def test_a_promise_let_go_is_no_longer_counted(store):
    person = someone(store)
    draft = begun(store, person)
    plan = msgspec.structs.replace(draft.plan, actions=(action("one"),))
    consultations.finish(store, draft.with_plan(plan), visit_of(person), NOW)
    [seen] = people.people(store, NOW)
    assert seen.open_promises == 1
