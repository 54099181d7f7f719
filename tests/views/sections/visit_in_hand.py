"""A visit in hand for the tests of the screens: one invented person, a real store, a fixed clock.

The NHS number is of the test range, the phone numbers are Ofcom's drama numbers.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtWidgets import QApplication

from app.consultation import carers
from app.consultation.answers import How, Known
from app.consultation.book import rulebook
from app.consultation.care_plan import Action, Owner
from app.consultation.carers.record import Carer, Carers, Consent, Topic
from app.consultation.dialog.record import AreaAnswer, Dialog
from app.consultation.draft import Draft
from app.consultation.history import History, Reading
from app.consultation.opening.record import Company, Identifier, Opening, Place
from app.consultation.person import Allergies, Person
from app.consultation.sharing import Told
from app.models import consultations
from app.models.histories import record_of
from app.models.ids import new_id
from app.models.people import add_person
from app.models.store import Store
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.open_consultation import OpenConsultation
from app.views.sections.screen import SectionScreen
from app.views.session import Session

NOW = datetime(2026, 11, 24, 10, 34, tzinfo=UTC)
TODAY = NOW.date()
LAST_TIME = date(2026, 9, 16)
OWN_WORDS = (
    "I want to stop smoking before Christmas, and I want to know why I am so tired in the mornings. "
    "My clothes don't fit."
)


def wear(app: QApplication, look: Theme = Theme.LIGHT, scale: float = 1.0) -> None:
    """Dress the application."""
    theme.wear(app, look, scale)


def nora(**changed: Any) -> Person:
    """The invented person."""
    said: dict[str, Any] = {
        "id": new_id(NOW),
        "family_name": "Brennan",
        "given_name": "Nora",
        "title": "Ms",
        "likes_to_be_called": "Nora",
        "birth_date": date(1979, 3, 14),
        "nhs_number": "9990687110",
        "address": "4 Alder Walk",
        "allergies": ("penicillin (rash)",),
        "allergies_known": Allergies.LISTED,
        "needs": ("large print 18 pt", "extra time"),
    }
    return Person(**(said | changed))


def known(value: Any, on: date = TODAY) -> Any:
    """An answer of this visit."""
    return Known(value, How.SELF_REPORTED, on)


def begun(store: Store, history: History | None = None, **records: Any) -> OpenConsultation:
    """A visit just begun; `history` replaces the empty one, `records` are laid over blank sections."""
    person = nora()
    add_person(store, person, NOW)
    _person, found = record_of(store, person.id, NOW)
    draft = consultations.start(store, person.id, NOW, records)
    return OpenConsultation(Session(store, rulebook(), lambda: NOW), person, history or found, draft)


def alone(**changed: Any) -> Opening:
    """An opening that may go on, nobody else present."""
    said: dict[str, Any] = {
        "identifiers": (Identifier.BIRTH_DATE, Identifier.ADDRESS),
        "place": known(Place.HOME),
        "company": known(Company.ALONE),
        "what_matters": known(OWN_WORDS),
    }
    return Opening(**(said | changed))


def promises() -> tuple[Action, ...]:
    """Three promises of last time."""
    return (
        Action(id=new_id(NOW), what="Go swimming with Orla", owner=Owner.PERSON, by_when=date(2026, 10, 31)),
        Action(
            id=new_id(NOW),
            what="Ask Dr Obi about sleepy mornings",
            owner=Owner.WORKER,
            owner_name="Ann Okafor",
            by_when=date(2026, 9, 30),
        ),
        Action(
            id=new_id(NOW),
            what="Blood test slot at home",
            owner=Owner.WORKER,
            owner_name="Tom Birch",
            by_when=date(2026, 12, 1),
        ),
    )


RATED_THEN = {
    "mental_health": 3,
    "physical_health": 5,
    "job_situation": 2,
    "accommodation": 6,
    "leisure": 3,
    "friendships": 4,
    "partner_family": 5,
    "personal_safety": 6,
    "medication": 4,
    "consultations": 6,
}


def orla(**changed: Any) -> Carer:
    """A carer of last time, who was asked about six topics."""
    said: dict[str, Any] = {
        "id": "0192f000-0000-7000-8000-000000000001",
        "name": "Orla Brennan",
        "relationship": "sister",
        "phone": "07700 900 316",
        "consents": {
            Topic.WHEREABOUTS: Consent.YES,
            Topic.CARE_PLAN: Consent.YES,
            Topic.MEDICINES: Consent.ASK_ME_FIRST,
            Topic.PHYSICAL_HEALTH: Consent.ASK_ME_FIRST,
            Topic.CRISIS: Consent.YES,
            Topic.DIAGNOSIS: Consent.NO,
        },
    }
    return Carer(**(said | changed))


def second_visit(**changed: Any) -> History:
    """What the record holds from last time."""
    said: dict[str, Any] = {
        "readings": tuple(
            Reading(series=f"dialog.{key}", value=str(value), taken_on=LAST_TIME)
            for key, value in RATED_THEN.items()
        ),
        "promises": promises(),
        "last_visit_on": LAST_TIME,
        "last_records": {carers.SECTION.key: Carers(rows=(orla(),))},
        "sharing": tuple(
            Told(carer_id=orla().id, name=orla().name, topic=topic, consent=consent, told_on=LAST_TIME)
            for topic, consent in orla().consents.items()
        ),
    }
    return replace(History(), **(said | changed))


def rated(**ratings: int) -> Dialog:
    """Ratings of today by item key."""
    record = Dialog()
    for key, rating in ratings.items():
        record = record.with_area(key, AreaAnswer(rating=known(rating)))
    return record


def following(
    make: Callable[[OpenConsultation], SectionScreen], consultation: OpenConsultation
) -> SectionScreen:
    """A screen that shows every change, as it does in the frame of the visit."""
    screen = make(consultation)
    consultation.changed.connect(screen.show_record)
    return screen


def saved_draft(consultation: OpenConsultation) -> Draft:
    """The draft as it stands on the disk."""
    return consultations.resume(consultation.session.store, consultation.draft.id, NOW)


def on_show(qtbot: Any, screen: Any, width: int = 1080, height: int = 1400) -> Any:
    """The screen in sight, as wide as the frame of the visit gives it."""
    qtbot.addWidget(screen)
    screen.resize(width, height)
    with qtbot.waitExposed(screen):
        screen.show()
    qtbot.wait(1)  # a turn of the loop, in which the screens of earlier tests are taken away
    return screen
