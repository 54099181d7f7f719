"""One side effect: whether it was noticed, and only then how much it bothers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.consultation.medicines.record import Bother, Effect, Presence, SideEffect
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.parts.layout import Beside, Column, Columns, Hair
from app.views.parts.words import Voice, Words

SEGMENTS_PX = 384
TURNS_UNDER_PX = 560
DOES_IT_BOTHER = "Does it bother you?"


class EffectRow(QWidget):
    """A row of segments of one width, so that answers line up; the second row appears below it."""

    answered = Signal(object)

    def __init__(self, effect: Effect) -> None:
        super().__init__()
        self.effect = effect
        self.presence = _segments(effect.words, Presence)
        self.bother = _segments(f"{effect.words}: does it bother you", Bother)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        asked = Words(effect.words, Voice.STRONG, wraps=True)
        asked.setBuddy(self.presence)
        self._second = _line(Words(DOES_IT_BOTHER, Voice.SMALL, wraps=True, align=right), self.bother)
        self.hair = Hair()
        rows = Column(_line(asked, self.presence), self._second, gap=6, margins=(20, 7, 20, 7))
        self.setLayout(Column(self.hair, rows, gap=0))
        self._second.hide()
        self.presence.edited.connect(self._noticed)
        self.bother.edited.connect(self._tell)

    def show_effect(self, said: SideEffect | None) -> None:
        """Show what was said of it today."""
        self.presence.set_value(said.presence.name if said else None)
        self.bother.set_value(said.bother.name if said and said.bother else None)
        self._second.setVisible(said is not None and said.is_noticed)

    def _noticed(self, _key: str | None) -> None:
        said = self._said()
        if said is None or not said.is_noticed:
            self.bother.clear()
        self._tell()

    def _said(self) -> SideEffect | None:
        presence, bother = self.presence.value(), self.bother.value()
        if presence is None:
            return None
        said = SideEffect(key=self.effect.key, presence=Presence[presence])
        if bother is None or not said.is_noticed:
            return said
        return SideEffect(key=said.key, presence=said.presence, bother=Bother[bother])

    def _tell(self) -> None:
        self.answered.emit(self._said())


def _segments(name: str, answers: type[Presence] | type[Bother]) -> Choice:
    return Choice(name, [Option(a.name, str(a.value)) for a in answers], fills=True, compact=True)


def _line(words: Words, choice: Choice) -> Columns:
    return Columns(
        (words, 1), (Beside(Column(choice), SEGMENTS_PX), 0), gap=10, turn_at=TURNS_UNDER_PX, top=False
    )
