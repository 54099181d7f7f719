"""How an answer can be known: what a person says of themselves is never measured, and by phone nothing is."""

from app.consultation.questions import Kind, Question

MEASURED_KINDS = (Kind.NUMBER, Kind.BLOOD_PRESSURE)


def can_be_measured(question: Question, *, is_remote: bool) -> bool:
    """Whether a question can be answered by measuring now."""
    return question.kind in MEASURED_KINDS and not is_remote


def can_wait_for_a_meeting(*, is_hands_on: bool, is_remote: bool) -> bool:
    """Whether it can be left to be done face to face: what needs hands or a device, in a visit from afar."""
    return is_hands_on and is_remote
