"""The line under a field: what was refused and why, or what to look at again."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.parts.layout import Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words


class State(StrEnum):
    """How a typed answer stands."""

    FINE = ""
    CHECK = "check"
    REFUSED = "refused"


_LOOK = {
    State.FINE: (Voice.SMALL, "info", "text_muted", ""),
    State.CHECK: (Voice.CAUTION, "warning", "warn", "Check"),
    State.REFUSED: (Voice.ERROR, "warning", "danger", "Not kept"),
}


class Note(QWidget):
    """An icon and a sentence; it takes no room while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("", State.FINE)
        self.picture = Picture("warning", 18, "danger", stroke=2.2)
        self.sentence = Words("", Voice.ERROR, wraps=True)
        row = Row(self.picture, (self.sentence, 1), gap=8)
        row.setAlignment(self.picture, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)
        self.hide()

    def say(self, sentence: str, state: State) -> None:
        """Show a sentence and read it out; an empty one hides the line."""
        if (sentence, state) != self._shown:
            self._shown = (sentence, state)
            self._show(sentence, state)
        if sentence:
            announce(self.sentence, sentence)

    @property
    def is_refused(self) -> bool:
        """Whether it says why something is not kept."""
        sentence, state = self._shown
        return bool(sentence) and state is State.REFUSED

    def _show(self, sentence: str, state: State) -> None:
        if sentence:  # What is about to be hidden is not dressed first: that is what costs time.
            voice, icon, token, meaning = _LOOK[state]
            self.picture.draw(icon, token, meaning)
            self.sentence.speak(voice)
        self.sentence.say(sentence)
        self.setVisible(bool(sentence))


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence."""
    # Imported here: building these classes takes time of which the sign-in window has none.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def mark(edit: QLineEdit, state: State, description: str) -> None:
    """Colour the border of a line by how its answer stands, and describe it to a screen reader."""
    edit.setAccessibleDescription(description)
    if edit.property("state") != state.value:
        edit.setProperty("state", state.value)
        edit.style().unpolish(edit)
        edit.style().polish(edit)
