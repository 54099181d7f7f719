"""What of a visit was passed on and what was asked back, for home to say it without opening the visit."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation.hand_overs import Acknowledgement, HandOver, Matters, matters_of
from app.consultation.questions_back import QuestionBack
from app.models.tables import SectionDocumentRow

HAND_OVERS, ACKNOWLEDGEMENTS, QUESTIONS = "hand_overs", "acknowledgements", "questions_back"


@dataclass(frozen=True)
class PassedOn:
    """What was handed over, and the questions that came back."""

    matters: Matters
    questions: tuple[QuestionBack, ...]

    @property
    def open_question(self) -> QuestionBack | None:
        """The last question that still waits for its answer."""
        return next((q for q in reversed(self.questions) if not q.is_answered), None)


def passed_on(session: Session, draft_id: str) -> PassedOn:
    """What the documents of a visit say of it."""
    documents = session.scalars(
        select(SectionDocumentRow).where(
            SectionDocumentRow.consultation_id == draft_id,
            SectionDocumentRow.section.in_((HAND_OVERS, ACKNOWLEDGEMENTS, QUESTIONS)),
        )
    )
    bodies = {document.section: document.body for document in documents}
    given = msgspec.json.decode(bodies.get(HAND_OVERS, "[]"), type=tuple[HandOver, ...])
    taken = msgspec.json.decode(bodies.get(ACKNOWLEDGEMENTS, "[]"), type=tuple[Acknowledgement, ...])
    asked = msgspec.json.decode(bodies.get(QUESTIONS, "[]"), type=tuple[QuestionBack, ...])
    return PassedOn(matters_of(given, taken), asked)
