"""The questions about today's observations: two that are always asked, and those that they open.

Limits: research/clinical_rules.md section 1.2 (project proposals, mark K). A second count comes only where
the first lies in an emergency band: the evidence table asks for one after two minutes.
"""

from app.consultation.answers import YesNo
from app.consultation.physical_checks import when
from app.consultation.physical_checks.signs import InfectionSign, PulseRhythm, PulseSign, Unsteady
from app.consultation.physical_checks.when_habits import breathing_matters
from app.consultation.questions import Kind, Question, limits, yes_no

AGAIN = "After two quiet minutes: the first is in an emergency band."


PULSE_RHYTHM = Question(
    Kind.CHOICE,
    "Rhythm",
    hint="Felt at the wrist for a whole minute.",
    options=PulseRhythm,
    asks_how=False,
    shown=when.pulse_was_felt,
)
PULSE_AGAIN = Question(
    Kind.NUMBER,
    "Pulse again",
    unit="beats a minute",
    hint=AGAIN,
    limits=limits("25", "250", "45", "130"),
    shown=when.pulse_is_extreme,
)
PULSE_SIGNS = Question(
    Kind.TICKS,
    "With it now",
    options=PulseSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when.pulse_is_irregular,
)
HAS_ATRIAL_FIBRILLATION = yes_no("Atrial fibrillation already known", when.pulse_is_irregular)

UNWELL_TODAY = Question(
    Kind.CHOICE,
    "Unwell today, or looks it",
    hint="Yes opens temperature, breathing and oxygen.",
    options=YesNo,
    asks_how=False,
)
NEWLY_CONFUSED = yes_no("Newly confused, or not fully awake", when.is_unwell)
UNSTEADY = Question(
    Kind.TICKS,
    "Dizzy, faint or fallen lately",
    hint="Anything ticked opens blood pressure lying and standing.",
    options=Unsteady,
    none_of_these="None of these",
    asks_how=False,
)
INFECTION_SIGNS = Question(
    Kind.TICKS,
    "Signs of an infection",
    hint="On clozapine the first three need a blood count.",
    options=InfectionSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when.infection_matters,
)

TEMPERATURE = Question(
    Kind.NUMBER,
    "Temperature",
    unit="°C",
    limits=limits("25", "43", "35.5", "39", "Is this in Fahrenheit?"),
    places=1,
    series="temperature",
    shown=when.temperature_matters,
)
RESPIRATORY_RATE = Question(
    Kind.NUMBER,
    "Breathing rate",
    unit="breaths a minute",
    hint="Counted for a whole minute.",
    limits=limits("4", "70", "9", "25"),
    series="respiratory_rate",
    shown=breathing_matters,
)
RESPIRATORY_RATE_AGAIN = Question(
    Kind.NUMBER,
    "Breathing rate again",
    unit="breaths a minute",
    hint=AGAIN,
    limits=limits("4", "70", "9", "25"),
    shown=when.breathing_is_extreme,
)
OXYGEN = Question(
    Kind.NUMBER,
    "Oxygen (SpO2)",
    unit="%",
    hint="On air. Cold hands, nail varnish and darker skin can mislead the meter.",
    limits=limits("50", "100", "92", "100"),
    series="oxygen",
    shown=when.observations_matter,
)
OXYGEN_AGAIN = Question(
    Kind.NUMBER,
    "Oxygen again",
    unit="%",
    hint=AGAIN,
    limits=limits("50", "100", "92", "100"),
    shown=when.oxygen_is_low,
)
HAS_LOW_OXYGEN_TARGET = yes_no("A target of 88 to 92 % is on record", when.oxygen_is_low)

LYING_BLOOD_PRESSURE = Question(
    Kind.BLOOD_PRESSURE,
    "Lying",
    unit="mmHg",
    hint="After five minutes.",
    shown=when.standing_matters,
)
STANDING_BLOOD_PRESSURE = Question(
    Kind.BLOOD_PRESSURE,
    "Standing",
    unit="mmHg",
    hint="After one minute and after three. Let them sit down again if they feel faint.",
    shown=when.standing_matters,
)
