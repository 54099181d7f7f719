"""The facts of the body that clozapine and lithium need, and how to ask for each."""

from app.consultation.physical_checks.fact_kinds import last, yes_no

WATCHED = (
    last(
        "last_clozapine_blood_count",
        "Blood count for clozapine",
        "clozapine_blood_count",
        "When was the last blood count for clozapine?",
    ),
    last(
        "last_lithium_level_check", "Lithium level", "lithium_level", "The last lithium level, and its date"
    ),
    last("last_thyroid_check", "Thyroid check", "tsh", "The last TSH, and its date"),
    last("last_calcium_check", "Calcium check", "adjusted_calcium", "The last calcium, and its date"),
    last("last_weight_check", "Weight check", "weight", "When was weight last measured?"),
    yes_no("egfr_falling", "eGFR falling, twice in a row", "egfr", "The last eGFR results, and their dates"),
    yes_no("fast_pulse_at_two_visits", "Pulse over 100 at two visits", "pulse", "May I take your pulse?"),
    yes_no(
        "tsh_outside_range",
        "TSH outside the laboratory's range",
        "tsh_outside_range",
        "Is the TSH outside the laboratory's range?",
    ),
)
