"""The facts about the monitoring itself, and how to ask for each."""

from app.consultation.physical_checks.fact_kinds import SECTION, last, number, yes_no
from app.consultation.physical_checks.monitoring import TestsOwner
from app.rules.facts import FactKind, Kind

MONITORING = (
    yes_no(
        "on_smi_register",
        "On the GP's register for yearly checks",
        "on_smi_register",
        "Is the person on the GP's register for yearly checks (SMI)?",
    ),
    FactKind(
        "tests_owner",
        "Who has the tests in hand",
        Kind.CHOICE,
        options=tuple(owner.value for owner in TestsOwner),
        asked_in=f"{SECTION}.tests_owner",
        ask="Who orders the tests, reads them and acts on them?",
    ),
    number(
        "days_waiting_for_a_result",
        "Days without a result that was asked for",
        "days",
        ("0", "36500", "1"),
        "test_awaited",
        "Is there a test that was asked for, and no result seen?",
    ),
    last("last_ecg", "Heart tracing (ECG)", "ecg", "When was a heart tracing (ECG) last done?"),
    yes_no(
        "heart_reason_for_ecg",
        "A reason for a heart tracing",
        "ecg_reasons",
        "Heart disease, a high risk of it, sudden death in the family, in hospital, or a high dose?",
    ),
    yes_no(
        "blood_test_trouble",
        "Something stands in the way of a blood test",
        "blood_test_trouble",
        "What stands in the way of a blood test?",
    ),
    number(
        "new_hba1c",
        "HbA1c, first seen now",
        "mmol/mol",
        ("15", "200", "1"),
        "hba1c",
        "The last HbA1c, and its date",
    ),
    yes_no(
        "hba1c_may_mislead",
        "Something that can mislead HbA1c",
        "hba1c_trouble",
        "Is there anything that makes HbA1c tell too little or too much?",
    ),
)

MONITORING_TOPICS = {
    "monitoring": "Who watches the tests",
    "early-checks": "The first checks on a new medicine",
    "results": "A result not seen",
    "blood-tests": "Blood tests that are hard to take",
    "hba1c-test": "HbA1c may mislead",
}
