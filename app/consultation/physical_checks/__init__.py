"""Physical checks: the body and the habits that wear it."""

from app.consultation.physical_checks.facts import facts, readings
from app.consultation.physical_checks.joined_facts import joined
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.vocabulary import TOPICS, VOCABULARY
from app.consultation.section import Section

SECTION = Section(
    key="physical_checks",
    title="Physical checks",
    record=PhysicalChecks,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    joined=joined,
    readings=readings,
)
