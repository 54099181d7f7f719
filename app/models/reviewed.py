"""Everybody's record, read one after the other for a review of the rules: one audit event for all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation.history import History
from app.consultation.person import Person
from app.models.audit import What
from app.models.details import person_in
from app.models.histories import history_before
from app.models.links import merged_in
from app.models.seen_here import left_in
from app.models.store import Store
from app.models.tables import ConsultationRow, ConsultationState, PersonRow, SealedPromptRow


@dataclass(frozen=True)
class OnRecord:
    """A person who is seen here, what the record holds, and which rules spoke at the last signed visit."""

    person: Person
    history: History
    spoke_last_time: frozenset[str]


def everybody_on_record(store: Store, now: datetime) -> Iterator[OnRecord]:
    """Everybody who is seen here, by name; a linked record is read with the one that stays."""
    with store.reading(store.event(What.RULES_REVIEWED, now)) as session:
        merged = merged_in(session)
        left_out = {*left_in(session), *merged}
        spoke = _spoke_last_time(session, merged)
        names = select(PersonRow.id).order_by(PersonRow.family_name, PersonRow.given_name, PersonRow.id)
        for person_id in session.scalars(names).all():
            if person_id not in left_out:
                history = history_before(session, person_id, "", now)
                yield OnRecord(person_in(session, person_id), history, spoke.get(person_id, frozenset()))
                session.expunge_all()  # A review of thousands must not hold all of them in memory.


def _spoke_last_time(session: Session, merged: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """By person, the rules whose prompts stood in the last signed visit, whichever record has it."""
    visits = session.execute(
        select(ConsultationRow.person_id, ConsultationRow.id)
        .where(ConsultationRow.state == ConsultationState.SIGNED)
        .order_by(ConsultationRow.started_at)
    ).all()
    newest = {merged.get(row.person_id, row.person_id): row.id for row in visits}
    last = {visit: person for person, visit in newest.items()}
    found: dict[str, set[str]] = {person: set() for person in last.values()}
    for visit, rule in session.execute(select(SealedPromptRow.consultation_id, SealedPromptRow.rule)):
        if visit in last:
            found[last[visit]].add(rule)
    return {person: frozenset(rules) for person, rules in found.items()}
