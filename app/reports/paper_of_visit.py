"""From a visit to what stands on its paper: plain words, the person's voice, nothing judged again.

One function a part of the paper, in the paper's order; over 150 lines because the parts are many and small.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from app.consultation import carers as carers_section
from app.consultation import dialog, medicines, opening, physical_checks
from app.consultation.answers import Known, Unknown, WhyNot
from app.consultation.care_plan import Action, Agreement, Owner
from app.consultation.carers.record import AnyCarer, Carer, Consent, Topic
from app.consultation.days import in_words, on_paper
from app.consultation.dialog.record import ITEMS, RATING_WORDS, Dialog
from app.consultation.draft import Draft
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.facts import is_confirmed
from app.consultation.medicines.record import EFFECT_BY_KEY, Bother
from app.consultation.person import Person
from app.consultation.physical_checks.facts import kept_reading
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import audit_c_words, bmi_words, found
from app.consultation.visit import Visit
from app.reports import plan_paper as paper
from app.reports.plan_sections import first_word
from app.rules.scores.dialog_means import DialogMean, life_mean, treatment_mean
from app.rules.scores.nhs_number import formatted, is_nhs_number

PLACES = {
    "At home": "at home",
    "In clinic": "in clinic",
    "By phone": "by phone",
    "By video": "by video",
    "Somewhere else": "out of the house",
}
NOT_DONE_WORDS = {
    WhyNot.DECLINED: "I would rather not today.",
    WhyNot.NOT_DONE: "Not done today.",
    WhyNot.NOT_SURE: "Not sure.",
}
DAYS_WITHOUT_A_YEAR = timedelta(days=300)
AIMS = {
    "blood_pressure": "We aim for below 140 over 90.",
    "hba1c": "Below 42 is the usual range.",
}


@dataclass(frozen=True)
class Printing:
    """What the paper says about itself: who wrote it, whether it is signed, which rules were used."""

    worker: str
    is_draft: bool
    is_practice: bool
    rules_version: str
    rules_hash: str
    rules_signed_off: bool
    version: int = 1
    signed_by: str = ""
    signed_on: date | None = None


def paper_of(draft: Draft, person: Person, visit: Visit, printing: Printing) -> paper.PlanPaper:
    """The paper of one visit; the same visit makes the same paper."""
    plan = draft.plan
    beginning = draft.record(opening.SECTION)
    drugs = draft.record(medicines.SECTION)
    return paper.PlanPaper(
        plan_number=plan_number(draft),
        version=printing.version,
        person=_person(person),
        made_on=on_paper(visit.today),
        is_draft=printing.is_draft,
        is_practice=printing.is_practice,
        place=PLACES.get(beginning.place.value.value, "") if isinstance(beginning.place, Known) else "",
        with_whom=printing.worker,
        replaces=in_words(visit.history.last_visit_on) if visit.history.last_visit_on else "",
        review_by=in_words(plan.next_review) if plan.next_review else "",
        own_words=plan.own_words or _words(beginning.what_matters),
        actions=tuple(
            _action(action, visit.today)
            for action in sorted(plan.actions, key=_is_of_others)
            if action.what.strip()
        ),
        next_visit=paper.NextVisit(plan.next_visit) if plan.next_visit else None,
        key_worker=paper.KeyWorker(plan.key_worker, plan.key_worker_phone) if plan.key_worker else None,
        crisis=paper.WhenThingsGetWorse(plan.crisis.signs, plan.crisis.what_helps, plan.crisis.who_i_call),
        going_well=tuple(line.strip() for line in plan.going_well.splitlines() if line.strip()),
        ratings=_ratings(draft.record(dialog.SECTION), visit),
        checks=_checks(draft, visit),
        medicines=tuple(_medicine(row) for row in drugs.rows if row.still_taken),
        medicines_note=_list_note(is_confirmed(drugs, visit), visit.today),
        noticed=_noticed(draft),
        would_change_most=_most_like_to_change(draft),
        supporters=_supporters(draft),
        not_done=_not_done(draft.record(physical_checks.SECTION)),
        agreement=_agreement(draft),
        copies=tuple(paper.CopyLine(who) for who in plan.copies_to),
        signatures=_signatures(printing),
        rules_used=paper.RulesUsed(printing.rules_version, printing.rules_hash, printing.rules_signed_off),
    )


def plan_number(draft: Draft) -> str:
    """A number that names the plan and nobody: the year, and four signs of the visit's key."""
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    digits = int.from_bytes(sha256(draft.id.encode()).digest()[:4], "big")
    signs = "".join(alphabet[(digits >> (5 * place)) % 32] for place in range(4))
    return f"{draft.started_at.year % 100:02d}-{signs}"


def _person(person: Person) -> paper.PersonLine:
    number = formatted(person.nhs_number) if is_nhs_number(person.nhs_number) else person.nhs_number
    return paper.PersonLine(
        full_name=person.full_name,
        born=in_words(person.birth_date),
        called=person.likes_to_be_called,
        nhs_number=number,
    )


def _words(answer: object) -> str:
    return str(answer.value) if isinstance(answer, Known) else ""


def _is_of_others(action: Action) -> bool:
    """What the person wished for stands first on their paper; the rest keeps its order."""
    return bool(action.because_of)


def _by_when(action: Action, today: date) -> str:
    """The day in full; the year only where it could be mistaken."""
    if action.by_when is None:
        return "No date yet"
    if timedelta(0) <= action.by_when - today <= DAYS_WITHOUT_A_YEAR:
        return on_paper(action.by_when).rsplit(" ", 1)[0]
    return on_paper(action.by_when)


def _action(action: Action, today: date) -> paper.PaperAction:
    name = action.owner_name.strip()
    owner = {
        Owner.PERSON: "I will",
        Owner.WORKER: f"{first_word(name)} will" if name else "We will",
        Owner.TEAM: "We will",
        Owner.CARER: f"{name or 'My carer'} will",
        Owner.ASK: f"We will ask {name or 'somebody (no name yet)'}",
    }[action.owner]
    return paper.PaperAction(owner, action.what, _by_when(action, today))


def _ratings(record: Dialog, visit: Visit) -> paper.Ratings | None:
    rows = tuple(_area(record, item.key, item.title, visit) for item in ITEMS)
    if not any(row.now or row.now_words for row in rows):
        return None
    now = {item.key: record.area(item.key).rating for item in ITEMS}
    life = [_rating(now[i.key]) for i in ITEMS if not i.is_treatment]
    treatment = [_rating(now[i.key]) for i in ITEMS if i.is_treatment]
    titles = {item.key: item.title for item in ITEMS}
    return paper.Ratings(
        areas=rows,
        means=(
            *_mean("My life, eight parts", life_mean(life)),
            *_mean("My treatment, three parts", treatment_mean(treatment)),
        ),
        then_words=_then_words(visit),
        chosen=tuple(titles[key] for key in record.chosen),
    )


def _rating(answer: object) -> int | None:
    return int(answer.value) if isinstance(answer, Known) else None


def _area(record: Dialog, key: str, title: str, visit: Visit) -> paper.RatedArea:
    answer = record.area(key)
    before = visit.history.last(f"dialog.{key}")
    then = int(before.number) if before and before.number else None
    rating = answer.rating
    words = RATING_WORDS[rating.value] if isinstance(rating, Known) else rating.reason.value.capitalize()
    return paper.RatedArea(
        area=title,
        now_words=words,
        now=_rating(rating),
        then=then,
        wants_more_help=answer.more_help.value if isinstance(answer.more_help, Known) else None,
        note=answer.words,
    )


def _mean(of_what: str, mean: DialogMean | None) -> tuple[paper.RatingMean, ...]:
    if mean is None:
        return ()
    return (paper.RatingMean(of_what, str(mean.mean), f"{mean.answered} of {mean.asked}"),)


def _then_words(visit: Visit) -> str:
    days = [r.taken_on for i in ITEMS if (r := visit.history.last(f"dialog.{i.key}"))]
    return f"on {in_words(max(days))}" if days else ""


CHECKS = (
    ("blood_pressure", "Blood pressure"),
    ("pulse", "Pulse"),
    ("weight", "Weight"),
    ("waist", "Waist"),
    ("smoking", "Smoking"),
    ("hba1c", "Blood sugar over time (HbA1c)"),
    ("fasting_glucose", "Blood sugar, fasting"),
    ("random_glucose", "Blood sugar"),
    ("total_cholesterol", "Cholesterol"),
)


# The topics of prompts whose actions are the next step after a check.
NEXT_STEP_TOPICS = {
    "blood_pressure": "blood-pressure",
    "weight": "metabolic",
    "smoking": "smoking",
    "hba1c": "glucose",
    "fasting_glucose": "glucose",
    "random_glucose": "glucose",
    "alcohol": "alcohol",
}


def _checks(draft: Draft, visit: Visit) -> tuple[paper.BodyCheck, ...]:
    record = draft.record(physical_checks.SECTION)
    rows = [
        _check(name, what, draft, visit) for name, what in CHECKS if isinstance(getattr(record, name), Known)
    ]
    alcohol = audit_c_words(record, visit)
    if alcohol and isinstance(record.drinking_days, Known):
        next_step = _next_step("alcohol", draft)
        rows.append(paper.BodyCheck("Alcohol", alcohol.value, alcohol.beneath.capitalize(), next_step))
    return tuple(rows)


def _next_step(check: str, draft: Draft) -> str:
    """What was agreed after this check, in the plan's own words."""
    topic = NEXT_STEP_TOPICS.get(check, "")
    return ". ".join(action.what for action in draft.plan.actions if topic and action.topic == topic)


def _check(name: str, what: str, draft: Draft, visit: Visit) -> paper.BodyCheck:
    record = draft.record(physical_checks.SECTION)
    words = found(name, record, visit)
    answer = getattr(record, name)
    value = words.value
    if name == "blood_pressure":
        kept = kept_reading(answer.value)
        value = f"{kept.systolic} over {kept.diastolic}"
    means = AIMS.get(name) or words.beneath.capitalize()
    if name == "weight":
        size = bmi_words(record, visit)
        value = f"{words.value} ({words.beneath})"
        means = f"{size.value}, {size.beneath}" if size else ""
    if name == "smoking" and isinstance(record.cigarettes_a_day, Known):
        value = f"{value}, {record.cigarettes_a_day.value} a day"
    if answer.taken_on != visit.today:
        value = f"{value}, taken {in_words(answer.taken_on)}"
    return paper.BodyCheck(what, value, means, _next_step(name, draft))


def _not_done(record: PhysicalChecks) -> tuple[paper.NotDone, ...]:
    rows = []
    for name, what in CHECKS:
        answer = getattr(record, name)
        if isinstance(answer, Unknown) and answer.reason in NOT_DONE_WORDS:
            why = f"{NOT_DONE_WORDS[answer.reason]} {answer.note}".strip()
            rows.append(paper.NotDone(what, why))
    return tuple(rows)


FORMS = {
    Form.TABLET: "tablets",
    Form.LIQUID: "liquid",
    Form.DEPOT: "long-acting injection",
    Form.INJECTION: "injection",
}


def _medicine(row: Medicine) -> paper.MedicineLine:
    taken = ", ".join(words for words in (row.dose, FORMS.get(row.form, "") if row.form else "") if words)
    return paper.MedicineLine(
        row.name,
        how_i_take_it=taken,
        what_for=row.what_for,
        since=in_words(row.started) if row.started else "",
    )


def _list_note(confirmed: bool, today: date) -> str:
    if confirmed:
        return f"I looked at this list on {in_words(today)}. It is everything I take."
    return "This list was not confirmed as everything I take."


def _noticed(draft: Draft) -> tuple[paper.NoticedEffect, ...]:
    rows = draft.record(medicines.SECTION).effects
    return tuple(
        paper.NoticedEffect(EFFECT_BY_KEY[e.key].words, _bother(e.bother)) for e in rows if e.is_noticed
    )


def _bother(bother: Bother | None) -> str:
    if bother is None:
        return ""
    return {
        Bother.NOT_AT_ALL: "It does not bother me.",
        Bother.SLIGHTLY: "It bothers me slightly.",
        Bother.A_LOT: "It bothers me a lot.",
        Bother.TOO_MUCH: "It bothers me too much.",
    }[bother]


def _most_like_to_change(draft: Draft) -> str:
    key = draft.record(medicines.SECTION).most_like_to_change
    return EFFECT_BY_KEY[key].words if key in EFFECT_BY_KEY else ""


def _supporters(draft: Draft) -> tuple[paper.Supporter, ...]:
    record = draft.record(carers_section.SECTION)
    if isinstance(record.any_carer, Known) and record.any_carer.value is AnyCarer.NOBODY:
        return ()
    return tuple(paper.Supporter(_carer_name(row), _may_know(row), row.phone) for row in record.rows)


def _carer_name(carer: Carer) -> str:
    return f"{carer.name}, {carer.relationship}" if carer.relationship else carer.name


def _may_know(carer: Carer) -> str:
    said = {
        consent: [t.value.lower() for t in Topic if carer.consents.get(t) is consent] for consent in Consent
    }
    parts = []
    if said[Consent.YES]:
        parts.append(f"May know: {', '.join(said[Consent.YES])}.")
    if said[Consent.ASK_ME_FIRST]:
        parts.append(f"Ask me first: {', '.join(said[Consent.ASK_ME_FIRST])}.")
    if said[Consent.NO]:
        parts.append(f"Not: {', '.join(said[Consent.NO])}.")
    return " ".join(parts) or "I was not asked yet what may be shared."


def _agreement(draft: Draft) -> paper.AgreementWords | None:
    answer = draft.plan.agreement
    if not isinstance(answer, Known):
        return None
    words = {
        Agreement.AGREE: paper.Agreement.AGREE,
        Agreement.PARTLY: paper.Agreement.PARTLY,
        Agreement.DISAGREE: paper.Agreement.DISAGREE,
    }
    return paper.AgreementWords(words[answer.value], draft.plan.agreement_words)


def _signatures(printing: Printing) -> tuple[paper.Signature, ...]:
    if not printing.signed_by or printing.signed_on is None:
        return ()
    return (paper.Signature(printing.signed_by, f"Signed on {in_words(printing.signed_on)}."),)
