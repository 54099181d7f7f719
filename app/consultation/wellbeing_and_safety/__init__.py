"""Wellbeing and safety: mood, sleep, eating, and what is only ever asked alone."""

from app.consultation.section import Section
from app.consultation.wellbeing_and_safety.facts import facts, readings
from app.consultation.wellbeing_and_safety.record import WellbeingAndSafety
from app.consultation.wellbeing_and_safety.vocabulary import TOPICS, VOCABULARY

SECTION = Section(
    key="wellbeing_and_safety",
    title="Wellbeing and safety",
    record=WellbeingAndSafety,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    readings=readings,
)
