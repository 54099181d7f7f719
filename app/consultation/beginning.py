"""What stands in a visit before anything is asked: the lists that go on, never yesterday's answers."""

import msgspec

from app.consultation import carers, medicines
from app.consultation.answers import NOT_ASKED
from app.consultation.carers.record import Carer, Carers
from app.consultation.history import History
from app.consultation.medicines.record import Medicines
from app.consultation.questions import Record


def records_at_start(history: History) -> dict[str, Record]:
    """The medicines on the record, unconfirmed, and who the carers are, with nothing said yet today."""
    records: dict[str, Record] = {}
    if history.medicines:
        records[medicines.SECTION.key] = Medicines(rows=history.medicines)
    before = history.last_records.get(carers.SECTION.key)
    if isinstance(before, Carers) and before.rows:
        records[carers.SECTION.key] = Carers(rows=tuple(_who(row) for row in before.rows))
    return records


def _who(carer: Carer) -> Carer:
    """Who a carer is; what may be shared and how they are is asked again."""
    return msgspec.structs.replace(
        carer,
        consents={},
        strain=NOT_ASKED,
        unwell_or_afraid=NOT_ASKED,
        assessment=NOT_ASKED,
        own_view="",
    )
