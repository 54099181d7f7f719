"""How far a part is, as whoever is in the room may know it."""

from dataclasses import replace
from typing import Any

from app.consultation.draft import Draft
from app.consultation.opening import SECTION as OPENING
from app.consultation.opening.facts import is_private
from app.consultation.questions import without_private_answers
from app.consultation.section import Progress, Section
from app.consultation.visit import Visit


def progress_in_sight(section: "Section[Any]", draft: Draft, visit: Visit) -> Progress:
    """Counted without what was told alone, of today or from before, while somebody else may look."""
    record = draft.records[section.key]
    if is_private(draft.record(OPENING)):
        return section.progress(record, visit)
    stood = {key: without_private_answers(each) for key, each in visit.history.left_standing.items()}
    seen = replace(visit, history=replace(visit.history, left_standing=stood))
    return section.progress(without_private_answers(record), seen)
