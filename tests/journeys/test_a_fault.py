"""A fault in the app itself, in the middle of a visit: it is said once, and the log names nobody."""

import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.consultation import physical_checks
from app.models.folder import StoreFolder, is_in_use
from app.services.lock_note import Kept
from app.views.application import catch_faults
from app.views.sections.physical_checks import PhysicalChecksScreen
from demo import story
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, kept, nothing, says, typed

OF_NORA = ("Nora", "Brennan", "999", "penicillin", "84.6", "allotment")


class Boxes:
    """Notes each message box that comes up, leaves it there for a while, and presses its button."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.stay = False
        self._open: list[QMessageBox] = []
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def _look(self) -> None:
        """Once a box is up, see the same one again before it goes: what comes meanwhile would be a second."""
        open_boxes = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
        ]
        if len(open_boxes) > len(self._open):
            self.said += [f"{box.windowTitle()} {box.text()}" for box in open_boxes[len(self._open) :]]
        elif open_boxes and not self.stay:
            QApplication.activeModalWidget().close()
        self._open = open_boxes


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
    [said] = said_while_broken
    assert "What you entered is saved" in said
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


def test_a_fault_that_comes_again_and_again_is_not_piled_up(laptop: Laptop, boxes: Boxes) -> None:
    hand = laptop.sign_in()
    catch_faults(hand.window, laptop.place)
    boxes.stay = True
    fired = []

    def fail() -> None:
        fired.append(True)
        raise RuntimeError("BRENNAN, Nora")

    timers = [QTimer(hand.window, singleShot=True, interval=5) for _ in range(5)]
    for timer in timers:
        timer.timeout.connect(fail)
        timer.timeout.connect(lambda: setattr(boxes, "stay", len(fired) < len(timers)))
        timer.start()
    hand.wait_for(lambda: len(fired) == len(timers) and not boxes.is_open, "the faults to end")
    assert len(boxes.said) == 1
    assert len((laptop.place.parent / "faults.log").read_text().splitlines()) == len(timers)


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
    assert not boxes.said, "nobody is there to read it"
    assert laptop.lock_note.kept is Kept.NOT_ALL_TYPED, "what stood in the fields was not taken"
    assert "RuntimeError" in (laptop.place.parent / "faults.log").read_text()


def test_a_fault_on_the_way_to_the_cover_still_covers(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)

    def fail(self) -> None:
        raise RuntimeError("BRENNAN, Nora")

    monkeypatch.setattr(PhysicalChecksScreen, "commit", fail)
    with pytest.raises(RuntimeError):
        laptop.passes_idle(timedelta(minutes=3))
    assert says(hand, "This screen is covered")


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


def test_what_is_entered_is_saved_even_where_the_rules_cannot_be_worked_out(
    laptop: Laptop, boxes: Boxes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("BRENNAN, Nora: 84.6 kg")

    hand = laptop.sign_in()
    catch_faults(hand.window, laptop.place)
    begin_visit(hand)
    with monkeypatch.context() as broken:
        broken.setattr("app.views.open_consultation.assess", fail)
        story._measure(hand, "Weight.", "Weight, kg", "84.6")
        assert boxes.said
    weight = kept(hand, laptop).record(physical_checks.SECTION).weight
    assert str(weight.value) == "84.6"


def test_a_fault_in_the_save_itself_never_says_that_it_is_saved(
    laptop: Laptop, boxes: Boxes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    catch_faults(hand.window, laptop.place)
    begin_visit(hand)
    with monkeypatch.context() as broken:
        broken.setattr("app.models.consultations.save", fail_with_a_name)
        story._measure(hand, "Weight.", "Weight, kg", "84.6")
        assert boxes.said
        assert not [said for said in boxes.said if "What you entered is saved" in said]
        assert "The last answers are not saved yet" in boxes.said[-1]
        assert says(hand, "The last answer is not saved yet"), "and it can be tried again there"
    hand.window.lock()
    assert laptop.lock_note.kept is Kept.ALL, "it was tried again"


def test_a_fault_outside_a_visit_promises_nothing(
    laptop: Laptop, boxes: Boxes, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    catch_faults(hand.window, laptop.place)
    monkeypatch.setattr("app.views.people.add_person.add_person", fail_with_a_name)
    story.add_nora(hand, nothing)
    [said] = boxes.said
    assert "What you entered is saved" not in said
    assert "What was saved before is kept. Look whether the last thing you did is there." in said


def fail_with_a_name(*_args: object, **_more: object) -> None:
    raise RuntimeError("BRENNAN, Nora: 84.6 kg")
