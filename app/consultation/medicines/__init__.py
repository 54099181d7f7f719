"""Medicines: what is taken, what it does, what the person would change."""

from app.consultation.last_done import readings_of
from app.consultation.medicines import sign_facts, watched_facts
from app.consultation.medicines.facts import facts, progress
from app.consultation.medicines.record import Medicines
from app.consultation.medicines.vocabulary import TOPICS, VOCABULARY
from app.consultation.section import Section

SECTION = Section(
    key="medicines",
    title="Medicines",
    record=Medicines,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    joined=lambda record, visit: {
        **watched_facts.joined(record, visit),
        **sign_facts.joined(record, visit),
    },
    readings=lambda record, visit: tuple(readings_of(record, visit)),
    progress=progress,
    stands=("bowel_operation",),
)
