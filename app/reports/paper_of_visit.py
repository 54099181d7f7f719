"""From a visit to what stands on its paper: plain words, the person's voice, nothing judged again.

The parts with rules of their own stand beside it: ratings, body checks, medicines, people.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from app.consultation import opening
from app.consultation.answers import Known, Unknown, WhyNot
from app.consultation.care_plan import Action, Agreement
from app.consultation.days import in_words, on_paper
from app.consultation.draft import Draft
from app.consultation.opening.record import Interpreted, Opening
from app.consultation.owed import still_owed
from app.consultation.person import Person, together
from app.consultation.visit import Visit
from app.reports import plan_paper as paper
from app.reports.became_on_paper import declined, what_became
from app.reports.checks_not_done import checks_not_done
from app.reports.checks_on_paper import body_checks, ranges_from
from app.reports.crisis_on_paper import crisis_pages, on_the_first_page
from app.reports.done_on_paper import done_at_the_visit
from app.reports.handed_on_paper import handed_over
from app.reports.living_on_paper import at_home_and_work, staying_well
from app.reports.medicines_on_paper import (
    allergy_words,
    list_note,
    medicine_lines,
    noticed_effects,
    questions,
)
from app.reports.owners_on_paper import owner_words
from app.reports.people_on_paper import copies, supporters, when_unwell
from app.reports.ratings_on_paper import ratings
from app.reports.undecided_on_paper import undecided_words
from app.reports.version_on_paper import replaced_plan, version_note
from app.rules.rulebook import Level
from app.rules.scores.nhs_number import formatted, is_nhs_number

PLACES = {
    "At home": "at home",
    "In clinic": "in clinic",
    "By phone": "by phone",
    "By video": "by video",
    "Somewhere else": "out of the house",
}
DAYS_WITHOUT_A_YEAR = timedelta(days=300)
INTERPRETED = {
    Interpreted.HERE: ", with an interpreter",
    Interpreted.ON_THE_LINE: ", with an interpreter by phone or video",
    Interpreted.FAMILY: ", interpreted by my family or a friend",
    Interpreted.NOBODY: ", without an interpreter today",
}
CANNOT_WAIT = timedelta(days=1)


@dataclass(frozen=True)
class Printing:
    """What the paper says about itself: who wrote it, whether it is signed, which rules were used.

    `replaced_on`: when a newer version of it was signed. `private_effects` and `private_ratings` only where
    somebody asked for them at this printing.
    """

    worker: str
    is_draft: bool
    is_practice: bool
    rules_version: str
    rules_hash: str
    rules_signed_off: bool
    has_rules_in_use: bool = True
    private_effects: bool = False
    private_ratings: bool = False
    signed_by: str = ""
    signed_on: date | None = None
    replaced_on: date | None = None


def paper_of(draft: Draft, person: Person, visit: Visit, printing: Printing) -> paper.PlanPaper:
    """The paper of one visit; the same visit makes the same paper."""
    plan = draft.plan
    beginning = draft.record(opening.SECTION)
    return paper.PlanPaper(
        plan_number=plan_number(draft),
        version=draft.version,
        person=_person(person, beginning),
        made_on=_days_of(beginning, visit),
        is_draft=printing.is_draft,
        is_practice=printing.is_practice,
        place=PLACES.get(beginning.place.value.value, "") if isinstance(beginning.place, Known) else "",
        with_whom=printing.worker,
        also_there=_also_there(beginning),
        replaces=replaced_plan(draft, visit.history.last_visit_on),
        version_note=version_note(draft, printing.signed_on, printing.replaced_on),
        review_by=in_words(plan.next_review) if plan.next_review else "",
        own_words=plan.own_words or _words(beginning.what_matters),
        actions=tuple(_action(action, visit.day, draft) for action in promised(draft, visit)),
        done_today=_done_at_once(draft, visit.day),
        done_now=_done_at_once(_what_had_to_be_now(draft), visit.day),
        became=what_became(draft, visit),
        no_own_words=_no_own_words(beginning.what_matters),
        not_decided=undecided_words(draft),
        is_more_owed=bool(_still_owed(draft, visit)),
        next_visit=plan.next_visit,
        key_worker=paper.KeyWorker(plan.key_worker, plan.key_worker_phone) if plan.key_worker else None,
        crisis=on_the_first_page(draft, visit),
        crisis_pages=crisis_pages(draft, visit),
        going_well=tuple(line.strip() for line in plan.going_well.splitlines() if line.strip()),
        ratings=ratings(draft, visit, private_too=printing.private_ratings),
        checks=(checks := body_checks(draft, visit)),
        allergies=allergy_words(together(person, visit.history.also)),
        medicines=medicine_lines(draft),
        medicines_note=list_note(draft, visit),
        noticed=noticed_effects(draft, private_too=printing.private_effects),
        questions=questions(draft, private_too=printing.private_effects),
        staying_well=staying_well(draft),
        home_and_work=at_home_and_work(draft),
        supporters=supporters(draft, visit),
        when_unwell=when_unwell(draft),
        not_done=(*checks_not_done(draft, visit), *declined(draft)),
        agreement=_agreement(draft),
        copies=copies(draft),
        signatures=_signatures(printing),
        ranges_from=ranges_from(checks),
        rules_used=_rules_used(printing),
    )


def _days_of(beginning: Opening, visit: Visit) -> str:
    """The day of the visit, or all of them where it was carried on."""
    later = (*(sitting.on for sitting in beginning.earlier_sittings), beginning.sat_on)
    days = sorted({visit.day, *(day for day in later if day is not None)})
    return " and ".join(on_paper(day) for day in days)


def _also_there(beginning: Opening) -> str:
    """Who else was there on any of its days, by name: also who went out before what is asked alone."""
    days = (*(sitting.others_present for sitting in beginning.earlier_sittings), beginning.everybody_named)
    names = (name.strip() for day in days for name in day.split(";"))
    return "; ".join(dict.fromkeys(name for name in names if name))


def plan_number(draft: Draft) -> str:
    """A number that names the plan and nobody: the year, and four signs of the visit's key.

    The same in every version.
    """
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    digits = int.from_bytes(sha256(draft.first_id.encode()).digest()[:4], "big")
    signs = "".join(alphabet[(digits >> (5 * place)) % 32] for place in range(4))
    return f"{draft.started_at.year % 100:02d}-{signs}"


def _person(person: Person, beginning: Opening) -> paper.PersonLine:
    number = formatted(person.nhs_number) if is_nhs_number(person.nhs_number) else person.nhs_number
    return paper.PersonLine(
        full_name=person.full_name,
        born=in_words(person.birth_date),
        called=person.likes_to_be_called,
        nhs_number=number,
        language=_language(person, beginning),
    )


def _language(person: Person, beginning: Opening) -> str:
    """The language, and how it was interpreted at this visit; nothing where no interpreter is needed."""
    needs = person.visit_needs
    if not needs.needs_interpreter:
        return ""
    by = INTERPRETED.get(beginning.interpreted.value, "") if isinstance(beginning.interpreted, Known) else ""
    name = f" ({beginning.interpreter})" if beginning.interpreter else ""
    return f"{needs.language_words or 'I need an interpreter'}{by}{name}"


def _no_own_words(answer: object) -> str:
    """Why nothing of theirs stands there: who would rather not say today has said so."""
    if isinstance(answer, Unknown) and answer.reason in (WhyNot.RATHER_NOT_SAY, WhyNot.DECLINED):
        return "I would rather not say today what matters most to me."
    return "I have not said yet what matters most to me."


def _words(answer: object) -> str:
    return str(answer.value) if isinstance(answer, Known) else ""


def promised(draft: Draft, visit: Visit) -> tuple[Action, ...]:
    """This plan's promises, then those of earlier plans that are still owed."""
    mine = sorted(draft.plan.actions, key=lambda action: _place(action, visit.day))
    return tuple(action for action in (*mine, *_still_owed(draft, visit)) if action.has_words)


def _still_owed(draft: Draft, visit: Visit) -> tuple[Action, ...]:
    return still_owed(draft, visit.history.promises)


def _done_at_once(draft: Draft, day: date) -> tuple[str, ...]:
    """What could not wait: what was done about it, and to whom it was passed on."""
    return tuple(dict.fromkeys((*done_at_the_visit(draft, day), *handed_over(draft, day))))


def _what_had_to_be_now(draft: Draft) -> Draft:
    """The draft with only those decisions and hand-overs that allowed no delay."""
    decided = tuple(each for each in draft.decisions if each.level == Level.NOW)
    told = tuple(each for each in draft.hand_overs if each.level == Level.NOW)
    return replace(draft, decisions=decided, hand_overs=told)


def _place(action: Action, day: date) -> int:
    """What cannot wait stands first, what is late, then what the person wished for; else as in the plan."""
    is_of_a_prompt, due = bool(action.because_of or action.topic), action.by_when
    if is_of_a_prompt and due is not None and due <= day + CANNOT_WAIT:
        return 0 if due >= day else 1
    return 3 if action.because_of else 2


def _by_when(action: Action, today: date) -> str:
    """The day in full; the year only where it could be mistaken."""
    if action.by_when is None:
        return "No date yet"
    if action.by_when < today:
        return f"Was due on {on_paper(action.by_when)}"
    if timedelta(0) <= action.by_when - today <= DAYS_WITHOUT_A_YEAR:
        return on_paper(action.by_when).rsplit(" ", 1)[0]
    return on_paper(action.by_when)


def _action(action: Action, today: date, draft: Draft) -> paper.PaperAction:
    asks_how_it_went = any(action.id in each.actions for each in draft.decisions if each.what_was_done)
    is_next_time = asks_how_it_went and action.by_when is None and bool(draft.plan.next_visit.strip())
    by_when = "At my next visit" if is_next_time else _by_when(action, today)
    return paper.PaperAction(owner_words(action), action.what, by_when)


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


def _rules_used(printing: Printing) -> paper.RulesUsed | None:
    if not printing.has_rules_in_use:
        return None
    return paper.RulesUsed(printing.rules_version, printing.rules_hash, printing.rules_signed_off)
