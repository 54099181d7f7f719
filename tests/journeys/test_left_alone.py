"""Nobody touches the laptop, or somebody must not see it: cover, lock, and what is kept meanwhile."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.consultation import dialog, physical_checks
from app.consultation.answers import Known
from app.models import consultations
from app.models.folder import StoreFolder, is_in_use
from app.services.idle import LockedBecause
from app.services.lock_note import Kept
from app.views.welcome.cover import Cover
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import (
    at_the_keys,
    begin_visit,
    consultation,
    give_pin,
    nothing,
    open_nora,
    says,
    typed,
)
from tests.prepared_store import NURSE

COVER, LOCK = timedelta(minutes=3), timedelta(minutes=10)
OF_NORA = ("Nora", "BRENNAN", "Brennan", "1979", "999 068", "penicillin", "allotment")


def is_covered(hand: Hand) -> bool:
    return bool(hand.window.findChildren(Cover)) and hand.window.findChildren(Cover)[-1].isVisible()


def weight_half_typed(hand: Hand) -> None:
    story._open(hand, "Weight.")
    hand.write("Weight, kg", "84.6", leave=False)


def everything_said(hand: Hand) -> str:
    """Every word and name that can be seen or heard now, the window's title among them."""
    seen = [w for w in hand.window.findChildren(QWidget) if w.isVisible()]
    names = [w.accessibleName() for w in seen] + [w.accessibleDescription() for w in seen]
    words = [w.text() for w in seen if hasattr(w, "text")] + [w.toolTip() for w in seen]
    return "\n".join([*names, *words, hand.window.windowTitle()])


def test_three_quiet_minutes_cover_the_visit_and_the_cover_names_nobody(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    assert any(word in everything_said(hand) for word in OF_NORA), "the test can see"
    laptop.passes_idle(COVER - timedelta(seconds=1))
    assert not is_covered(hand)
    laptop.passes_idle(timedelta(seconds=1))
    assert is_covered(hand)
    said = everything_said(hand)
    assert "This screen is covered" in said
    assert not [word for word in OF_NORA if word in said]


def test_the_pin_lifts_the_cover_to_the_same_screen_with_what_was_typed(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    weight_half_typed(hand)
    laptop.passes_idle(COVER)
    give_pin(hand, NURSE.pin)
    assert not is_covered(hand)
    assert hand.window.desk.visit.current == "physical_checks"
    assert typed(hand, "Weight, kg") == "84.6"
    laptop.passes_idle(COVER - timedelta(seconds=1))
    assert not is_covered(hand), "the three minutes begin anew"


def test_four_wrong_pins_are_counted_aloud_and_the_fifth_locks(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    laptop.passes_idle(COVER)
    for left in (4, 3, 2, 1):
        give_pin(hand, "9999")
        assert f"{left} {'try is' if left == 1 else 'tries are'} left" in everything_said(hand)
        assert is_covered(hand)
    assert laptop.started_again == 0
    give_pin(hand, "9999")
    assert laptop.started_again == 1
    assert not is_in_use(StoreFolder(laptop.place))


@pytest.mark.parametrize(
    "leave_alone",
    [
        pytest.param(lambda laptop, hand: laptop.passes_idle(LOCK), id="ten quiet minutes"),
        pytest.param(lambda laptop, hand: sleep_for(laptop, timedelta(hours=1)), id="a sleep of an hour"),
    ],
)
def test_a_lock_keeps_what_is_half_typed_and_lets_go_of_the_record(
    laptop: Laptop, leave_alone: Callable[[Laptop, Hand], object]
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.choose("Blood pressure: how we know", "Declined")
    story._open(hand, "Weight.")
    hand.choose("Weight: how we know", "Measured today")
    weight_half_typed(hand)
    leave_alone(laptop, hand)
    assert laptop.started_again == 1
    assert laptop.lock_note.kept is Kept.ALL
    assert not is_in_use(StoreFolder(laptop.place)), "another window can open it"

    fresh = laptop.sign_in()
    open_nora(fresh)
    weight = consultation(fresh).draft.record(physical_checks.SECTION).weight
    assert isinstance(weight, Known)
    assert str(weight.value) == "84.6"


def sleep_for(laptop: Laptop, span: timedelta) -> None:
    laptop.clock.passes(span)
    laptop.windows[-1].tick()


def at_home(_hand: Hand) -> None:
    """Signed in, nothing opened."""


def in_a_visit(hand: Hand) -> None:
    begin_visit(hand)


def on_the_turned_screen(hand: Hand) -> None:
    begin_visit(hand)
    hand.go_to("How life is going")
    hand.press("Turn the screen to Nora")


def while_adding_somebody(hand: Hand) -> None:
    hand.press("Add a person")
    hand.write("Family name", "Brennan", leave=False)


@pytest.mark.parametrize("somewhere", [at_home, in_a_visit, on_the_turned_screen, while_adding_somebody])
def test_ctrl_l_locks_from_anywhere(laptop: Laptop, somewhere: Callable[[Hand], None]) -> None:
    hand = laptop.sign_in()
    somewhere(hand)
    at_the_keys(hand, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert laptop.started_again == 1
    assert not is_in_use(StoreFolder(laptop.place))


def test_ctrl_l_locks_while_a_dialog_is_open(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Finish and sign")
    seen = []

    def press_ctrl_l() -> None:
        dialog_window = QApplication.activeModalWidget()
        assert isinstance(dialog_window, QFileDialog)
        QTest.keyClick(dialog_window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        seen.append((laptop.started_again, is_in_use(StoreFolder(laptop.place))))
        dialog_window.reject()

    QTimer.singleShot(300, press_ctrl_l)
    hand.press("Save the plan as a PDF")
    assert seen == [(1, False)]


def test_touches_on_the_turned_screen_count(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    on_the_turned_screen(hand)
    for rating in range(1, 8):
        laptop.passes_idle(COVER - timedelta(seconds=5))
        at_the_keys(hand, getattr(Qt.Key, f"Key_{rating}"))
        at_the_keys(hand, Qt.Key.Key_N)
        at_the_keys(hand, Qt.Key.Key_Return)
        assert not is_covered(hand)
    answers = consultation(hand).draft.record(dialog.SECTION)
    assert [answers.area(item.key).rating.value for item in dialog.record.ITEMS[:7]] == list(range(1, 8))
    laptop.passes_idle(COVER)
    assert is_covered(hand)
    give_pin(hand, NURSE.pin)
    assert says(hand, "Question 8 of 11"), "the person goes on where they were"


def test_a_freeze_never_covers_the_turned_screen_and_a_sleep_does(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    on_the_turned_screen(hand)
    laptop.clock.passes_in_a_freeze(timedelta(seconds=40))
    at_the_keys(hand, Qt.Key.Key_5)
    assert not is_covered(hand)
    sleep_for(laptop, timedelta(seconds=6))
    assert is_covered(hand)


def test_a_lock_on_the_turned_screen_keeps_every_rating(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    on_the_turned_screen(hand)
    at_the_keys(hand, Qt.Key.Key_5)
    laptop.passes_idle(LOCK)
    assert laptop.started_again == 1

    fresh = laptop.sign_in()
    store = fresh.window.desk.session.store
    [waiting] = consultations.open_drafts(store, laptop.clock())
    draft = consultations.resume(store, waiting.id, laptop.clock())
    assert draft.record(dialog.SECTION).area(dialog.record.ITEMS[0].key).rating.value == 5


def test_the_window_can_be_closed_in_the_middle_and_nothing_is_lost(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    open_nora(hand)
    hand.write("What matters to you today?", "To sleep through.", leave=False)
    hand.window.close()
    assert not is_in_use(StoreFolder(laptop.place))
    fresh = laptop.sign_in()
    open_nora(fresh)
    assert typed(fresh, "What matters to you today?") == "To sleep through."


def test_five_wrong_pins_on_the_turned_screen_lock_and_the_right_one_gives_the_laptop_back(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("How life is going")
    hand.press("Turn the screen to Nora")
    hand.press("Stop for now")
    give_pin(hand, "9999")
    assert not hand.sees("Home"), "nothing of the record with a wrong PIN"
    assert says(hand, "That was not the PIN. 4 tries are left")
    give_pin(hand, NURSE.pin)
    assert hand.sees("Turn the screen to Nora")

    hand.press("Turn the screen to Nora")
    hand.press("Stop for now")
    for _ in range(5):
        assert not laptop.started_again
        give_pin(hand, "9999")
    assert laptop.started_again == 1
    assert laptop.lock_note.because is LockedBecause.PIN
