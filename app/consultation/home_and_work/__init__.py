"""Home and work: a safe and warm place, money and food, work, driving, falls, fire."""

from app.consultation.home_and_work.facts import facts
from app.consultation.home_and_work.record import HomeAndWork
from app.consultation.home_and_work.vocabulary import TOPICS, VOCABULARY
from app.consultation.section import Section

SECTION = Section(
    key="home_and_work",
    title="Home and work",
    record=HomeAndWork,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
)
