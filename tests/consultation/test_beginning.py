"""The lists that go on from visit to visit, and yesterday's answers that do not."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.consultation.answers import Unknown, YesNo
from app.consultation.beginning import as_another_sitting, plan_at_start, records_at_start
from app.consultation.care_plan import CarePlan, CrisisCard
from app.consultation.carers.record import Assessment, Carer, Carers, Consent, Topic
from app.consultation.draft import State
from app.consultation.history import History
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from app.consultation.opening.record import Company, Identifier, Interpreted, Opening, Place, Sitting
from tests.consultation.a_visit import TODAY, draft, told

OLANZAPINE = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine")


def test_a_first_visit_begins_with_nothing():
    assert records_at_start(History()) == {}


def test_the_medicines_of_the_record_stand_there_unconfirmed():
    record = records_at_start(History(medicines=(OLANZAPINE,)))["medicines"]
    assert record == Medicines(rows=(OLANZAPINE,))
    assert record.everything == Unknown()


def test_on_another_day_who_is_there_is_asked_again_and_nothing_else():
    opening = Opening(
        identifiers=(Identifier.NAME, Identifier.BIRTH_DATE),
        place=told(Place.HOME),
        company=told(Company.ALONE),
        interpreted=told(Interpreted.ON_THE_LINE),
        interpreter_name="Asha Rai",
        what_matters=told("Sleep"),
    )
    said = draft(opening=opening, medicines=Medicines(rows=(OLANZAPINE,)))
    assert as_another_sitting(said, TODAY) == said
    again = as_another_sitting(said, TODAY + timedelta(days=1))
    kept = Sitting(
        on=TODAY,
        identifiers=(Identifier.NAME, Identifier.BIRTH_DATE),
        place=told(Place.HOME),
        company=told(Company.ALONE),
        interpreted=told(Interpreted.ON_THE_LINE),
        interpreter_name="Asha Rai",
    )
    assert "interpreted: a professional, by phone or video (Asha Rai)." in kept.words
    next_day = TODAY + timedelta(days=1)
    assert again.records["opening"] == Opening(
        what_matters=told("Sleep"), sat_on=next_day, earlier_sittings=(kept,)
    )
    assert as_another_sitting(again, next_day) == again, "asked anew once a day, not at each opening"
    assert again.records["medicines"] == said.records["medicines"]
    finished = replace(said, state=State.FINISHED)
    assert as_another_sitting(finished, TODAY + timedelta(days=1)) == finished, "read through, not held again"


def test_a_carer_stays_known_and_everything_said_of_them_is_asked_again():
    maria = Carer(
        id="c1",
        name="Maria",
        relationship="sister",
        phone="0700 900 123",
        is_under_18=told(YesNo.NO),
        consents=dict.fromkeys(Topic, Consent.YES),
        strain=told(Decimal(8)),
        unwell_or_afraid=told(YesNo.YES),
        assessment=told(Assessment.OFFERED_ACCEPTED),
        own_view="He is worse at night",
    )
    before = History(last_records={"carers": Carers(rows=(maria,), when_unwell="ring Maria")})
    assert records_at_start(before)["carers"].rows == (
        Carer(id="c1", name="Maria", relationship="sister", phone="0700 900 123", is_under_18=told(YesNo.NO)),
    )


def test_the_crisis_card_and_the_key_worker_go_on_from_plan_to_plan_and_nothing_else():
    assert plan_at_start(History()) == CarePlan()
    card = CrisisCard(signs="no sleep", what_helps="quiet", who_i_call="Orla")
    before = CarePlan(
        crisis=card, key_worker="Kim", key_worker_phone="0700", own_words="sleep", next_visit="Tuesday"
    )
    assert plan_at_start(History(last_plan=before)) == CarePlan(
        crisis=card, key_worker="Kim", key_worker_phone="0700"
    )
