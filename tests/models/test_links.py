"""Two records of one person: linked and parted again, with nothing deleted and everything read."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from app.consultation.care_plan import Outcome
from app.consultation.history import Reading
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
from tests.models.a_whole_visit import signed, someone
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
