"""The facts of today's observations, and how to ask for each.

Ranges: the hard limits of research/clinical_rules.md section 1.2 (project proposals, mark K);
temperature from 25, because a body too cold must not be refused.
"""

from app.consultation.physical_checks.fact_kinds import number, yes_no

OBSERVATIONS = (
    number(
        "pulse_today", "Pulse, today", "beats a minute", ("25", "250", "1"), "pulse", "May I take your pulse?"
    ),
    number(
        "respiratory_rate_today",
        "Breathing rate, today",
        "breaths a minute",
        ("4", "70", "1"),
        "respiratory_rate",
        "Breaths counted for a whole minute",
    ),
    number(
        "oxygen_today",
        "Oxygen, today",
        "%",
        ("50", "100", "1"),
        "oxygen",
        "Oxygen by the meter on the finger",
    ),
    number(
        "temperature_today", "Temperature, today", "°C", ("25", "43", "0.1"), "temperature", "Temperature now"
    ),
    number(
        "systolic_drop_today",
        "Upper number: fall on standing",
        "mmHg",
        ("0", "250", "1"),
        "standing_blood_pressure",
        "Blood pressure lying, then standing",
    ),
    number(
        "diastolic_drop_today",
        "Lower number: fall on standing",
        "mmHg",
        ("0", "180", "1"),
        "standing_blood_pressure",
        "Blood pressure lying, then standing",
    ),
    yes_no("pulse_irregular", "Irregular pulse", "pulse", "Is the pulse regular, felt for a whole minute?"),
    yes_no(
        "pulse_warning_sign",
        "Warning sign with an irregular pulse",
        "pulse_signs",
        "Chest pain, fainted or short of breath with it?",
    ),
    yes_no(
        "has_atrial_fibrillation",
        "Atrial fibrillation, known",
        "has_atrial_fibrillation",
        "Is atrial fibrillation already known?",
    ),
    yes_no(
        "observations_needed",
        "Unwell, or observations were taken",
        "unwell_today",
        "Do you feel unwell today? Do they look unwell?",
    ),
    yes_no(
        "newly_confused", "Newly confused or not fully awake", "newly_confused", "Newly confused, or drowsy?"
    ),
    yes_no(
        "has_low_oxygen_target",
        "Oxygen target of 88 to 92 % on record",
        "has_low_oxygen_target",
        "Is an oxygen target of 88 to 92 % on record?",
    ),
    yes_no(
        "dizzy_or_faint",
        "Dizzy, faint or weak",
        "unsteady",
        "Dizzy, faint or weak lately, above all on standing?",
    ),
    yes_no("fainted_or_hurt", "Fainted, or hurt in a fall", "unsteady", "Fainted, or hurt in a fall?"),
    yes_no(
        "standing_check_needed",
        "Blood pressure on standing matters",
        "unsteady",
        "Dizzy on standing, fainted or fallen lately?",
    ),
)

OBSERVATION_TOPICS = {
    "observations": "Observations today",
    "pulse": "Pulse",
    "standing-pressure": "Blood pressure on standing",
    "clozapine-infection": "Infection on clozapine",
}
