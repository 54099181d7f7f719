"""Two records of one person: linked and parted again, with nothing deleted and everything read."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from app.consultation.care_plan import Outcome
from app.consultation.history import Reading
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Everything, Medicines
from app.consultation.opening.record import Opening, PromiseOutcome
from app.consultation.seen_here import Seen
from app.consultation.visit import Visit
from app.models import consultations, duplicates, people
from app.models.histories import record_of
from app.models.links import NotLinked, link, linked_now, links_of, part
from app.models.people import Imported
from app.models.seen_here import NotSeenHere, say_seen
from app.models.signed_visits import last_signed
from app.models.staff import add_account
from app.models.unavailable import SealedRecord
from tests.models.a_whole_visit import signed, someone, told
from tests.prepared_store import ASSISTANT, NOW, opened_by

LATER = NOW + timedelta(hours=1)
NUMBER = "9434765919"
WHY = "Same address, same mother"


@pytest.fixture
def two(store):
    """One person kept twice: a visit with one record, a weight and an allergy on the other."""
    jan = someone(store, nhs_number=NUMBER)
    signed(store, jan)
    weight = Reading(series="weight", value="71.0", unit="kg", taken_on=NOW.date() - timedelta(days=200))
    janek = someone(store, given_name="Jann", allergies=("penicillin",))
    people.import_into(store, janek.id, Imported("GP", "ab" * 32, (), readings=(weight,)), NOW)
    return store, jan, janek


def history(store, person, now=LATER):
    return record_of(store, person.id, now)[1]


def weights(store, person):
    return [r.value for r in history(store, person).series("weight")]


def test_the_record_that_stays_is_read_with_the_other_and_undoing_gives_back_exactly_what_was(two):
    store, jan, janek = two
    before = [record_of(store, one.id, LATER) for one in (jan, janek)]
    link(store, jan.id, janek.id, WHY, NOW)
    assert weights(store, jan) == ["71.0", "90.0"]
    assert [one.id for one in history(store, jan).also] == [janek.id]
    assert record_of(store, jan.id, LATER)[0] == jan, "the details stay the record's own"
    part(store, jan.id, janek.id, "Two brothers", NOW)
    assert [record_of(store, one.id, LATER) for one in (jan, janek)] == before


def test_the_list_shows_the_one_that_stays_found_under_both_names_with_what_both_hold(two):
    store, jan, janek = two
    link(store, janek.id, jan.id, WHY, NOW)
    for search in ("", "jann", NUMBER):
        [found] = people.people(store, LATER, search)
        assert (found.id, found.also, found.open_promises) == (janek.id, (jan.id,), 2)
        assert found.last_seen_on == NOW.date()
    assert last_signed(store, janek.id, LATER).draft.person_id == jan.id
    with pytest.raises(NotSeenHere, match="begin the visit there"):
        consultations.start(store, jan.id, LATER, {})


def test_a_promise_of_the_other_record_is_settled_in_a_visit_of_the_one_that_stays(two):
    store, jan, janek = two
    link(store, janek.id, jan.id, WHY, NOW)
    promise = history(store, janek).promises[0]
    draft = consultations.start(store, janek.id, LATER, {})
    said = PromiseOutcome(action_id=promise.id, outcome=Outcome.DONE)
    draft = draft.with_record("opening", Opening(promises=(said,)))
    consultations.finish(store, draft, Visit(janek, LATER.date(), history(store, janek), {}), LATER)
    after = history(store, janek, LATER + timedelta(hours=1))
    assert promise.id not in [one.id for one in after.promises]


def test_somebody_new_with_the_number_of_a_linked_record_is_shown_the_one_that_stays(two):
    store, jan, janek = two
    link(store, janek.id, jan.id, WHY, NOW)
    [alike] = duplicates.possible_duplicates(store, replace(jan, id="new"), LATER)
    assert (alike.id, alike.nhs_number) == (janek.id, NUMBER)
    assert duplicates.possible_duplicates(store, janek, LATER) == (), "nobody is a duplicate of themselves"


def test_who_linked_when_and_why_is_kept_through_an_undo_and_sealed(two):
    store, jan, janek = two
    link(store, jan.id, janek.id, WHY, NOW)
    part(store, jan.id, janek.id, "Two brothers", NOW)
    decided = links_of(store, jan.id, LATER)
    assert [(d.other.id, d.is_linked, d.why, d.by) for d in decided] == [
        (janek.id, False, "Two brothers", "Ann Okafor"),
        (janek.id, True, WHY, "Ann Okafor"),
    ]
    assert linked_now(decided) == ()
    for change in ("UPDATE person_link SET why = 'x'", "DELETE FROM person_link"):
        with pytest.raises(SealedRecord, match="undo it by another"), store._engine.begin() as connection:
            connection.execute(text(change))


def test_a_visit_signed_before_the_link_looks_back_on_what_it_knew(two):
    store, jan, janek = two
    link(store, jan.id, janek.id, WHY, LATER)
    then = last_signed(store, jan.id, LATER).history
    assert then.series("weight") == ()
    assert [one.id for one in then.also] == [janek.id], "allergies on paper are those of today"


def test_what_speaks_against_a_link_refuses_it(store):
    jan = someone(store, nhs_number=NUMBER)
    other = someone(store, nhs_number="9434765870")
    stranger = someone(store, family_name="Okoro", given_name="Ada")
    twin = someone(store)
    for other_id, why, sentence in (
        (other.id, WHY, "two different NHS numbers"),
        (twin.id, "  ", "Write how you know"),
        (jan.id, WHY, "linked already"),
    ):
        with pytest.raises(NotLinked, match=sentence):
            link(store, jan.id, other_id, why, NOW)
    far = someone(store, family_name="Okoro", given_name="Ada", birth_date=NOW.date().replace(year=1950))
    with pytest.raises(NotLinked, match="Neither names nor birth dates fit"):
        link(store, jan.id, far.id, WHY, NOW)
    say_seen(store, twin.id, Seen.DIED, None, "Letter", NOW)
    with pytest.raises(NotLinked, match="still seen here differs"):
        link(store, jan.id, twin.id, WHY, NOW)
    consultations.start(store, stranger.id, NOW, {})
    with pytest.raises(NotLinked, match="end it first"):
        link(store, far.id, stranger.id, WHY, NOW)


def test_an_assistant_links_nothing(two):
    store, jan, janek = two
    add_account(store, ASSISTANT, NOW)
    store = opened_by(store, ASSISTANT)
    with pytest.raises(NotLinked, match="a team lead links"):
        link(store, jan.id, janek.id, WHY, NOW)
    store.close()


def taken(store, person, now=LATER):
    return [medicine.name for medicine in history(store, person, now).medicines]


def brought_in(store, person, *names):
    rows = tuple(Medicine(id=f"{person.id}{name}", name=name) for name in names)
    people.import_into(store, person.id, Imported("GP", f"{names}", (), medicines=rows), NOW)


def a_visit_with(store, person, *names, at=LATER):
    draft = consultations.start(store, person.id, at, {})
    rows = tuple(Medicine(id=f"{draft.id}{name}", name=name) for name in names)
    draft = draft.with_record("medicines", Medicines(rows=rows, everything=told(Everything.YES)))
    visit = Visit(person, at.date(), history(store, person, at), {})
    consultations.finish(store, draft, visit, at)
    consultations.sign(store, draft, visit, (), "ab" * 32, at)


def test_no_medicine_of_either_record_is_lost_by_a_link_and_the_list_is_to_be_confirmed(store):
    jan, janek = someone(store), someone(store, given_name="Jann")
    brought_in(store, janek, "Clozapine", "Olanzapine")
    a_visit_with(store, jan, "Olanzapine")
    link(store, jan.id, janek.id, WHY, LATER)
    after = LATER + timedelta(hours=1)
    assert taken(store, jan, after) == ["Olanzapine", "Clozapine"], "what both have stands once"
    assert history(store, jan, after).medicines_confirmed_on is None
    a_visit_with(store, jan, "Olanzapine", at=after)
    assert taken(store, jan, after + timedelta(hours=1)) == ["Olanzapine"], "stopped with both in hand"


def test_the_lists_of_two_earlier_visits_are_joined(store):
    jan, janek = someone(store), someone(store, given_name="Jann")
    a_visit_with(store, janek, "Lithium", at=NOW)
    a_visit_with(store, jan, "Olanzapine")
    link(store, jan.id, janek.id, WHY, LATER)
    assert taken(store, jan, LATER + timedelta(hours=1)) == ["Olanzapine", "Lithium"]


def test_a_reading_that_was_brought_to_both_records_counts_once(two):
    store, jan, janek = two
    weight = history(store, janek).series("weight")[0]
    people.import_into(store, jan.id, Imported("GP", "cd" * 32, (), readings=(weight,)), NOW)
    link(store, jan.id, janek.id, WHY, NOW)
    assert weights(store, jan) == ["71.0", "90.0"]


def test_no_third_record_with_another_number_is_linked(two):
    store, jan, janek = two
    third = someone(store, nhs_number="9434765870")
    link(store, janek.id, jan.id, WHY, NOW)
    with pytest.raises(NotLinked, match="two different NHS numbers"):
        link(store, janek.id, third.id, WHY, NOW)


def test_a_death_after_a_link_is_seen_on_the_plan_of_either_record(two):
    store, jan, janek = two
    link(store, janek.id, jan.id, WHY, NOW)
    say_seen(store, janek.id, Seen.DIED, NOW.date(), "Told by his sister", NOW)
    plan = last_signed(store, janek.id, LATER)
    assert plan.draft.person_id == jan.id
    assert plan.left.has_died


def test_who_is_found_by_the_other_name_stands_in_the_order_of_names(two):
    store, jan, janek = two
    zoe = someone(store, family_name="Zachary", given_name="Zoe")
    link(store, janek.id, jan.id, WHY, NOW)
    assert [one.id for one in people.people(store, LATER)] == [janek.id, zoe.id]


def test_a_duplicate_of_the_record_behind_is_a_duplicate_of_the_person(two):
    store, jan, janek = two
    link(store, janek.id, jan.id, WHY, NOW)
    other = someone(store, family_name="Somebody", given_name="Else", nhs_number="9434765910")
    found = duplicates.possible_duplicates(store, janek, LATER)
    assert [one.id for one in found] == [other.id]
