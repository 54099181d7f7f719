"""What is known of the monitoring itself: who has it in hand, what waits, what stands in its way."""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.last_done import LastDone, last_told
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.when_monitoring import ONCE_A_YEAR_MONTHS, blood_was_declined
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact


def monitoring_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """Every fact about the monitoring."""
    register = known.word(record.on_smi_register, visit, "smi_register", ONCE_A_YEAR_MONTHS)
    return {
        "on_smi_register": _is(register, "Yes"),
        "tests_owner": known.word(record.tests_owner, visit, "tests_owner", ONCE_A_YEAR_MONTHS),
        "days_waiting_for_a_result": _waiting(record.test_awaited, visit),
        "last_ecg": last_told(record.ecg, visit, "ecg"),
        "heart_reason_for_ecg": known.any_ticked(record.ecg_reasons),
        "blood_test_trouble": _trouble(record, visit),
        "hba1c_may_mislead": known.any_ticked(record.hba1c_trouble),
    }


def _is(told: Fact, word: str) -> Fact:
    if isinstance(told, rules.Missing):
        return told
    return rules.Known(told.value == word, told.on, told.source)


def _waiting(answer: Answer[LastDone], visit: Visit) -> Fact:
    """Whole days since the oldest test without a result was asked for; none waiting is nought."""
    if not isinstance(answer, Known):
        return known.missing(answer)
    asked_on = answer.value.on
    days = max((visit.today - asked_on).days, 0) if asked_on else 0
    return rules.Known(Decimal(days), asked_on or answer.taken_on, known.source_of(answer))


def _trouble(record: PhysicalChecks, visit: Visit) -> Fact:
    """As told; a blood test declined at this visit is trouble enough."""
    told = known.any_ticked(record.blood_test_trouble)
    if blood_was_declined(record) and not (isinstance(told, rules.Known) and told.value is True):
        return rules.Known(True, visit.day, "declined at this visit")
    return told
