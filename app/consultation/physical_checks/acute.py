"""The questions about what cannot wait: one of everybody, and those that it opens."""

from app.consultation.answers import YesNo
from app.consultation.physical_checks import when, when_acute
from app.consultation.physical_checks.signs import NewSymptom, PutDownTo, SepsisSign
from app.consultation.questions import Kind, Question

NEW_SYMPTOMS = Question(
    Kind.TICKS,
    "New or worse lately",
    hint="Chest pain of the last 3 days counts, even if it has gone.",
    options=NewSymptom,
    none_of_these="None of these",
    asks_how=False,
)
SYMPTOM_PUT_DOWN_TO = Question(
    Kind.TICKS,
    "What it was put down to so far",
    hint="By anybody: the person, a doctor, us.",
    options=PutDownTo,
    none_of_these="Nobody has said",
    asks_how=False,
    shown=when_acute.something_is_new,
)
SYMPTOM_LOOKED_INTO = Question(
    Kind.CHOICE,
    "The body was looked at for it",
    hint="An examination, a measurement or a test, since it is there.",
    options=YesNo,
    asks_how=False,
    shown=when_acute.is_explained_away,
)
SEPSIS_SIGNS = Question(
    Kind.TICKS,
    "With the infection now",
    options=SepsisSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when.infection_is_suspected,
)
