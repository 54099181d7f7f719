"""Carers: who they are, what each may know, what they need."""

from app.consultation.carers.facts import facts, progress, unanswered
from app.consultation.carers.record import Carers
from app.consultation.carers.vocabulary import TOPICS, VOCABULARY
from app.consultation.section import Section

SECTION = Section(
    key="carers",
    title="Carers",
    record=Carers,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    progress=progress,
    unanswered=unanswered,
)
