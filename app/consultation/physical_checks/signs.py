"""What people notice, and what a hand on the wrist feels: the closed lists behind today's observations."""

from enum import Enum


class PulseRhythm(Enum):
    """How the pulse feels over a whole minute."""

    REGULAR = "Regular"
    IRREGULAR = "Irregular"


class PulseSign(Enum):
    """Signs that make an irregular pulse an emergency."""

    CHEST_PAIN = "Chest pain"
    FAINTED = "Fainted"
    BREATHLESS = "Short of breath"


class Unsteady(Enum):
    """What makes the blood pressure on standing matter."""

    DIZZY = "Dizzy on standing"
    FAINTED = "Fainted"
    FALLEN = "Fallen"
    HURT = "Hurt in a fall"
    WEAK = "Weak"


class InfectionSign(Enum):
    """Signs of an infection, which on clozapine may mean too few white cells."""

    SORE_THROAT = "Sore throat"
    MOUTH_ULCERS = "Mouth ulcers"
    FLU_LIKE = "Flu-like illness"
    CHEST = "Cough, or a bad chest"
    URINE = "Burning or cloudy water"
    SKIN = "A wound or skin that is red and hot"


BLOOD_COUNT_SIGNS = frozenset({InfectionSign.SORE_THROAT, InfectionSign.MOUTH_ULCERS, InfectionSign.FLU_LIKE})
"""Those that ask for a blood count on clozapine (clozapine-fever-infection)."""


class SepsisSign(Enum):
    """What makes an infection an emergency."""

    MOTTLED = "Mottled, blue or very pale skin"
    NO_WATER = "Passed no water for 18 hours"
    SHIVERING = "Shivering or shaking hard"


class NewSymptom(Enum):
    """What is new in the body: four that cannot wait, and all else."""

    CHEST_PAIN = "Chest pain"
    STROKE = "Sudden change of face, arm, speech, sight or balance"
    LEG = "One leg swollen or painful"
    BREATHLESS = "Suddenly short of breath, or pain on breathing in"
    OTHER = "Something else in the body"


class PutDownTo(Enum):
    """What a new complaint was explained by so far."""

    ILLNESS = "Part of the illness"
    ANXIETY = "Anxiety"
    WEIGHT = "Weight"
    OTHER = "Something else"


EXPLAINED_AWAY = frozenset({PutDownTo.ILLNESS, PutDownTo.ANXIETY, PutDownTo.WEIGHT})
"""Words under which a cause in the body is missed (NICE NG246 1.9.1 for weight, V; the others K)."""
