"""What a hand-over is about, as it may be named now."""

from app.consultation.hand_overs import HandOver
from app.consultation.not_decided import TOLD_ALONE
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment


def title_of(hand_over: HandOver, assessment: Assessment) -> str:
    """What it is about; nothing that could name something private before others."""
    prompt = prompt_of(hand_over, assessment)
    if prompt is not None:
        return prompt.title
    return TOLD_ALONE if assessment.keeps_private else hand_over.title


def prompt_of(hand_over: HandOver, assessment: Assessment) -> Prompt | None:
    """The prompt that it is about, while that still applies."""
    prompts = (*assessment.prompts, *assessment.held_back)
    return next((prompt for prompt in prompts if prompt.topic == hand_over.topic), None)
