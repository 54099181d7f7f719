"""The look that the app wears now: theme and text size, changed while it is open.

One look per process, because Qt has one palette per application; each window wears the one style sheet.
Whatever must redo something when the look changes has a method `restyle()`; `wear` calls it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.views.look import stylesheet
from app.views.look.tokens import LIGHT, THEMES, Theme, Tokens

RESOURCES = Path(__file__).parents[3] / "resources"
FAMILY = "Atkinson Hyperlegible Next"

TEXT_PX = 16
SMALL_PX = 14


class _Worn:
    """What is worn now."""

    tokens: Tokens = LIGHT
    scale: float = 1.0


def tokens() -> Tokens:
    """The colours worn now."""
    return _Worn.tokens


def scale() -> float:
    """The text size worn now: 1.0, 1.5 or 2.0."""
    return _Worn.scale


@contextmanager
def measured_at(text_scale: float) -> Iterator[None]:
    """Measure at a text size of one's own: for a part of the window that is larger than the rest of it.

    Nothing is dressed by it. What measures later, as in painting, remembers the size it was measured at.
    """
    before, _Worn.scale = _Worn.scale, text_scale
    try:
        yield
    finally:
        _Worn.scale = before


def px(design_px: float) -> int:
    """Pixels at the text size worn now."""
    return round(design_px * _Worn.scale)


def colour(token: str) -> QColor:
    """The colour of a token, by its name in `Tokens`."""
    return QColor(getattr(_Worn.tokens, token))


def font(size_px: float = TEXT_PX, weight: int = 400) -> QFont:
    """The app's font at the text size worn now, for painted words: style sheets do not reach them."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(size_px * _Worn.scale)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def load_fonts(folder: Path = RESOURCES / "fonts") -> None:
    """Load the screen's own fonts, before the first widget: a bare machine would measure with another."""
    for file in sorted(folder.glob("AtkinsonHyperlegibleNext_*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"The font {file.name} could not be loaded.")


def new_application(name: str) -> QApplication:
    """The application in the Fusion style. Asked for by argument, because `setStyle` hands back a style,
    and building its Python class takes 10 ms of a start that a member of staff waits for."""
    app = QApplication([name, "-style", "fusion"])
    app.setApplicationName(name)
    app.setApplicationDisplayName(name)
    load_fonts()
    app.setProperty("dressed", True)
    _wear_colours(app)
    return app


def wear(app: QApplication, theme: Theme = Theme.LIGHT, text_scale: float = 1.0) -> None:
    """Wear a look: whatever is dressed wears it at once, and every open window measures itself again."""
    _Worn.tokens, _Worn.scale = THEMES[theme], text_scale
    if not app.property("dressed"):
        load_fonts()
        app.setStyle("Fusion")
        app.setProperty("dressed", True)
    _wear_colours(app)
    if app.styleSheet():  # where a part is looked at by itself, without a window
        dress(app)
    for top in app.topLevelWidgets():
        if top.styleSheet():
            dress(top)
        restyle_all(top)


def _wear_colours(app: QApplication) -> None:
    app.setPalette(palette(_Worn.tokens))
    app.setFont(font())


def dress(wearer: QApplication | QWidget) -> None:
    """Put the style sheet on a finished window; what is put into the window later wears it too.

    Not on the application: Qt would read it into a part anew at each step of its making, which was a third
    of the time to home. Who wears this sheet is left alone, for the same reason.
    """
    made = sheet()
    if wearer.styleSheet() != made:
        wearer.setStyleSheet(made)


def sheet() -> str:
    """The style sheet in the colours and at the text size that hold now."""
    return stylesheet.made_of(_Worn.tokens, _Worn.scale, FAMILY)


def restyle_all(top: QWidget) -> None:
    """Let a widget and all within it take on the look."""
    for each in (top, *top.findChildren(QObject)):
        restyle = getattr(each, "restyle", None)
        if restyle is not None:
            restyle()


_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_alt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface_alt",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "text_muted",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.Accent: "primary",
}


def palette(worn: Tokens) -> QPalette:
    """Every role of Qt's palette, so that the system's own dialogs wear the theme too."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(getattr(worn, token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(worn.text_muted))
    return made
