"""The two ways to the trends: from a person's row at home, and from the middle of a visit."""

from app.consultation.visit import Visit
from app.models import histories
from app.views.open_consultation import OpenConsultation
from app.views.people.whose import whose
from app.views.session import Session
from app.views.trends.screen import Looked, TrendsScreen
from app.views.visit_words import identity, room_words

HOME_ROOM = "What was kept by finished visits and imports."


def trends_of_person(session: Session, person_id: str) -> TrendsScreen:
    """What the record holds, read now and written down as looked at. Raises StoreUnavailable.

    Nobody said who is looking on: what is private is left out.
    """
    person, history = histories.record_of(session.store, person_id, session.now())
    visit = Visit(person, session.today, history)
    named = whose(person, history, session.day_of_the_clock)
    return TrendsScreen(Looked(visit, named, {}, False, HOME_ROOM, "Home", session.is_practice))


def trends_of_visit(consultation: OpenConsultation) -> TrendsScreen:
    """The record with what this visit found so far."""
    session = consultation.session
    return TrendsScreen(
        Looked(
            consultation.visit,
            identity(consultation),
            consultation.draft.records,
            consultation.is_private,
            room_words(consultation),
            "Back to the visit",
            session.is_practice,
        )
    )
