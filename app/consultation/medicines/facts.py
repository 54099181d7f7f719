"""What is taken, as rules see it: by ingredient and form, complete only when the person said so."""

from collections.abc import Mapping
from datetime import date

from app.consultation import known
from app.consultation.answers import Known, Unknown, is_answered
from app.consultation.medicine import Medicine
from app.consultation.medicines.catalogue import Catalogue, catalogue
from app.consultation.medicines.combinations import combination_facts
from app.consultation.medicines.effects_asked import counted_effects
from app.consultation.medicines.record import Everything, Medicines, MissedDoses
from app.consultation.medicines.sign_facts import sign_facts
from app.consultation.medicines.watched_facts import watched_facts
from app.consultation.questions import questions_shown
from app.consultation.section import Progress
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, MedicineFact, MedicineList

CONFIRMED_FOR_DAYS = 30


def facts(record: Medicines, visit: Visit) -> Mapping[str, Fact]:
    """The list, the bowel questions, what clozapine and lithium ask for, and signs with other medicines."""
    listed = _listed(record, visit)
    return {
        "medicines": listed,
        **sign_facts(record, listed, visit),
        **combination_facts(listed),
        "doses_missed": _doses_missed(record),
        "bowel_alarm_sign": known.any_ticked(record.bowel_signs),
        "bowel_discomfort": known.yes_or_no(record.bowel_discomfort),
        "days_since_bowels_opened": known.told(record.days_since_bowels_opened),
        "stools_a_week": known.told(record.stools_a_week),
        "bowels_straining_or_hard": known.yes_or_no(record.bowels_straining_or_hard),
        "laxative_recently_stopped": known.yes_or_no(record.laxative_recently_stopped),
        **watched_facts(record, visit),
    }


def medicine_list(record: Medicines, visit: Visit, known_medicines: Catalogue) -> MedicineList:
    """The medicines taken now; a confirmed list stays confirmed for 30 days (docs/decisions.md)."""
    items = tuple(_fact(row, known_medicines) for row in record.rows if row.still_taken)
    return MedicineList(items, is_complete=is_confirmed(record, visit))


def is_confirmed(record: Medicines, visit: Visit) -> bool:
    """Whether the person said that the list is everything, today or within 30 days for the same list."""
    return confirmed_on(record, visit) is not None


def confirmed_on(record: Medicines, visit: Visit) -> date | None:
    """The day of a confirmation that still counts; doubt said today takes an earlier one away."""
    answer, day = record.everything, visit.history.medicines_confirmed_on
    if isinstance(answer, Known):
        day = answer.taken_on if answer.value is Everything.YES else None
    elif not answer.was_not_asked or record.rows != visit.history.medicines:
        day = None
    return day if known.within_days(day, visit.today, CONFIRMED_FOR_DAYS) else None


def looked_at_with_list(row: Medicine, record: Medicines, visit: Visit) -> date | None:
    """The last day the person confirmed a list with this row in it, which is a look at the row as well."""
    answer = record.everything
    if isinstance(answer, Known) and answer.value is Everything.YES:
        return answer.taken_on
    before = visit.history
    if row not in before.medicines:
        return None
    return before.medicines_seen_on.get(row.id, before.medicines_confirmed_on)


def confirmed_before(record: Medicines, visit: Visit) -> date | None:
    """The day this very list was last confirmed, however long ago, where today nobody has asked yet."""
    is_open = isinstance(record.everything, Unknown) and record.everything.was_not_asked
    is_same = record.rows == visit.history.medicines
    return visit.history.medicines_confirmed_on if is_open and is_same else None


def _listed(record: Medicines, visit: Visit) -> Fact:
    day = confirmed_on(record, visit)
    source = "list confirmed with the person" if day else "list not confirmed"
    return rules.Known(medicine_list(record, visit, catalogue()), day or visit.day, source)


def _fact(row: Medicine, known_medicines: Catalogue) -> MedicineFact:
    form = row.form.value if row.form is not None else None
    entry = known_medicines.entry(row.ingredient) if row.ingredient else None
    if entry is None:
        return MedicineFact(None, row.name, form=form, started=row.started)
    return MedicineFact(entry.ingredient, row.name, entry.classes, entry.tags, form=form, started=row.started)


def _doses_missed(record: Medicines) -> Fact:
    """Any in a usual week; who would rather not say has not said no."""
    answer = record.missed_doses
    if not isinstance(answer, Known):
        return known.missing(answer)
    if answer.value is MissedDoses.WONT_SAY:
        return rules.Missing(rules.Reason.DECLINED)
    return rules.Known(answer.value is not MissedDoses.NONE, answer.taken_on, known.source_of(answer))


def progress(record: Medicines, visit: Visit) -> Progress:
    """The questions shown, and where anything is taken each side effect that is asked."""
    answered = [is_answered(getattr(record, name)) for name, _ in questions_shown(record, visit)]
    if any(row.still_taken for row in record.rows):
        answered += [record.effect(key) is not None for key in counted_effects(visit)]
    return Progress(sum(answered), len(answered))
