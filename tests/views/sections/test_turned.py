"""The turned screen: the person alone with one question, and a PIN to give the laptop back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QScrollBar, QWidget

from app.consultation import dialog
from app.consultation.answers import Known, Unknown, WhyNot, is_answered
from app.consultation.dialog.record import ITEMS, AreaAnswer
from app.consultation.opening.record import Company
from app.models.store import Store
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.parts.words import Words
from app.views.turned.screen import TurnedScreen
from tests.sizes import LOOKS, SCALES, in_audit
from tests.views.sections.visit_in_hand import (
    alone,
    begun,
    known,
    on_show,
    orla,
    rated,
    saved_draft,
    second_visit,
    wear,
)


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> Any:
    return begun(store, second_visit(), opening=alone())


@pytest.fixture
def screen(visit: Any, qtbot: Any) -> Any:
    screen = on_show(qtbot, TurnedScreen(visit), 1366, 768)
    screen.begin()
    return screen


def area(visit: Any, key: str) -> AreaAnswer:
    return saved_draft(visit).record(dialog.SECTION).area(key)


def press(qtbot: Any, screen: Any, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(screen.focusWidget() or screen, key)


def test_each_question_starts_empty_in_its_official_words(screen: Any) -> None:
    assert screen.question._question.said() == "How satisfied are you with your mental health?"
    assert screen.question._number.said() == "Question 1 of 11"
    assert not any(button.isChecked() for button in screen.findChildren(QRadioButton))


def test_the_whole_of_it_goes_by_the_keyboard(visit: Any, screen: Any, qtbot: Any) -> None:
    for number, item in enumerate(ITEMS):
        rating = number % 7 + 1
        press(qtbot, screen, Qt.Key(Qt.Key.Key_0 + rating), Qt.Key.Key_Y if number % 2 else Qt.Key.Key_N)
        stored = area(visit, item.key)
        assert isinstance(stored.rating, Known)
        assert stored.rating.value == rating
        assert isinstance(stored.more_help, Known)
        assert stored.more_help.value is bool(number % 2)
        press(qtbot, screen, Qt.Key.Key_Return)
    assert screen.page is screen.hand_back
    assert screen.hand_back.go_on.isVisible()


def test_the_same_number_again_keeps_the_answer_and_another_replaces_it(
    visit: Any, screen: Any, qtbot: Any
) -> None:
    press(qtbot, screen, Qt.Key.Key_4, Qt.Key.Key_4)
    assert area(visit, "mental_health").rating.value == 4
    press(qtbot, screen, Qt.Key.Key_6)
    assert area(visit, "mental_health").rating.value == 6


def test_a_touch_answers_and_a_second_touch_takes_it_back(visit: Any, screen: Any, qtbot: Any) -> None:
    qtbot.mouseClick(screen.question.cards.card(2), Qt.MouseButton.LeftButton)
    assert area(visit, "mental_health").rating.value == 2
    qtbot.mouseClick(screen.question.cards.card(2), Qt.MouseButton.LeftButton)
    assert area(visit, "mental_health").rating == Unknown()


def test_enter_on_an_answer_never_chooses_it(visit: Any, screen: Any, qtbot: Any) -> None:
    screen.question.cards.card(3).setFocus()
    press(qtbot, screen, Qt.Key.Key_Return)
    assert area(visit, "mental_health").rating == Unknown()
    assert screen.page is screen.skip


def test_going_on_without_an_answer_asks_once(visit: Any, screen: Any) -> None:
    screen.question.next.click()
    assert screen.page is screen.skip
    screen.skip.back.click()
    assert screen.page is screen.question
    screen.question.next.click()
    assert screen.number == 2
    assert area(visit, "mental_health").rating == Unknown()


@pytest.mark.parametrize("why", [WhyNot.RATHER_NOT_SAY, WhyNot.NOT_SURE, WhyNot.DOES_NOT_APPLY])
def test_a_question_is_skipped_with_a_reason(visit: Any, screen: Any, why: WhyNot) -> None:
    screen.question.skip.click()
    screen.skip.reasons[why].click()
    assert area(visit, "mental_health").rating == Unknown(why)
    assert screen.number == 2
    screen.question.back.click()
    assert screen.question.cards.value() is None


def test_an_answer_given_before_can_be_skipped_without_a_reason(visit: Any, screen: Any, qtbot: Any) -> None:
    press(qtbot, screen, Qt.Key.Key_5)
    screen.question.skip.click()
    screen.skip.no_reason.click()
    assert area(visit, "mental_health").rating == Unknown()
    assert screen.number == 2


def test_going_back_shows_the_answer_of_today(screen: Any, qtbot: Any) -> None:
    press(qtbot, screen, Qt.Key.Key_5, Qt.Key.Key_Y, Qt.Key.Key_Return)
    assert screen.question.cards.value() is None
    assert screen.question.yes_no.value() is None
    screen.question.back.click()
    assert (screen.question.cards.value(), screen.question.yes_no.value()) == (5, True)


def test_escape_stops_and_the_person_may_go_on(visit: Any, screen: Any, qtbot: Any) -> None:
    press(qtbot, screen, Qt.Key.Key_3, Qt.Key.Key_Escape)
    assert screen.page is screen.hand_back
    assert area(visit, "mental_health").rating.value == 3
    screen.hand_back.go_on.click()
    assert screen.page is screen.question
    assert screen.number == 1


def test_coming_back_begins_with_the_first_open_question(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    record = rated(mental_health=4).with_area("physical_health", AreaAnswer(rating=Unknown(WhyNot.NOT_SURE)))
    screen = on_show(qtbot, TurnedScreen(begun(store, opening=alone(), dialog=record)), 1366, 768)
    screen.begin()
    assert screen.number == 3


def test_only_a_pin_leads_out_and_a_wrong_one_is_said(screen: Any, qtbot: Any) -> None:
    screen.question.stop.click()
    with qtbot.assertNotEmitted(screen.leave_asked):
        screen.hand_back.open.click()
        qtbot.keyClicks(screen.hand_back.pin.line, "4")  # a rating too many is no try of the PIN
        qtbot.keyClick(screen.hand_back.pin.line, Qt.Key.Key_Return)
    assert screen.hand_back.pin.secret() == ""
    qtbot.keyClicks(screen.hand_back.pin.line, "1234")
    with qtbot.waitSignal(screen.leave_asked) as asked:
        qtbot.keyClick(screen.hand_back.pin.line, Qt.Key.Key_Return)
    assert asked.args == ["1234"]
    screen.show_wrong_pin("That PIN does not fit. 4 tries are left.")
    assert screen.hand_back.pin.secret() == ""
    assert screen.hand_back.pin.note.isVisible()
    screen.leave()
    assert screen.hand_back.pin.secret() == ""


def test_digits_of_the_pin_never_rate(visit: Any, screen: Any, qtbot: Any) -> None:
    screen.question.stop.click()
    qtbot.keyClicks(screen.hand_back.pin.line, "5")
    assert area(visit, "mental_health").rating == Unknown()


def words_in_sight(screen: QWidget) -> str:
    labels = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    names = [w.accessibleName() for w in screen.findChildren(QWidget) if w.isVisible()]
    return " | ".join([*labels, *names])


def test_no_page_shows_staff_content_names_or_last_times_rating(visit: Any, screen: Any, qtbot: Any) -> None:
    pages = [words_in_sight(screen)]
    screen.question.skip.click()
    pages.append(words_in_sight(screen))
    screen.skip.back.click()
    screen.question.stop.click()
    pages.append(words_in_sight(screen))
    for words in pages:
        for hidden in (
            visit.session.store.staff.name,
            "Ann",
            "Brennan",
            orla().name,
            "Last time",
            "16-Sep",
            "Prompt",
        ):
            assert hidden not in words


def sizes_of_words(screen: TurnedScreen) -> tuple[int, ...]:
    """The answers, the question, the second question, a button: pixels."""
    page = screen.question
    labels = (page._question, page._more_help, page.next)
    return (page.cards.card(1).words_px(), *(label.font().pixelSize() for label in labels))


def number_on_card(screen: TurnedScreen) -> int:
    card = screen.question.cards.card(1)
    return round(card._size.number * card._scale)


def margins(screen: TurnedScreen) -> tuple[int, int, int]:
    """How far the answers stand from the left and the right edge, and the button from the lower one."""
    page = screen.question
    first, last = page.cards.card(1), page.cards.card(7)
    right = last.mapTo(screen, last.rect().topRight()).x()
    low = page.next.mapTo(screen, page.next.rect().bottomRight()).y()
    return first.mapTo(screen, first.rect().topLeft()).x(), screen.width() - right, screen.height() - low


ROOMS = [
    pytest.param(1.0, (1366, 768), 2, id="a small laptop"),
    pytest.param(1.0, (1366, 700), 1, id="a small laptop with a taskbar"),
    pytest.param(1.0, (1024, 768), 1, id="a small tablet"),
    pytest.param(1.0, (1920, 1080), 3, id="a large screen"),
    pytest.param(1.5, (1366, 768), 0, id="a small laptop at 150 %"),
    pytest.param(1.5, (1920, 1080), 1, id="a large screen at 150 %"),
    pytest.param(2.0, (1366, 768), 0, id="a small laptop at 200 %"),
]


@pytest.mark.parametrize(("scale", "size", "steps"), ROOMS)
def test_each_larger_step_is_larger_in_every_word_and_keeps_the_margins(
    store: Store, dressed: QApplication, qtbot: Any, scale: float, size: tuple[int, int], steps: int
) -> None:
    wear(dressed, Theme.LIGHT, scale)
    screen = on_show(qtbot, TurnedScreen(begun(store, opening=alone())), *size)
    screen.begin()
    qtbot.wait(20)
    before, usual_number = sizes_of_words(screen), number_on_card(screen)
    usual_margins, usual_picture = margins(screen), screen.grab().toImage()
    for _ in range(steps):
        assert screen.question.larger.text().strip() == "Larger words"
        screen.question.larger.click()
        qtbot.wait(20)
        now = sizes_of_words(screen)
        assert all(larger > smaller for larger, smaller in zip(now, before, strict=True))
        assert number_on_card(screen) >= usual_number
        assert margins(screen)[:2] == usual_margins[:2]
        assert margins(screen)[2] >= theme.px(8)
        assert_all_in_sight(screen)
        before = now
    if steps:
        assert screen.question.larger.text().strip() == "Usual words"
        screen.question.larger.click()
        qtbot.wait(20)
        assert screen.grab().toImage() == usual_picture
    else:
        assert not screen.question.larger.isVisible(), "what cannot grow is not offered"


def assert_all_in_sight(screen: TurnedScreen) -> None:
    """Every question fits without scrolling, its seven answers in one row."""
    for number in range(len(ITEMS)):
        screen._show(number)
        QApplication.processEvents()
        assert not any(bar.isVisible() for bar in screen.question.findChildren(QScrollBar)), number
        assert clipped(screen) == []
    screen._show(0)
    QApplication.processEvents()
    cards = [screen.question.cards.card(rating) for rating in range(1, 8)]
    assert len({card.mapTo(screen, card.rect().topLeft()).y() for card in cards}) == 1


def test_larger_words_dress_nothing_but_the_turned_screen(
    screen: Any, dressed: QApplication, qtbot: Any
) -> None:
    behind = on_show(qtbot, Words("Behind it"), 300, 60)
    sheet = dressed.styleSheet()
    screen.question.larger.click()
    assert (theme.scale(), dressed.styleSheet()) == (1.0, sheet)
    assert behind.font().pixelSize() == 16
    assert screen.skip.back.font().pixelSize() > 19
    screen.leave()
    assert screen.skip.back.font().pixelSize() == 19


def test_words_that_no_longer_fit_become_smaller_with_their_window(screen: Any, qtbot: Any) -> None:
    screen.question.larger.click()
    screen.question.larger.click()
    screen.resize(1024, 600)
    qtbot.wait(20)
    assert screen.question.step == 1
    assert screen.question.next.font().pixelSize() == 19


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", [(1366, 768), in_audit((1920, 1080))])
def test_all_seven_stay_in_one_row_in_sight_and_nothing_is_cut(
    store: Store, dressed: QApplication, qtbot: Any, look: Theme, scale: float, size: tuple[int, int]
) -> None:
    wear(dressed, look, scale)
    screen = on_show(qtbot, TurnedScreen(begun(store, opening=alone(), dialog=rated(mental_health=4))), *size)
    screen.begin()
    qtbot.wait(20)
    assert clipped(screen) == []
    cards = [screen.question.cards.card(rating) for rating in range(1, 8)]
    assert len({card.mapTo(screen, card.rect().topLeft()).y() for card in cards}) == 1
    assert len({card.width() for card in cards}) <= 2
    for card in cards:
        assert card.visibleRegion().boundingRect() == card.rect()
    assert min(card.width() for card in cards) >= theme.px(56)
    screen.question.skip.click()
    qtbot.wait(20)
    assert clipped(screen) == []
    screen.skip.back.click()
    screen.question.stop.click()
    qtbot.wait(20)
    assert clipped(screen) == []


def test_an_answer_is_known_as_the_persons_own(visit: Any, screen: Any, qtbot: Any) -> None:
    press(qtbot, screen, Qt.Key.Key_7)
    assert area(visit, "mental_health").rating == visit.known(7)
    assert known(7).how == area(visit, "mental_health").rating.how


def test_personal_safety_is_not_asked_while_somebody_else_may_look_on(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    with_somebody = begun(store, second_visit(), opening=alone(company=known(Company.WITH_CARER)))
    screen = on_show(qtbot, TurnedScreen(with_somebody), 1366, 768)
    screen.begin()
    for number in range(1, 11):
        assert screen.question._number.said() == f"Question {number} of 10", "no gap says that one waits"
        assert "safety" not in screen.question._question.said()
        press(qtbot, screen, Qt.Key.Key_4, Qt.Key.Key_Return)
    assert screen.page is screen.hand_back
    assert not is_answered(area(with_somebody, "personal_safety").rating)
    screen.hand_back.go_on.click()
    for _ in range(3):
        screen.question.back.click()
        assert "safety" not in screen.question._question.said()
