"""The lists that go on from visit to visit, and yesterday's answers that do not."""

from decimal import Decimal

from app.consultation.answers import Unknown, YesNo
from app.consultation.beginning import records_at_start
from app.consultation.carers.record import Assessment, Carer, Carers, Consent, Topic
from app.consultation.history import History
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from tests.consultation.a_visit import told

OLANZAPINE = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine")


def test_a_first_visit_begins_with_nothing():
    assert records_at_start(History()) == {}


def test_the_medicines_of_the_record_stand_there_unconfirmed():
    record = records_at_start(History(medicines=(OLANZAPINE,)))["medicines"]
    assert record == Medicines(rows=(OLANZAPINE,))
    assert record.everything == Unknown()


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
