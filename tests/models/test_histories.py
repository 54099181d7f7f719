"""What the record holds before today: the last visit's lists, what came in since, what was decided."""

from datetime import date, timedelta

import msgspec
import pytest

from app.consultation.answers import How, Known, Unknown, WhyNot
from app.consultation.carers.record import Carer, Carers, Consent, Topic
from app.consultation.crisis_plan.record import CrisisPlan
from app.consultation.decisions import Choice, Decision
from app.consultation.history import History, Reading
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Everything, Medicines
from app.consultation.not_held import NotHeld, WhyNotHeld
from app.consultation.standing import NO_LONGER
from app.models import consultations, people
from app.models.audit import What
from app.models.histories import record_of
from app.models.people import Imported
from app.models.tables import AuditRow
from tests.models.a_whole_visit import OLANZAPINE, RULEBOOK_HASH, begun, signed, someone, told, visit_of
from tests.prepared_store import NOW

LITHIUM = Medicine(id="m9", name="Lithium", ingredient="lithium")


def brings(*medicines, readings=()):
    return Imported(source="GP", content_hash="", summary=(), medicines=medicines, readings=readings)


def history_of(store, person, days=0):
    return record_of(store, person.id, NOW + timedelta(days=days))[1]


def seen(store, person, medicines, days=0):
    now = NOW + timedelta(days=days)
    draft = consultations.start(store, person.id, now, {"medicines": medicines})
    consultations.finish(store, draft, visit_of(person, now.date()), now)
    return draft


def test_somebody_new_has_no_past(store):
    person = someone(store)
    assert record_of(store, person.id, NOW) == (person, History())


def test_looking_at_a_record_is_written_down_first(store):
    person = someone(store)
    record_of(store, person.id, NOW)
    with store.reading_no_person() as session:
        last = session.query(AuditRow).order_by(AuditRow.sequence.desc()).first()
    assert (last.what, last.person_id) == (What.RECORD_VIEWED.value, person.id)


def test_a_confirmed_list_goes_on_with_its_day(store):
    person = someone(store)
    signed(store, person)
    history = history_of(store, person, 10)
    assert (history.medicines, history.medicines_confirmed_on) == ((OLANZAPINE,), NOW.date())


@pytest.mark.parametrize("answer", [Unknown(), told(Everything.NO), told(Everything.NOT_SURE)])
def test_a_list_that_was_not_confirmed_goes_on_unconfirmed(store, answer):
    person = someone(store)
    seen(store, person, Medicines(rows=(OLANZAPINE,), everything=answer))
    history = history_of(store, person)
    assert (history.medicines, history.medicines_confirmed_on) == ((OLANZAPINE,), None)


def test_what_a_record_brings_after_the_visit_joins_the_list_and_leaves_it_unconfirmed(store):
    person = someone(store)
    people.import_into(store, person.id, brings(Medicine(id="m0", name="Old")), NOW - timedelta(days=1))
    signed(store, person)
    people.import_into(store, person.id, brings(LITHIUM), NOW + timedelta(days=5))
    history = history_of(store, person, 10)
    assert history.medicines == (OLANZAPINE, LITHIUM), "what the visit had put aside stays aside"
    assert history.medicines_confirmed_on is None


def test_what_is_no_longer_taken_does_not_come_back(store):
    person = someone(store)
    stopped = msgspec.structs.replace(OLANZAPINE, still_taken=False)
    seen(store, person, Medicines(rows=(stopped, LITHIUM), everything=told(Everything.YES)))
    assert history_of(store, person).medicines == (LITHIUM,)


def test_the_last_visit_is_the_newest_that_was_held(store):
    person = someone(store)
    signed(store, person)
    seen(store, person, Medicines(rows=(LITHIUM,)), days=7)
    begun(store, person, NOW + timedelta(days=14))
    never = consultations.start(store, person.id, NOW + timedelta(days=15), {})
    consultations.did_not_happen(store, never, NotHeld(why=WhyNotHeld.DECLINED), NOW + timedelta(days=15))
    history = history_of(store, person, 20)
    assert history.last_visit_on == date(2026, 11, 29)
    assert history.last_records["medicines"].rows == (LITHIUM,)
    assert history.medicines == (LITHIUM,)


def test_readings_of_visits_and_imports_stand_in_one_line_oldest_first(store):
    person = someone(store)
    signed(store, person)
    older = Reading(series="weight", value="85", unit="kg", taken_on=date(2024, 1, 1), source="GP")
    same_day = Reading(series="weight", value="89", unit="kg", taken_on=NOW.date(), source="GP")
    people.import_into(store, person.id, brings(readings=(same_day, older)), NOW + timedelta(hours=1))
    history = history_of(store, person)
    assert [r.value for r in history.series("weight")] == ["85", "90.0", "89"]
    assert history.last("weight") == same_day, "of one day the one noted last"


def decision(topic, choice, days=0):
    return Decision(
        topic=topic, choice=choice, level=2, reasons=(), decided_on=NOW.date() + timedelta(days=days)
    )


def test_the_newest_decision_on_each_topic_counts(store):
    person = someone(store)
    for days, said in (
        (0, (decision("a", Choice.DECLINED), decision("b", Choice.DECLINED))),
        (7, (decision("a", Choice.TAKE_UP, 7),)),
        (14, ()),
    ):
        now = NOW + timedelta(days=days)
        draft = consultations.start(store, person.id, now, {})
        for each in said:
            draft = draft.with_decision(each)
        consultations.sign(store, draft, visit_of(person, now.date()), (), RULEBOOK_HASH, now)
    found = {d.topic: d.choice for d in history_of(store, person, 20).decisions}
    assert found == {"a": Choice.TAKE_UP, "b": Choice.DECLINED}


def test_a_draft_decides_nothing_for_the_next_visit(store):
    person = someone(store)
    begun(store, person)
    assert history_of(store, person).decisions == ()


# What may be shared with whom


def joan(carer_id="c1", **said):
    consents = {Topic[topic]: consent for topic, consent in said.items()}
    return Carers(rows=(Carer(id=carer_id, name="Joan", consents=consents),))


def shares(store, person, carers, days):
    now = NOW + timedelta(days=days)
    draft = consultations.start(store, person.id, now, {"carers": carers})
    consultations.sign(store, draft, visit_of(person, now.date()), (), RULEBOOK_HASH, now)


def told_of(store, person, carer_id="c1", name="Joan", days=300):
    found = history_of(store, person, days).sharing_of(carer_id, name)
    return {topic: (told.consent, told.told_on) for topic, told in found.items()}


def test_a_refusal_stands_however_many_visits_did_not_ask_again(store):
    person = someone(store)
    shares(store, person, joan(DIAGNOSIS=Consent.NO, CRISIS=Consent.YES), 0)
    for week in range(1, 8):
        shares(store, person, joan(), 7 * week)
    first = NOW.date()
    assert told_of(store, person) == {
        Topic.DIAGNOSIS: (Consent.NO, first),
        Topic.CRISIS: (Consent.YES, first),
    }


def test_each_topic_keeps_the_answer_of_the_day_it_was_last_asked(store):
    person = someone(store)
    shares(store, person, joan(DIAGNOSIS=Consent.NO, CRISIS=Consent.YES), 0)
    shares(store, person, joan(CRISIS=Consent.NO), 7)
    shares(store, person, joan(), 14)
    assert told_of(store, person) == {
        Topic.DIAGNOSIS: (Consent.NO, NOW.date()),
        Topic.CRISIS: (Consent.NO, NOW.date() + timedelta(days=7)),
    }


def test_a_refusal_stands_for_a_carer_who_was_taken_off_and_is_named_again(store):
    person = someone(store)
    shares(store, person, joan(DIAGNOSIS=Consent.NO), 0)
    shares(store, person, Carers(), 7)
    shares(store, person, joan("c2"), 14)
    assert told_of(store, person, "c2", " joan ") == {Topic.DIAGNOSIS: (Consent.NO, NOW.date())}
    assert told_of(store, person, "c3", "Mary") == {}


def test_a_draft_shares_nothing_and_takes_nothing_back(store):
    person = someone(store)
    shares(store, person, joan(DIAGNOSIS=Consent.NO), 0)
    consultations.start(store, person.id, NOW + timedelta(days=1), {"carers": joan(DIAGNOSIS=Consent.YES)})
    assert told_of(store, person) == {Topic.DIAGNOSIS: (Consent.NO, NOW.date())}


# A confirmation, and visits that did not ask


def test_a_confirmation_stands_over_visits_that_did_not_ask_and_left_the_list_alone(store):
    person = someone(store)
    confirmed = Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES))
    seen(store, person, confirmed)
    for week in range(1, 8):
        seen(store, person, Medicines(rows=(OLANZAPINE,)), 7 * week)
    assert history_of(store, person, 60).medicines_confirmed_on == NOW.date()


@pytest.mark.parametrize("answer", [told(Everything.NO), told(Everything.NOT_SURE), Unknown(WhyNot.DECLINED)])
def test_a_doubt_ends_a_confirmation_and_the_row_keeps_its_day(store, answer):
    person = someone(store)
    seen(store, person, Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES)))
    seen(store, person, Medicines(rows=(OLANZAPINE,), everything=answer), 7)
    seen(store, person, Medicines(rows=(OLANZAPINE,)), 14)
    history = history_of(store, person, 60)
    assert history.medicines_confirmed_on is None
    assert history.medicines_seen_on == {"m1": NOW.date()}


def test_a_changed_list_is_not_confirmed_and_its_old_rows_say_when_they_last_were(store):
    person = someone(store)
    seen(store, person, Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES)))
    seen(store, person, Medicines(rows=(OLANZAPINE, LITHIUM)), 7)
    seen(store, person, Medicines(rows=(OLANZAPINE, LITHIUM)), 14)
    history = history_of(store, person, 60)
    assert history.medicines_confirmed_on is None
    assert history.medicines_seen_on == {"m1": NOW.date()}


def test_a_row_that_was_changed_since_was_not_confirmed_as_it_stands(store):
    person = someone(store)
    seen(store, person, Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES)))
    more = msgspec.structs.replace(OLANZAPINE, dose="20 mg at night")
    seen(store, person, Medicines(rows=(more,)), 7)
    assert history_of(store, person, 60).medicines_seen_on == {}


def test_each_part_of_a_crisis_plan_stands_with_its_own_day_until_it_is_so_no_longer(store):
    person, first = someone(store), NOW.date()
    later = first + timedelta(days=7)
    visits = (
        CrisisPlan(signs_mind=told("no sleep"), signs_body=told("no breath"), would_go=told("home")),
        CrisisPlan(signs_mind=Known("phone off", How.SELF_REPORTED, later), would_go=NO_LONGER),
        CrisisPlan(signs_body=Unknown(WhyNot.RATHER_NOT_SAY)),
    )
    for week, record in enumerate(visits):
        now = NOW + timedelta(days=7 * week)
        draft = consultations.start(store, person.id, now, {"crisis_plan": record})
        consultations.sign(store, draft, visit_of(person, now.date()), (), RULEBOOK_HASH, now)
    history = history_of(store, person, 60)
    stood = {name: history.stands("crisis_plan", name) for name in ("signs_mind", "signs_body", "would_go")}
    assert (stood["signs_mind"].value, stood["signs_mind"].taken_on) == ("phone off", later)
    assert (stood["signs_body"].value, stood["signs_body"].taken_on) == ("no breath", first)
    assert stood["would_go"] is None
