"""Prevention: screening, vaccines, teeth, eyes, and what only a body or a medicine makes worth asking."""

from app.consultation.prevention.facts import facts, readings
from app.consultation.prevention.record import Prevention
from app.consultation.prevention.vocabulary import TOPICS, VOCABULARY
from app.consultation.section import Section

SECTION = Section(
    key="prevention",
    title="Prevention",
    record=Prevention,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    readings=readings,
)
