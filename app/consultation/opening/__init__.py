"""Opening: who, when, where, who is present, what matters, and what became of last time's promises."""

from app.consultation.opening.facts import facts, progress
from app.consultation.opening.record import Opening
from app.consultation.section import Section

SECTION = Section(
    key="opening", title="Opening", record=Opening, vocabulary=(), facts=facts, progress=progress
)
