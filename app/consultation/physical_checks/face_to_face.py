"""What nobody can do by phone or video: it is left to be done face to face."""

from app.consultation.answers import Unknown, WhyNot
from app.consultation.physical_checks.record import PhysicalChecks

CHECKS = {
    "blood pressure": ("blood_pressure",),
    "blood pressure lying and standing": ("lying_blood_pressure", "standing_blood_pressure"),
    "pulse": ("pulse", "pulse_again"),
    "temperature": ("temperature",),
    "breathing rate": ("respiratory_rate", "respiratory_rate_again"),
    "oxygen": ("oxygen", "oxygen_again"),
    "weight": ("weight",),
    "height": ("height",),
    "waist": ("waist",),
    "blood tests": (
        *("hba1c", "fasting_glucose", "random_glucose", "total_cholesterol", "hdl", "triglycerides"),
        *("white_cells", "neutrophils", "clozapine_level", "lithium_level", "egfr", "sodium", "potassium"),
        *("adjusted_calcium", "tsh", "alt", "prolactin", "ketones"),
    ),
    "urine test": ("acr",),
    "heart tracing (ECG)": ("ecg", "qtc", "ecg_heart_rate"),
}
"""As they are called in the plan, with the questions that each of them answers."""
HANDS_ON = frozenset(name for names in CHECKS.values() for name in names)


def to_do(record: PhysicalChecks) -> tuple[str, ...]:
    """The checks that were left to be done face to face, as they are called in the plan."""
    left = {name for name in HANDS_ON if _is_left(getattr(record, name))}
    return tuple(words for words, names in CHECKS.items() if left.intersection(names))


def _is_left(answer: object) -> bool:
    return isinstance(answer, Unknown) and answer.reason is WhyNot.FACE_TO_FACE
