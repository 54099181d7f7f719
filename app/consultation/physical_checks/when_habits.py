"""When a question about smoking, drinking, drugs, gambling or caffeine matters."""

from typing import TYPE_CHECKING

from app.consultation import known
from app.consultation.answers import Known, YesNo
from app.consultation.bringing_urges import may_bring_urges
from app.consultation.history import Reading
from app.consultation.physical_checks.when import (
    audit_c_is_positive,
    drinks,
    has_smoked,
    is_unwell,
    observations_matter,
    smokes,
)

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit

SMOKE_CHANGES = ("clozapine", "olanzapine")
SUBSTITUTES = ("methadone", "buprenorphine")
SEDATING = frozenset(
    {
        "benzodiazepine",
        "z-drug",
        "opioid",
        "gabapentinoid",
        "tricyclic antidepressant",
        "sedating antihistamine",
    }
)
SEDATING_MEDICINES = ("clozapine", "olanzapine", "quetiapine", "mirtazapine")
GAMBLING_MONTHS = 12


def restart_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Smokes, and takes what smoke takes away."""
    return smokes(record, visit) and visit.takes(*SMOKE_CHANGES)


def chest_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Smokes, used to, or vapes."""
    return has_smoked(record, visit)


def alcohol_signs_matter(record: "PhysicalChecks", visit: "Visit") -> bool:
    """AUDIT-C of five or more, or a sign was told; or drinks at all and is unwell today."""
    is_told = isinstance(record.dependence_signs, Known) and bool(record.dependence_signs.value)
    is_unwell_drinker = drinks(record, visit) and is_unwell(record, visit)
    return is_told or audit_c_is_positive(record, visit) or is_unwell_drinker


def drank_less(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Drank less than usual, or nothing, in the last five days."""
    answer = record.drank_less_lately
    is_less = isinstance(answer, Known) and answer.value is YesNo.YES
    return alcohol_signs_matter(record, visit) and is_less


def brain_signs_matter(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Dependence is possible, or little food stayed in the body: vitamin B1 may be short."""
    return visit.is_so("alcohol_dependence_possible") or visit.is_so("wasting_or_vomiting")


def sedation_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """AUDIT-C of five or more, and a medicine that makes sleepy."""
    return audit_c_is_positive(record, visit) and (
        visit.takes(*SEDATING_MEDICINES) or any(SEDATING & item.classes for item in visit.medicines_taken)
    )


def sedatives_are_stacked(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Two kinds of sedating medicine together."""
    return visit.is_so("sedatives_together")


def breathing_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """As the other observations; also where sedating medicines are taken together."""
    return observations_matter(record, visit) or sedatives_are_stacked(record, visit)


def caffeine_matters(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """A change of caffeine changes the level of clozapine and of lithium."""
    return visit.takes("clozapine", "lithium")


def cannabis_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Smokes cannabis, and takes what smoke takes away."""
    return _uses(record, "CANNABIS") and visit.takes(*SMOKE_CHANGES)


def stimulants_are_used(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """Cocaine, or another stimulant that nobody prescribed."""
    return _uses(record, "STIMULANTS")


def naloxone_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """An opioid that nobody prescribed, or one that stands in for it."""
    return _uses(record, "OPIOIDS") or visit.takes(*SUBSTITUTES)


def gambling_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Nobody asked within a year; or harm, new urges, debt, or a medicine that can bring urges."""
    before = known.on_record(visit, "gambling", GAMBLING_MONTHS)
    is_likely = any(visit.is_so(fact) for fact in ("new_urges", "in_debt", "gambling_harm"))
    return not isinstance(before, Reading) or is_likely or may_bring_urges(visit)


def _uses(record: "PhysicalChecks", drug: str) -> bool:
    return isinstance(record.drugs, Known) and any(each.name == drug for each in record.drugs.value)
