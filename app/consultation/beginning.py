"""What stands in a visit before anything is asked: the lists that go on, never yesterday's answers."""

from datetime import date

import msgspec

from app.consultation import carers, crisis_plan, medicines, opening
from app.consultation.answers import NOT_ASKED
from app.consultation.care_plan import CarePlan
from app.consultation.carers.record import Carer, Carers
from app.consultation.crisis_plan.record import CrisisPlan
from app.consultation.draft import Draft, State
from app.consultation.history import History
from app.consultation.medicines.record import Medicines
from app.consultation.questions import Record


def records_at_start(history: History) -> dict[str, Record]:
    """The medicines on the record, unconfirmed, who the carers are and who is called: nothing said today."""
    records: dict[str, Record] = {}
    if history.medicines:
        records[medicines.SECTION.key] = Medicines(rows=history.medicines)
    before = history.last_records.get(carers.SECTION.key)
    if isinstance(before, Carers) and before.rows:
        records[carers.SECTION.key] = Carers(rows=tuple(_who(row) for row in before.rows))
    plan = history.last_records.get(crisis_plan.SECTION.key)
    if isinstance(plan, CrisisPlan) and plan.callers:
        records[crisis_plan.SECTION.key] = CrisisPlan(callers=plan.callers)
    return records


def plan_at_start(history: History) -> CarePlan:
    """What goes on from plan to plan until somebody changes it: the crisis card and the key worker."""
    before = history.last_plan or CarePlan()
    return CarePlan(
        crisis=before.crisis, key_worker=before.key_worker, key_worker_phone=before.key_worker_phone
    )


def as_another_sitting(draft: Draft, today: date) -> Draft:
    """A visit carried on on another day: who it is, where and who else is there is asked again."""
    if draft.state is not State.DRAFT or draft.day == today:
        return draft
    before = draft.record(opening.SECTION)
    again = msgspec.structs.replace(
        before, identifiers=(), place=NOT_ASKED, company=NOT_ASKED, others_present=""
    )
    return draft.with_record(opening.SECTION.key, again)


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
