"""The foot of a screen: Back, what is saved, one primary button."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Gap, Held, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words


class StatusFoot(QFrame):
    """Tells `went_back` and `went_on`; the saved state is said in words with a mark."""

    went_back = Signal()
    went_on = Signal()
    sections_asked = Signal()
    prompts_asked = Signal()

    def __init__(self, primary: str = "", back: str = "Back") -> None:
        """An empty `primary` or `back` has no button."""
        super().__init__()
        self.setProperty("look", "foot")
        self.back = Button(back, Kind.PLAIN, icon="arrow_left")
        self.sections = Button("Sections", Kind.PLAIN, icon="menu")
        self.prompts = Button("Prompts", Kind.PLAIN, icon="bulb")
        self.primary = Button(primary, Kind.PRIMARY)
        self._mark = Picture("tick", 18, "success", stroke=2.6)
        self._words = Words("", Voice.SMALL)
        self._full = self._short = ""
        self._saved_row = Row(self._mark, self._words)
        self._saved = Held(self._saved_row)
        self._saved.hide()
        self._extra_row = QHBoxLayout()
        self._extra_row.setContentsMargins(0, 0, 0, 0)
        self._extra = Held(self._extra_row)
        self._extra.hide()
        left = (self.back, self.sections, self.prompts, self._extra)
        right = (self._saved, Gap(4), self.primary)
        self._row = Row(*left, Stretch(), *right, margins=(24, 8, 24, 8))
        self.setLayout(self._row)
        self.name_buttons(primary, back)
        self.show_folded(sections=False, prompts=None)
        self.back.clicked.connect(self.went_back)
        self.primary.clicked.connect(self.went_on)
        self.sections.clicked.connect(self.sections_asked)
        self.prompts.clicked.connect(self.prompts_asked)

    def name_buttons(self, primary: str, back: str = "Back") -> None:
        """Give the two buttons other words; an empty one goes away."""
        for button, words in ((self.primary, primary), (self.back, back)):
            button.say(words)
            button.setVisible(bool(words))
        self._fold()

    def show_folded(self, *, sections: bool, prompts: int | None, now: int = 0, today: int = 0) -> None:
        """Show buttons for what has no room: the sections, and the prompts with their number.

        `now` and `today` of them cannot wait: that is said instead, and in its colour.
        """
        self.sections.setVisible(sections)
        self.prompts.setVisible(prompts is not None)
        if prompts is not None:
            words = "1 prompt" if prompts == 1 else f"{prompts} prompts"
            kind = Kind.GRAVE if now else Kind.PRESSING if today else Kind.PLAIN
            self.prompts.show_kind(kind, "bulb" if kind is Kind.PLAIN else "warning")
            self.prompts.say(_pressing(now, today) or words, f"Show {words}{_heard(now, today)}")
        self._fold()

    def show_saved(self, words: str, short: str = "") -> None:
        """Say that all is saved, as in "Saved at 10:58"; `short` is said where there is less room."""
        self._say(words, "tick", "success", Voice.SMALL, short)

    def show_unsaved(self, words: str) -> None:
        """Say that something is not on the disk yet."""
        self._say(words, "warning", "danger", Voice.ERROR)

    def add(self, part: QWidget) -> None:
        """Put one more thing beside Back, such as a button to print."""
        self._extra_row.addWidget(part)
        self._extra.show()
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Never hold the window open: folding its words is what makes room."""
        return QSize(10, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Fold again: before they were shown its words had not the size that the style sheet gives them."""
        self._fold()

    def restyle(self) -> None:
        """Fold again at another text size."""
        self._fold()

    def _fold(self) -> None:
        """First the saved words become short, then the buttons at the left give way to their icons.

        The saved words give way to their mark only where nothing else is left to fold.
        """
        layout = self._row
        buttons = [button for button in self.findChildren(Button) if button is not self.primary]
        for level in range(5):
            self._words.say(self._full if level == 0 else self._short)
            self._words.setVisible(level < 4)
            for button in buttons:
                is_count = button is self.prompts
                button.show_words(level < (3 if is_count else 2))
            for inner in (self._saved_row, self._extra_row, layout):
                inner.invalidate()
                inner.activate()
            if layout.minimumSize().width() <= self.width():
                return

    def _say(self, words: str, icon: str, token: str, voice: Voice, short: str = "") -> None:
        self._full, self._short = words, short or words
        self._mark.draw(icon, token, words)
        self._words.speak(voice)
        self._saved.setVisible(bool(words))
        self._fold()


def _pressing(now: int, today: int) -> str:
    """What cannot wait, in few words."""
    parts = ((now, "to do now"), (today, "for today"))
    return ", ".join(f"{count} {words}" for count, words in parts if count)


def _heard(now: int, today: int) -> str:
    said = _pressing(now, today)
    return f": {said}" if said else ""
