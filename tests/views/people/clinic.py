"""A clinic at work: invented people with test numbers, visits held, promises made. For tests and pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from app.consultation.care_plan import Action, CarePlan, Owner
from app.consultation.draft import Draft
from app.consultation.history import History
from app.consultation.person import Person
from app.consultation.visit import Visit
from app.models import consultations
from app.models.account import Staff
from app.models.ids import new_id
from app.models.people import add_person
from app.models.staff import add_account
from app.models.store import Store
from app.rules.rulebook import Rulebook
from app.views.session import Session
from tests.prepared_store import ASSISTANT, NOW

NO_RULES = Rulebook((), "none", "none")
NUMBERS = (
    *("9990687110", "9992495235", "9995706652", "9991367586", "9993879266"),
    *("9999604374", "9996561151", "9991112227"),
)
TODAY = NOW.date()


def at_work(store: Store, now: datetime = NOW) -> Session:
    """The session of whoever is signed in, on a day that does not move."""
    return Session(store, NO_RULES, lambda: now)


def somebody(
    family: str, given: str = "Nora", born: date = date(1979, 3, 14), nhs_number: str = ""
) -> Person:
    """An invented person."""
    return Person(
        id=new_id(NOW), family_name=family, given_name=given, birth_date=born, nhs_number=nhs_number
    )


def keep(store: Store, *people: Person) -> None:
    """Keep people in the store."""
    for person in people:
        add_person(store, person, NOW - timedelta(days=400))


def with_colleague(store: Store) -> Staff:
    """A health care assistant with an account of their own."""
    return add_account(store, ASSISTANT, NOW - timedelta(days=100))


def open_visit(store: Store, person: Person, at: datetime) -> Draft:
    """A visit begun and left open."""
    return consultations.start(store, person.id, at, {})


def held_visit(store: Store, person: Person, at: datetime, *due: date) -> Draft:
    """A visit that was finished, with a promise for each day given."""
    draft = open_visit(store, person, at)
    actions = tuple(
        Action(
            id=new_id(at),
            what=f"Ask about the {n}. thing",
            owner=Owner.WORKER,
            owner_name="Ann Okafor",
            by_when=day,
        )
        for n, day in enumerate(due, 1)
    )
    draft = draft.with_plan(CarePlan(actions=actions))
    consultations.finish(store, draft, Visit(person, at.date(), History(), {}), at)
    return draft


def signed_visit(store: Store, person: Person, at: datetime, *due: date) -> None:
    """A visit that was signed, so that it waits for nobody."""
    draft = held_visit(store, person, at, *due)
    consultations.sign(store, draft, Visit(person, at.date(), History(), {}), (), "none", at)


@contextmanager
def record_file_gone(store: Store) -> Iterator[None]:
    """The record file is out of reach for a while, as when a stick was pulled out."""
    store._engine.dispose()
    file = store.folder.record_file
    away = file.rename(file.with_name("away"))
    yield
    away.rename(file)
