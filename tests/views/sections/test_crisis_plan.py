"""The crisis plan's screen by itself: two columns or one, and nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.consultation.answers import NOT_ASKED
from app.consultation.carers.record import Carers
from app.consultation.crisis_plan import SECTION
from app.consultation.crisis_plan.record import CrisisPlan, Talk
from app.consultation.history import History
from app.consultation.standing import NO_LONGER
from app.models.store import Store
from app.views.fields import pauses
from app.views.sections.crisis_plan import CrisisPlanScreen
from tests.views.sections.visit_in_hand import alone, begun, following, known, on_show, orla


@pytest.fixture
def screen(store: Store, qtbot: Any) -> Any:
    plan = CrisisPlan(hard_times=known(Talk.TODAY), wishes=known(Talk.TODAY))
    visit = begun(store, opening=alone(), carers=Carers(rows=(orla(),)), crisis_plan=plan)
    return on_show(qtbot, following(CrisisPlanScreen, visit))


def place(screen: Any, name: str) -> tuple[int, int]:
    corner = screen.parts[name].mapTo(screen, screen.parts[name].rect().topLeft())
    return corner.x(), corner.y()


def test_mind_and_body_stand_beside_one_another_and_below_where_it_is_narrow(screen: Any, qtbot: Any) -> None:
    (mind, top), (body, beside) = place(screen, "signs_mind"), place(screen, "signs_body")
    assert mind < body
    assert top == beside
    screen.resize(600, 2400)
    qtbot.waitUntil(lambda: place(screen, "signs_mind")[0] == place(screen, "signs_body")[0])
    assert place(screen, "signs_body")[1] > place(screen, "signs_mind")[1]


def test_a_number_without_a_name_is_asked_about_before_somebody_else_is_opened(
    screen: Any, qtbot: Any
) -> None:
    callers = screen.callers
    callers.add.click()
    qtbot.keyClicks(callers.form.phone.line, "07700 900123")
    callers.from_carers[orla().id].click()
    assert not callers.form.note.isHidden()
    assert callers.form.phone.line.text() == "07700 900123"
    screen.commit()
    assert screen.not_kept() == ["Who to call: no name yet."]
    qtbot.keyClicks(callers.form.name.line, "Lee")
    screen.commit()
    record = screen.consultation.draft.records["crisis_plan"]
    assert [(row.name, row.phone) for row in record.callers] == [("Lee", "07700 900123")]
    callers.form.phone.line.setText("the number on the fridge")
    callers.from_carers[orla().id].click()
    assert screen.not_kept() == ["Phone of who to call: what is typed is no number."]
    callers.form.done.click()
    assert callers.form.isVisible()
    callers.form.phone.line.clear()
    callers.form.done.click()
    assert not callers.form.isVisible()


@pytest.fixture
def stood(store: Store, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Words of an earlier visit that are being changed; a pause of typing is short here."""
    monkeypatch.setattr(pauses, "PAUSE_MS", 30)
    before = CrisisPlan(signs_mind=known("I hear things", date(2026, 9, 16)))
    history = History(last_visit_on=date(2026, 9, 16), left_standing={"crisis_plan": before})
    screen = on_show(qtbot, following(CrisisPlanScreen, begun(store, history, opening=alone())))
    part = screen.parts["signs_mind"]
    part.change.click()
    qtbot.waitUntil(part.field.page.hasFocus)
    return screen


def typed(screen: Any, words: str, qtbot: Any) -> Any:
    """Type over all of it, and pause; the page stands open under the keyboard."""
    page = screen.parts["signs_mind"].field.page
    page.selectAll()
    QTest.keyClicks(page, words or "\b")
    qtbot.wait(120)
    assert page.hasFocus()
    assert page.toPlainText() == words
    return screen.consultation.draft.record(SECTION).signs_mind


def test_a_pause_keeps_words_and_an_empty_page_decides_nothing_until_it_is_left(
    stood: Any, qtbot: Any
) -> None:
    assert typed(stood, "", qtbot) == NOT_ASKED
    assert typed(stood, "I see things", qtbot).value == "I see things"
    assert typed(stood, "", qtbot).value == "I see things", "an empty page decides nothing yet"
    assert typed(stood, "I hear things", qtbot) == NOT_ASKED, "nobody said that it holds today"


def test_words_taken_out_are_asked_about_once_the_page_is_left(stood: Any, qtbot: Any) -> None:
    part = stood.parts["signs_mind"]
    typed(stood, "I see things", qtbot)
    typed(stood, "", qtbot)
    QTest.keyClick(part.field.page, Qt.Key.Key_Tab)
    assert part.same.hasFocus()
    assert "is it no longer so?" in part.day.said()
    assert "I hear things" in part.quote.words.said()
    stood.commit()
    assert stood.not_kept() == ["Early signs in my mind: taken out. Say whether it is no longer so."]
    part.gone.click()
    assert stood.not_kept() == []
    assert stood.consultation.draft.record(SECTION).signs_mind == NO_LONGER
    assert part.day.said() == "No longer so: said at this visit.", "it may be its second day"


def test_who_was_removed_and_added_again_cannot_be_brought_back_a_second_time(screen: Any) -> None:
    callers = screen.callers
    callers.from_carers[orla().id].click()
    callers.form.remove.click()
    assert not callers.undo.isHidden()
    callers.from_carers[orla().id].click()
    assert callers.undo.isHidden()
    callers.undo.button.click()
    assert [row.id for row in screen.consultation.draft.record(SECTION).callers] == [orla().id]
