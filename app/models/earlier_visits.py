"""What earlier visits said that no later visit asked again: it stands as that day's, however long ago."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation import carers, medicines, opening
from app.consultation.agenda import SECTIONS
from app.consultation.answers import Known, Unknown
from app.consultation.care_plan import Outcome
from app.consultation.carers.record import Carers
from app.consultation.days import on_this_laptop
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Everything, Medicines
from app.consultation.opening.record import PromiseOutcome
from app.consultation.questions import Record
from app.consultation.section import Section
from app.consultation.sharing import Told, Topic
from app.consultation.standing import left_standing
from app.models.tables import ConsultationRow, SectionDocumentRow
from app.models.versions import AsOf, counts

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Confirmed:
    """When the person last said that the list is everything, and when each row last stood on such a list."""

    list_on: date | None
    rows_on: dict[str, date]


def sharing_told(
    session: Session, people: Sequence[str], in_hand: Collection[str], as_of: AsOf
) -> tuple[Told, ...]:
    """The newest answer on each topic for each carer who was ever named, the oldest answer first."""
    newest: dict[tuple[str, Topic], Told] = {}
    for day, record in reversed(_of_section(session, people, in_hand, as_of, carers.SECTION)):
        for told in _told_on(day, record):
            newest.pop((told.carer_id, told.topic), None)
            newest[told.carer_id, told.topic] = told
    return tuple(newest.values())


def _told_on(day: date, record: Carers) -> Iterable[Told]:
    for row in record.rows:
        for topic, consent in row.consents.items():
            yield Told(carer_id=row.id, name=row.name, topic=topic, consent=consent, told_on=day)


def confirmed(session: Session, people: Sequence[str], in_hand: Collection[str], as_of: AsOf) -> Confirmed:
    """What was confirmed of the list that the last visit left."""
    visits = _of_section(session, people, in_hand, as_of, medicines.SECTION)
    if not visits:
        return Confirmed(None, {})
    rows_on: dict[str, date] = {}
    for _day, record in visits:
        if (day := _said_everything(record)) is not None:
            for row in _taken(visits[0][1]):
                if row in record.rows:
                    rows_on.setdefault(row.id, day)
    return Confirmed(_list_confirmed_on([record for _, record in visits]), rows_on)


def _list_confirmed_on(newest_first: Sequence[Medicines]) -> date | None:
    """The last confirmation, where every visit since left the list alone and did not ask."""
    for record in newest_first:
        if _taken(record) != _taken(newest_first[0]):
            return None
        if not isinstance(record.everything, Unknown) or not record.everything.was_not_asked:
            return _said_everything(record)
    return None


def last_said_of_promises(
    session: Session, people: Sequence[str], in_hand: Collection[str], as_of: AsOf
) -> dict[str, PromiseOutcome]:
    """What became of each earlier promise, as the last visit that spoke of it was told."""
    said: dict[str, PromiseOutcome] = {}
    for _day, record in _of_section(session, people, in_hand, as_of, opening.SECTION):
        for promise in record.promises:
            if promise.outcome is not Outcome.OPEN:
                said.setdefault(promise.action_id, promise)
    return said


def _said_everything(record: Medicines) -> date | None:
    answer = record.everything
    is_yes = isinstance(answer, Known) and answer.value is Everything.YES
    return answer.taken_on if is_yes and isinstance(answer, Known) else None


def _taken(record: Medicines) -> tuple[Medicine, ...]:
    return tuple(row for row in record.rows if row.still_taken)


def standing(
    session: Session, people: Sequence[str], in_hand: Collection[str], as_of: AsOf
) -> dict[str, Record]:
    """What earlier visits left standing, section by section, each answer with the day it was last said."""
    found: dict[str, Record] = {}
    for section in SECTIONS:
        if section.stands:
            told = _of_section(session, people, in_hand, as_of, section)
            left = left_standing(section.stands, (record for _, record in told))
            if left:
                found[section.key] = section.record(**left)
    return found


def _of_section(
    session: Session, people: Sequence[str], in_hand: Collection[str], as_of: AsOf, section: Section[R]
) -> list[tuple[date, R]]:
    """One section of every visit that was held, with the day of the visit, the newest first."""
    rows = session.execute(
        select(ConsultationRow.started_at, SectionDocumentRow.body)
        .join(SectionDocumentRow, SectionDocumentRow.consultation_id == ConsultationRow.id)
        .where(
            ConsultationRow.person_id.in_(people),
            counts(as_of),
            ConsultationRow.id.not_in(in_hand),
            SectionDocumentRow.section == section.key,
        )
        .order_by(ConsultationRow.started_at.desc(), ConsultationRow.sequence.desc())
    )
    return [
        (on_this_laptop(started_at).date(), msgspec.json.decode(body, type=section.record))
        for started_at, body in rows
    ]
