import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.banner import Banner, Identity
from app.views.parts.buttons import Button, Kind
from app.views.parts.fit import clipped
from app.views.parts.layout import Beside, Column, Columns, Flow, Held, Row, Scrolled
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words, hold_dates

pytestmark = pytest.mark.usefixtures("dressed")

LONG = Identity(
    name="WILLIAMS-FEATHERSTONE-MONTGOMERY, Christopher Alexander Bartholomew (Mr)",
    known_as="Likes to be called Chris",
    born="14-Mar-1979 (47y)",
    nhs_number="999 068 7110",
    allergies="Allergies: penicillin (rash), aspirin (wheeze), co-trimoxazole (severe skin reaction), latex",
    needs="Needs: British Sign Language interpreter, large print 18 pt, extra time, a quiet room",
)


_kept: list[QWidget] = []
"""The window of the test that runs: Python would throw it away where a test does not name it."""


def window_with(qtbot: QtBot, *parts: QWidget, width: int = 1366, height: int = 768) -> QWidget:
    window = QWidget()
    _kept[:] = [window]
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    window.resize(width, height)
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    return window


@pytest.mark.parametrize("weight", [400, 600])
def test_held_dates_are_as_wide_as_others(dressed: QApplication, weight: int) -> None:
    letters = QFontMetrics(theme.font(14, weight))
    said = "Seen Mon 23-Nov-2026, born 16 Sep 1979, due 16-Sep"
    assert abs(letters.horizontalAdvance(hold_dates(said)) - letters.horizontalAdvance(said)) <= 1


def test_a_date_is_held_together_and_can_still_be_read() -> None:
    held = hold_dates("Seen Mon 23-Nov-2026, due 16-Sep")
    assert held.replace("\u2060", "").replace("\u00a0", " ") == "Seen Mon 23-Nov-2026, due 16-Sep"
    assert "23\u2060-\u2060Nov\u2060-\u20602026" in held
    assert "Mon\u00a023" in held
    assert hold_dates("as in 16 Sep 2026") == "as in 16\u00a0Sep\u00a02026"


def test_words_that_are_no_date_are_left_alone() -> None:
    assert hold_dates("co-trimoxazole 20-30 mg, a 24-hour line") == "co-trimoxazole 20-30 mg, a 24-hour line"


def test_markup_is_shown_and_never_obeyed(qtbot: QtBot) -> None:
    words = Words("<b>bold</b> &amp; <img src='x'>", wraps=True)
    qtbot.addWidget(words)
    assert words.textFormat() is Qt.TextFormat.PlainText
    assert words.text() == "<b>bold</b> &amp; <img src='x'>"


def test_a_screen_reader_hears_the_words_without_joiners(qtbot: QtBot) -> None:
    words = Words("Due 24-Nov-2026", wraps=True)
    qtbot.addWidget(words)
    assert words.accessibleName() == words.said() == "Due 24-Nov-2026"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1024, 1366])
def test_the_banner_wraps_and_never_cuts_a_name_or_an_allergy(
    dressed: QApplication, qtbot: QtBot, scale: float, width: int
) -> None:
    theme.wear(dressed, Theme.LIGHT, scale)
    banner = Banner(LONG)
    banner.show_evaluation(True)
    window = window_with(qtbot, banner, width=width)
    assert clipped(window) == []


def test_what_is_not_known_of_a_person_takes_no_room_in_the_banner(qtbot: QtBot) -> None:
    banner = Banner(LONG)
    banner.show_identity(Identity("DOE, Jo"))
    window_with(qtbot, banner)
    shown = {label.said() for label in banner.findChildren(Words) if label.isVisible()}
    assert shown == {"DOE, Jo"}


def test_the_lock_is_always_within_reach(qtbot: QtBot) -> None:
    banner = Banner(LONG)
    window_with(qtbot, banner)
    with qtbot.waitSignal(banner.lock_asked):
        qtbot.mouseClick(banner.lock, Qt.MouseButton.LeftButton)


def test_a_row_that_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    flow = Flow(*[Button(f"Button {n}") for n in range(6)])
    held = Held(flow)
    window_with(qtbot, held, width=400)
    assert flow.heightForWidth(400) > flow.heightForWidth(4000)
    rows = {child.y() for child in held.findChildren(Button)}
    assert len(rows) > 1


def test_what_is_hidden_takes_no_room_in_a_row_that_wraps(qtbot: QtBot) -> None:
    shown, hidden = Button("Shown"), Button("Hidden")
    flow = Flow(shown, hidden)
    held = Held(flow)
    qtbot.addWidget(held)
    both = flow.sizeHint().width()
    hidden.hide()
    assert flow.sizeHint().width() < both
    assert flow.sizeHint().width() == shown.sizeHint().width()


def test_columns_turn_when_they_have_no_room_side_by_side(qtbot: QtBot) -> None:
    left, right = Beside(Column(Words("Left")), 300), Held(Column(Words("Right")))
    columns = Columns((left, 0), (right, 1), turn_at=700)
    window = window_with(qtbot, columns, width=1000)
    assert not columns.is_turned()
    assert left.width() == 300
    assert right.x() > left.x()
    window.resize(600, 700)
    QApplication.processEvents()
    assert columns.is_turned()
    assert right.y() > left.y()
    assert left.width() > 300


def test_columns_turn_sooner_at_a_larger_text_size(dressed: QApplication, qtbot: QtBot) -> None:
    columns = Columns((Held(Column(Words("Left"))), 1), (Held(Column(Words("Right"))), 1), turn_at=700)
    window_with(qtbot, columns, width=1000)
    assert not columns.is_turned()
    theme.wear(dressed, Theme.LIGHT, 2.0)
    assert columns.is_turned()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_foot_folds_its_words_before_it_cuts_any(
    dressed: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.wear(dressed, Theme.LIGHT, scale)
    foot = StatusFoot("Save and continue")
    foot.show_saved("Saved at 10:58", "Saved")
    foot.show_folded(sections=True, prompts=3)
    foot.add(Button("Print the draft", Kind.PLAIN, icon="printer"))
    window = window_with(qtbot, foot, width=1366)
    assert clipped(window) == []
    assert foot.primary.text() == "Save and continue"
    assert foot.prompts.accessibleName() == "Show 3 prompts"
    assert (foot.back.text() == "") == (scale == 2.0)
    said = [words.said() for words in foot.findChildren(Words) if words.isVisible()]
    assert said == ["Saved at 10:58" if scale == 1.0 else "Saved"], "the saved state is words at every size"


def test_the_foot_says_what_is_not_saved(qtbot: QtBot) -> None:
    foot = StatusFoot("Go on")
    window_with(qtbot, foot)
    foot.show_unsaved("Not saved since 11:01")
    said = [label.said() for label in foot.findChildren(Words) if label.isVisible()]
    assert said == ["Not saved since 11:01"]


def test_the_fit_check_finds_what_is_cut_small_or_squeezed(qtbot: QtBot) -> None:
    cut = Words("Far too long for this place", Voice.BODY)
    cut.setFixedWidth(40)
    small = QRadioButton("Go")
    small.setFixedSize(60, 20)
    wide = Held(Row(Button("One long button"), Button("Another long button")))
    squeezed = Scrolled(wide)
    squeezed.setFixedSize(120, 100)
    found = clipped(window_with(qtbot, cut, small, squeezed))
    for expected in ("label 'Far too long", "target 'Go' is 60x20", "scrolls sideways"):
        assert any(expected in line for line in found), (expected, found)


def test_the_fit_check_finds_a_word_wider_than_its_wrapped_label(qtbot: QtBot) -> None:
    words = Words("Incomprehensibilities", wraps=True)
    words.setFixedWidth(50)
    assert any("Incomprehensib" in line for line in clipped(window_with(qtbot, words)))
