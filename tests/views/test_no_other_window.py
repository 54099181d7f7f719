"""A part that shows itself before it has a place would be a window of its own, with nobody's name on it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.consultation import opening, physical_checks
from app.consultation.ended_early import LEFT
from app.consultation.hand_overs import HandOver, Reached, ToldRole
from app.consultation.not_held import Attempt, NotHeld, WhyNotHeld
from app.consultation.opening.record import Opening, Place, Sitting, WhyEnded
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions_back import QuestionBack
from app.views.consultation import ConsultationScreen
from app.views.open_consultation import OpenConsultation
from app.views.sections import pages
from tests.views.sections.visit_in_hand import LAST_TIME, NOW, alone, begun, known, on_show, second_visit


def full_visit(store: Any) -> OpenConsultation:
    """A visit carried on on another day, sent back once, with a hand-over, after one that ended early."""
    ended = Opening(ended_early=known(WhyEnded.TIRED, LAST_TIME))
    history = second_visit(
        attempts=(Attempt(LAST_TIME, NotHeld(why=WhyNotHeld.NO_ANSWER)),),
        last_records={opening.SECTION.key: ended, physical_checks.SECTION.key: PhysicalChecks(weight=LEFT)},
    )
    before = Sitting(on=LAST_TIME, place=known(Place.HOME))
    visit = begun(store, history, opening=alone(earlier_sittings=(before,)))
    told = HandOver(
        id="1",
        topic="t",
        title="A title",
        level=3,
        reasons=(),
        reached=Reached.PHONE,
        at=NOW,
        by="Ann Okafor",
        to_name="Kim",
        to_role=ToldRole.NURSE,
    )
    asked = QuestionBack(id="2", asked="Which arm?", by="Kim Hartley", at=NOW)
    visit.draft = replace(visit.draft, hand_overs=(told,), questions=(asked,))
    return visit


class Windows(QObject):
    """Which widgets were shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, shown: QObject, event: QEvent) -> bool:
        """Look, and let it pass."""
        if event.type() is QEvent.Type.Show and isinstance(shown, QWidget) and shown.isWindow():
            self.shown.append(type(shown).__name__)
        return False


def test_a_visit_with_all_that_may_be_left_from_before_opens_no_window_besides_its_own(
    store: Any, dressed: QApplication, qtbot: Any
) -> None:
    windows = Windows()
    dressed.installEventFilter(windows)
    frame = on_show(qtbot, ConsultationScreen(full_visit(store)))
    for key in pages.ORDER:
        frame.go_to(key)
        qtbot.wait(1)
    dressed.removeEventFilter(windows)
    assert set(windows.shown) == {"ConsultationScreen"}
    opening = frame._screens["opening"]
    assert not any(part.isHidden() for part in (opening.attempts, opening.left_over, opening.carried_on))
