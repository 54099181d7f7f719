"""From a visit to its paper: what the person takes home says only what was said, and when."""

import ast
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from app.consultation.answers import NOT_ASKED, How, Known, Unknown, WhyNot, YesNo
from app.consultation.bands import SCALES
from app.consultation.book import rulebook
from app.consultation.care_plan import Action, Agreement, CarePlan, Outcome, Owner
from app.consultation.carers.record import Carer, Carers, Consent, Topic
from app.consultation.decisions import Choice, Decision, ReasonSeen
from app.consultation.dialog.record import ITEMS, AreaAnswer, Dialog
from app.consultation.draft import Draft
from app.consultation.hand_overs import Acknowledgement, HandOver, OnPaper, Reached, ToldRole
from app.consultation.history import History, Reading
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Bother, Everything, Medicines, Presence, SideEffect
from app.consultation.not_decided import NotDecided
from app.consultation.opening.record import Company, Interpreted, Opening, PromiseOutcome
from app.consultation.owed import carried_on_id
from app.consultation.person import Allergies, Person
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.consultation.ringing_999 import Rang999
from app.consultation.sharing import Told
from app.consultation.visit import Visit
from app.consultation.visit_needs import VisitNeeds
from app.reports import care_plan_pdf as pdf_of_plan
from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.checks_on_paper import BANDS_FROM
from app.reports.paper_of_visit import Printing, paper_of, promised
from app.reports.plan_paper import PlanPaper
from app.rules.rulebook import Level
from app.rules.wording import banned_words
from tests.consultation.a_visit import draft, visit
from tests.reports.reading import all_heard

TODAY = date(2026, 11, 22)
BEFORE = TODAY - timedelta(days=20)
JO = Person(id="p", family_name="Li", given_name="Jo", birth_date=date(1990, 5, 1))
OLANZAPINE = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine")
DRAFT = Printing("Kim", True, True, "2026.1", "3f9ac21e", False)


def told(value: object, on: date = TODAY, how: How = How.SELF_REPORTED) -> Known:
    return Known(value, how, on)


def measured(value: object, on: date = TODAY) -> Known:
    return told(value, on, How.MEASURED)


def paper(
    plan: CarePlan | None = None,
    history: History | None = None,
    printing: Printing = DRAFT,
    **records: object,
) -> PlanPaper:
    draft = Draft("d", "p", datetime(2026, 11, 22, 10, tzinfo=UTC)).with_plan(plan or CarePlan())
    for section, record in records.items():
        draft = draft.with_record(section, record)
    return paper_of(draft, JO, Visit(JO, TODAY, history or History()), printing)


def said(made: PlanPaper) -> str:
    return all_heard(care_plan_pdf(made))


# Who interpreted


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (Interpreted.HERE, "Punjabi, with an interpreter (Asha Rai)"),
        (Interpreted.NOBODY, "Punjabi, without an interpreter today"),
    ],
)
def test_a_name_stands_only_where_somebody_interpreted(by, words):
    needs = VisitNeeds(interpreter=told(YesNo.YES), language=told("Punjabi"))
    beginning = Opening(interpreted=told(by), interpreter_name="Asha Rai")
    made = Draft("d", "p", datetime(2026, 11, 22, 10, tzinfo=UTC)).with_record("opening", beginning)
    who = msgspec.structs.replace(JO, visit_needs=needs)
    assert paper_of(made, who, Visit(who, TODAY, History()), DRAFT).person.language == words


# What could not wait

LEFT = NotDecided(topic="blood-pressure", title="Very high", rules=("bp-severe-symptoms",), on=TODAY)
VERY_HIGH = PhysicalChecks(blood_pressure=measured((BloodPressure(184, 114),)))
UNDECIDED = "We have not decided yet what happens about"


def having_decided(made: Draft, **more: object) -> PlanPaper:
    return paper_of(replace(made, **more), JO, Visit(JO, TODAY, History()), DRAFT)


def test_what_was_left_undecided_is_said_with_whom_to_ask_and_not_that_nothing_was_promised():
    plan = CarePlan(key_worker="Sam, nurse", key_worker_phone="01632 960 003")
    made = having_decided(draft(physical_checks=VERY_HIGH).with_plan(plan), not_decided=(LEFT,))
    heard = said(made)
    assert f"{UNDECIDED} blood pressure. I can ask Sam: 01632 960 003." in heard
    assert made.checks[0].next_step == f"{UNDECIDED} this. I can ask Sam: 01632 960 003."
    assert "Nothing was promised yet" not in heard


def test_what_the_plan_promises_something_about_is_not_said_to_be_undecided():
    action = Action(id="a", what="Ring the GP", owner=Owner.WORKER, topic="blood-pressure")
    made = draft().with_plan(CarePlan(actions=(action,)))
    assert UNDECIDED not in said(having_decided(made, not_decided=(LEFT,)))


def test_what_was_told_alone_and_left_undecided_is_on_no_paper():
    left = msgspec.structs.replace(LEFT, topic="safety", is_told_alone=True)
    assert UNDECIDED not in said(having_decided(draft(), not_decided=(left,)))


@pytest.mark.parametrize(
    ("alone", "line"),
    [
        (False, "Today at 10:05 we did something about blood pressure: Kim Hartley rang 999."),
        (True, "Today we did something about how I am."),
    ],
)
def test_what_was_done_is_told_as_it_was_typed_and_never_as_the_rule_asks_for_it(alone, line):
    action = Action(id="a", what="ask me how it went with blood pressure", owner=Owner.WORKER)
    decision = Decision(
        topic="blood-pressure",
        choice=Choice.DONE_ALREADY,
        level=3,
        reasons=(),
        decided_on=TODAY,
        done_by="Kim Hartley rang 999",
        done_at=time(10, 5),
        what_was_done=("get me to hospital",),
        actions=("a",),
        is_told_alone=alone,
    )
    plan = CarePlan(actions=(action,), next_visit="Friday, at home")
    made = having_decided(draft().with_plan(plan), decisions=(decision,))
    assert (made.done_today, made.actions[0].by_when) == ((line,), "At my next visit")
    undated = having_decided(draft().with_plan(CarePlan(actions=(action,))), decisions=(decision,))
    assert undated.actions[0].by_when == "No date yet"


TOLD = HandOver(
    id="h", topic="blood-pressure", title="Very high", level=int(Level.NOW),
    reached=Reached.PHONE, by="Tom Birch",
    reasons=(ReasonSeen("bp-severe-symptoms", 1, "systolic_today"),), to_name="Ann Okafor",
    to_role=ToldRole.NURSE, said="Chest pain, not for the paper", on_paper=OnPaper.NAMED,
    at=datetime(2026, 11, 22, 10, 42).astimezone(),
)  # fmt: skip
HAS_IT = Acknowledgement(
    hand_over="h", at=datetime(2026, 11, 22, 10, 44).astimezone(), by="Ann Okafor", will_do="Meets the crew"
)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("acute-chest-pain", "chest pain"),
        ("acute-stroke-signs", "signs of a stroke"),
        ("leg-swelling-vte", "a possible blood clot"),
    ],
)
def test_what_could_not_wait_is_named_on_the_paper_and_told_on_page_one(rule, words):
    decision = Decision(
        topic=rulebook()[rule].topic,
        choice=Choice.DONE_ALREADY,
        level=int(Level.NOW),
        reasons=(),
        decided_on=TODAY,
        done_by="Priya rang 999",
        done_at=time(10, 5),
        what_was_done=("ring",),
    )
    made = having_decided(draft(), decisions=(decision,))
    line = f"Today at 10:05 we did something about {words}: Priya rang 999."
    assert (made.done_now, made.done_today) == ((line,), (line,))
    assert said(made).count(line) == 1


TOLD_WORDS = "Today at 10:42 Tom Birch told Ann Okafor, nurse, about blood pressure, by phone."
NOT_SAID_999 = "Nobody wrote down whether 999 was rung."


def passed_on(*has_it: Acknowledgement, **changes: object) -> tuple[str, ...]:
    given = msgspec.structs.replace(TOLD, **changes)
    return having_decided(draft(), hand_overs=(given,), acknowledgements=has_it).done_today


def test_whom_we_told_when_and_what_they_took_on_stands_on_the_paper():
    has_it = f"{TOLD_WORDS} Ann Okafor took it on at 10:44: Meets the crew."
    assert passed_on(HAS_IT) == (f"{has_it} {NOT_SAID_999}",)
    assert passed_on() == (f"{TOLD_WORDS} Ann Okafor has not said yet that they have it. {NOT_SAID_999}",)
    duty = passed_on(HAS_IT, to_name="Dr Ali, duty GP", to_role=ToldRole.GP)[0]
    assert "told Dr Ali, duty GP, about blood pressure" in duty, "the role once, where the name says it"
    crew = passed_on(HAS_IT, to_role=ToldRole.EMERGENCY)
    assert NOT_SAID_999 not in crew[0], "the ambulance was told"
    rang = Rang999(at=datetime(2026, 11, 22, 10, 41).astimezone())
    assert passed_on(HAS_IT, rang_999=rang) == (f"{has_it} 999 was rung at 10:41.",)
    not_rung = passed_on(HAS_IT, rang_999=Rang999(why_not="they were there already"))
    assert not_rung == (f"{has_it} 999 was not rung: they were there already.",)
    nobody = passed_on(reached=Reached.NOBODY, to_name="", to_role=None)
    tried = (
        "Today at 10:42 Tom Birch tried to reach somebody about blood pressure, and nobody could be reached."
    )
    assert nobody == (f"{tried} {NOT_SAID_999}",)


def test_what_did_not_reach_whom_it_names_is_never_said_to_have_been_told():
    never = msgspec.structs.replace(HAS_IT, will_do="", by_own_sign_in=True, never_reached=True)
    rang = Rang999(at=datetime(2026, 11, 22, 10, 41).astimezone())
    tried = "Today at 10:42 Tom Birch tried to tell Ann Okafor, nurse, about blood pressure, by phone."
    [line] = passed_on(HAS_IT, never, rang_999=rang)
    assert line == f"{tried} It did not reach Ann Okafor. 999 was rung at 10:41."
    assert passed_on(never, on_paper=OnPaper.NOT_NAMED) == ()


def test_nobody_is_said_to_have_left_999_open_who_was_not_asked():
    def left_open(told: HandOver, *decisions: Decision) -> bool:
        return NOT_SAID_999 in " ".join(
            having_decided(draft(), hand_overs=(told,), decisions=decisions).done_today
        )

    urgent = (ReasonSeen("hba1c-diabetes-range", 1, "hba1c"),)
    assert not left_open(
        msgspec.structs.replace(TOLD, topic="glucose", level=int(Level.URGENT), reasons=urgent)
    )
    later = Decision(
        topic=TOLD.topic,
        choice=Choice.LATER,
        level=TOLD.level,
        reasons=TOLD.reasons,
        decided_on=TODAY,
        why="the ambulance crew is here",
    )
    assert not left_open(TOLD, later)
    assert not left_open(TOLD, msgspec.structs.replace(later, choice=Choice.DONE_ALREADY, done_by="Kim"))
    assert left_open(TOLD, msgspec.structs.replace(later, level=int(Level.URGENT))), "it became graver"


def test_999_stands_once_on_the_paper_as_it_was_last_answered():
    rang = Rang999(at=datetime(2026, 11, 22, 10, 41).astimezone())
    not_yet = Rang999(why_not="they were there already")

    def of_999(*answers: Rang999 | None, **first: object) -> list[int]:
        told = [msgspec.structs.replace(TOLD, id=f"h{at}", rang_999=said) for at, said in enumerate(answers)]
        told[0] = msgspec.structs.replace(told[0], **first)
        lines = having_decided(draft(), hand_overs=tuple(told)).done_today
        return [
            sum(words in line for line in lines) for words in (NOT_SAID_999, "999 was rung at", "999 was not")
        ]

    assert of_999(None, None) == [1, 0, 0]
    assert (
        of_999(None, rang) == of_999(rang, None) == of_999(rang, rang) == of_999(not_yet, rang) == [0, 1, 0]
    )
    assert of_999(not_yet, None, on_paper=OnPaper.NOT_NAMED) == [0, 0, 0], "it was told alone"


def test_of_what_was_told_alone_and_passed_on_the_paper_names_nobody_and_nothing():
    assert passed_on(HAS_IT, on_paper=OnPaper.NOT_NAMED) == ("Today we did something about how I am.",)
    assert passed_on(HAS_IT, on_paper=OnPaper.NOTHING) == (), "what a carer told alone"


def test_warning_signs_stand_beside_the_pressure_and_pregnancy_is_theirs_to_tell():
    signs = told((BpSymptom.VISION, BpSymptom.HEADACHE, BpSymptom.PREGNANT))
    [row] = paper(physical_checks=msgspec.structs.replace(VERY_HIGH, bp_symptoms=signs)).checks
    assert row.found == "184 over 114, with change in vision; severe headache"
    assert row.means == "It could not wait: with a sign like this it is looked at in hospital the same day."


def test_what_cannot_wait_stands_before_what_is_late():
    late = Action(id="a", what="late", owner=Owner.PERSON, because_of="rule", by_when=BEFORE)
    now = Action(id="b", what="now", owner=Owner.PERSON, topic="blood-pressure", by_when=TODAY)
    own = Action(id="c", what="own", owner=Owner.PERSON, by_when=TODAY)
    made = paper(CarePlan(actions=(own, late, now)))
    assert [action.what for action in made.actions] == ["now", "late", "own"]


# The list of medicines


def test_a_list_confirmed_today_says_so():
    drugs = Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES))
    assert paper(medicines=drugs).medicines_note == (
        "I looked at this list on 22 November 2026. It is everything I take."
    )


def test_a_list_confirmed_earlier_names_that_day_and_not_today():
    history = History(medicines=(OLANZAPINE,), medicines_confirmed_on=BEFORE)
    note = paper(history=history, medicines=Medicines(rows=(OLANZAPINE,))).medicines_note
    assert note == "I looked at this list on 2 November 2026. I said then that it was everything I took."


@pytest.mark.parametrize("everything", [NOT_ASKED, Unknown(WhyNot.RATHER_NOT_SAY)])
def test_a_list_that_nobody_confirmed_says_so(everything):
    drugs = Medicines(rows=(OLANZAPINE,), everything=everything)
    assert paper(medicines=drugs).medicines_note == "I have not said yet whether this is everything I take."


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        (Everything.NO, "This list is not everything I take."),
        (Everything.NOT_SURE, "I am not sure that this list is everything I take."),
    ],
)
def test_doubt_about_the_list_stands_on_the_paper(answer, note):
    assert paper(medicines=Medicines(rows=(OLANZAPINE,), everything=told(answer))).medicines_note == note


def test_an_empty_list_that_was_confirmed_is_no_medicines_at_all():
    drugs = Medicines(everything=told(Everything.YES))
    assert "I said on 22 November 2026 that I take no medicines." in said(paper(medicines=drugs))


@pytest.mark.parametrize(
    ("said_of", "words"),
    [
        ({"allergies": ("penicillin (rash)", "nuts")}, "My allergies: penicillin (rash), nuts."),
        ({"allergies_known": Allergies.NONE_KNOWN}, "I know of no allergies."),
        ({}, "I was not asked yet about allergies."),
    ],
)
def test_allergies_stand_with_the_medicines(said_of, words):
    draft = Draft("d", "p", datetime(2026, 11, 22, 10, tzinfo=UTC))
    person = msgspec.structs.replace(JO, **said_of)
    assert words in said(paper_of(draft, person, Visit(person, TODAY, History()), DRAFT))


# Body checks


def test_a_check_says_its_band_in_plain_words_its_source_at_the_end_and_never_an_aim():
    checks = PhysicalChecks(
        blood_pressure=measured((BloodPressure(118, 76),)), hba1c=measured(Decimal(52), BEFORE)
    )
    made = paper(physical_checks=checks)
    pressure, sugar = made.checks
    assert made.ranges_from == (
        "Blood pressure: NICE NG136",
        "Blood sugar over time (HbA1c): NICE PH38, NG28",
    )
    assert pressure.found == "118 over 76"
    assert pressure.means == "Not raised."
    assert (sugar.found, sugar.means) == (
        "52 mmol/mol, taken 2 November 2026",
        "In the range where a second test is often offered. I can ask about it.",
    )
    heard = said(paper(physical_checks=checks))
    assert not re.search(r"\baim|usual|normal", heard)


def test_the_lower_number_is_named_where_it_decides_the_band():
    checks = PhysicalChecks(blood_pressure=measured((BloodPressure(132, 96),)))
    [row] = paper(physical_checks=checks).checks
    lower = "The lower number is in the range where it is measured again on other days."
    assert row.means == f"{lower} I can ask about it."


def test_a_check_that_was_told_or_read_in_a_record_says_so():
    checks = PhysicalChecks(
        pulse=told(Decimal(72)), waist=measured(Decimal(96)), hba1c=told(Decimal(40), how=How.FROM_RECORD)
    )
    assert [row.found for row in paper(physical_checks=checks).checks] == [
        "72 beats a minute, as I told it",
        "96 cm",
        "40 mmol/mol, from my record",
    ]


NUMBER_OF = {
    "blood_pressure": "systolic",
    "standing_blood_pressure": "systolic_drop_today",
    "waist": "waist_to_height",
}


@pytest.mark.parametrize(("fact", "sources"), BANDS_FROM.items())
def test_a_named_source_is_the_one_of_the_scale(fact, sources):
    scale = SCALES[NUMBER_OF.get(fact, fact)]
    assert all(part in scale.source for part in re.split(r"[, ]+", sources))


# Ratings


def rated(key: str, value: str, on: date) -> Reading:
    return Reading(series=f"dialog.{key}", value=value, taken_on=on)


def test_ratings_of_one_earlier_day_name_that_day():
    history = History(readings=(rated("leisure", "3", BEFORE), rated("friendships", "5", BEFORE)))
    made = paper(history=history, dialog=Dialog(leisure=AreaAnswer(rating=told(4))))
    assert made.ratings is not None
    assert made.ratings.then_words == "on 2 November 2026"


def test_ratings_of_several_earlier_days_are_never_all_dated_by_the_newest():
    older = BEFORE - timedelta(days=200)
    history = History(readings=(rated("leisure", "3", BEFORE), rated("friendships", "5", older)))
    record = Dialog(leisure=AreaAnswer(rating=told(4)), friendships=AreaAnswer(rating=told(4)))
    made = paper(history=history, dialog=record)
    assert made.ratings is not None
    assert made.ratings.then_words == "on 2 November 2026 or before"
    assert "Higher than on 2 November 2026 or before: leisure activities." in said(made)
    assert "Lower than on 2 November 2026 or before: friendships." in said(made)


def test_an_earlier_rating_off_the_scale_is_left_out_and_dates_nothing():
    history = History(readings=(rated("leisure", "9", BEFORE),))
    made = paper(history=history, dialog=Dialog(leisure=AreaAnswer(rating=told(4))))
    assert made.ratings is not None
    assert made.ratings.then_words == ""
    assert all(area.then is None for area in made.ratings.areas)


SAFETY = AreaAnswer(rating=told(1), more_help=told(value=True), words="my brother hits me")
RATED = Dialog(
    **{
        item.key: SAFETY if item.is_private else AreaAnswer(rating=told(6), more_help=told(value=False))
        for item in ITEMS
    },
    chosen=("leisure", "personal_safety"),
)


def test_personal_safety_is_printed_only_where_that_was_asked_for():
    history = History(readings=(rated("personal_safety", "6", BEFORE), rated("leisure", "5", BEFORE)))
    plainly = said(paper(history=history, dialog=RATED))
    assert not re.search(r"safety|brother|Lower than", plainly, re.I)
    assert "I chose to work on: leisure activities." in plainly
    asked_for = replace(DRAFT, private_ratings=True)
    whole = said(paper(history=history, dialog=RATED, printing=asked_for))
    assert "I chose to work on: leisure activities and personal safety." in whole
    assert "Lower than on 2 November 2026: personal safety." in whole
    assert "my brother hits me" in whole


def test_neither_the_mean_nor_a_day_gives_away_the_rating_that_is_left_out():
    history = History(readings=(rated("personal_safety", "6", BEFORE),))
    ratings = paper(history=history, dialog=RATED).ratings
    assert ratings is not None
    assert ratings.then_words == ""
    assert [(mean.of_what, mean.value, mean.based_on) for mean in ratings.means] == [
        ("My life, seven parts", "6.00", "7 of 7"),
        ("My treatment, three parts", "6.00", "3 of 3"),
    ]
    whole = paper(history=history, dialog=RATED, printing=replace(DRAFT, private_ratings=True)).ratings
    assert whole is not None
    assert (whole.means[0].of_what, whole.means[0].based_on) == ("My life, eight parts", "8 of 8")


def test_where_only_personal_safety_was_rated_the_paper_is_as_if_nothing_was():
    record = Dialog(personal_safety=SAFETY, chosen=("personal_safety",))
    assert paper(dialog=record) == paper(dialog=Dialog())


def test_a_rating_is_a_sentence_of_the_persons_and_their_words_stand_in_quotation_marks():
    record = Dialog(
        leisure=AreaAnswer(rating=told(4), words="Not much since the bus stopped."),
        friendships=AreaAnswer(rating=Unknown(WhyNot.RATHER_NOT_SAY)),
        job_situation=AreaAnswer(rating=Unknown(WhyNot.DOES_NOT_APPLY)),
    )
    ratings = paper(dialog=record).ratings
    assert ratings is not None
    words = {area.area: area.now_words for area in ratings.areas}
    assert words["Leisure activities"] == "In the middle"
    assert words["Friendships"] == "I would rather not say"
    assert words["Job situation"] == "Does not apply to me"
    assert words["Accommodation"] == "Not asked"
    assert "“Not much since the bus stopped.”" in said(paper(dialog=record))


@pytest.mark.parametrize("why", WhyNot)
def test_every_reason_for_no_rating_has_its_words(why):
    ratings = paper(
        dialog=Dialog(leisure=AreaAnswer(rating=told(4)), friendships=AreaAnswer(rating=Unknown(why)))
    ).ratings
    assert ratings is not None
    assert next(area.now_words for area in ratings.areas if area.area == "Friendships")


# Side effects and questions

SEX = SideEffect(key="sex", presence=Presence.A_LOT, bother=Bother.TOO_MUCH)
SLEEPY = SideEffect(key="sleepy", presence=Presence.A_LITTLE, bother=Bother.SLIGHTLY)


def test_private_side_effects_are_printed_only_where_that_was_asked_for():
    drugs = Medicines(effects=(SEX, SLEEPY), most_like_to_change="sex")
    plainly = said(paper(medicines=drugs))
    assert "sex life" not in plainly
    assert "Sleepier or slower than I want" in plainly
    asked_for = Printing("Kim", True, True, "1", "x", False, private_effects=True)
    assert said(paper(medicines=drugs, printing=asked_for)).lower().count("changes in sex life") == 2


def test_what_the_person_would_change_is_their_question_to_the_prescriber():
    drugs = Medicines(effects=(SLEEPY,), most_like_to_change="sleepy")
    heard = said(paper(medicines=drugs))
    assert (
        "My questions For my prescriber: what could help with this? Sleepier or slower than I want." in heard
    )


@pytest.mark.parametrize("key", ["", "none"])
def test_without_a_wish_there_is_no_question(key):
    drugs = Medicines(effects=(SLEEPY,), most_like_to_change=key)
    assert paper(medicines=drugs).questions == ()


# Carers


def sam(**consents: Consent) -> Carers:
    row = Carer(id="c", name="Sam", consents={Topic[topic]: consent for topic, consent in consents.items()})
    return Carers(rows=(row,))


def told_before(on: date = BEFORE, **consents: Consent) -> tuple[Told, ...]:
    return tuple(
        Told(carer_id="c", name="Sam", topic=Topic[topic], consent=consent, told_on=on)
        for topic, consent in consents.items()
    )


def test_a_carer_reads_what_may_be_shared_and_what_i_am_asked_about_first_never_a_refusal():
    record = sam(CARE_PLAN=Consent.YES, DIAGNOSIS=Consent.NO, MEDICINES=Consent.ASK_ME_FIRST)
    [supporter] = paper(carers=record).supporters
    assert supporter.may_know == "May know: care plan. Ask me first: medicines."


def test_a_carer_with_nothing_agreed_reads_of_no_topic():
    [supporter] = paper(carers=sam(DIAGNOSIS=Consent.NO)).supporters
    assert supporter.may_know == "General information only, unless I say otherwise."


def test_what_was_said_of_sharing_before_stands_as_that_days_until_it_is_asked_again():
    history = History(
        sharing=told_before(CARE_PLAN=Consent.YES, CRISIS=Consent.ASK_ME_FIRST, DIAGNOSIS=Consent.NO)
    )
    [supporter] = paper(history=history, carers=sam()).supporters
    assert supporter.may_know == "I said on 2 November 2026: may know: care plan. Ask me first: crisis."
    [supporter] = paper(history=history, carers=sam(CARE_PLAN=Consent.NO)).supporters
    assert supporter.may_know == "I said on 2 November 2026: ask me first: crisis."


def test_a_refusal_said_before_is_never_printed_as_not_asked():
    [supporter] = paper(history=History(sharing=told_before(DIAGNOSIS=Consent.NO)), carers=sam()).supporters
    assert supporter.may_know == (
        "General information only, unless I say otherwise. I said so on 2 November 2026."
    )


def test_a_yes_of_an_earlier_day_gives_nobody_a_copy():
    history = History(sharing=told_before(CARE_PLAN=Consent.YES))
    assert paper(CarePlan(copies_to=("Sam",)), history, carers=sam()).copies == ()


def test_a_list_confirmed_long_ago_still_says_when():
    long_ago = TODAY - timedelta(days=200)
    history = History(medicines=(OLANZAPINE,), medicines_confirmed_on=long_ago)
    note = paper(history=history, medicines=Medicines(rows=(OLANZAPINE,))).medicines_note
    assert note == "I looked at this list on 6 May 2026. I said then that it was everything I took."


def test_a_carer_nobody_asked_about_is_not_said_to_be_refused():
    [supporter] = paper(carers=sam()).supporters
    assert supporter.may_know == "I was not asked yet what may be shared."


@pytest.mark.parametrize("now", [Consent.NO, Consent.ASK_ME_FIRST, None])
@pytest.mark.parametrize("ticked", ["Sam", " sam "])
def test_a_carer_who_may_not_have_the_plan_gets_no_copy_though_ticked_before(now, ticked):
    plan = CarePlan(copies_to=(ticked, "GP practice"))
    record = sam(CARE_PLAN=now) if now else sam()
    assert paper(plan, carers=record).copies == ("GP practice",)


def test_a_carer_who_may_have_the_plan_is_named_among_the_copies():
    plan = CarePlan(copies_to=("Sam",))
    assert paper(plan, carers=sam(CARE_PLAN=Consent.YES)).copies == ("Sam",)


def test_what_to_tell_them_when_the_person_becomes_unwell_stands_with_the_people():
    record = Carers(rows=sam().rows, when_unwell="the crisis plan, and feed the cat")
    assert "If I become unwell, tell them about: “the crisis plan, and feed the cat”" in said(
        paper(carers=record)
    )


# About the paper itself


def test_a_draft_does_not_tell_anyone_to_tear_up_the_plan_before():
    history = History(last_visit_on=BEFORE)
    signed = Printing("Kim", False, True, "1", "x", False, signed_by="Kim Hartley, nurse", signed_on=TODAY)
    tear_up = "I can tear up my plan of 2 November 2026."
    assert f"Once this plan is signed, {tear_up}" in said(paper(history=history))
    assert f" {tear_up}" not in said(paper(history=history)).replace(
        f"Once this plan is signed, {tear_up}", ""
    )
    assert tear_up in said(paper(history=history, printing=signed))
    assert "Once this plan" not in said(paper(history=history, printing=signed))


def test_a_paper_without_rules_in_use_says_so():
    printing = Printing("Kim", True, False, "2026.1", "3f9ac21e", False, has_rules_in_use=False)
    heard = said(paper(printing=printing))
    assert "No rules were used for this plan." in heard
    assert "Rules used" not in heard


def test_the_rules_that_were_used_are_named():
    assert "Rules used: version 2026.1 (3f9ac21e). Not signed off by a clinician." in said(paper())


# The paper's own sentences

PAPERS = sorted(Path(pdf_of_plan.__file__).parent.glob("*.py"))
KEEPS_FROM_HARM = "before I stop or change a medicine"


def own_sentences(file: Path) -> list[str]:
    """Every text that a module of the papers holds, its explanations to builders left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    explained = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and isinstance(node.body[0], ast.Expr)
    }
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained
    ]
    return [text.replace(KEEPS_FROM_HARM, "") for text in texts if " " in text.strip()]


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.stem)
def test_no_sentence_of_the_paper_uses_a_banned_word_or_judges(file):
    found = [text for text in own_sentences(file) if banned_words(text)]
    judging = [
        text for text in own_sentences(file) if re.search(r"\b(better|normal|usual|aim)\b", text, re.I)
    ]
    assert found + judging == []


def test_nothing_on_the_paper_calls_the_person_you():
    """But for the box with the numbers to call."""
    drugs = Medicines(
        effects=tuple(
            SideEffect(key=key, presence=Presence.A_LOT) for key in ("sleepy", "movements", "dizzy", "bowels")
        )
    )
    noticed = " ".join(effect.what for effect in paper(medicines=drugs).noticed)
    assert not re.search(r"\byour?\b", noticed)


# What was promised


def action(what, because_of="", by_when=None, key=""):
    return Action(
        id=key or what,
        what=what,
        owner=Owner.PERSON,
        because_of=because_of,
        by_when=by_when,
        promised_on=BEFORE,
    )


def test_what_cannot_wait_stands_first_then_what_the_person_wished_for():
    plan = CarePlan(
        actions=(
            action("stop smoking", "smoker-offer", TODAY + timedelta(days=30)),
            action("swim", by_when=TODAY + timedelta(days=5)),
            action("go to hospital", "bp-severe-symptoms", TODAY),
        )
    )
    said = replace(draft(), plan=plan)
    assert [a.what for a in promised(said, visit())] == ["go to hospital", "swim", "stop smoking"]


def test_a_promise_that_nobody_spoke_of_today_is_still_owed_on_paper():
    history = History(promises=(action("walk"), action("ring the GP")))
    opening = Opening(promises=(PromiseOutcome("walk", Outcome.DONE),))
    said = replace(draft(opening=opening), plan=CarePlan(actions=(action("swim"),)))
    assert [a.what for a in promised(said, visit(history))] == ["swim", "ring the GP"]


@pytest.mark.parametrize(
    ("outcome", "is_owed"),
    [(Outcome.PARTLY, True), (Outcome.NOT_DONE, True), (Outcome.DONE, False), (Outcome.LET_GO, False)],
)
def test_a_promise_stays_on_paper_until_it_was_kept_or_let_go(outcome, is_owed):
    history = History(promises=(action("walk"),), last_visit_on=BEFORE)
    opening = Opening(promises=(PromiseOutcome("walk", outcome, "it rained"),))
    signed = Printing("Kim", False, True, "1", "x", False, signed_by="Kim Hartley, nurse", signed_on=TODAY)
    made = paper(history=history, opening=opening, printing=signed)
    assert [line.what for line in made.actions] == ["walk"] * is_owed
    assert ("I can tear up my plan of 2 November 2026." in said(made)) is not is_owed
    still = "Some of what was promised before is still open. It stands on this plan too."
    assert (still in said(made)) is is_owed


@pytest.mark.parametrize(
    ("by_when", "words"),
    [
        (TODAY, "Sunday 22 November"),
        (TODAY + timedelta(days=5), "Friday 27 November"),
        (BEFORE, "Was due on Monday 2 November 2026"),
    ],
)
def test_a_day_that_is_past_stands_as_its_date_and_says_calmly_that_it_was_due(by_when, words):
    made = paper(history=History(promises=(action("ring the GP", by_when=by_when),), last_visit_on=BEFORE))
    assert [line.by_when for line in made.actions] == [words]


def test_no_rule_writes_today_or_now_into_a_promise_that_is_read_on_another_day():
    steps = [step for rule in rulebook().rules for step in rule.steps]
    assert [s.plan.do for s in steps if re.search(r"\b(today|tomorrow|(?<!from )now)\b", s.plan.do)] == []


@pytest.mark.parametrize(("words", "on_paper"), [("walk with Orla", "walk with Orla"), (" ", "walk")])
def test_a_promise_that_was_kept_in_the_plan_stands_on_paper_once(words, on_paper):
    history = History(promises=(action("walk"),))
    opening = Opening(promises=(PromiseOutcome("walk", Outcome.NOT_DONE),))
    begun = draft(opening=opening)
    plan = CarePlan(actions=(action(words, key=carried_on_id(begun, "walk")),))
    assert [a.what for a in promised(begun.with_plan(plan), visit(history))] == [on_paper]


# What became of what was planned, and what was left


def test_what_became_of_each_promise_stands_on_the_paper_with_why():
    walk = Action(id="w", what="walk to the park", owner=Owner.PERSON)
    ring = Action(id="r", what="ring the dentist", owner=Owner.WORKER, owner_name="Kim")
    unsaid = Action(id="u", what="bake", owner=Owner.PERSON)
    outcomes = (PromiseOutcome("w", Outcome.DONE), PromiseOutcome("r", Outcome.LET_GO, "no machine"))
    made = paper(history=History(promises=(walk, ring, unsaid)), opening=Opening(promises=outcomes))
    heard = said(made)
    assert "I will walk to the park Done. Kim will ring the dentist We let it go: no machine." in heard
    assert [line.what for line in made.became] == ["I will walk to the park", "Kim will ring the dentist"]


@pytest.mark.parametrize(
    ("rule", "topic", "lines"),
    [("smoker-offer", "smoking", 1), ("dialog-low-safety", "safety", 0), ("gone-since", "smoking", 0)],
)
def test_what_was_declined_is_named_unless_it_was_told_alone_or_nobody_can_tell(rule, topic, lines):
    reasons = (ReasonSeen(rule, 1, "fact"),)
    made = Decision(topic=topic, choice=Choice.DECLINED, level=2, reasons=reasons, decided_on=TODAY)
    found = having_decided(draft(), decisions=(made,)).not_done
    assert len([line for line in found if line.why.startswith("Something was offered.")]) == lines


def test_who_would_rather_not_say_what_matters_is_not_said_to_have_been_silent():
    made = paper(opening=Opening(what_matters=Unknown(WhyNot.RATHER_NOT_SAY)))
    assert "I would rather not say today what matters most to me." in said(made)


def test_who_agrees_with_part_and_does_not_say_which_has_that_on_the_paper():
    assert "I have not said yet which part." in said(paper(CarePlan(agreement=told(Agreement.PARTLY))))
    differs = CarePlan(agreement=told(Agreement.PARTLY), agreement_words="Not the tablets")
    assert "which part" not in said(paper(differs))


def test_parts_that_nobody_came_to_are_named_and_what_stands_above_from_before_is_not_missing():
    known = History(readings=(Reading(series="hba1c", value="46", unit="mmol/mol", taken_on=BEFORE),))
    lines = {line.what: line.why for line in paper(history=known, physical_checks=VERY_HIGH).not_done}
    assert "blood sugar" not in lines["Not asked today"]
    assert "prevention; home and work" in lines["We did not come to"]


def test_who_went_out_before_the_private_questions_was_there_all_the_same():
    with_ana = Opening(company=told(Company.WITH_CARER), others_present="Ana, his wife")
    alone = with_ana.with_company(told(Company.ALONE))
    assert (alone.others_present, alone.were_here) == ("", "Ana, his wife")
    again = alone.with_company(told(Company.WITH_CARER))
    assert msgspec.structs.replace(again, others_present="Ana, his wife").everybody_named == "Ana, his wife"
    assert "Also there for some of it: Ana, his wife." in said(paper(opening=alone))
    assert "Also there" not in said(paper(opening=Opening(company=told(Company.ALONE))))


def test_how_much_a_side_effect_is_noticed_is_not_lost():
    effects = (
        SideEffect(key="sleepy", presence=Presence.A_LOT),
        SideEffect(key="sleep", presence=Presence.A_LITTLE, bother=Bother.SLIGHTLY),
    )
    much = [
        effect.bother for effect in paper(medicines=Medicines(rows=(OLANZAPINE,), effects=effects)).noticed
    ]
    assert much == ["a lot", "a little. It bothers me slightly."]


def test_what_somebody_outside_took_on_is_one_sentence_beside_the_check():
    action = Action(
        id="a",
        what="whether this was done: Will ring ED",
        owner=Owner.ASK,
        owner_name="Dr Ali, duty GP",
        topic="blood-pressure",
    )
    made = having_decided(draft(physical_checks=VERY_HIGH).with_plan(CarePlan(actions=(action,))))
    assert made.checks[0].next_step == "We will ask Dr Ali, duty GP whether this was done: Will ring ED."
