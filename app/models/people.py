"""The people of a store: found as you type, added with possible duplicates shown, imported all or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from sqlalchemy import Row, SQLColumnExpression, case, func, select
from sqlalchemy.orm import Session

from app.consultation.answers import How
from app.consultation.care_plan import Outcome
from app.consultation.days import on_screen, on_this_laptop
from app.consultation.history import Condition, Reading, Searched
from app.consultation.likeness import plain
from app.consultation.medicine import Medicine
from app.consultation.not_decided import NotDecided
from app.consultation.person import Person
from app.consultation.seen_here import Left
from app.models.audit import What
from app.models.ids import new_id
from app.models.last_visits import not_held_since, undecided_of
from app.models.links import behind, merged_in
from app.models.observations import add_readings
from app.models.seen_here import left_in
from app.models.store import Store
from app.models.tables import (
    ActionRow,
    ConditionEntryRow,
    ConsultationRow,
    ConsultationState,
    ImportBatchRow,
    ImportLeftOutRow,
    MedicineEntryRow,
    PersonRow,
    SearchNoteRow,
)
from app.models.versions import OWED_FROM, is_in
from app.rules.scores.nhs_number import digits_of, is_nhs_number

BODY_VERSION = 1
# A sign may be several letters once it is spelt out plainly, and the column is bounded.
LONGEST_FOUND_BY = 500
SHOWN = (
    PersonRow.id,
    PersonRow.family_name,
    PersonRow.given_name,
    PersonRow.birth_date,
    PersonRow.nhs_number,
)
"""Columns and not rows: a list of 200 people is waited for at every sign-in, and shows five of them."""
_BY_NAME = (PersonRow.found_by, PersonRow.id)


@dataclass(frozen=True)
class PersonSummary:
    """A person as a list shows them, with why they are worth a look."""

    id: str
    family_name: str
    given_name: str
    birth_date: date
    nhs_number: str
    last_seen_on: date | None
    open_promises: int
    oldest_promise_on: date | None
    not_held_since: int = 0
    """How many visits did not take place since the last one that did."""
    last_plan_on: date | None = None
    """The day of the last visit that was signed: its plan can be read again."""
    not_decided: tuple[NotDecided, ...] = ()
    """What the last visit left undecided that cannot wait."""
    left: Left | None = None
    """How they left, where they are not seen here any more."""
    also: tuple[str, ...] = ()
    """The ids of other records of theirs, linked to this one."""
    alike_by: str = ""
    """Why they may be the same person as somebody who is compared with them."""


@dataclass(frozen=True)
class Imported:
    """All that one record brings, decided before anything is saved."""

    source: str
    content_hash: str
    summary: tuple[str, ...]
    readings: tuple[Reading, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    conditions: tuple[Condition, ...] = ()
    searched: tuple[Searched, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


def people(store: Store, now: datetime, search: str = "", most: int = 200) -> tuple[PersonSummary, ...]:
    """Everybody, or whoever matches every word of the search, by family name."""
    what = What.PEOPLE_SEARCHED if search.strip() else What.PEOPLE_LISTED
    with store.reading(store.event(what, now)) as session:
        wanted = select(*SHOWN).order_by(*_BY_NAME)
        for word in _search_words(search):
            wanted = wanted.where(PersonRow.found_by.contains(word, autoescape=True))
        rows = session.execute(wanted.limit(most)).all()
        return tuple(summaries(session, _that_stay(session, rows)))


def _that_stay(
    session: Session, rows: Sequence[Row[str, str, str, date, str]]
) -> Sequence[Row[str, str, str, date, str]]:
    """For each record that stepped behind another, that other one: found under both names, listed once."""
    merged = merged_in(session)
    if not any(row.id in merged for row in rows):
        return rows
    stay = {merged.get(row.id, row.id) for row in rows}
    return session.execute(select(*SHOWN).where(PersonRow.id.in_(stay)).order_by(*_BY_NAME)).all()


def _whose(column: SQLColumnExpression[str], merged: Mapping[str, str]) -> SQLColumnExpression[str]:
    """The record under which something is counted: the one that stays."""
    return case(merged, value=column, else_=column) if merged else column


def summaries(session: Session, rows: Sequence[Row[str, str, str, date, str]]) -> Iterable[PersonSummary]:
    """Rows of `SHOWN` as a list shows them; what a linked record holds counts for the one that stays."""
    ids, merged = [person_id for person_id, *_ in rows], merged_in(session)
    of_visit, of_promise = _whose(ConsultationRow.person_id, merged), _whose(ActionRow.person_id, merged)
    signed = func.max(ConsultationRow.started_at).filter(ConsultationRow.state == ConsultationState.SIGNED)
    visits = session.execute(
        select(of_visit, func.max(ConsultationRow.started_at), signed)
        .where(of_visit.in_(ids), is_in())
        .group_by(of_visit)
    ).all()
    seen = {person: on_this_laptop(last).date() for person, last, _ in visits}
    plans = {person: on_this_laptop(last).date() for person, _, last in visits if last is not None}
    promises = {
        person: (count, oldest)
        for person, count, oldest in session.execute(
            select(of_promise, func.count(), func.min(ActionRow.by_when))
            .join(ConsultationRow, ConsultationRow.id == ActionRow.consultation_id)
            .where(
                of_promise.in_(ids),
                ActionRow.outcome == Outcome.OPEN,
                is_in(OWED_FROM),
            )
            .group_by(of_promise)
        )
    }
    not_held, undecided = not_held_since(session, ids, of_visit), undecided_of(session, ids, of_visit)
    left = left_in(session)
    for person_id, family_name, given_name, birth_date, nhs_number in rows:
        count, oldest = promises.get(person_id, (0, None))
        yield PersonSummary(
            id=person_id,
            family_name=family_name,
            given_name=given_name,
            birth_date=birth_date,
            nhs_number=nhs_number,
            last_seen_on=seen.get(person_id),
            last_plan_on=plans.get(person_id),
            open_promises=count,
            oldest_promise_on=oldest,
            not_held_since=not_held.get(person_id, 0),
            not_decided=undecided.get(person_id, ()),
            left=left.get(person_id),
            also=tuple(behind(merged, person_id)),
        )


def add_person(store: Store, person: Person, now: datetime, imported: Imported | None = None) -> None:
    """Add somebody, with what a record brings: all of it, or nothing."""
    what = What.RECORD_IMPORTED if imported else What.PERSON_ADDED
    with store.transaction(store.event(what, now, person_id=person.id)) as session:
        session.add(_row(person, store, now))
        session.flush()
        if imported:
            _add_import(session, store, person.id, imported, now)


def import_into(store: Store, person_id: str, imported: Imported, now: datetime) -> None:
    """Add what a record brings to somebody who is known already: all of it, or nothing."""
    with store.transaction(store.event(What.RECORD_IMPORTED, now, person_id=person_id)) as session:
        _add_import(session, store, person_id, imported, now)


def change_person(store: Store, person: Person, now: datetime) -> None:
    """Put a person's details right."""
    with store.transaction(store.event(What.PERSON_CHANGED, now, person_id=person.id)) as session:
        row = session.get_one(PersonRow, person.id)
        fresh = _row(person, store, now)
        for name in ("family_name", "given_name", "birth_date", "nhs_number", "found_by", "body"):
            setattr(row, name, getattr(fresh, name))
        row.changed_at = now


def _row(person: Person, store: Store, now: datetime) -> PersonRow:
    return PersonRow(
        id=person.id,
        family_name=person.family_name,
        given_name=person.given_name,
        birth_date=person.birth_date,
        nhs_number=person.nhs_number,
        found_by=_found_by(person),
        body=msgspec.json.encode(person).decode(),
        body_version=BODY_VERSION,
        added_at=now,
        added_by=store.staff.id,
        changed_at=now,
    )


def _found_by(person: Person) -> str:
    day = person.birth_date
    words = (
        person.family_name,
        person.given_name,
        person.likes_to_be_called,
        person.nhs_number,
        day.isoformat(),
        on_screen(day),
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day}/{day.month}/{day.year}",
    )
    return " ".join(plain(word)[:LONGEST_FOUND_BY] for word in words if word)


def _search_words(search: str) -> tuple[str, ...]:
    """The words of a search; the groups of an NHS number are one word."""
    words = plain(search).split()
    if len(words) > 1 and all(word.isdigit() for word in words):
        return ("".join(words),)
    return (digits_of(search),) if is_nhs_number(search) else tuple(words)


def _add_import(session: Session, store: Store, person_id: str, imported: Imported, now: datetime) -> None:
    batch = ImportBatchRow(
        id=new_id(now),
        person_id=person_id,
        source=imported.source,
        summary=msgspec.json.encode(imported.summary).decode(),
        content_hash=imported.content_hash,
        imported_at=now,
        imported_by=store.staff.id,
    )
    session.add(batch)
    session.flush()
    add_readings(session, store, imported.readings, now, person_id=person_id, import_batch_id=batch.id)
    kept = {"person_id": person_id, "import_batch_id": batch.id, "noted_at": now}
    for medicine in imported.medicines:
        session.add(
            MedicineEntryRow(
                **kept,
                id=medicine.id,
                body=msgspec.json.encode(medicine).decode(),
                body_version=BODY_VERSION,
                how=medicine.how,
                source=medicine.source,
                started_on=medicine.started,
            )
        )
    for condition in imported.conditions:
        session.add(
            ConditionEntryRow(
                **kept,
                id=new_id(now),
                body=msgspec.json.encode(condition).decode(),
                body_version=BODY_VERSION,
                how=How.FROM_RECORD,
                source=condition.source,
                started_on=condition.since,
            )
        )
    for note in imported.searched:
        session.add(
            SearchNoteRow(
                **kept,
                id=new_id(now),
                series=note.series,
                source=note.source,
                searched_back_to=note.back_to,
                noted_by=store.staff.id,
            )
        )
    for what, why in imported.left_out:
        session.add(ImportLeftOutRow(id=new_id(now), import_batch_id=batch.id, what=what, why=why))
