"""What stands in a visit before anything is asked: the lists that go on, never yesterday's answers."""

from datetime import date

import msgspec

from app.consultation import carers, crisis_plan, medicines, opening
from app.consultation.answers import NOT_ASKED
from app.consultation.care_plan import CarePlan
from app.consultation.carers.record import Carer, Carers
from app.consultation.crisis_plan.record import CrisisPlan
from app.consultation.draft import Draft
from app.consultation.history import History
from app.consultation.medicines.record import Medicines
from app.consultation.opening.record import Opening, Sitting
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
    """A visit carried on on another day: who it is, where and who else is there is asked again, once.

    What was said of them on the day before is kept as that day's. Never of a correction, which is about the
    day of the visit, on whatever day it is made, nor of a visit that came back with a question: it was held,
    and the person need not be there to answer it.
    """
    before = draft.record(opening.SECTION)
    last_day = before.sat_on or draft.day
    if draft.was_finished or draft.correction or last_day == today:
        return draft
    again = msgspec.structs.replace(
        before,
        identifiers=(),
        place=NOT_ASKED,
        private_to_talk=NOT_ASKED,
        where_they_are="",
        company=NOT_ASKED,
        others_present="",
        were_here="",
        interpreted=NOT_ASKED,
        interpreter_name="",
        sat_on=None if today == draft.day else today,
        earlier_sittings=(*before.earlier_sittings, *_sitting(before, last_day)),
    )
    return draft.with_record(opening.SECTION.key, again)


def _sitting(said: Opening, day: date) -> tuple[Sitting, ...]:
    """One day of the visit, where anything was said of it."""
    sitting = Sitting(
        on=day,
        identifiers=said.identifiers,
        place=said.place,
        private_to_talk=said.private_to_talk,
        where_they_are=said.where_they_are,
        company=said.company,
        others_present=said.everybody_named,
        interpreted=said.interpreted,
        interpreter_name=said.interpreter,
    )
    return () if sitting == Sitting(on=day) else (sitting,)


def records_of_somebody_else(held: Draft, history: History) -> dict[str, Record]:
    """What stands in a correction where the answers were another person's: only what went on from before.

    Where it was and whether somebody else was there stays, without a name: nobody can be asked that again.
    So do the two identifiers, without which no visit stands; that they were the wrong person's is what the
    correction itself says.
    """
    said = held.record(opening.SECTION)
    kept = Opening(
        identifiers=said.identifiers,
        place=said.place,
        private_to_talk=said.private_to_talk,
        company=said.company,
    )
    return {**records_at_start(history), opening.SECTION.key: kept}


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
