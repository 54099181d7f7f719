"""What many journeys do, and what they look at."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from app.models import consultations
from app.views import plan_output
from app.views.open_consultation import OpenConsultation
from demo import story
from demo.hand import Hand
from tests.journeys.a_begun_visit import put_in_a_begun_visit
from tests.journeys.laptop import Laptop
from tests.reports.reading import seen

HOME_MENU = "Menu: colleagues, look, backup"


def nothing(_name: str) -> None:
    """No pictures in a test."""


def hold_first_visit(hand: Hand) -> None:
    """Everything up to the signature."""
    for part in (
        story.add_nora,
        story.opening,
        story.physical_checks,
        story.how_life_is_going,
        story.medicines,
        story.carers,
        story.crisis_plan,
        story.what_we_found,
        story.care_plan,
    ):
        part(hand, nothing)


def begin_visit(hand: Hand) -> None:
    """A visit with Nora after its opening: the physical checks are in sight."""
    put_in_a_begun_visit(hand.window.desk.session)
    hand.window.desk.home.refresh()
    open_nora(hand)
    hand.press("Start")


def with_a_danger(laptop: Laptop) -> Hand:
    """A visit with Nora in which something must be done now."""
    hand = laptop.sign_in()
    begin_visit(hand)
    find_a_danger(hand)
    return hand


def find_a_danger(hand: Hand) -> None:
    """A very high blood pressure with a warning sign, entered in the physical checks."""
    story._pressure(hand, (186, 124), (184, 122))
    story._open(hand, "Warning signs now.")
    hand.choose("Warning signs now", "Severe headache")


def open_nora(hand: Hand) -> None:
    """Open the visit of the one person on the list, or carry it on."""
    hand.go_to(story.PERSON)
    hand.key(Qt.Key.Key_Return)


def open_the_facts(hand: Hand, place: str = "In clinic") -> None:
    """The four compulsory facts, and on."""
    hand.press("Full name")
    hand.press("Date of birth")
    hand.choose("Where are we?", place)
    hand.choose("Who else is present?", "Nobody else")
    hand.press("Start")


def consultation(hand: Hand) -> OpenConsultation:
    """The visit in hand."""
    return hand.window.desk.visit.consultation


def kept(hand: Hand, laptop: Laptop):
    """The visit in hand as it stands on the disk."""
    visit = consultation(hand)
    return consultations.resume(visit.session.store, visit.draft.id, laptop.clock())


def typed(hand: Hand, name: str) -> str:
    """What stands in a field in sight."""
    field = hand.find((QLineEdit, QPlainTextEdit), name)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def says(hand: Hand, words: str) -> bool:
    """Whether these words are in sight."""
    return any(words in said for said in hand.reads())


def at_the_keys(hand: Hand, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
    """Press a key as the window system would bring it, through the window and not to a control."""
    QTest.keyClick(hand.window.windowHandle(), key, modifier)
    hand.settle()


def give_pin(hand: Hand, pin: str) -> None:
    """Type a PIN where one is asked for."""
    hand.write("PIN", pin, leave=False)
    hand.key(Qt.Key.Key_Return)


def plan_pages(hand: Hand) -> list[str]:
    """The words on each page of the plan as it would be printed now."""
    return seen(plan_output.plan_pdf(consultation(hand)))


def choose_in_menu(hand: Hand, button: str, entry: str) -> None:
    """Open a menu and press one of its entries."""
    hand.press(button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [action] = [action for action in menu.actions() if action.text() == entry]
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )
    hand.settle()


def show_colleagues(hand: Hand) -> None:
    """From home to the accounts."""
    choose_in_menu(hand, HOME_MENU, "Colleagues")
