"""Medicines: what is taken, what it does, what the person would change."""

from app.consultation.medicines.facts import facts, progress
from app.consultation.medicines.record import Medicines
from app.consultation.medicines.vocabulary import TOPICS, VOCABULARY
from app.consultation.medicines.watched_facts import joined
from app.consultation.section import Section

SECTION = Section(
    key="medicines",
    title="Medicines",
    record=Medicines,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    joined=joined,
    progress=progress,
    stands=("bowel_operation",),
)
