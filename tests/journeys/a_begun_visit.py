"""A visit with Nora just begun, put into the record as the window would have kept it.

Most journeys start here: what is typed on the way is typed in `test_a_whole_visit.py`, and
`test_a_begun_visit.py` holds that both ways end in the same record.
"""

from datetime import date

from app.consultation import opening
from app.consultation.answers import How, Known
from app.consultation.opening.record import Company, Identifier, Opening, Place
from app.consultation.person import Allergies, Person
from app.models import consultations, people
from app.views.session import Session
from demo import story


def put_in_nora(session: Session) -> Person:
    """Nora as `story.add_nora` types her."""
    nora = Person(
        id=session.new_id(),
        family_name="Brennan",
        given_name="Nora",
        likes_to_be_called="Nora",
        birth_date=date(1979, 3, 14),
        nhs_number="9990687110",
        allergies=("penicillin (rash)",),
        allergies_known=Allergies.LISTED,
        needs=("large print", "somewhere quiet"),
    )
    people.add_person(session.store, nora, session.now())
    return nora


def put_in_a_begun_visit(session: Session) -> None:
    """Nora, and the four facts and her words of `story.opening`."""

    def told(value: object) -> Known:
        return Known(value, How.SELF_REPORTED, session.today, session.store.staff.id)

    facts = Opening(
        identifiers=(Identifier.NAME, Identifier.BIRTH_DATE),
        place=told(Place.HOME),
        company=told(Company.ALONE),
        what_matters=told(story.WHAT_MATTERS),
    )
    nora = put_in_nora(session)
    consultations.start(session.store, nora.id, session.now(), {opening.SECTION.key: facts})
