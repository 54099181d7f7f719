"""What stands under a prompt while it is decided or passed on: asked in steps, then kept or given up."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Flow, Held, Part
from app.views.parts.scrolling import bring_into_sight
from app.views.parts.words import Voice, Words


class AskingPanel(QWidget):
    """Questions above, what is still missing below them, and the two ways out; `closed` when it is over."""

    closed = Signal()

    def __init__(self, keep: str, *, name: str = "") -> None:
        """`keep` is what the button says that keeps it, `name` what a screen reader says instead."""
        super().__init__()
        self._wrong = Words("", Voice.ERROR, wraps=True)
        self.keep = Button(keep, Kind.OUTLINE, name=name)
        self.give_up = Button("Cancel", Kind.MUTED)
        self.give_up.clicked.connect(self.closed)

    def lay_out(self, *questions: Part) -> None:
        """Put the questions in order, once."""
        ways_out = Held(Flow(self.keep, self.give_up, gap=8))
        card = Card(*questions, self._wrong, ways_out, surface=Surface.WELL, margins=(18, 12, 18, 12))
        self.setLayout(Column(card))

    def say_what_is_wrong(self, words: str) -> None:
        """Say why it is not kept yet; nothing where there is nothing to say."""
        self._wrong.say(words)
        self._wrong.setVisible(bool(words))
        if words:
            # (The panel may be higher than what is seen of it: the sentence must be read.)
            QTimer.singleShot(0, self, lambda: bring_into_sight(self._wrong))

    def come_into_sight(self) -> None:
        """Scroll to the panel, once it has its new height."""
        QTimer.singleShot(0, self, lambda: bring_into_sight(self))
