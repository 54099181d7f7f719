"""What holds for every section of the agenda, whichever it is: a new one is tested because it is listed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.consultation.agenda import SECTIONS
from app.consultation.apart import private_facts
from app.consultation.book import open_library, rulebook, topics, vocabulary
from app.consultation.draft import Draft
from app.consultation.history import History
from app.consultation.medicines.record import Medicines
from app.consultation.prompts import assess, gather
from app.consultation.questions import Kind, questions, questions_shown
from app.consultation.visit import Visit
from app.models import consultations, people
from app.models.ids import new_id
from app.rules.facts import Kind as FactKind
from app.rules.facts import Known, Missing, Never, Reason
from app.rules.weighing import Verdict
from tests.consultation.a_visit import PERSON, TODAY, draft, medicine, past, visit
from tests.consultation.a_visit import reading as weighed
from tests.every_record import records_of
from tests.examples import examples
from tests.prepared_store import NOW, opened

each_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
RECORDS = st.fixed_dictionaries({section.key: records_of(section.record) for section in SECTIONS})


def drafts() -> st.SearchStrategy[Draft]:
    return RECORDS.map(lambda records: replace(draft(), records=MappingProxyType(records)))


@each_section
def test_a_section_is_a_whole_folder(section):
    folder = section.rules_folder.parent
    assert folder.name == section.key
    assert {"__init__.py", "record.py", "facts.py"} <= {file.name for file in folder.iterdir()}
    assert section.title[0].isupper()
    assert (folder / "vocabulary.py").exists() or not section.vocabulary
    assert bool(list(folder.glob("rules/*.toml"))) == bool(section.topics)


@each_section
def test_a_blank_record_answers_nothing_and_settles_nothing_that_was_not_known(section):
    blank = section.record()
    assert section.progress(blank, visit()).answered == 0
    assert section.readings(blank, visit()) == ()
    known = {name for name, fact in section.facts(blank, visit()).items() if isinstance(fact, Known)}
    assert known <= {"age", "falls_matter", "medicines"}, "no more than the day of birth says"


def test_a_list_of_medicines_that_nobody_confirmed_settles_no_absence():
    listed = gather(draft(), visit())["medicines"].value
    assert listed.items == ()
    assert not listed.settles_absence


@each_section
@examples(20)
@given(data=st.data())
def test_every_fact_of_the_vocabulary_is_produced_and_of_the_kind_it_says(section, data):
    kinds = {kind.name: kind for kind in section.vocabulary}
    record = data.draw(records_of(section.record))
    found = {**section.facts(record, visit()), **section.joined(record, visit())}
    assert set(found) == set(kinds)
    for name, fact in found.items():
        if isinstance(fact, Missing):
            assert isinstance(fact.reason, Reason)
            continue
        kind, value = kinds[name], fact.value
        if kind.kind is FactKind.NUMBER:
            assert isinstance(value, Decimal)
        elif kind.kind is FactKind.YES_NO:
            assert isinstance(value, bool)
        elif kind.kind is FactKind.CHOICE:
            assert value in kind.options
        elif kind.kind is FactKind.LAST_DONE:
            assert isinstance(value, Never) or value <= TODAY


@each_section
@examples(20)
@given(data=st.data())
def test_progress_never_claims_more_than_was_asked(section, data):
    progress = section.progress(data.draw(records_of(section.record)), visit())
    assert 0 <= progress.answered <= progress.asked
    assert progress.words


@each_section
@examples(20)
@given(data=st.data())
def test_every_reading_is_of_a_named_series_and_fits_its_row(section, data):
    for reading in section.readings(data.draw(records_of(section.record)), visit()):
        assert 1 <= len(reading.series) <= 80
        assert 1 <= len(reading.value) <= 200
        assert reading.taken_on <= TODAY
        assert reading.source


@each_section
@examples(25)
@given(data=st.data())
def test_a_record_comes_back_from_its_stored_form_as_it_was(section, data):
    record = data.draw(records_of(section.record))
    assert msgspec.json.decode(msgspec.json.encode(record), type=section.record) == record


@each_section
def test_a_key_that_nobody_knows_is_refused_and_not_lost_in_silence(section):
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"no such question": 1}', type=section.record)


@each_section
def test_every_question_can_be_asked_and_answered(section):
    for name, question in questions(section.record).items():
        assert question.label, name
        assert (question.kind is Kind.NUMBER) == (question.limits is not None), name
        if question.limits:
            limits = question.limits
            assert limits.low <= limits.soft_low < limits.soft_high <= limits.high, name
            assert question.unit, name
        if question.kind in (Kind.CHOICE, Kind.TICKS):
            assert question.options is not None, name
        if question.kind is Kind.DAY:
            assert question.never, name
        assert not (question.is_private and question.is_for_staff_alone), name
        assert not (question.is_private and question.series), name


LONGEST_SHEET = 6
A_SCREEN_OF_ITS_OWN = {"opening", "physical_checks", "dialog", "medicines", "carers"}


@each_section
def test_an_ordinary_visit_stays_short_before_anything_matters(section):
    """The older sections have screens of their own; every other section stays short."""
    if section.key in A_SCREEN_OF_ITS_OWN:
        return
    asked = [name for name, asks in questions_shown(section.record(), visit()) if not asks.is_for_staff_alone]
    assert len(asked) <= LONGEST_SHEET, asked


@settings(examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=RECORDS)
def test_every_section_saved_field_by_field_is_found_after_the_app_was_gone(store_folder, records):
    store = opened(store_folder)
    person = msgspec.structs.replace(PERSON, id=new_id(NOW))
    people.add_person(store, person, NOW)
    said = consultations.start(store, person.id, NOW, {})
    for key, record in records.items():
        said = said.with_record(key, record)
        consultations.save(store, said, [key], Visit(person, NOW.date()), NOW)
    store.close()

    store = opened(store_folder)
    try:
        [waiting] = [w for w in consultations.open_drafts(store, NOW) if w.id == said.id]
        assert waiting.sections_begun == len(SECTIONS)
        assert dict(consultations.resume(store, said.id, NOW).records) == records
    finally:
        store.close()


FIELD_OF_A_ROW = {
    "carers.strain": "rows",
    "carers.unwell_or_afraid": "rows",
    "medicines.effects": "effects",
}


@pytest.mark.parametrize("kind", list(vocabulary()), ids=lambda kind: kind.name)
def test_every_fact_names_the_question_that_settles_it(kind):
    if kind.name == "age":
        assert kind.asked_in == ""
        return
    key, name = kind.asked_in.split(".")
    [section] = [s for s in SECTIONS if s.key == key]
    assert kind in section.vocabulary
    fields = section.record.__struct_fields__
    assert name in fields or FIELD_OF_A_ROW.get(kind.asked_in) in fields
    assert kind.ask


def test_every_question_that_a_rule_needs_is_shown_in_some_state_of_the_record():
    """Each question of an `asked_in` must come up in one of these visits, told from raw answers."""
    needed = {
        kind.asked_in
        for kind in vocabulary()
        if kind.asked_in and kind.asked_in not in FIELD_OF_A_ROW and not kind.asked_in.startswith("dialog.")
    }
    shown = {
        f"{section}.{name}"
        for said in TELLING_VISITS
        for born in BIRTH_DATES
        for section, name in on_screen(said, WEIGHED_BEFORE, birth_date=born)
    }
    assert needed - shown == set()


def on_screen(said, history=None, **person):
    facts = gather(said, visit(history, **person))
    for section in SECTIONS:
        for name, _ in questions_shown(said.records[section.key], visit(history, facts, **person)):
            yield section.key, name


def _taking(*ingredients, form=None):
    """A list that nobody said is whole."""
    return Medicines(rows=tuple(medicine(each, form=form) for each in ingredients))


def _telling_visits():
    from app.consultation.answers import How, Known, YesNo
    from app.consultation.home_and_work.record import ColdSign, HomeAndWork, HomeTrouble
    from app.consultation.last_done import LastDone
    from app.consultation.medicine import Form
    from app.consultation.physical_checks.conditions import KnownCondition
    from app.consultation.physical_checks.habits import Drug
    from app.consultation.physical_checks.monitoring import EcgReason
    from app.consultation.physical_checks.record import (
        BloodPressure,
        DrinkingDays,
        DrinkingUnits,
        HeavyDrinking,
        PhysicalChecks,
        Smoking,
    )
    from app.consultation.physical_checks.signs import (
        InfectionSign,
        NewSymptom,
        PulseRhythm,
        PutDownTo,
    )
    from app.consultation.prevention.record import FluReason, Organ, Pregnancy, Prevention
    from app.consultation.wellbeing_and_safety.record import Mood, SelfHarm, WellbeingAndSafety
    from tests.consultation.a_visit import known, told

    physical = PhysicalChecks(
        blood_pressure=known((BloodPressure(190, 110),)),
        has_hypertension=told(YesNo.YES),
        pulse=known(Decimal(135)),
        pulse_rhythm=told(PulseRhythm.IRREGULAR),
        unwell_today=told(YesNo.YES),
        new_symptoms=told((NewSymptom.OTHER,)),
        symptom_put_down_to=told((PutDownTo.ANXIETY,)),
        infection_signs=told((InfectionSign.CHEST,)),
        oxygen=known(Decimal(90)),
        weight=known(Decimal(95)),
        height=known(Decimal(170)),
        smoking=told(Smoking.CURRENT),
        drinking_days=told(DrinkingDays.FOUR_OR_MORE),
        drinking_units=told(DrinkingUnits.TO_6),
        heavy_drinking=told(HeavyDrinking.WEEKLY),
        hba1c=known(Decimal(50)),
    )
    clozapine = _taking("clozapine")
    wellbeing = WellbeingAndSafety(
        mood=told(Mood.LOW),
        mood_is_new_or_worse=told(YesNo.YES),
        not_wanting_to_live=told(YesNo.YES),
        self_harm=told(SelfHarm.RECENT),
    )
    prevention = Prevention(
        organs=told(tuple(Organ)),
        cervical_screening=told(LastDone(date(2023, 3, 1))),
        flu_reasons=told((FluReason.CARES,)),
    )
    home = HomeAndWork(
        home=told(tuple(HomeTrouble)),
        cold_signs=told((ColdSign.TOUCH,)),
        drives=told(YesNo.YES),
        falls=told(Decimal(1)),
    )
    more = {"wellbeing_and_safety": wellbeing, "prevention": prevention, "home_and_work": home}
    on_target = PhysicalChecks(blood_pressure=known((BloodPressure(150, 85),)), weight=known(Decimal(80)))
    treated = _taking("ramipril")
    diabetes = PhysicalChecks(
        unwell_today=told(YesNo.YES),
        known_conditions=told((KnownCondition.DIABETES,)),
        random_glucose=known(Decimal(14), on=date(2026, 11, 2)),
        meter_reads_high=told(YesNo.YES),
        total_cholesterol=known(Decimal(8)),
        triglycerides=known(Decimal(21)),
        alt=known(Decimal(60)),
        alt_limit=known(Decimal(40)),
    )
    sugar = _taking("insulin")
    lithium = _taking("lithium", "ibuprofen", "clozapine", "semaglutide")
    depots = _taking("haloperidol", "risperidone", "methadone", "olanzapine", form=Form.DEPOT)
    traced = PhysicalChecks(ecg=told(LastDone(date(2026, 11, 2))), potassium=known(Decimal("3.2")))
    valproate = _taking("valproate")
    perhaps = Prevention(organs=told(tuple(Organ)), pregnancy=told(Pregnancy.COULD_BE))
    low_count = PhysicalChecks(other_results=told(YesNo.YES), white_cells=known(Decimal("3.2")))
    habits = PhysicalChecks(
        unwell_today=told(YesNo.YES),
        drinking_days=told(DrinkingDays.FOUR_OR_MORE),
        drinking_units=told(DrinkingUnits.TEN_OR_MORE),
        heavy_drinking=told(HeavyDrinking.DAILY),
        drank_less_lately=told(YesNo.YES),
        drugs=told(tuple(Drug)),
        hba1c=Known(Decimal(40), How.FROM_RECORD, date(2024, 3, 1)),
        ecg_reasons=told(tuple(EcgReason)),
    )
    stacked = _taking("clozapine", "methadone", "diazepam")
    return (
        draft(),
        draft(physical_checks=habits, medicines=stacked),
        draft(physical_checks=physical, medicines=clozapine, **more),
        draft(physical_checks=low_count, medicines=clozapine),
        draft(physical_checks=on_target, medicines=treated),
        draft(physical_checks=diabetes, medicines=sugar),
        draft(physical_checks=PhysicalChecks(tsh=known(Decimal(9))), medicines=lithium, prevention=perhaps),
        draft(physical_checks=traced, medicines=depots),
        draft(prevention=perhaps, medicines=valproate),
    )


TELLING_VISITS = _telling_visits()
WEIGHED_BEFORE = past(weighed("weight", "100", date(2026, 9, 1)))
BIRTH_DATES = (PERSON.birth_date, date(1961, 2, 1), date(1953, 2, 1))
"""Forty-one, sixty-five, seventy-three: screening and vaccines go by age."""


@examples(15)
@given(said=drafts())
def test_ask_next_points_only_at_questions_that_stand_on_the_screen(said):
    found = assess(said, PERSON, History(), rulebook(), TODAY)
    shown = {f"{section}.{name}" for section, name in on_screen(said)}
    for question in found.ask_next:
        place = question.fact.asked_in
        asked = questions(type(said.records[place.split(".")[0]])) if place else {}
        assert place in shown or place.split(".")[-1] not in asked


@examples(15)
@example(said=TELLING_VISITS[3])
@given(said=drafts())
def test_no_rule_waits_for_ever_for_a_question_that_never_comes(said):
    """A rule that cannot tell has a fact that may still be asked for, or one that was asked in vain."""
    found = assess(said, PERSON, History(), rulebook(), TODAY)
    places = {question.fact.asked_in or question.fact.name for question in found.ask_next}
    may_be_asked = {kind.name for kind in vocabulary() if (kind.asked_in or kind.name) in places}
    asked_in_vain = {
        name
        for name, fact in found.facts.items()
        if (isinstance(fact, Missing) and fact.reason is not Reason.NOT_ASKED) or name == "medicines"
    }
    for outcome in found.cannot_tell:
        assert set(outcome.needs) & (may_be_asked | asked_in_vain), outcome.rule.id


@examples(15)
@given(said=drafts())
def test_no_rule_breaks_on_anything_that_can_be_answered(said):
    found = assess(said, PERSON, History(), rulebook(), TODAY)
    assert [o.error for o in found.with_verdict(Verdict.FAILED)] == []
    assert len(found.outcomes) == len(rulebook())


def test_every_topic_of_a_rule_has_words_and_every_topic_a_rule():
    used = {rule.topic for rule in open_library().book}
    assert used == set(topics())


ASKS_ALONE = [section for section in SECTIONS if section.private_places]


@pytest.mark.parametrize("section", ASKS_ALONE, ids=lambda section: section.key)
@examples(15)
@given(data=st.data())
def test_what_is_asked_alone_feeds_no_fact_that_others_may_see(section, data):
    one, other = (data.draw(records_of(section.record)) for _ in range(2))
    before = gather(draft(**{section.key: one}), visit())
    for place in sorted(section.private_places):
        name = place.partition(".")[2]
        changed = msgspec.structs.replace(one, **{name: getattr(other, name)})
        after = gather(draft(**{section.key: changed}), visit())
        assert {fact for fact in after if after[fact] != before[fact]} <= private_facts(), place


def test_the_sections_that_ask_alone_are_not_forgotten():
    private = {"physical_checks", "dialog", "medicines", "wellbeing_and_safety", "prevention", "crisis_plan"}
    assert {section.key for section in ASKS_ALONE} == private
