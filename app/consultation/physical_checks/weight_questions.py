"""The questions about weight: permission each time, and whether a loss was meant."""

from app.consultation.answers import YesNo
from app.consultation.physical_checks import when_weight
from app.consultation.questions import Kind, Question

WEIGHT_TALK_WELCOME = Question(
    Kind.CHOICE,
    "Would like to talk about weight",
    hint="Ask each time. A no ends it.",
    options=YesNo,
    asks_how=False,
    shown=when_weight.weight_help_could_be_offered,
)
WEIGHT_LOSS_MEANT = Question(
    Kind.CHOICE,
    "The weight loss was meant",
    hint="By eating less, moving more or a medicine for it.",
    options=YesNo,
    asks_how=False,
    shown=when_weight.weight_was_lost,
)
