"""Possible duplicates: everybody who may be the same person, each to be decided before anybody is added."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.people import PersonSummary
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Flow, Held, empty
from app.views.parts.words import Voice, Words
from app.views.people.person_words import alike_words, counted, list_name, told_apart

_WHEN = "Whoever is alike in name, birth date or NHS number is shown here as soon as those are known."

_NOBODY = "Nobody kept here is alike in name, birth date or NHS number."


class Alike(QWidget):
    """Stands beside the form; `same` tells whom to open, `decided` that one more was settled."""

    same = Signal(str)
    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[PersonSummary, ...] = ()
        self._is_compared = False
        self._not_the_same: set[str] = set()
        self.buttons: dict[str, tuple[Button, Button]] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._heading = Words("Is it one of these?", Voice.HEADING, wraps=True)
        self._explained = Words("", Voice.SMALL, wraps=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Card(self._heading, self._explained, Held(self._list), gap=8))
        self._fill()

    @property
    def undecided(self) -> tuple[PersonSummary, ...]:
        """Those of whom nobody has said yet whether they are the same person."""
        return tuple(person for person in self._shown if person.id not in self._not_the_same)

    @property
    def shown(self) -> tuple[PersonSummary, ...]:
        """Everybody who is alike, decided or not."""
        return self._shown

    def show_people(self, people: Sequence[PersonSummary], *, compared: bool = False) -> None:
        """Show who is alike now; what was decided of somebody before holds.

        `compared` says that there was enough to look for somebody: then nobody alike is said in words.
        """
        if (tuple(people), compared) != (self._shown, self._is_compared):
            self._shown, self._is_compared = tuple(people), compared
            self._fill()

    def _fill(self) -> None:
        empty(self._list)
        self.buttons = {}
        for person in self._shown:
            row = self._make_row(person)
            self._list.addWidget(row)
            row.show()
        self._heading.say("Is it one of these?" if self._shown else "Already kept here?")
        known = counted(len(self._shown), "person here is", "people here are")
        nobody = _NOBODY if self._is_compared else _WHEN
        self._explained.say(f"{known} alike in name, birth date or NHS number." if self._shown else nobody)

    def _make_row(self, person: PersonSummary) -> QWidget:
        name = list_name(person.family_name, person.given_name)
        words = Column(
            Words(name, Voice.STRONG, wraps=True),
            Words(told_apart(person.birth_date, person.nhs_number), Voice.SMALL, wraps=True),
            Words(alike_words(person), Voice.SMALL_STRONG, wraps=True),
            gap=2,
        )
        if person.id in self._not_the_same:
            return Card(words, Words("Not the same person.", Voice.SMALL_STRONG), surface=Surface.WELL, gap=4)
        same = Button("This is the same person: open", Kind.OUTLINE, name=f"The same person: open {name}")
        other = Button("Not the same", Kind.PLAIN, name=f"{name} is not the same person")
        same.clicked.connect(lambda: self.same.emit(person.id))
        other.clicked.connect(lambda: self._decide(person.id))
        self.buttons[person.id] = (same, other)
        buttons = Held(Flow(same, other, gap=4, line_gap=4))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        return Card(words, buttons, surface=Surface.WELL, gap=8)

    def _decide(self, person_id: str) -> None:
        self._not_the_same.add(person_id)
        self._fill()
        left = next(iter(self.buttons.values()), None)
        if left is not None:
            left[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.decided.emit()
