import sys

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.views.look import icons, theme
from app.views.look.stylesheet import made_of
from app.views.look.tokens import THEMES, Theme, Tokens
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Row
from app.views.parts.words import Words


def test_the_apps_own_font_is_loaded_and_used(dressed: QApplication) -> None:
    assert theme.FAMILY in QFontDatabase.families()
    assert QFontInfo(theme.font()).family() == theme.FAMILY


@pytest.mark.parametrize("tokens", THEMES.values(), ids=lambda tokens: tokens.theme.value)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_leaves_no_placeholder(tokens: Tokens, scale: float) -> None:
    sheet = made_of(tokens, scale, theme.FAMILY)
    assert "$" not in sheet
    assert f"font-size: {round(16 * scale)}px" in sheet


def test_an_open_window_takes_another_theme_and_size_at_once(dressed: QApplication, qtbot: QtBot) -> None:
    button = Button("Save", Kind.PRIMARY, icon="tick")
    window = Words("")
    qtbot.addWidget(window)
    window.setLayout(Row(button, gap=10, margins=(10, 10, 10, 10)))
    window.show()
    before, small_icon = button.sizeHint(), button.icon().cacheKey()
    theme.wear(dressed, Theme.DARK, 2.0)
    assert button.sizeHint().height() == 2 * before.height()
    assert window.layout().spacing() == 20
    assert window.layout().contentsMargins().left() == 20
    assert button.iconSize().width() == 40
    assert button.icon().cacheKey() != small_icon
    assert dressed.palette().window().color().name().upper() == THEMES[Theme.DARK].canvas


def test_every_icon_can_be_drawn_in_any_colour(dressed: QApplication) -> None:
    names = [file.stem for file in (theme.RESOURCES / "icons").glob("*.svg")]
    assert len(names) > 40
    for name in names:
        assert "currentColor" in icons.drawing(name), name
        image = icons.pixmap(name, 24, "#FF0000").toImage()
        inks = {
            image.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 200
        }
        assert inks == {"#ff0000"}, name


def test_an_icon_that_has_no_drawing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.drawing("no such icon")


def test_a_button_is_a_target_for_a_finger_and_is_never_squeezed(dressed: QApplication, qtbot: QtBot) -> None:
    for button in (Button("Go"), Button("", icon="pencil", name="Change"), Button("Next", turned=True)):
        qtbot.addWidget(button)
        assert min(button.sizeHint().width(), button.sizeHint().height()) >= 44
        assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().height() >= 56


def test_padding_for_an_icon_never_reaches_the_screen_reader(dressed: QApplication, qtbot: QtBot) -> None:
    button: QPushButton = Button("Lock", icon="lock")
    qtbot.addWidget(button)
    assert button.text() != "Lock"
    assert button.accessibleName() == "Lock"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_painter_call_gives_back_its_reference_to_none(dressed: QApplication) -> None:
    # PySide6 6.12.0 loses one at each void call on Python 3.11, and aborts in the middle of a paint.
    pixmap, pen = QPixmap(4, 4), QPen()
    painter = QPainter(pixmap)
    before = sys.getrefcount(None)
    for _ in range(5000):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) <= 50
