"""The facts of the heart tracing, and how to ask for each.

Ranges: the limits of the questions (project proposals, mark K).
"""

from app.consultation.physical_checks.fact_kinds import number, yes_no

QTC = "The QTc of the last heart tracing, and its date"

RHYTHM = (
    number("qtc", "QTc", "ms", ("250", "750", "1"), "qtc", QTC),
    number("new_qtc", "QTc, first seen now", "ms", ("250", "750", "1"), "qtc", QTC),
    number("qtc_rise", "Rise of the QTc since the one before", "ms", ("0", "500", "1"), "qtc", QTC),
    yes_no("qtc_over_limit", "QTc over the usual limit", "qtc", QTC),
    number(
        "new_potassium",
        "Potassium, first seen now",
        "mmol/L",
        ("1.5", "10", "0.1"),
        "potassium",
        "The last potassium, and its date",
    ),
    yes_no(
        "prolactin_over_limit",
        "Prolactin over the usual limit",
        "prolactin",
        "The last prolactin, and its date",
    ),
)
