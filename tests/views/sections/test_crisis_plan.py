"""The crisis plan's screen by itself: two columns or one, and nothing typed is lost."""

from typing import Any

import pytest

from app.consultation.carers.record import Carers
from app.consultation.crisis_plan.record import CrisisPlan, Talk
from app.models.store import Store
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
