"""A person's details as they were kept last."""

import msgspec
from sqlalchemy.orm import Session

from app.consultation.person import Person
from app.models.tables import PersonRow


def person_in(session: Session, person_id: str) -> Person:
    """The person's details, within a session whose reading was noted."""
    return msgspec.json.decode(session.get_one(PersonRow, person_id).body, type=Person)
