"""The visits of one day and what became of each: one that did not take place is a row, not a gap."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from app.consultation.days import on_this_laptop
from app.consultation.draft import State
from app.consultation.person import Person
from app.models.audit import What
from app.models.details import person_in
from app.models.store import Store
from app.models.tables import ConsultationRow


@dataclass(frozen=True)
class VisitOfToday:
    """Whose visit, when it was begun and by whom, and where it stands."""

    id: str
    person: Person
    started_at: datetime
    started_by: str
    state: State


def visits_of_today(store: Store, now: datetime) -> tuple[VisitOfToday, ...]:
    """Those that were begun today by the laptop's clock, the first of them first; a correction is none."""
    midnight = on_this_laptop(now).replace(hour=0, minute=0, second=0, microsecond=0)
    with store.reading(store.event(What.PEOPLE_LISTED, now)) as session:
        rows = session.scalars(
            select(ConsultationRow)
            .where(
                ConsultationRow.started_at >= midnight,
                ConsultationRow.started_at < midnight + timedelta(days=1),
                ConsultationRow.supersedes.is_(None),
            )
            .order_by(ConsultationRow.started_at)
        ).all()
        return tuple(
            VisitOfToday(
                id=row.id,
                person=person_in(session, row.person_id),
                started_at=row.started_at,
                started_by=row.started_by,
                state=State(row.state.value),
            )
            for row in rows
        )
