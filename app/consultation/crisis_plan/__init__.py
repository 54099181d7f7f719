"""Crisis plan: when mind or body gets worse, who to call, and wishes for when the person is unwell."""

from app.consultation.crisis_plan.facts import facts, progress
from app.consultation.crisis_plan.record import STANDS, CrisisPlan
from app.consultation.crisis_plan.vocabulary import TOPICS, VOCABULARY
from app.consultation.section import Section

SECTION = Section(
    key="crisis_plan",
    title="Crisis plan",
    record=CrisisPlan,
    vocabulary=VOCABULARY,
    topics=TOPICS,
    facts=facts,
    progress=progress,
    stands=STANDS,
)
