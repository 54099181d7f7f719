import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.views.fields.search import Found, SearchField
from app.views.fields.secret import SecretField
from tests.views.fields.watching import leave, shown, told

pytestmark = pytest.mark.usefixtures("dressed")

MEDICINES = [
    Found("clozapine", "Clozapine", "antipsychotic"),
    Found("clonazepam", "Clonazepam"),
    Found("lithium", "Lithium"),
]


def find(typed: str) -> list[Found]:
    return [found for found in MEDICINES if found.words.lower().startswith(typed.strip().lower())]


def test_what_is_found_is_shown_while_typing(qtbot: QtBot) -> None:
    field = SearchField("Medicine", find)
    shown(qtbot, field)
    qtbot.keyClicks(field.line, "clo")
    assert field.is_open()
    assert field.list.model().rowCount() == 2
    qtbot.keyClicks(field.line, "x")
    assert not field.is_open()


def test_the_keyboard_alone_chooses_what_was_found(qtbot: QtBot) -> None:
    field = SearchField("Medicine", find)
    shown(qtbot, field)
    heard = told(field)
    qtbot.keyClicks(field.line, "clo")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(field.line, key)
    assert heard == [MEDICINES[0]]
    assert field.line.text() == "Clozapine"
    assert not field.is_open()


def test_a_press_chooses_what_was_found(qtbot: QtBot) -> None:
    field = SearchField("Medicine", find)
    shown(qtbot, field)
    heard = told(field)
    qtbot.keyClicks(field.line, "clo")
    place = field.list.visualRect(field.list.model().index(1, 0)).center()
    qtbot.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == [MEDICINES[1]]


def test_escape_closes_the_list_and_keeps_what_is_typed(qtbot: QtBot) -> None:
    field = SearchField("Medicine", find)
    shown(qtbot, field)
    qtbot.keyClicks(field.line, "clo")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert not field.is_open()
    assert field.line.text() == "clo"


def test_what_was_not_found_is_no_value_unless_own_words_are_allowed(qtbot: QtBot) -> None:
    strict, free = SearchField("Medicine", find), SearchField("Medicine", find, own_words=True)
    window = shown(qtbot, strict, free)
    heard = told(free)
    for field in (strict, free):
        field.line.setFocus()
        qtbot.keyClicks(field.line, "Herbal tea")
        leave(window)
    assert strict.value() is None
    assert heard == [Found(None, "Herbal tea")]


def test_a_name_typed_in_full_is_the_thing_found(qtbot: QtBot) -> None:
    field = SearchField("Medicine", find, own_words=True)
    window = shown(qtbot, field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "lithium")
    leave(window)
    assert field.value() == MEDICINES[2]


def test_emptying_the_line_takes_the_choice_back(qtbot: QtBot) -> None:
    field = SearchField("Medicine", find)
    shown(qtbot, field)
    field.set_value(MEDICINES[0])
    heard = told(field)
    field.line.clear()
    field.commit()
    assert heard == [None]


def test_a_row_says_all_of_itself_to_a_screen_reader(qtbot: QtBot) -> None:
    field = SearchField("Medicine", find)
    shown(qtbot, field)
    qtbot.keyClicks(field.line, "cloz")
    assert (
        field.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Clozapine. antipsychotic"
    )


def test_a_secret_is_hidden_until_it_is_asked_for(qtbot: QtBot) -> None:
    field = SecretField("Passphrase")
    shown(qtbot, field)
    qtbot.keyClicks(field.line, "four words with spaces ")
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    field.show_button.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.show_button.accessibleName() == "Hide the passphrase"
    assert field.secret() == "four words with spaces "
    field.clear()
    assert field.secret() == ""
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_by_the_letters_it_gives(qtbot: QtBot) -> None:
    field = SecretField("Passphrase")
    shown(qtbot, field)
    qtbot.keyClick(field.line, "a")
    assert not field.note.isVisible()
    qtbot.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not field.note.isVisible()
    qtbot.keyClick(field.line, "A", Qt.KeyboardModifier.NoModifier)
    assert "Caps Lock" in field.note.sentence.said()
    qtbot.keyClick(field.line, "b")
    assert not field.note.isVisible()


def test_a_complaint_about_a_secret_stays_while_letters_are_typed_rightly(qtbot: QtBot) -> None:
    field = SecretField("PIN", digits=True)
    shown(qtbot, field)
    field.refuse("That was not the PIN.")
    qtbot.keyClicks(field.line, "12345678")
    assert field.secret() == "123456"
    assert field.note.isVisible()
