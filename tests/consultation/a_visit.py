"""A person, a day and a record to look back on: the surroundings that most tests here need."""

from datetime import UTC, date, datetime
from typing import Any

from app.consultation.answers import How, Known, Unknown, WhyNot
from app.consultation.book import rulebook
from app.consultation.draft import Draft
from app.consultation.history import History, Reading, Searched
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.record import Everything, Medicines
from app.consultation.person import Person
from app.consultation.prompts import assess
from app.consultation.questions import Record
from app.consultation.visit import Visit
from app.rules.facts import Fact

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
PERSON = Person(id="p1", family_name="Nowak", given_name="Jan", birth_date=date(1985, 2, 28))
DECLINED = Unknown(WhyNot.DECLINED)


def known(value: Any, how: How = How.MEASURED, on: date = TODAY, source: str = "") -> Known[Any]:
    return Known(value, how, on, source=source)


def told(value: Any, on: date = TODAY) -> Known[Any]:
    return known(value, How.SELF_REPORTED, on)


def reading(series: str, value: str, on: date, source: str = "GP record", **more: Any) -> Reading:
    return Reading(series=series, value=value, taken_on=on, source=source, **more)


def past(*readings: Reading, **more: Any) -> History:
    return History(readings=readings, **more)


def searched(series: str, back_to: date, source: str = "GP record") -> Searched:
    return Searched(series=series, source=source, back_to=back_to)


def visit(history: History | None = None, facts: dict[str, Fact] | None = None, **person: Any) -> Visit:
    who = Person(
        **{
            "id": "p1",
            "family_name": "Nowak",
            "given_name": "Jan",
            "birth_date": date(1985, 2, 28),
        }
        | person
    )
    return Visit(who, TODAY, history or History(), facts or {})


def draft(**records: Record) -> Draft:
    made = Draft(id="v1", person_id="p1", started_at=NOW)
    for section, record in records.items():
        made = made.with_record(section, record)
    return made


def medicine(name: str, started: date | None = None, form: Form | None = None) -> Medicine:
    """A row of the list, by its ingredient."""
    return Medicine(id=name, name=name, ingredient=name, started=started, form=form)


def whole_list(*rows: Medicine | str, **answers: Any) -> Medicines:
    """A list of medicines that is said to be all of them."""
    made = tuple(medicine(row) if isinstance(row, str) else row for row in rows)
    return Medicines(rows=made, everything=told(Everything.YES), **answers)


def levels_by_rule(said: Draft, history: History | None = None) -> dict[str, str]:
    """Which rules of the app speak of a visit, each with the word of its level."""
    seen = assess(said, PERSON, history or History(), rulebook(), TODAY)
    return {outcome.rule.id: outcome.level.word for prompt in seen.prompts for outcome in prompt.outcomes}
