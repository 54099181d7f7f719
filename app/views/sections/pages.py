"""The parts of a visit in their order, and the screen of each."""

from collections.abc import Callable
from importlib import import_module

from app.consultation.agenda import SECTIONS
from app.consultation.draft import State
from app.consultation.finishing import anything_was_asked
from app.views.open_consultation import OpenConsultation
from app.views.parts.stepper import Progress
from app.views.sections.screen import SectionScreen

WHAT_WE_FOUND, CARE_PLAN, FINISH = "what_we_found", "care_plan", "finish"
TITLES = {
    **{section.key: section.title for section in SECTIONS},
    WHAT_WE_FOUND: "What we found",
    CARE_PLAN: "Care plan",
    FINISH: "Finish and sign",
}
ORDER = tuple(TITLES)
FIRST = ORDER[0]
NOT_STARTED = ("Not started", Progress.NOT_STARTED)
SHOWN_ON = {"decisions": WHAT_WE_FOUND}
"""Where a part of the visit that is no page of its own is shown."""
PRIMARY = {
    "opening": "Start",
    "crisis_plan": "See what we found",
    WHAT_WE_FOUND: "Make the plan",
    CARE_PLAN: "Finish",
}
# Each screen is imported when it is first shown: home comes into sight sooner.
SCREENS = {
    "opening": "OpeningScreen",
    "physical_checks": "PhysicalChecksScreen",
    "dialog": "DialogScreen",
    "medicines": "MedicinesScreen",
    "carers": "CarersScreen",
    "crisis_plan": "CrisisPlanScreen",
    WHAT_WE_FOUND: "WhatWeFound",
    CARE_PLAN: "CarePlanScreen",
    FINISH: "FinishScreen",
}


def make(key: str, consultation: OpenConsultation) -> SectionScreen:
    """The screen of one part; a section without one of its own is asked on the standard form."""
    if key not in SCREENS:
        from app.views.sections.form_screen import FormScreen

        return FormScreen(consultation, key)
    made: Callable[[OpenConsultation], SectionScreen] = getattr(
        import_module(f"app.views.sections.{key}"), SCREENS[key]
    )
    return made(consultation)


def state_of(key: str, consultation: OpenConsultation) -> tuple[str, Progress]:
    """How far a part is that is no section of the record."""
    assessment = consultation.assessment
    if key == WHAT_WE_FOUND:
        waiting = len(assessment.open_prompts)
        if waiting:
            pressing = any(p.interrupts for p in assessment.open_prompts)
            return f"{waiting} to decide", Progress.ATTENTION if pressing else Progress.BEGUN
        if assessment.warnings:
            return f"{len(assessment.warnings)} cannot tell", Progress.BEGUN
        return ("All decided", Progress.DONE) if assessment.prompts else ("No prompts", Progress.NOT_STARTED)
    if key == CARE_PLAN:
        count = len(consultation.draft.plan.actions)
        words = "1 action" if count == 1 else f"{count} actions"
        return (words, Progress.BEGUN) if count else NOT_STARTED
    if consultation.is_over:
        ended = {State.SIGNED: "Signed", State.DRAFT: "Sent back with a question"}
        return ended.get(consultation.draft.state, "Finished, not signed"), Progress.DONE
    found = _state_of_the_end(consultation)
    is_bare = found[1] is Progress.BEGUN and not anything_was_asked(consultation.draft, consultation.visit)
    return NOT_STARTED if is_bare else found


def _state_of_the_end(consultation: OpenConsultation) -> tuple[str, Progress]:
    """What must be settled, else what cannot wait; only then that it can be signed."""
    ends = consultation.loose_ends()
    blocking, pressing = sum(end.blocks for end in ends), sum(end.cannot_wait for end in ends)
    if blocking:
        return f"{blocking} must be settled first", Progress.NOT_STARTED
    if pressing:
        return f"{pressing} cannot wait", Progress.ATTENTION
    return f"Can be {'signed' if consultation.session.may_sign else 'finished'}", Progress.BEGUN
