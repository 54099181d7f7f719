"""DIALOG: eleven questions that the person rates themselves."""

from app.consultation.dialog.facts import facts, progress, readings, unanswered
from app.consultation.dialog.record import ITEMS, Dialog
from app.consultation.dialog.vocabulary import TOPICS, VOCABULARY
from app.consultation.section import Section

SECTION = Section(
    key="dialog",
    title="How life is going",
    record=Dialog,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    readings=readings,
    progress=progress,
    asked_alone=frozenset(item.key for item in ITEMS if item.is_private),
    unanswered=unanswered,
)
