"""A fault in the app itself, in the middle of a visit: it is said once, nothing is lost, the log names nobody."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.consultation import physical_checks
from app.models.folder import StoreFolder, is_in_use
from app.views.application import catch_faults
from app.views.sections.physical_checks import PhysicalChecksScreen
from demo import story
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, kept, says, typed

OF_NORA = ("Nora", "Brennan", "999", "penicillin", "84.6", "allotment")


class Boxes:
    """Notes each message box that comes up, and presses its button."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            self.said.append(f"{box.windowTitle()} {box.text()}")
            box.accept()


@pytest.fixture
def boxes(dressed_once: QApplication, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watching = Boxes()
    yield watching
    watching._timer.stop()


def break_the_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self) -> None:
        raise RuntimeError("BRENNAN, Nora: 84.6 kg, penicillin")

    monkeypatch.setattr(PhysicalChecksScreen, "show_record", fail)


def test_a_fault_in_a_slot_is_said_once_and_the_visit_goes_on(
    laptop: Laptop, boxes: Boxes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    catch_faults(hand.window, laptop.place)
    begin_visit(hand)
    with monkeypatch.context() as broken:
        break_the_checks(broken)
        story._measure(hand, "Weight.", "Weight, kg", "84.6")
        said_while_broken = list(boxes.said)
    assert said_while_broken, "it is said"
    print(len(said_while_broken))
    assert len(said_while_broken)==1
    assert all("What you entered is saved" in said for said in said_while_broken)
    assert hand.window.isVisible()
    weight = kept(hand, laptop).record(physical_checks.SECTION).weight
    assert str(weight.value) == "84.6", "what was entered is saved, as it says"
    log = (laptop.place.parent / "faults.log").read_text()
    assert "RuntimeError" in log
    assert not [word for word in OF_NORA if word in log]

    boxes.said.clear()
    hand.go_to("Medicines")
    hand.go_to("Physical checks")
    assert typed(hand, "Weight, kg") == "84.6"
    assert not boxes.said


def test_a_fault_while_locking_still_locks(
    laptop: Laptop, boxes: Boxes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    catch_faults(hand.window, laptop.place)
    begin_visit(hand)

    def fail(self) -> None:
        raise RuntimeError("BRENNAN, Nora")

    monkeypatch.setattr(PhysicalChecksScreen, "commit", fail)
    hand.press("Lock the screen")
    assert laptop.started_again == 1
    assert not is_in_use(StoreFolder(laptop.place))
    assert "RuntimeError" in (laptop.place.parent / "faults.log").read_text()


def test_a_fault_before_anybody_signed_in_is_said_in_the_window(
    laptop: Laptop, boxes: Boxes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.open()
    catch_faults(hand.window, laptop.place)

    def fail(self, _name_id: str) -> None:
        raise RuntimeError("a passphrase")

    monkeypatch.setattr("app.services.sign_in.SignIn.choose", fail)
    hand.press("Ann Okafor")
    assert says(hand, "Something went wrong")
    assert not boxes.said
    assert "a passphrase" not in (laptop.place.parent / "faults.log").read_text()
