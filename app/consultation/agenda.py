"""The sections, in clinic order. A new section is a new folder here and one word below."""

from typing import Any

from app.consultation import (
    carers,
    crisis_plan,
    dialog,
    home_and_work,
    medicines,
    opening,
    physical_checks,
    prevention,
    wellbeing_and_safety,
)
from app.consultation.section import Section

SECTIONS: tuple[Section[Any], ...] = (
    opening.SECTION,
    physical_checks.SECTION,
    dialog.SECTION,
    medicines.SECTION,
    wellbeing_and_safety.SECTION,
    prevention.SECTION,
    home_and_work.SECTION,
    carers.SECTION,
    crisis_plan.SECTION,
)
BY_KEY = {section.key: section for section in SECTIONS}
WHAT_WE_FOUND = "what_we_found"
"""No section of the record: the page on which the prompts are decided."""
