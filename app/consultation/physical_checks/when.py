"""When a question matters: an ordinary visit stays short.

Each predicate looks at the record being written and at the facts gathered so far; figures are those of the
rules that need the answer (see rules/*.toml for their sources).
"""

from decimal import Decimal
from typing import TYPE_CHECKING

from app.consultation.answers import How, Known, YesNo

if TYPE_CHECKING:
    from app.consultation.answers import Answer
    from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
    from app.consultation.questions import Shown
    from app.consultation.visit import Visit

SEVERE_SYSTOLIC, SEVERE_DIASTOLIC = 180, 120
RAISED_SYSTOLIC, RAISED_DIASTOLIC = 140, 90
AUDIT_C_POSITIVE = 5
LOWEST_BMI_ASKED = Decimal("23.0")
VERY_THIN = Decimal("15.0")
PULSE_LOW, PULSE_HIGH = 40, 131
BREATHS_LOW, BREATHS_HIGH = 8, 25
OXYGEN_LOW = 91
WHITE_CELLS_GREEN, NEUTROPHILS_GREEN = Decimal("3.5"), Decimal(2)
OLD_FROM = 65
STANDING_MEDICINES = frozenset(
    {
        "clozapine",
        "chlorpromazine",
        "levomepromazine",
        "quetiapine",
        "risperidone",
        "paliperidone",
        "trazodone",
    }
)
STANDING_CLASSES = frozenset({"tricyclic antidepressant", "maoi"})
AT_RISK = {"hba1c": Decimal(42), "fasting_glucose": Decimal("5.5"), "random_glucose": Decimal("11.1")}
DIABETES_RANGE = {"hba1c": Decimal(48), "fasting_glucose": Decimal("7.0"), "random_glucose": Decimal("11.1")}


def reaches(visit: "Visit", fact: str, limit: Decimal | int) -> bool:
    """A number that is known and at or over a limit."""
    value = visit.number(fact)
    return value is not None and value >= limit


def blood_pressure_is_severe(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Any reading of this visit is 180 or over, or 120 or over; a lower second one spares no question."""
    return visit.number("systolic_today") is not None and any_is_severe(record.blood_pressure)


def any_is_severe(pressure: "Answer[tuple[BloodPressure, ...]]") -> bool:
    """Whether any reading that was taken is 180 or over, or 120 or over."""
    return isinstance(pressure, Known) and any(
        reading.systolic >= SEVERE_SYSTOLIC or reading.diastolic >= SEVERE_DIASTOLIC
        for reading in pressure.value
    )


def blood_pressure_is_raised(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """The kept blood pressure is 140 or over, or 90 or over."""
    return reaches(visit, "systolic", RAISED_SYSTOLIC) or reaches(visit, "diastolic", RAISED_DIASTOLIC)


def hypertension_is_known(record: "PhysicalChecks", visit: "Visit") -> bool:
    """High blood pressure is known, from the person or the record, and it is raised now."""
    return visit.is_so("has_hypertension") and blood_pressure_is_raised(record, visit)


def smokes(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Smokes tobacco now, as told today or as the record has it."""
    return visit.is_so("smokes_tobacco")


def has_smoked(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Smokes, used to, or vapes: a change may be recent."""
    if isinstance(record.smoking, Known):
        return record.smoking.value.name != "NEVER"
    reading = visit.history.last("smoking", visit.today)
    return smokes(record, visit) or (reading is not None and reading.value != "Never")


def drinks(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """Drinks alcohol at all: only then do the amounts matter."""
    return isinstance(record.drinking_days, Known) and record.drinking_days.value.name != "NEVER"


def audit_c_is_positive(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """AUDIT-C adds up to five or more."""
    return reaches(visit, "audit_c", AUDIT_C_POSITIVE)


def glucose_is_high(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Any glucose measure is in the diabetes range."""
    return any(reaches(visit, fact, limit) for fact, limit in DIABETES_RANGE.items())


def diabetes_is_open(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Any glucose measure is above normal, and nobody has said yet whether diabetes is known."""
    is_raised = any(reaches(visit, fact, limit) for fact, limit in AT_RISK.items())
    return is_raised and not isinstance(record.known_conditions, Known)


def takes_an_antipsychotic(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Any antipsychotic is on the list."""
    return any("antipsychotic" in item.classes for item in visit.medicines_taken)


def bmi_prompts_could_show(record: "PhysicalChecks", visit: "Visit") -> bool:
    """The BMI is high enough for a prompt that end of life care would silence."""
    return reaches(visit, "bmi", LOWEST_BMI_ASKED) and takes_an_antipsychotic(record, visit)


def pulse_was_felt(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """A pulse was counted today, so that its rhythm can be told."""
    return isinstance(record.pulse, Known) and record.pulse.how is not How.FROM_RECORD


def pulse_is_extreme(record: "PhysicalChecks", visit: "Visit") -> bool:
    """The first count of today lies in an emergency band."""
    return pulse_was_felt(record, visit) and is_extreme_pulse(record.pulse)


def pulse_is_irregular(record: "PhysicalChecks", visit: "Visit") -> bool:
    """The pulse felt irregular."""
    rhythm = record.pulse_rhythm
    return pulse_was_felt(record, visit) and isinstance(rhythm, Known) and rhythm.value.name == "IRREGULAR"


def is_unwell(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """The person feels or looks unwell today."""
    return isinstance(record.unwell_today, Known) and record.unwell_today.value is YesNo.YES


def infection_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Unwell, or on clozapine."""
    return is_unwell(record, visit) or visit.takes("clozapine")


def infection_is_suspected(record: "PhysicalChecks", visit: "Visit") -> bool:
    """A sign of an infection was ticked: signs that it is an emergency are asked for."""
    signs = record.infection_signs
    return infection_matters(record, visit) and isinstance(signs, Known) and bool(signs.value)


def observations_matter(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Unwell, a sign of infection, or one of the observations was taken already."""
    return visit.is_so("observations_needed")


def temperature_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """As for the others; also of who is cold to touch in a home with trouble, or of a very low weight."""
    is_cold = visit.is_so("trouble_at_home") and visit.is_so("cold_to_touch")
    bmi = visit.number("bmi")
    is_very_thin = bmi is not None and bmi < VERY_THIN
    return is_cold or is_very_thin or observations_matter(record, visit)


def breathing_is_extreme(record: "PhysicalChecks", visit: "Visit") -> bool:
    """The first count lies in an emergency band."""
    return observations_matter(record, visit) and is_extreme_breathing(record.respiratory_rate)


def oxygen_is_low(record: "PhysicalChecks", visit: "Visit") -> bool:
    """The first reading lies in an emergency band."""
    return observations_matter(record, visit) and is_low_oxygen(record.oxygen)


def standing_matters(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Dizzy, faint, fallen, 65 or over, or on a medicine that lowers the pressure on standing."""
    return visit.is_so("standing_check_needed") or any(
        item.ingredient in STANDING_MEDICINES or STANDING_CLASSES & item.classes
        for item in visit.medicines_taken
    )


def is_extreme_pulse(answer: "Answer[Decimal]") -> bool:
    """NEWS2 chart 1, score 3."""
    return isinstance(answer, Known) and not PULSE_LOW < answer.value < PULSE_HIGH


def is_extreme_breathing(answer: "Answer[Decimal]") -> bool:
    """NEWS2 chart 1, score 3."""
    return isinstance(answer, Known) and not BREATHS_LOW < answer.value < BREATHS_HIGH


def is_low_oxygen(answer: "Answer[Decimal]") -> bool:
    """NEWS2 chart 1, scale 1, score 3."""
    return isinstance(answer, Known) and answer.value <= OXYGEN_LOW


def wants_other_results(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """Somebody said that there are other results to enter."""
    return isinstance(record.other_results, Known) and record.other_results.value is YesNo.YES


def needed_by(*ingredients: str, tag: str = "") -> "Shown":
    """Taken: one of these medicines, or one with the tag; or other results are to be entered."""

    def shown(record: "PhysicalChecks", visit: "Visit") -> bool:
        is_needed = visit.takes(*ingredients) or any(tag in item.tags for item in visit.medicines_taken)
        return is_needed or wants_other_results(record, visit)

    return shown


def kidney_tests_matter(*, on_lithium: bool) -> "Shown":
    """Diabetes is known; the blood test of who takes lithium too; or other results are to be entered."""

    def shown(record: "PhysicalChecks", visit: "Visit") -> bool:
        is_watched = visit.is_so("has_diabetes") or (on_lithium and visit.takes("lithium"))
        return is_watched or wants_other_results(record, visit)

    return shown


def count_is_low_on_clozapine(record: "PhysicalChecks", visit: "Visit") -> bool:
    """A count of white cells lies under the usual limit of the clozapine services."""
    is_low = is_under(record.white_cells, WHITE_CELLS_GREEN) or is_under(
        record.neutrophils, NEUTROPHILS_GREEN
    )
    return is_low and visit.takes("clozapine")


def is_on_clozapine(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Clozapine is on the list: when blood was last counted matters."""
    return visit.takes("clozapine")


def has_tsh_on_lithium(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """A TSH is known of somebody on lithium: the laboratory's own range says what it means."""
    return visit.takes("lithium") and visit.number("tsh") is not None


def is_under(answer: "Answer[Decimal]", limit: Decimal) -> bool:
    """A known value under the limit."""
    return isinstance(answer, Known) and answer.value < limit


def has_clozapine_level(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """A level was entered: when the last dose was taken matters."""
    return isinstance(record.clozapine_level, Known)


def has_lithium_level(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """A level was entered: when the last dose was taken matters."""
    return isinstance(record.lithium_level, Known)


def ecg_was_done(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """An ECG was found: who read it, and what it says."""
    return isinstance(record.ecg, Known) and record.ecg.value.on is not None


def wants_frailty(record: "PhysicalChecks", visit: "Visit") -> bool:
    """The scale holds from 65 on."""
    age = visit.number("age")
    return wants_other_results(record, visit) and age is not None and age >= OLD_FROM


def a_score_was_entered(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """A score without its source is worth little."""
    entered = (record.news2, record.qrisk3, record.must, record.frailty, record.audit_total)
    return any(isinstance(score, Known) for score in entered)
