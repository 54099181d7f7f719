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
