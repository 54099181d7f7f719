"""Who may be kept here twice, and who is easily taken for somebody else: looked for, never decided."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from app.consultation.likeness import may_be_same, mixed_up
from app.consultation.person import Person
from app.models.audit import What
from app.models.details import person_in
from app.models.links import merged_in, records_of
from app.models.people import SHOWN, PersonSummary, summaries
from app.models.store import Store
from app.models.tables import PersonRow


def possible_duplicates(store: Store, person: Person, now: datetime) -> tuple[PersonSummary, ...]:
    """Others who may be the same person, each with why; also those who are not seen here any more.

    Of records that are linked the one that stays is shown, with the NHS number of either.
    """
    with store.reading(store.event(What.PEOPLE_SEARCHED, now)) as session:
        own = records_of(session, person.id)
        mine = (person, *(person_in(session, one) for one in own if one != person.id))
        rows = session.execute(select(*SHOWN).where(PersonRow.id.not_in(own))).all()
        merged = merged_in(session)
        alike: dict[str, tuple[str, str]] = {}
        for row in sorted(rows, key=lambda row: row.nhs_number):  # (of two records, the one with a number)
            if why := next(filter(None, (may_be_same(one, row) for one in mine)), ""):
                alike[merged.get(row.id, row.id)] = why, row.nhs_number
        found = summaries(session, [row for row in rows if row.id in alike])
        return tuple(
            replace(one, alike_by=alike[one.id][0], nhs_number=one.nhs_number or alike[one.id][1])
            for one in found
        )


def mixed_up_with(store: Store, person: Person, now: datetime) -> tuple[str, ...]:
    """Why somebody is easily mixed up with others kept here, a reason for each of them and no name."""
    with store.reading(store.event(What.PEOPLE_SEARCHED, now)) as session:
        own, merged = records_of(session, person.id), merged_in(session)
        rows = session.execute(select(*SHOWN).where(PersonRow.id.not_in(own)))
        found = {merged.get(row.id, row.id): why for row in rows if (why := mixed_up(person, row))}
        return tuple(found.values())
