"""The care plan: own words, actions in the person's order, the rest of the paper, and the page itself."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QRadioButton

from app.consultation.answers import Known, Unknown
from app.consultation.care_plan import Action, Agreement, CarePlan, CrisisCard, Outcome, Owner
from app.consultation.carers.record import Carers, Consent, Topic
from app.consultation.crisis_plan.record import CrisisPlan, OnPaper
from app.consultation.decisions import Choice
from app.consultation.dialog.record import AreaAnswer, Dialog
from app.consultation.opening.record import Company, PromiseOutcome
from app.consultation.standing import NO_LONGER
from app.models import consultations
from app.models.histories import record_of
from app.models.store import Store
from app.views.look.tokens import Theme
from app.views.open_consultation import OpenConsultation
from app.views.parts.fit import clipped
from app.views.sections.care_plan import CarePlanScreen
from app.views.sections.care_plan.owners import chosen_owner, line_on_paper, missing_words, owned_by
from app.views.session import Session
from tests.sizes import in_audit
from tests.views.sections.visit_in_hand import (
    NOW,
    OWN_WORDS,
    TODAY,
    alone,
    begun,
    following,
    known,
    on_show,
    orla,
    saved_draft,
    second_visit,
    wear,
)

WORKER = "Ann Okafor"
THREE = (
    Action(id="a1", what="Walk to the park", owner=Owner.PERSON, by_when=date(2026, 11, 25)),
    Action(
        id="a2",
        what="Ring the clozapine team",
        owner=Owner.WORKER,
        owner_name=WORKER,
        by_when=date(2026, 11, 24),
    ),
    Action(
        id="a3", what="Look at the mornings", owner=Owner.ASK, owner_name="Dr Obi", by_when=date(2026, 12, 1)
    ),
)


def saved(visit: Any) -> CarePlan:
    return saved_draft(visit).plan


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> Any:
    return begun(store, second_visit(), opening=alone(), carers=Carers(rows=(orla(),)))


@pytest.fixture
def screen(visit: Any, qtbot: Any) -> Any:
    screen = on_show(qtbot, following(CarePlanScreen, visit))
    yield screen
    screen.hide()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def planned(visit: Any, screen: Any) -> Any:
    visit.plan(CarePlan(actions=THREE))
    return screen


def type_into(qtbot: Any, line: Any, words: str) -> None:
    line.clear()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_nothing_is_preselected(screen: Any) -> None:
    assert not any(button.isChecked() for button in screen.findChildren(QRadioButton))
    assert screen.copies.ticks.value() == ()
    assert screen.when_we_meet.next_review.value() is None


def test_todays_words_stand_on_top_unchanged(screen: Any, visit: Any) -> None:
    assert screen.own_words.quote.words.said() == f"“{OWN_WORDS}”"
    assert saved(visit).own_words == ""


def test_other_words_can_stand_on_the_plan_and_be_taken_back(screen: Any, visit: Any, qtbot: Any) -> None:
    screen.own_words.change.click()
    assert screen.focusWidget() is screen.own_words.words.page
    qtbot.keyClicks(screen.own_words.words.page, "I want to sleep.")
    screen.own_words.words.commit()
    assert saved(visit).own_words == "I want to sleep."
    again = on_show(qtbot, CarePlanScreen(visit))
    assert again.own_words.quote.words.said() == "“I want to sleep.”"
    assert screen.own_words.quote.isVisible()
    screen.own_words.as_today.click()
    assert saved(visit).own_words == ""
    assert screen.own_words.quote.words.said() == f"“{OWN_WORDS}”"


def test_where_nothing_was_said_the_words_are_asked_for(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    screen = on_show(qtbot, CarePlanScreen(begun(store, opening=alone(what_matters=Unknown()))))
    assert screen.own_words.words.isVisible()
    assert not screen.own_words.quote.isVisible()


def test_an_added_action_has_no_owner_and_no_day_until_they_are_given(
    screen: Any, visit: Any, qtbot: Any
) -> None:
    screen.promises.add_one.click()
    [row] = screen.promises.rows.values()
    assert row.is_open
    assert screen.focusWidget() is row.form.what.line
    assert row.form.owner.value() is None
    assert not saved(visit).actions[0].is_ready
    type_into(qtbot, row.form.what.line, "Lend a blood pressure monitor")
    qtbot.keyClick(row.form.owner.segment("WORKER"), Qt.Key.Key_Space)
    type_into(qtbot, row.form.by_when.line, "27/11/2026")
    [action] = saved(visit).actions
    assert (action.what, action.owner, action.owner_name) == (
        "Lend a blood pressure monitor",
        Owner.WORKER,
        WORKER,
    )
    assert action.by_when == date(2026, 11, 27)
    assert action.is_ready
    row.form.done.click()
    assert not row.is_open
    assert screen.focusWidget() is row.head


@pytest.mark.parametrize(
    ("owner", "name", "kept"),
    [("PERSON", "", ""), ("TEAM", "", "the team"), ("CARER", "Orla", "Orla"), ("ASK", "Dr Obi", "Dr Obi")],
)
def test_every_owner_makes_a_promise_that_is_ready(
    screen: Any, visit: Any, qtbot: Any, owner: str, name: str, kept: str
) -> None:
    screen.promises.add_one.click()
    [row] = screen.promises.rows.values()
    type_into(qtbot, row.form.what.line, "Come on the walk")
    row.form.owner.segment(owner).click()
    assert row.form.name.isVisible() is bool(name)
    if name:
        assert not saved(visit).actions[0].is_ready
        assert row.form.owner.value() == owner, "the choice stays while the name is typed"
        type_into(qtbot, row.form.name.line, name)
    type_into(qtbot, row.form.by_when.line, "2 Dec 2026")
    [action] = saved(visit).actions
    assert (action.owner.name, action.owner_name, action.is_ready) == (owner, kept, True)
    screen = on_show(qtbot, CarePlanScreen(visit))
    again = screen.promises.rows[action.id]
    assert again.form.owner.value() == owner
    assert again.form.by_when.value() == date(2026, 12, 2)


def test_a_carers_name_can_be_pressed_instead_of_typed(screen: Any, visit: Any) -> None:
    screen.promises.add_one.click()
    [row] = screen.promises.rows.values()
    row.form.owner.segment("CARER").click()
    row.form._pick_buttons["Orla Brennan"].click()
    assert saved(visit).actions[0].owner_name == "Orla Brennan"


def test_a_day_before_today_is_refused(planned: Any, visit: Any, qtbot: Any) -> None:
    planned.promises.open("a1")
    form = planned.promises.rows["a1"].form
    type_into(qtbot, form.by_when.line, "20 Nov 2026")
    assert form.by_when.note.isVisible()
    assert saved(visit).actions[0].by_when is None
    assert form.by_when.line.text() == "20 Nov 2026"


@pytest.mark.parametrize("is_finished", [True, False])
def test_the_days_of_promises_stand_when_the_plan_is_read_on_a_later_day(
    store: Store, dressed: QApplication, qtbot: Any, is_finished: bool
) -> None:
    visit = begun(store, opening=alone())
    visit.plan(CarePlan(actions=THREE, next_review=TODAY))
    if is_finished:
        visit.finish()
    later = NOW + timedelta(days=1)
    draft = consultations.resume(store, visit.draft.id, later)
    person, history = record_of(store, draft.person_id, later, visit_in_hand=draft.id)
    session = Session(store, visit.session.rulebook, lambda: later)
    read = OpenConsultation(session, person, history, draft)
    screen = on_show(qtbot, following(CarePlanScreen, read))
    screen.promises.rows["a2"].head.click()
    screen.commit()
    screen.promises.rows["a2"].form.done.click()
    assert not screen.promises.rows["a2"].is_open
    assert saved(read).actions == THREE
    assert saved(read).next_review == TODAY
    screen.hide()
    QThreadPool.globalInstance().waitForDone()


def test_only_one_action_is_open(planned: Any) -> None:
    planned.promises.rows["a1"].head.click()
    planned.promises.rows["a3"].head.click()
    assert [key for key, row in planned.promises.rows.items() if row.is_open] == ["a3"]


def test_the_order_is_the_persons_and_moves_by_keys_with_the_focus(
    planned: Any, visit: Any, qtbot: Any
) -> None:
    row = planned.promises.rows["a3"]
    row.head.setFocus()
    qtbot.keyClick(row.head, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [a.id for a in saved(visit).actions] == ["a1", "a3", "a2"]
    assert planned.focusWidget() is row.head
    row.head.click()
    qtbot.keyClick(row.form.what.line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [a.id for a in saved(visit).actions] == ["a3", "a1", "a2"]
    assert not row.form.up.isEnabled()
    row.form.down.click()
    assert [a.id for a in saved(visit).actions] == ["a1", "a3", "a2"]
    shown = sorted(planned.promises.rows.values(), key=lambda r: r.mapTo(planned, r.rect().topLeft()).y())
    assert [r.action.id for r in shown] == ["a1", "a3", "a2"]


def test_an_action_is_taken_off_and_brought_back_to_its_place(planned: Any, visit: Any) -> None:
    planned.promises.rows["a2"].head.click()
    planned.promises.rows["a2"].form.remove.click()
    assert [a.id for a in saved(visit).actions] == ["a1", "a3"]
    planned.promises.undo.button.click()
    assert saved(visit).actions == THREE
    assert not planned.promises.undo.isVisible()


def taken_up(visit: Any) -> Any:
    low = Dialog(leisure=AreaAnswer(rating=known(2), more_help=known(True)))
    visit.edit("dialog", low)
    [prompt] = [p for p in visit.assessment.prompts if p.topic == "how-life-is-going"]
    return visit.take_up(prompt)


def test_an_action_says_from_which_prompt_it_came(screen: Any, visit: Any) -> None:
    action = taken_up(visit)[0]
    screen.promises.open(action.id)
    title = visit.session.rulebook[action.because_of].title
    assert screen.promises.rows[action.id].form._because.said() == f"From the prompt: {title}"


def test_taking_off_a_prompts_action_opens_the_prompt_and_undo_closes_it_again(
    screen: Any, visit: Any
) -> None:
    actions = taken_up(visit)
    before = visit.draft.plan
    for action in actions:
        screen.promises.open(action.id)
        screen.promises.rows[action.id].form.remove.click()
    assert "how-life-is-going" in [p.topic for p in visit.assessment.open_prompts]
    assert "open again" in screen.promises.undo.said()
    screen.promises.undo.button.click()
    assert "how-life-is-going" not in [p.topic for p in visit.assessment.open_prompts]
    assert visit.draft.plan.actions == before.actions[-1:]
    [decision] = visit.draft.decisions
    assert (decision.choice, decision.actions) == (Choice.TAKE_UP, (actions[-1].id,))


def test_what_is_still_owed_from_before_is_named_beside_the_actions(screen: Any, visit: Any) -> None:
    swim, ask, slot = visit.history.promises
    said = (PromiseOutcome(swim.id, Outcome.DONE), PromiseOutcome(ask.id, Outcome.NOT_DONE))
    visit.edit("opening", alone(promises=said))
    rows = screen.still_owed._rows
    assert [rows[promise.id].isVisible() for promise in (swim, ask, slot)] == [False, True, True]
    assert screen.still_owed._words[ask.id].said().endswith("owed from before: not done.")
    assert screen.still_owed._words[slot.id].said().endswith("nobody has said yet what became of it.")
    assert screen.summary == "No new actions; 2 still owed from before"
    visit.edit(
        "opening", alone(promises=tuple(PromiseOutcome(p.id, Outcome.DONE) for p in (swim, ask, slot)))
    )
    assert not screen.still_owed.isVisible()
    assert screen.summary == "No actions yet"


def test_a_prompt_is_open_while_the_words_of_its_action_are_gone(screen: Any, visit: Any, qtbot: Any) -> None:
    [action] = taken_up(visit)
    screen.promises.open(action.id)
    line = screen.promises.rows[action.id].form.what.line
    type_into(qtbot, line, " ")
    [opened] = [p for p in visit.assessment.open_prompts if p.topic == "how-life-is-going"]
    assert f"Not decided: {opened.title}" in [end.words for end in visit.loose_ends()]
    type_into(qtbot, line, "See Yvonne on Fridays")
    assert "how-life-is-going" not in [p.topic for p in visit.assessment.open_prompts]
    assert [a.what for a in saved(visit).actions] == ["See Yvonne on Fridays"]


def test_an_own_action_is_suggested_only_while_there_is_none(screen: Any, visit: Any) -> None:
    visit.plan(CarePlan(actions=THREE[1:]))
    assert screen.promises.add_own.isVisible()
    screen.promises.add_own.click()
    assert saved(visit).actions[-1].owner is Owner.PERSON
    assert not screen.promises.add_own.isVisible()


def test_what_is_missing_stands_under_the_action(planned: Any, visit: Any) -> None:
    bare = Action(id="a4", what="", owner=Owner.ASK)
    visit.plan(visit.draft.plan.with_action(bare))
    assert planned.promises.rows["a4"]._lacks.said() == "Still to say: what, who, by when"
    assert not planned.promises.rows["a1"]._lacks.isVisible()
    assert missing_words(THREE[2]) == ""


def test_the_line_on_paper_is_shown_before_it_is_printed() -> None:
    assert line_on_paper(THREE[0]) == "On the page: “I will walk to the park, by 25-Nov-2026.”"
    assert (
        line_on_paper(THREE[2]) == "On the page: “We will ask Dr Obi: Look at the mornings, by 01-Dec-2026.”"
    )
    assert line_on_paper(msgspec.structs.replace(THREE[1], what="HbA1c again")).startswith(
        "On the page: “Ann will HbA1c again"
    )
    assert line_on_paper(Action(id="a", what="Walk", owner=Owner.ASK)) == ""


def test_a_colleague_who_is_not_here_is_not_shown_as_the_one_who_is() -> None:
    other = Action(id="a", what="Ring", owner=Owner.WORKER, owner_name="Tom Birch")
    assert chosen_owner(other, WORKER) is None
    assert owned_by(other, Owner.WORKER, WORKER).owner_name == WORKER


def test_the_rest_of_the_plan_is_kept_and_shown_again(screen: Any, visit: Any, qtbot: Any) -> None:
    qtbot.keyClicks(screen.going_well.words.page, "I swim.")
    for field, words in (("signs", "No sleep."), ("what_helps", "A walk."), ("who_i_call", "Orla.")):
        qtbot.keyClicks(screen.when_worse.lines[field].page, words)
    meet = screen.when_we_meet
    qtbot.keyClicks(meet.key_worker.line, "Ann Okafor")
    qtbot.keyClicks(meet.phone.line, "01632 960 118")
    qtbot.keyClicks(meet.next_visit.line, "Tuesday at 10:30, at home")
    qtbot.keyClicks(meet.next_review.line, "22 Dec 2026")
    screen.commit()
    plan = saved(visit)
    assert plan.going_well == "I swim."
    assert plan.crisis == CrisisCard(signs="No sleep.", what_helps="A walk.", who_i_call="Orla.")
    assert (plan.key_worker, plan.key_worker_phone) == ("Ann Okafor", "01632 960 118")
    assert (plan.next_visit, plan.next_review) == ("Tuesday at 10:30, at home", date(2026, 12, 22))
    again = on_show(qtbot, CarePlanScreen(visit))
    assert again.going_well.words.value() == "I swim."
    assert again.when_worse.lines["what_helps"].value() == "A walk."
    assert again.when_we_meet.next_review.line.text() == "22-Dec-2026"
    assert again.when_we_meet.phone.value() == "01632 960 118"


def test_a_review_before_today_is_refused(screen: Any, visit: Any, qtbot: Any) -> None:
    type_into(qtbot, screen.when_we_meet.next_review.line, "1 Nov 2026")
    assert saved(visit).next_review is None
    assert screen.when_we_meet.next_review.note.isVisible()


@pytest.mark.parametrize("answer", list(Agreement))
def test_agreement_is_kept_and_differing_asks_for_the_persons_words(
    screen: Any, visit: Any, qtbot: Any, answer: Agreement
) -> None:
    assert not screen.says.words.isVisible()
    qtbot.keyClick(screen.says.answer.segment(answer.name), Qt.Key.Key_Space)
    stored = saved(visit).agreement
    assert isinstance(stored, Known)
    assert stored.value is answer
    assert screen.says.words.isVisible() is (answer is not Agreement.AGREE)
    if answer is not Agreement.AGREE:
        assert screen.says.lacks.isVisible()
        screen.open_question("agreement_words")
        assert screen.says.words.page.hasFocus()
        qtbot.keyClicks(screen.says.words.page, "Every two weeks is enough.")
        screen.says.commit()
        assert saved(visit).agreement_words == "Every two weeks is enough."
        assert not screen.says.lacks.isVisible()
    again = on_show(qtbot, CarePlanScreen(visit))
    assert again.says.answer.value() == answer.name


def test_copies_go_to_a_carer_only_where_the_person_said_yes(screen: Any, visit: Any, qtbot: Any) -> None:
    assert "Orla Brennan" in screen.copies._offered
    refused = orla(consents={Topic.CARE_PLAN: Consent.NO})
    visit.edit("carers", Carers(rows=(refused,)))
    assert "Orla Brennan" not in screen.copies._offered
    screen.copies.ticks.tick("Nora").click()
    screen.copies.ticks.tick("GP practice").click()
    type_into(qtbot, screen.copies.others.line, "Peer group, Housing")
    assert saved(visit).copies_to == ("Nora", "GP practice", "Peer group", "Housing")
    again = on_show(qtbot, CarePlanScreen(visit))
    assert again.copies.ticks.value() == ("Nora", "GP practice")
    assert again.copies.others.value() == "Peer group, Housing"


@pytest.mark.parametrize("now", [{}, {Topic.CARE_PLAN: Consent.NO}, {Topic.CARE_PLAN: Consent.ASK_ME_FIRST}])
def test_a_carer_whose_yes_is_taken_back_gets_no_copy_and_that_is_said(
    screen: Any, visit: Any, qtbot: Any, now: dict[Topic, Consent]
) -> None:
    screen.copies.ticks.tick("Orla Brennan").click()
    screen.copies.ticks.tick("GP practice").click()
    visit.edit("carers", Carers(rows=(orla(consents=now),)))
    assert screen.copies.ticks.value() == ("GP practice",)
    assert screen.copies.others.value() is None
    assert screen.copies._refused.said() == "No copy for Orla Brennan: Nora has not said yes to that."
    assert screen.copies._refused.isVisible()
    type_into(qtbot, screen.copies.others.line, "Peer group")
    assert saved(visit).copies_to == ("GP practice", "Peer group")
    assert not screen.copies._refused.isVisible()


def test_whose_copy_fell_away_is_not_shown_while_somebody_else_is_present(screen: Any, visit: Any) -> None:
    screen.copies.ticks.tick("Orla Brennan").click()
    visit.edit("opening", alone(company=known(Company.WITH_CARER), others_present="Orla"))
    visit.edit("carers", Carers(rows=(orla(consents={}),)))
    assert not screen.copies._refused.isVisible()
    assert "Orla" not in screen.copies._refused.said()


def test_the_page_is_made_of_the_plan_and_anew_after_a_change(planned: Any, visit: Any, qtbot: Any) -> None:
    preview = planned.preview
    qtbot.waitUntil(lambda: preview._where.said() == "Page 1 of 3, as it prints", timeout=10_000)
    before, place = preview.page.grab().toImage(), preview.page.geometry()
    visit.plan(visit.draft.plan.without_action("a1"))
    assert preview._where.said() == "Page 1 of 3, being brought up to date"
    assert "being brought up to date" in preview.page.accessibleName()
    QApplication.processEvents()
    assert preview.page.geometry() == place
    assert preview.page.grab().toImage() == before
    qtbot.waitUntil(lambda: preview._where.said().endswith("as it prints"), timeout=10_000)
    assert preview.page.grab().toImage() != before


def test_a_change_taken_back_out_of_sight_leaves_the_page_as_it_prints(
    planned: Any, visit: Any, qtbot: Any
) -> None:
    preview, plan = planned.preview, visit.draft.plan
    qtbot.waitUntil(lambda: preview._where.said() == "Page 1 of 3, as it prints", timeout=10_000)
    visit.plan(plan.without_action("a1"))
    preview.hide()
    visit.plan(plan)
    preview.show()
    assert preview._where.said() == "Page 1 of 3, as it prints"


def test_the_pages_are_turned_one_by_one(planned: Any, qtbot: Any) -> None:
    preview = planned.preview
    qtbot.waitUntil(lambda: preview.page.has_page, timeout=10_000)
    assert not preview.before.isEnabled()
    preview.after.click()
    assert preview._where.said().startswith("Page 2 of")
    preview.before.click()
    assert preview._where.said().startswith("Page 1 of")


def test_letters_that_the_paper_lacks_are_named(screen: Any, visit: Any) -> None:
    visit.plan(CarePlan(own_words="I like 你 very much"))
    assert screen.preview._lacks.isVisible()
    assert "你" in screen.preview._lacks.said()


def test_no_page_is_made_while_nobody_looks(visit: Any, dressed: QApplication, qtbot: Any) -> None:
    screen = following(CarePlanScreen, visit)
    qtbot.addWidget(screen)
    visit.plan(CarePlan(actions=THREE))
    qtbot.wait(50)
    QThreadPool.globalInstance().waitForDone()
    assert not screen.preview.page.has_page


def test_saving_and_printing_are_asked_of_the_frame(screen: Any, qtbot: Any) -> None:
    with qtbot.waitSignal(screen.save_asked):
        screen.preview.save.click()
    with qtbot.waitSignal(screen.print_asked):
        screen.preview.print.click()


def test_what_is_being_typed_survives_a_change_elsewhere(planned: Any, visit: Any, qtbot: Any) -> None:
    planned.promises.open("a1")
    form = planned.promises.rows["a1"].form
    qtbot.keyClicks(form.what.line, " with Orla")
    typed = form.what.line.text()
    visit.answer("opening", "others_present", "Tom")
    assert form.what.line.text() == typed


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1060), (1.0, 790), in_audit(1.5, 1290), (2.0, 1290)])
def test_nothing_is_cut(store: Store, dressed: QApplication, qtbot: Any, scale: float, width: int) -> None:
    wear(dressed, Theme.LIGHT, scale)
    visit = begun(store, second_visit(), opening=alone(), carers=Carers(rows=(orla(),)))
    visit.plan(CarePlan(actions=THREE, agreement=known(Agreement.PARTLY)))
    screen = on_show(qtbot, following(CarePlanScreen, visit), width, 6000)
    screen.promises.open("a3")
    qtbot.wait(20)
    assert clipped(screen) == []
    screen.hide()
    QThreadPool.globalInstance().waitForDone()


def test_done_stays_open_over_a_day_that_is_not_kept(planned: Any, visit: Any, qtbot: Any) -> None:
    row = planned.promises.rows["a1"]
    row.head.click()
    row.form.by_when.line.setFocus()
    row.form.by_when.line.setText("6/12/26")
    qtbot.mouseClick(row.form.done, Qt.MouseButton.LeftButton)
    assert row.is_open
    assert row.form.by_when.line.text() == "6/12/26"
    assert "four digits" in row.form.by_when.note.sentence.said()
    assert row.form.by_when.note.isVisible()
    assert row.form.by_when.line.hasFocus()
    type_into(qtbot, row.form.by_when.line, "6/12/2026")
    row.form.done.click()
    assert not row.is_open
    assert saved(visit).actions[0].by_when == date(2026, 12, 6)


def test_opening_another_action_leaves_one_open_whose_day_is_not_kept(planned: Any) -> None:
    first, second = planned.promises.rows["a1"], planned.promises.rows["a2"]
    first.head.click()
    first.form.by_when.line.setText("6/12/26")
    second.head.click()
    assert first.is_open
    assert second.is_open
    assert first.form.by_when.line.text() == "6/12/26"


def test_enter_on_done_closes_the_action(planned: Any, qtbot: Any) -> None:
    row = planned.promises.rows["a1"]
    row.head.click()
    row.form.done.setFocus()
    qtbot.keyClick(row.form.done, Qt.Key.Key_Return)
    assert not row.is_open


def test_a_line_of_the_last_plan_that_the_crisis_plan_answers_is_said_not_to_be_printed(
    screen: Any, visit: Any
) -> None:
    card = CrisisCard(signs="old signs", what_helps="a walk")
    visit.history = replace(visit.history, last_plan=CarePlan(crisis=card), last_visit_on=date(2026, 10, 23))
    visit.plan(CarePlan(crisis=card))
    assert screen.when_worse.from_before.said().startswith("As in the plan of 23-Oct-2026.")
    visit.edit("crisis_plan", CrisisPlan(signs_mind=NO_LONGER))
    said = screen.when_worse.from_before.said()
    assert "Not printed, because it was answered in the crisis plan: My signs that things get worse." in said
    assert "The rest is as in the plan of 23-Oct-2026." in said
    visit.plan(CarePlan(crisis=CrisisCard(signs="old signs")))
    assert "whether it still holds" not in screen.when_worse.from_before.said()


def test_a_carer_without_a_yes_to_the_crisis_plan_is_named_beside_the_copy_that_holds_it(
    screen: Any, visit: Any
) -> None:
    visit.edit("carers", Carers(rows=(orla(consents={Topic.CARE_PLAN: Consent.YES}),)))
    screen.copies.ticks.tick("Orla Brennan").click()
    assert not screen.copies._refused.said(), "there is no crisis plan to keep from her"
    said = CrisisPlan(signs_mind=visit.known("no sleep"), on_paper=visit.known(OnPaper.ALL))
    visit.edit("crisis_plan", said)
    assert "Nora has not said yes to it for Orla Brennan." in screen.copies._refused.said()
    consents = {Topic.CARE_PLAN: Consent.YES, Topic.CRISIS: Consent.YES}
    visit.edit("carers", Carers(rows=(orla(consents=consents),)))
    assert not screen.copies._refused.said()
