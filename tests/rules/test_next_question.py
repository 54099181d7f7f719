from app.rules.next_question import ask_next
from app.rules.rulebook import Level
from app.rules.weighing import weigh
from tests.rules.people import TODAY, known, taking


def test_what_an_emergency_hangs_on_is_asked_first(book, grammar):
    facts = known(systolic_today=190, diastolic_today=95, age=40)
    asked = ask_next(weigh(book, facts, TODAY), grammar.facts)
    assert (asked[0].fact.name, asked[0].level) == ("bp_warning_symptom", Level.NOW)
    assert asked[0].settles == ("bp-severe-symptoms",)
    assert [q.level for q in asked] == sorted((q.level for q in asked), reverse=True)


def test_facts_are_listed_once_with_all_that_they_settle(book, grammar):
    asked = ask_next(weigh(book, {}, TODAY), grammar.facts)
    names = [question.fact.name for question in asked]
    assert len(names) == len(set(names))
    medicines = next(question for question in asked if question.fact.name == "medicines")
    assert {"clozapine-bowel-red", "quit-smoking-clozapine"} <= set(medicines.settles)
    assert all(question.ask for question in asked)


def test_what_was_declined_is_not_asked_again(book, grammar):
    outcomes = weigh(book, {}, TODAY)
    asked = ask_next(outcomes, grammar.facts, leave_out={"bmi"})
    assert "bmi" in {question.fact.name for question in ask_next(outcomes, grammar.facts)}
    assert "bmi" not in {question.fact.name for question in asked}


def test_an_answer_shortens_the_list(book, grammar):
    before = ask_next(weigh(book, known(age=40), TODAY), grammar.facts)
    after = ask_next(weigh(book, known(age=40, medicines=taking("sertraline")), TODAY), grammar.facts)
    assert len(after) < len(before)


def test_two_facts_of_one_question_are_asked_once(book, grammar):
    asked = ask_next(weigh(book, known(age=40), TODAY), grammar.facts)
    places = [question.fact.asked_in for question in asked if question.fact.asked_in]
    assert len(places) == len(set(places))
    pressure = next(q for q in asked if q.fact.asked_in == "physical_checks.blood_pressure")
    assert {"bp-severe-symptoms", "bp-stage1"} <= set(pressure.settles)
