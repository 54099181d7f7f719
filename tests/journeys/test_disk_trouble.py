"""The disk gives trouble in the middle of a visit: what is on the screen stays, to be saved later."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import event

from app.consultation import opening, physical_checks
from app.consultation.answers import value_of
from app.consultation.draft import State
from app.models import consultations
from app.models.engine import ONLY_READS
from app.models.folder import StoreFolder, is_in_use
from app.views.leaving import Leaving
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop, wait_for_workers
from tests.journeys.steps import begin_visit, consultation, kept, nothing, open_nora, says, typed

READ_ONLY, FULL = "query_only = ON", "max_page_count = 1"
TROUBLE = {READ_ONLY: "does not let the app write to the record", FULL: "The disk is full"}
NOT_SAVED = "The last answer is not saved yet"


@contextmanager
def disk_with(trouble: str, hand: Hand) -> Iterator[None]:
    """The store's own connections refuse to write, with the codes that the disk itself would give."""
    engine = hand.window.desk.session.store._engine

    def refuse(raw, record, _proxy) -> None:
        raw.execute("PRAGMA query_only = OFF")
        record.info[ONLY_READS] = False  # The store believes that it may write.
        raw.execute(f"PRAGMA {trouble}")

    def allow(raw, record, _proxy) -> None:
        record.info[ONLY_READS] = False
        raw.execute("PRAGMA max_page_count = 1000000")
        raw.execute("PRAGMA query_only = OFF")

    wait_for_workers()  # the record is looked after in one: the listeners must not change while it begins
    event.listen(engine, "checkout", refuse)
    try:
        yield
    finally:
        wait_for_workers()
        event.remove(engine, "checkout", refuse)
        event.listen(engine, "checkout", allow)


def go_on_until_it_is_refused(hand: Hand) -> None:
    """A full disk has room in its last page: one more answer, then another."""
    for times in range(1, 30):
        hand.choose(
            "How often do you have a drink with alcohol?", ("Never", "2 to 4 times a month")[times % 2]
        )
        if says(hand, NOT_SAVED):
            return


@pytest.mark.parametrize("trouble", TROUBLE, ids=["read-only", "full"])
def test_an_answer_that_cannot_be_saved_stays_on_the_screen_and_is_saved_when_there_is_room(
    laptop: Laptop, trouble: str
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story._open(hand, "Alcohol.")
    hand.choose(f"Alcohol: {story.HOW}", "Self-reported")
    with disk_with(trouble, hand):
        go_on_until_it_is_refused(hand)
        assert says(hand, NOT_SAVED)
        assert says(hand, "It is kept on this screen.")
        assert says(hand, TROUBLE[trouble])
        assert says(hand, "Not saved yet")
        story._measure(hand, "Weight.", "Weight, kg", "84.6")
        assert typed(hand, "Weight, kg") == "84.6"
        hand.press("Try again")
        assert says(hand, NOT_SAVED)
    hand.press("Try again")
    assert not says(hand, NOT_SAVED)
    assert says(hand, "Saved at 10:42")
    assert kept(hand, laptop).records == consultation(hand).draft.records
    assert str(value_of(kept(hand, laptop).record(physical_checks.SECTION).weight)) == "84.6"


def test_the_next_answer_saves_the_one_before_as_well(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    with disk_with(READ_ONLY, hand):
        story._measure(hand, "Weight.", "Weight, kg", "84.6")
    story._measure(hand, "Height.", "Height, cm", "165")
    checks = kept(hand, laptop).record(physical_checks.SECTION)
    assert [str(value_of(checks.weight)), str(value_of(checks.height))] == ["84.6", "165"]


def test_nobody_goes_home_from_an_answer_that_is_not_saved(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    open_nora(hand)
    with disk_with(READ_ONLY, hand):
        hand.write("What matters to you today?", "To sleep through.", leave=False)
        hand.press("Home")
        assert hand.window.desk.visit is not None, "the words would be gone"
        assert says(hand, NOT_SAVED)
        assert typed(hand, "What matters to you today?") == "To sleep through."
    hand.press("Home")
    assert hand.window.desk.visit is None
    store = hand.window.desk.session.store
    [waiting] = consultations.open_drafts(store, laptop.clock())
    draft = consultations.resume(store, waiting.id, laptop.clock())
    assert value_of(draft.record(opening.SECTION).what_matters) == "To sleep through."


def test_a_visit_that_cannot_be_signed_now_can_be_signed_later(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Finish and sign")
    with disk_with(READ_ONLY, hand):
        hand.press("Sign this visit")
        assert says(hand, "The visit was not ended")
        assert says(hand, "All that was saved is kept.")
        assert consultation(hand).draft.state is State.DRAFT
    hand.press("Sign this visit")
    assert says(hand, "This visit is signed")
    assert kept(hand, laptop).state is State.SIGNED


def test_a_visit_that_cannot_be_begun_is_said_plainly_at_home(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    with disk_with(READ_ONLY, hand):
        open_nora(hand)
        assert hand.window.desk.visit is None
        assert says(hand, "The visit could not be opened")
        assert says(hand, TROUBLE[READ_ONLY])
    open_nora(hand)
    assert hand.window.desk.visit is not None


def weight_in_store(hand: Hand, laptop: Laptop) -> str:
    """Nora's weight as the next sign-in finds it."""
    store = hand.window.desk.session.store
    [waiting] = consultations.open_drafts(store, laptop.clock())
    checks = consultations.resume(store, waiting.id, laptop.clock()).record(physical_checks.SECTION)
    return str(value_of(checks.weight))


def weigh(hand: Hand) -> None:
    story._measure(hand, "Weight.", "Weight, kg", "84.6")


@pytest.mark.parametrize("leave", ["lock", "close"])
def test_an_answer_that_could_not_be_saved_is_tried_again_before_the_app_ends(
    laptop: Laptop, leave: str
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    with disk_with(READ_ONLY, hand):
        weigh(hand)
        assert says(hand, NOT_SAVED)
    getattr(hand.window, leave)()
    fresh = laptop.sign_in()
    assert weight_in_store(fresh, laptop) == "84.6"


def test_a_lock_waits_for_no_disk_and_the_sign_in_says_that_the_last_answers_are_gone(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    with disk_with(READ_ONLY, hand):
        weigh(hand)
        laptop.passes_idle(timedelta(minutes=3))
        assert says(hand, "The last answers are not saved yet")
        laptop.passes_idle(timedelta(minutes=7))
    assert laptop.started_again == 1
    assert not is_in_use(StoreFolder(laptop.place))
    fresh = laptop.open()
    assert says(fresh, "Locked at 10:52 after 10 quiet minutes")
    assert says(fresh, "The last answers could not be saved and are gone.")
    assert not says(fresh, "All is saved")
    assert not says(fresh, "Nora")


def asked_to_stay(hand: Hand) -> Leaving | None:
    hand.settle()
    return next((box for box in hand.window.findChildren(Leaving) if box.isVisible()), None)


def answer(box: Leaving, words: str) -> None:
    [button] = [button for button in box.buttons() if button.text() == words]
    button.click()
    QApplication.processEvents()


def test_nobody_closes_the_window_over_an_answer_that_is_not_saved_without_being_asked(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    with disk_with(READ_ONLY, hand):
        weigh(hand)
        hand.window.close()
        box = asked_to_stay(hand)
        assert "The last answers are not saved." in box.informativeText()
        answer(box, "Stay")
        assert hand.window.isVisible()
        assert typed(hand, "Weight, kg") == "84.6"
        hand.window.close()
        answer(asked_to_stay(hand), "Close, and lose it")
    assert not hand.window.isVisible()
    assert not is_in_use(StoreFolder(laptop.place))


def test_what_is_typed_and_not_kept_is_named_before_the_window_closes(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story._open(hand, "Weight.")
    hand.write("Weight, kg", "84.6", leave=False)
    hand.window.close()
    assert asked_to_stay(hand).informativeText().startswith("Weight: ")
    answer(asked_to_stay(hand), "Stay")
    hand.go_to("Medicines")
    hand.window.close()
    assert asked_to_stay(hand).informativeText() == "Physical checks: something typed there is not kept."


def test_the_question_goes_under_the_cover_and_says_nothing_of_the_record_over_it(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story._open(hand, "Weight.")
    hand.write("Weight, kg", "84.6", leave=False)
    hand.window.close()
    assert asked_to_stay(hand) is not None
    laptop.passes_idle(timedelta(minutes=3))
    assert asked_to_stay(hand) is None
    assert says(hand, "what was still being typed waits under this cover")
    hand.window.close()
    assert "Weight" not in asked_to_stay(hand).informativeText()


def test_details_of_a_person_that_were_typed_and_not_kept_are_asked_about_too(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    hand.press("Add a person")
    hand.window.close()
    assert not hand.window.isVisible(), "nothing was typed"
    hand = laptop.sign_in()
    hand.press("Add a person")
    hand.write("Family name", "Brennan", leave=False)
    hand.window.close()
    assert asked_to_stay(hand).informativeText() == "The person is not added yet."
    answer(asked_to_stay(hand), "Close, and lose it")
    assert not hand.window.isVisible()
