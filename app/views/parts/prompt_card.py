"""A prompt: its level in words, what to do, why on request, at most three buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Barred
from app.views.parts.layout import Column, Flow, Part, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words

_MOST_BUTTONS = 3


class Level(StrEnum):
    """How soon, from the rules, and `good` for what goes well."""

    NOW = "now"
    URGENT = "urgent"
    SOON = "soon"
    ROUTINE = "routine"
    NOTE = "note"
    GOOD = "good"


@dataclass(frozen=True)
class _LevelLook:
    words: str
    icon: str
    bar: str
    ink: str
    voice: Voice


_LOOKS = {
    Level.NOW: _LevelLook("Act now", "warning", "danger", "danger", Voice.ERROR),
    Level.URGENT: _LevelLook("Today", "warning", "warn_bar", "warn", Voice.CAUTION),
    Level.SOON: _LevelLook("Soon", "calendar", "primary", "primary", Voice.INFO),
    Level.ROUTINE: _LevelLook("Routine", "clock", "line_strong", "text_muted", Voice.EYEBROW),
    Level.NOTE: _LevelLook("To know", "info", "line_strong", "text_muted", Voice.EYEBROW),
    Level.GOOD: _LevelLook("Going well", "tick", "success", "success", Voice.GOOD),
}


@dataclass(frozen=True)
class Act:
    """A button of a prompt: its key, its words."""

    key: str
    words: str


class PromptCard(Barred):
    """Tells `acted(key)` for its buttons and `opened(bool)` when Why is opened or closed."""

    acted = Signal(str)
    opened = Signal(bool)

    def __init__(
        self,
        level: Level,
        title: str,
        sentence: str,
        acts: Sequence[Act] = (),
        *,
        whom: str = "",
        also: str = "",
        why: QWidget | None = None,
    ) -> None:
        """`also` is said in bold under the sentence; `why` is shown above the buttons once Why is pressed."""
        look = _LOOKS[level]
        super().__init__(look.bar)
        if len(acts) > _MOST_BUTTONS:
            raise ValueError(f"A prompt has at most {_MOST_BUTTONS} buttons, not {len(acts)}")
        self._title, self._why = title, why
        self.setAccessibleName(f"{look.words}: {title}. {sentence}")
        head: list[Part] = [Picture(look.icon, 18, look.ink, stroke=2.2), Words(look.words, look.voice)]
        if whom:
            head.append(Words(whom, Voice.SMALL))
        head.append(Stretch())
        self.why_button: Button | None = None
        if why is not None:
            self.why_button = self._make_why(why)
            head.append(self.why_button)
        body = Words(sentence, Voice.SMALL_TEXT, wraps=True)
        parts: list[Part] = [Row(*head), Words(title, Voice.SUBHEADING, wraps=True), body]
        if also:
            parts.append(Words(also, Voice.SMALL_STRONG, wraps=True))
        if why is not None:
            parts.append(why)
        self.buttons = [self._make_button(act, first=at == 0) for at, act in enumerate(acts)]
        if self.buttons:
            parts.append(Flow(*self.buttons, gap=4, line_gap=4))
        self.setLayout(Column(*parts, gap=4, margins=(20, 8 if why is not None else 12, 12, 10)))

    def show_why(self, shown: bool) -> None:
        """Open or close the reasons."""
        if self._why is None or self.why_button is None:
            return
        self._why.setVisible(shown)
        self.why_button.show_icon("chevron_up" if shown else "chevron_down")
        self.why_button.say("Why", f"{'Close' if shown else 'Open'} why: {self._title}")
        self.opened.emit(shown)

    def _make_why(self, why: QWidget) -> Button:
        why.hide()
        button = Button(
            "Why", Kind.PLAIN, icon="chevron_down", icon_after=True, name=f"Open why: {self._title}"
        )
        button.clicked.connect(lambda: self.show_why(why.isHidden()))
        return button

    def _make_button(self, act: Act, *, first: bool) -> Button:
        button = Button(act.words, Kind.OUTLINE if first else Kind.PLAIN, name=f"{act.words}: {self._title}")
        button.clicked.connect(lambda: self.acted.emit(act.key))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
