"""Every rule over everybody in a store: who would be prompted, also by rules that are not signed yet."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from app.consultation.beginning import plan_at_start, records_at_start
from app.consultation.draft import Draft, blank_records
from app.consultation.fact_words import label_of
from app.consultation.person import together
from app.consultation.prompts import surroundings
from app.models.ids import new_id
from app.models.reviewed import OnRecord, everybody_on_record
from app.models.sign_offs import that_may_run
from app.models.store import Store
from app.rules.facts import Facts
from app.rules.rulebook import Rulebook
from app.rules.weighing import Outcome, Verdict, weigh


class Line(NamedTuple):
    """One rule that speaks for one person, or warns that it cannot tell."""

    person_id: str
    name: str
    birth_date: str
    nhs_number: str
    rule: str
    version: int
    level: str
    title: str
    missing: str
    is_in_use: str
    """Whether the rule runs in this store: in a live store only what was signed there."""
    spoke_at_last_visit: str


def review(store: Store, book: Rulebook, on: date, now: datetime) -> Iterator[Line]:
    """What the rules say of everybody as the record stands, with nothing asked today.

    Rules that are not in use are weighed too: that is how one sees who would newly be prompted, before a rule
    is signed. What needs a reading of the visit itself (an emergency) never speaks here.
    """
    signed = that_may_run(store)
    for record in everybody_on_record(store, now):
        for outcome in weigh(book, _facts(record, on, now), on):
            if outcome.verdict is Verdict.FIRES or outcome.warns:
                is_in_use = signed is None or outcome.rule.content_hash in signed
                yield _line(record, outcome, is_in_use=is_in_use)


def _facts(record: OnRecord, on: date, now: datetime) -> Facts:
    history = record.history
    draft = Draft(
        id=new_id(now),
        person_id=record.person.id,
        started_at=now,
        records={**blank_records(), **records_at_start(history)},
        plan=plan_at_start(history),
    )
    return surroundings(draft, together(record.person, history.also), history, on).facts


def _line(record: OnRecord, outcome: Outcome, *, is_in_use: bool) -> Line:
    person, rule = record.person, outcome.rule
    return Line(
        person.id,
        f"{person.family_name}, {person.given_name}",
        person.birth_date.isoformat(),
        person.nhs_number,
        rule.id,
        rule.version,
        outcome.level.word if outcome.level else "cannot tell",
        rule.title,
        "; ".join(label_of(name) for name in outcome.needs),
        _yes(is_in_use),
        _yes(rule.id in record.spoke_last_time),
    )


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
