"""One visit with something in every section, so that a test can start where it wants to."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from app.consultation.answers import How, Known
from app.consultation.care_plan import Action, Agreement, CarePlan, CrisisCard, Owner
from app.consultation.carers.record import AnyCarer, Carer, Carers, Consent, Topic
from app.consultation.crisis_plan.record import Caller, CrisisPlan
from app.consultation.decisions import Choice, Decision, ReasonSeen
from app.consultation.dialog.record import AreaAnswer, Dialog
from app.consultation.draft import Draft
from app.consultation.home_and_work.record import HomeAndWork, WorkWish
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Everything, Medicines
from app.consultation.opening.record import Company, Identifier, Opening, Place
from app.consultation.person import Person
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
from app.consultation.prevention.record import Organ, Prevention
from app.consultation.visit import Visit
from app.consultation.wellbeing_and_safety.record import WellbeingAndSafety
from app.models import consultations, people
from app.models.ids import new_id
from app.models.sealed import SealedPrompt, SealedReason
from app.models.store import Store
from tests.prepared_store import NOW

TODAY = NOW.date()
RULEBOOK_HASH = "ab" * 32
OLANZAPINE = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine", started=date(2025, 3, 1))
SEALED = (
    SealedPrompt(
        rule="raised",
        version=2,
        topic="pressure",
        level="routine",
        said="Repeat it.",
        said_to_hca="Tell the nurse.",
        reasons=(SealedReason("systolic >= 140 mmHg", "systolic", "150", "2026-11-22", "measured"),),
        evidence="Made for a test",
        mark="K",
    ),
)


def told(value: object, on: date = TODAY) -> Known:
    return Known(value, How.SELF_REPORTED, on)


def someone(store: Store, **said: object) -> Person:
    """A person in the store."""
    person = Person(
        **{
            "id": new_id(NOW),
            "family_name": "Nowak",
            "given_name": "Jan",
            "birth_date": date(1985, 2, 28),
        }
        | said
    )
    people.add_person(store, person, NOW)
    return person


def action(key: str, now: datetime = NOW, **said: object) -> Action:
    """A promise with an id of its own."""
    return Action(
        **{
            "id": new_id(now),
            "what": f"Do {key}",
            "owner": Owner.PERSON,
            "by_when": now.date() + timedelta(days=14),
            "topic": key,
        }
        | said
    )


def filled(draft: Draft) -> Draft:
    """The draft with an answer in every section, a plan and a decision."""
    records = {
        "opening": Opening(
            identifiers=(Identifier.NAME, Identifier.BIRTH_DATE),
            place=told(Place.HOME),
            company=told(Company.ALONE),
            what_matters=told("Sleeping – and my sister Zoë"),
        ),
        "physical_checks": PhysicalChecks(
            blood_pressure=Known((BloodPressure(150, 95), BloodPressure(146, 92)), How.MEASURED, TODAY),
            weight=Known(Decimal("90.0"), How.MEASURED, TODAY),
            height=Known(Decimal("170.5"), How.MEASURED, TODAY),
        ),
        "dialog": Dialog(
            leisure=AreaAnswer(rating=told(2), more_help=told(True), words="nothing on"),
            chosen=("leisure",),
        ),
        "medicines": Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES)),
        "wellbeing_and_safety": WellbeingAndSafety(keeps_safe=told("Zoë’s voice")),
        "prevention": Prevention(organs=told((Organ.WOMB,))),
        "home_and_work": HomeAndWork(work=told(WorkWish.WANTS_WORK)),
        "carers": Carers(
            any_carer=told(AnyCarer.YES),
            rows=(
                Carer(
                    id="c1",
                    name="Zoë",
                    consents={Topic.MEDICINES: Consent.NO, Topic.CRISIS: Consent.ASK_ME_FIRST},
                    strain=told(Decimal(4)),
                ),
            ),
        ),
        "crisis_plan": CrisisPlan(
            signs_mind=told("curtains shut"), callers=(Caller(id="c1", name="Zoë", said_on=TODAY),)
        ),
    }
    plan = CarePlan(
        actions=(action("walk"), action("pressure", owner=Owner.WORKER, owner_name="Ann")),
        own_words="Walk with Zoë",
        crisis=CrisisCard(signs="no sleep", who_i_call="Zoë"),
        next_review=date(2027, 2, 28),
        agreement=told(Agreement.PARTLY),
        agreement_words="not the tablets",
        copies_to=("GP",),
    )
    decision = Decision(
        topic="pressure",
        choice=Choice.DECLINED,
        level=2,
        reasons=(ReasonSeen("raised", 2, "systolic", band=1),),
        decided_on=TODAY,
        by="Ann Okafor",
        why="next time",
        offer_again_on=date(2027, 1, 4),
    )
    return replace(draft, records=records, plan=plan, decisions=(decision,), prompts_shown=("raised",))


def visit_of(person: Person, today: date = TODAY) -> Visit:
    return Visit(person, today)


def begun(store: Store, person: Person, now: datetime = NOW) -> Draft:
    """A visit with something in every section, saved as the app saves it."""
    draft = filled(consultations.start(store, person.id, now, {}))
    parts = (*draft.records, *consultations.OTHER_PARTS)
    consultations.save(store, draft, parts, visit_of(person, now.date()), now)
    return draft


def signed(
    store: Store, person: Person, now: datetime = NOW, prompts: tuple[SealedPrompt, ...] = SEALED
) -> Draft:
    """A whole visit, signed with these prompts."""
    draft = begun(store, person, now)
    consultations.sign(store, draft, visit_of(person, now.date()), prompts, RULEBOOK_HASH, now)
    return draft
