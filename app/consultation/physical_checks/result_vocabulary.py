"""The facts of results from elsewhere and of what is worked out from sizes, and how to ask for each.

Ranges: the hard limits of research/clinical_rules.md section 1 (project proposals, mark K).
"""

from app.consultation.physical_checks.fact_kinds import number, yes_no

RESULTS = (
    number(
        "white_cells",
        "White cells",
        "x10^9/L",
        ("0", "500", "0.01"),
        "white_cells",
        "The last blood count, and its date",
    ),
    number(
        "neutrophils",
        "Neutrophils",
        "x10^9/L",
        ("0", "100", "0.01"),
        "neutrophils",
        "The neutrophils of the last blood count, and its date",
    ),
    number(
        "new_lithium_level",
        "Lithium level, first seen now",
        "mmol/L",
        ("0.01", "10", "0.01"),
        "lithium_level",
        "The last lithium level, and its date",
    ),
    number(
        "lithium_level",
        "Lithium level",
        "mmol/L",
        ("0.01", "10", "0.01"),
        "lithium_level",
        "The last lithium level, and its date",
    ),
    number(
        "clozapine_level",
        "Clozapine level",
        "mg/L",
        ("0.01", "20", "0.01"),
        "clozapine_level",
        "The last clozapine level, and its date",
    ),
    number("egfr", "eGFR", "ml/min/1.73 m2", ("1", "200", "1"), "egfr", "The last eGFR, and its date"),
    number("acr", "Urine ACR", "mg/mmol", ("0", "3000", "0.1"), "acr", "The last urine ACR, and its date"),
    number("sodium", "Sodium", "mmol/L", ("95", "190", "1"), "sodium", "The last sodium, and its date"),
    number(
        "potassium",
        "Potassium",
        "mmol/L",
        ("1.5", "10", "0.1"),
        "potassium",
        "The last potassium, and its date",
    ),
    number(
        "adjusted_calcium",
        "Adjusted calcium",
        "mmol/L",
        ("1", "5", "0.01"),
        "adjusted_calcium",
        "The last adjusted calcium, and its date",
    ),
    number("tsh", "TSH", "mU/L", ("0.01", "300", "0.01"), "tsh", "The last TSH, and its date"),
    number("alt", "ALT", "U/L", ("1", "20000", "1"), "alt", "The last ALT, and its date"),
    number(
        "prolactin",
        "Prolactin",
        "mIU/L",
        ("1", "1000000", "1"),
        "prolactin",
        "The last prolactin, and its date",
    ),
    number(
        "news2_today",
        "NEWS2 total, today",
        "points",
        ("0", "20", "1"),
        "news2",
        "The NEWS2 total of today, from the local chart",
    ),
    number("must", "MUST total", "points", ("0", "6", "1"), "must", "The MUST total, and its date"),
    number(
        "waist_to_height",
        "Waist to height",
        "of height",
        ("0.25", "1.5", "0.01"),
        "waist",
        "Waist and height, if the person agrees",
    ),
    yes_no(
        "has_other_count_limits",
        "Other limits set by the clozapine service",
        "has_other_count_limits",
        "Has the clozapine service set other limits, for example for benign ethnic neutropenia?",
    ),
)

RESULT_TOPICS = {
    "clozapine-blood": "Blood count on clozapine",
    "lithium-level": "Lithium level",
    "low-weight": "Low weight",
}
