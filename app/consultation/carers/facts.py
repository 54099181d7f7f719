"""What the carers' answers say: whether there is one, and how hard it is for them."""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Known, Unknown, YesNo, is_answered
from app.consultation.carers.record import AnyCarer, Carer, Carers, Topic
from app.consultation.section import Progress
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, Missing, Reason

STRAIN_THAT_SETTLES = Decimal(7)


def facts(record: Carers, visit: Visit) -> Mapping[str, Fact]:
    """Whether there is a carer, and the greatest strain among them."""
    return {
        "has_carer": _has_carer(record, visit),
        "carer_strain": _strain(record.rows),
        "carer_unwell_or_afraid": _unwell(record.rows, visit),
    }


def _has_carer(record: Carers, visit: Visit) -> Fact:
    answer = record.any_carer
    if record.rows and is_answered(answer):
        return rules.Known(True, visit.day, "named by the person")
    if record.rows:
        return rules.Known(True, visit.history.last_visit_on, "last visit")
    if not isinstance(answer, Known):
        return known.missing(answer)
    if answer.value is AnyCarer.RATHER_NOT_SAY:
        return Missing(Reason.DECLINED)
    return rules.Known(answer.value is AnyCarer.YES, answer.taken_on, known.source_of(answer))


def _strain(rows: tuple[Carer, ...]) -> Fact:
    """The greatest strain told; one that was not asked could be greater, so it leaves the matter open."""
    told = [row.strain for row in rows if isinstance(row.strain, Known)]
    open_ones = [row.strain for row in rows if isinstance(row.strain, Unknown)]
    greatest = max(told, key=lambda answer: answer.value, default=None)
    if greatest is not None and (greatest.value >= STRAIN_THAT_SETTLES or not open_ones):
        return rules.Known(greatest.value, greatest.taken_on, "told by the carer")
    return known.most_open(open_ones)


def _unwell(rows: tuple[Carer, ...], visit: Visit) -> Fact:
    answers = [row.unwell_or_afraid for row in rows]
    if any(isinstance(a, Known) and a.value is YesNo.YES for a in answers):
        return rules.Known(True, visit.day, "told by the carer")
    open_ones = [a for a in answers if isinstance(a, Unknown)]
    if open_ones or not answers:
        return known.most_open(open_ones)
    return rules.Known(False, visit.day, "told by the carer")


def unanswered(record: Carers, _visit: Visit) -> tuple[str, ...]:
    """What is open: whether there is anyone, sharing with one of them, an assessment for one of them."""
    is_open = {
        "any_carer": not is_answered(record.any_carer),
        "consents": any(len(row.consents) < len(Topic) for row in record.rows),
        "assessment": not all(is_answered(row.assessment) for row in record.rows),
    }
    return tuple(field for field, is_so in is_open.items() if is_so)


def progress(record: Carers, _visit: Visit) -> Progress:
    """Whether there is anyone, and who; and for each whether sharing was asked and an assessment offered."""
    answered = [is_answered(record.any_carer)]
    is_named = any(row.name.strip() for row in record.rows)
    if isinstance(record.any_carer, Known) and record.any_carer.value is AnyCarer.YES and not is_named:
        return Progress(1, 2, lacks="Nobody named yet")
    for row in record.rows:
        answered.append(len(row.consents) == len(Topic))
        answered.append(is_answered(row.assessment))
    return Progress(sum(answered), len(answered))
