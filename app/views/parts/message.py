"""A message in three parts: what happened, what is kept, what to do."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal

from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Barred
from app.views.parts.layout import Column, Flow, Held, Margins, Row
from app.views.parts.pictures import Picture
from app.views.parts.prompt_card import Act
from app.views.parts.words import Voice, Words


class Weight(StrEnum):
    """How grave a message is."""

    CALM = "calm"
    CHECK = "check"
    GRAVE = "grave"
    GOOD = "good"


_LOOK = {
    Weight.CALM: ("primary", "info", "primary"),
    Weight.CHECK: ("warn_bar", "warning", "warn"),
    Weight.GRAVE: ("danger", "warning", "danger"),
    Weight.GOOD: ("success", "tick", "success"),
}


ROOMY: Margins = (20, 12, 16, 12)
TIGHT: Margins = (16, 4, 8, 6)


class Message(Barred):
    """What happened as a heading; what is kept and what to do below it; buttons tell `acted(key)`."""

    acted = Signal(str)

    def __init__(
        self,
        what_happened: str,
        what_is_kept: str = "",
        what_to_do: str = "",
        *,
        weight: Weight = Weight.CALM,
        acts: Sequence[Act] = (),
    ) -> None:
        bar, icon, ink = _LOOK[weight]
        super().__init__(bar)
        self.picture = Picture(icon, 22, ink, stroke=2.2)
        self.happened = Words(what_happened, Voice.SUBHEADING, wraps=True)
        self.kept = Words(what_is_kept, Voice.SMALL_TEXT, wraps=True)
        self.to_do = Words(what_to_do, Voice.SMALL_TEXT, wraps=True)
        self.buttons = [self._make_button(act, first=at == 0) for at, act in enumerate(acts)]
        self._head = Row(self.picture, (self.happened, 1), gap=10)
        self._acts = Held(Flow(*self.buttons, gap=4, line_gap=4))
        if not self.buttons:
            self._acts.hide()
        self._box = Column(self._head, self.kept, self.to_do, self._acts, gap=6, margins=ROOMY)
        self._is_tight = False
        self.setLayout(self._box)
        self.say(what_happened, what_is_kept, what_to_do)

    def say(
        self,
        what_happened: str,
        what_is_kept: str = "",
        what_to_do: str = "",
        *,
        weight: Weight | None = None,
    ) -> None:
        """Show another message in the same place."""
        for words, said in (
            (self.happened, what_happened),
            (self.kept, what_is_kept),
            (self.to_do, what_to_do),
        ):
            words.say(said)
            words.setVisible(bool(said))
        if weight is not None:
            bar, icon, ink = _LOOK[weight]
            self.picture.draw(icon, ink)
            self.show_bar(bar)
        self.setAccessibleName(" ".join(part for part in (what_happened, what_is_kept, what_to_do) if part))

    def show_tight(self, tight: bool) -> None:
        """Where there is little height the buttons stand beside the heading, with less room around."""
        if tight == self._is_tight:
            return
        self._is_tight = tight
        (self._head if tight else self._box).addWidget(self._acts)
        self._box.keep_edges(TIGHT if tight else ROOMY)

    def _make_button(self, act: Act, *, first: bool) -> Button:
        button = Button(act.words, Kind.OUTLINE if first else Kind.PLAIN)
        button.clicked.connect(lambda: self.acted.emit(act.key))
        return button
