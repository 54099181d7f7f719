"""Opening: four facts, promises, and the person's own words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from app.consultation import opening
from app.consultation.answers import Known, Unknown, WhyNot, YesNo
from app.consultation.care_plan import Outcome, Owner
from app.consultation.opening.record import Company, Identifier, Place
from app.consultation.visit_needs import VisitNeeds
from app.models.store import Store
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.sections.opening import OpeningScreen
from tests.sizes import in_audit
from tests.views.sections.visit_in_hand import (
    OWN_WORDS,
    TODAY,
    alone,
    begun,
    following,
    known,
    nora,
    on_show,
    promises,
    saved_draft,
    second_visit,
    wear,
)


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> Any:
    return begun(store, second_visit())


@pytest.fixture
def screen(visit: Any, qtbot: Any) -> Any:
    return on_show(qtbot, following(OpeningScreen, visit))


def record(visit: Any) -> Any:
    return visit.draft.record(opening.SECTION)


def test_nothing_is_preselected(screen: Any) -> None:
    facts = screen.facts
    assert facts.identifiers.value() == ()
    assert facts.place.value() is None
    assert facts.company.value() is None
    assert all(row.outcome.value() is None for row in screen.promises.rows)
    assert not any(button.isChecked() for button in screen.findChildren(QRadioButton))
    assert not screen.what_matters.rather_not.isChecked()


@pytest.mark.usefixtures("in_britain")
def test_a_visit_begun_in_summer_time_says_its_hour_after_the_clocks_went_back(
    visit: Any, qtbot: Any
) -> None:
    visit.draft = replace(visit.draft, started_at=datetime(2026, 10, 24, 9, 42, tzinfo=UTC))
    screen = on_show(qtbot, following(OpeningScreen, visit))
    assert screen.facts._when.state.said() == "Sat 24-Oct-2026, 10:42"


def test_the_four_facts_are_saved_as_they_are_given_and_shown_again(
    visit: Any, screen: Any, qtbot: Any
) -> None:
    for key in ("BIRTH_DATE", "ADDRESS"):
        qtbot.keyClick(screen.facts.identifiers.tick(key), Qt.Key.Key_Space)
    qtbot.keyClick(screen.facts.place.segment("CLINIC"), Qt.Key.Key_Space)
    qtbot.keyClick(screen.facts.company.segment("ALONE"), Qt.Key.Key_Return)
    said = saved_draft(visit).record(opening.SECTION)
    assert said.identifiers == (Identifier.BIRTH_DATE, Identifier.ADDRESS)
    assert isinstance(said.place, Known)
    assert said.place.value is Place.CLINIC
    assert isinstance(said.company, Known)
    assert said.company.value is Company.ALONE
    assert visit.may_go_on
    again = on_show(qtbot, OpeningScreen(visit))
    assert set(again.facts.identifiers.value()) == {"BIRTH_DATE", "ADDRESS"}
    assert again.facts.place.value() == "CLINIC"
    assert again.facts.company.value() == "ALONE"


def test_one_identifier_says_which_second_one_would_do(screen: Any) -> None:
    screen.facts.identifiers.tick("NAME").click()
    words = screen.facts._missing.said()
    assert "One more is missing: date of birth, address or NHS number." in words
    screen.facts.identifiers.tick("ADDRESS").click()
    assert not screen.facts._missing.isVisible()


def test_what_is_not_on_the_record_is_not_offered_to_match(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    visit = begun(store)
    visit.person = msgspec.structs.replace(visit.person, address="", nhs_number="")
    screen = on_show(qtbot, OpeningScreen(visit))
    assert set(screen.facts.identifiers._ticks) == {"NAME", "BIRTH_DATE"}
    assert "Not on the record: address and NHS number." in screen.facts._missing.said()


def test_company_opens_the_names_and_says_at_once_what_waits(visit: Any, screen: Any, qtbot: Any) -> None:
    assert not screen.facts.others.isVisible()
    screen.facts.company.segment("WITH_CARER").click()
    assert screen.facts.others.isVisible()
    assert screen.facts._wait.isVisible()
    qtbot.keyClicks(screen.facts.others.line, "Orla, her sister")
    qtbot.keyClick(screen.facts.others.line, Qt.Key.Key_Return)
    assert record(visit).others_present == "Orla, her sister"
    assert not visit.is_private


def test_being_alone_takes_the_names_away(visit: Any, screen: Any, qtbot: Any) -> None:
    screen.facts.company.segment("WITH_CARER").click()
    qtbot.keyClicks(screen.facts.others.line, "Orla")
    screen.commit()
    screen.facts.company.segment("ALONE").click()
    assert record(visit).others_present == ""
    assert not screen.facts.others.isVisible()


def test_who_interprets_can_be_taken_back_where_the_need_is_no_longer_in_the_details(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    visit = begun(store, opening=alone())
    visit.person = msgspec.structs.replace(
        visit.person, visit_needs=VisitNeeds(interpreter=known(YesNo.YES), language=known("Punjabi"))
    )
    screen = on_show(qtbot, following(OpeningScreen, visit))
    assert not screen.needs.name.isVisible(), "nobody interprets yet"
    screen.needs.interpreted.segment("FAMILY").click()
    assert screen.needs.name.isVisible()
    assert not visit.is_private
    visit.person = msgspec.structs.replace(visit.person, visit_needs=VisitNeeds())
    screen.show_record()
    screen.needs.interpreted.segment("FAMILY").click()
    assert visit.is_private
    assert not screen.needs.isVisible(), "nothing is needed, and nothing was said"


def test_an_answer_pressed_again_is_taken_back(visit: Any, screen: Any) -> None:
    screen.facts.place.segment("HOME").click()
    screen.facts.place.segment("HOME").click()
    assert isinstance(record(visit).place, Unknown)


def test_what_matters_is_kept_as_it_is_typed(visit: Any, screen: Any, qtbot: Any) -> None:
    qtbot.keyClicks(screen.what_matters.words.page, OWN_WORDS)
    qtbot.keyClick(screen.what_matters.words.page, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.what_matters.words.page, " And tea.")
    assert isinstance(record(visit).what_matters, Unknown)
    screen.commit()
    said = saved_draft(visit).record(opening.SECTION).what_matters
    assert isinstance(said, Known)
    assert said.value == OWN_WORDS + "\n And tea."
    again = on_show(qtbot, OpeningScreen(visit))
    assert again.what_matters.words.value() == OWN_WORDS + "\n And tea."
    assert not again.what_matters.rather_not.isVisible()


def test_saying_nothing_is_an_answer_and_can_be_taken_back(visit: Any, screen: Any) -> None:
    screen.what_matters.rather_not.click()
    assert record(visit).what_matters == Unknown(WhyNot.RATHER_NOT_SAY)
    screen.what_matters.rather_not.click()
    assert record(visit).what_matters == Unknown()


def test_what_is_being_typed_is_left_alone_while_something_else_changes(
    visit: Any, screen: Any, qtbot: Any
) -> None:
    screen.what_matters.words.page.setFocus()
    qtbot.keyClicks(screen.what_matters.words.page, "I want to")
    visit.answer("opening", "place", visit.known(Place.HOME))
    assert screen.what_matters.words.page.toPlainText() == "I want to"


def test_a_first_visit_says_that_nothing_was_promised_yet(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    screen = on_show(qtbot, OpeningScreen(begun(store)))
    words = [label.text() for label in screen.promises.findChildren(type(screen.facts._missing))]
    assert "Nothing was promised yet." in words
    assert "First visit" in words


def test_a_promise_says_whose_it_is_and_how_long_ago_its_day_was(screen: Any) -> None:
    words = " | ".join(label.said() for label in screen.promises.findChildren(type(screen.facts._missing)))
    plain = words.replace("\u00a0", " ")
    assert "Nora, by 31-Oct-2026, 3 weeks ago" in plain
    assert "Tom Birch, by 01-Dec-2026, in 7 days" in plain
    assert "Visit of 16-Sep-2026, 2 months ago" in plain


def test_an_outcome_is_saved_and_only_what_is_still_to_do_asks_why(
    visit: Any, screen: Any, qtbot: Any
) -> None:
    done, not_done, _ = screen.promises.rows
    done.outcome.segment("DONE").click()
    assert not done.why.isVisible()
    not_done.outcome.segment("NOT_DONE").click()
    assert not_done.why.isVisible()
    qtbot.keyClicks(not_done.why.line, "Dr Obi was away")
    qtbot.keyClick(not_done.why.line, Qt.Key.Key_Return)
    said = saved_draft(visit).record(opening.SECTION)
    first, second, _ = visit.history.promises
    assert said.outcome_of(first.id).outcome is Outcome.DONE
    assert (said.outcome_of(second.id).outcome, said.outcome_of(second.id).note) == (
        Outcome.NOT_DONE,
        "Dr Obi was away",
    )
    again = on_show(qtbot, OpeningScreen(visit))
    assert again.promises.rows[1].why.value() == "Dr Obi was away"
    done.outcome.segment("DONE").click()
    assert record(visit).outcome_of(first.id) is None


def test_keeping_a_promise_adds_it_to_the_plan_once_whatever_is_pressed(visit: Any, screen: Any) -> None:
    row = screen.promises.rows[1]
    row.outcome.segment("PARTLY").click()
    row.keep.click()
    row._kept.add()
    [action] = visit.draft.plan.actions
    promise = visit.history.promises[1]
    assert action.what == promise.what
    assert action.id != promise.id
    assert action.by_when == promise.by_when < visit.session.today, (
        "what is late stays late, and is said to be"
    )
    late = f"Past its date, and no new day yet: {promise.what}"
    assert [end.field for end in visit.loose_ends() if end.words == late] == [action.id]
    assert row._said.isVisible()
    assert not row.keep.isVisible()
    reworded = msgspec.structs.replace(action, what="Write to Dr Obi about the mornings")
    visit.plan(visit.draft.plan.with_action(reworded))
    OpeningScreen(visit).promises.rows[1]._kept.add()
    assert visit.draft.plan.actions == (reworded,)


@pytest.mark.parametrize("outcome", ["PARTLY", "NOT_DONE"])
def test_what_is_still_to_do_says_that_it_stays_promised_until_it_is_kept_in_the_plan(
    visit: Any, screen: Any, outcome: str
) -> None:
    row = screen.promises.rows[1]
    assert not row._owed.isVisible()
    row.outcome.segment(outcome).click()
    assert row._owed.isVisible()
    row.keep.click()
    assert not row._owed.isVisible()
    row.outcome.segment("LET_GO").click()
    assert not row._owed.isVisible()


def test_a_kept_promise_that_lost_its_words_can_be_kept_again(visit: Any, screen: Any) -> None:
    row = screen.promises.rows[1]
    row.outcome.segment("NOT_DONE").click()
    row.keep.click()
    [action] = visit.draft.plan.actions
    visit.plan(visit.draft.plan.with_action(msgspec.structs.replace(action, what="")))
    assert not row._said.isVisible()
    assert row._owed.isVisible()
    row.keep.click()
    assert visit.draft.plan.actions == (action,)


def test_taking_the_answer_back_takes_the_kept_promise_off_unless_it_was_reworded(
    visit: Any, screen: Any
) -> None:
    row = screen.promises.rows[1]
    row.outcome.segment("NOT_DONE").click()
    row.keep.click()
    [kept] = visit.draft.plan.actions
    row.outcome.segment("NOT_DONE").click()
    assert visit.draft.plan.actions == ()
    assert not row._said.isVisible()
    row.outcome.segment("PARTLY").click()
    row.keep.click()
    reworded = msgspec.structs.replace(kept, what="Write to Dr Obi")
    visit.plan(visit.draft.plan.with_action(reworded))
    row.outcome.segment("PARTLY").click()
    assert visit.draft.plan.actions == (reworded,)


def test_a_kept_promise_of_a_colleague_who_is_not_here_is_asked_of_them(visit: Any, screen: Any) -> None:
    row = screen.promises.rows[2]
    row.outcome.segment("NOT_DONE").click()
    row.keep.click()
    [action] = visit.draft.plan.actions
    assert (action.owner, action.owner_name, action.by_when) == (Owner.ASK, "Tom Birch", date(2026, 12, 1))


def test_an_open_question_takes_the_keyboard(screen: Any) -> None:
    screen.open_question("company")
    assert screen.focusWidget() is screen.facts.company.segment("ALONE")
    screen.open_question("what_matters")
    assert screen.focusWidget() is screen.what_matters.words.page


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1060), (1.0, 790), in_audit(1.5, 1290), (2.0, 1290)])
def test_nothing_is_cut(store: Store, dressed: QApplication, qtbot: Any, scale: float, width: int) -> None:
    wear(dressed, Theme.LIGHT, scale)
    full = alone(
        company=Known(Company.WITH_STAFF, alone().place.how, nora().birth_date), others_present="Tom"
    )
    visit = begun(store, second_visit(), opening=full)
    screen = on_show(qtbot, following(OpeningScreen, visit), width, 4000)
    screen.promises.rows[1].outcome.segment("NOT_DONE").click()
    qtbot.wait(20)
    assert clipped(screen) == []


def test_a_promise_that_is_not_due_yet_may_be_left_and_is_not_called_unsaid(screen: Any) -> None:
    late, early = screen.promises.rows[1], screen.promises.rows[2]
    assert late._not_due.isHidden()
    assert not early._not_due.isHidden()
    said = [end.words for end in screen.consultation.loose_ends()]
    assert "Promised before, not due yet, and still owed: Blood test slot at home" in said
    early.outcome.segment("DONE").click()
    assert early._not_due.isHidden()


def test_a_promise_that_is_due_today_is_asked_about(store: Store, dressed: QApplication, qtbot: Any) -> None:
    due = msgspec.structs.replace(promises()[0], by_when=TODAY)
    screen = on_show(qtbot, following(OpeningScreen, begun(store, second_visit(promises=(due,)))))
    assert screen.promises.rows[0]._not_due.isHidden()
