"""One action in hand: what, who, by when, its place in the order."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.consultation.apart import is_told_alone
from app.consultation.care_plan import Action, Owner
from app.views.fields.answers import Option, options
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.note import State
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Beside, Column, Columns, Flow, Held, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words
from app.views.sections.asking import show
from app.views.sections.care_plan.owners import (
    NAMED,
    carers_named,
    chosen_owner,
    line_on_paper,
    owned_by,
)

HINTS = {Owner.CARER: "The carer's name", Owner.ASK: "Whom we will ask"}


class ActionForm(QWidget):
    """Tells `edited(action)`, `moved(by)`, `remove_asked` and `closed`."""

    edited = Signal(object)
    moved = Signal(int)
    remove_asked = Signal()
    closed = Signal()

    def __init__(self, consultation: OpenConsultation, action: Action) -> None:
        super().__init__()
        self._consultation, self._action = consultation, action
        self._worker = consultation.session.store.staff.name
        self.what = TextField("What", hint="What will be done", longest=300, in_pauses=True)
        self.owner = Choice("Who", self._owners(), compact=True, fills=True)
        self.name = TextField("Name of the owner", longest=120)
        self.by_when = DayField("By when", earliest=consultation.session.today)
        self.up = Button("Up", Kind.PLAIN, icon="chevron_up", name="Move up")
        self.down = Button("Down", Kind.PLAIN, icon="chevron_down", name="Move down")
        self.remove = Button("Remove", Kind.MUTED)
        self.done = Button("Done", Kind.OUTLINE, name="Close this action")
        self._build()
        self._listen()

    def _owners(self) -> tuple[Option, ...]:
        called = self._consultation.person.called
        return options(
            PERSON=called,
            WORKER=self._consultation.session.first_name,
            TEAM="The team",
            CARER="A carer",
            ASK="We ask ...",
        )

    def _build(self) -> None:
        self._paper = Words("", Voice.SMALL, wraps=True)
        self._because = Words("", Voice.SMALL, wraps=True)
        self._picks = Flow(gap=4, line_gap=4)
        self._pick_buttons: dict[str, Button] = {}
        names = Held(Column(self.name, Held(self._picks), gap=4))
        self._name_line = _line("Name", names)
        picture = Picture("info", 18, "primary")
        self._paper_line = Held(Row(picture, (self._paper, 1), gap=8))
        buttons = Held(Flow(self.done, self.up, self.down, self.remove, gap=4))
        lines = (
            _line("What", self.what),
            _line("Who", self.owner),
            self._name_line,
            _line("By when", self.by_when),
        )
        self.setLayout(
            Column(*lines, self._paper_line, self._because, buttons, gap=8, margins=(18, 8, 16, 8))
        )

    def _listen(self) -> None:
        self.what.edited.connect(lambda words: self._take(what=words or ""))
        self.name.edited.connect(lambda words: self._take(owner_name=words or ""))
        self.by_when.edited.connect(lambda day: self._take(by_when=day))
        self.owner.edited.connect(self._take_owner)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.remove_asked)
        self.done.clicked.connect(self._finish)

    def show_action(self, action: Action) -> None:
        """Show the action as it stands."""
        self._action = action
        show(self.what, action.what or None)
        show(self.by_when, action.by_when)
        chosen = chosen_owner(action, self._worker)
        pressed = self.owner.value()
        if chosen is not None or pressed != action.owner.name:
            show(self.owner, chosen.name if chosen else None)
        self._name_line.setVisible(self.owner.value() in [owner.name for owner in NAMED])
        show(self.name, action.owner_name or None)
        self.name.line.setPlaceholderText(HINTS.get(action.owner, ""))
        self._show_picks(action)
        self._paper.say(line_on_paper(action))
        self._paper_line.setVisible(bool(self._paper.said()))
        because = self._prompt_behind(action)
        self._because.say(f"From the prompt: {because}" if because else "")
        self._because.setVisible(bool(because))

    def _prompt_behind(self, action: Action) -> str:
        """The title of the prompt that led here; what is told alone is not named before others."""
        book = self._consultation.session.rulebook
        if action.because_of not in book:
            return ""
        rule = book[action.because_of]
        return "" if is_told_alone(rule) and not self._consultation.is_private else rule.title

    def show_place(self, *, first: bool, last: bool) -> None:
        """Only a move that is possible is offered."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def commit(self) -> None:
        """Take what is typed as final."""
        self.what.commit()
        self.name.commit()
        self.by_when.commit()

    @property
    def has_refused(self) -> bool:
        """Whether something typed here was not kept: it must not go out of sight."""
        return self.by_when.state() is State.REFUSED

    def _finish(self) -> None:
        """Done, unless the day as typed is not kept: then the keyboard goes there."""
        self.commit()
        if self.has_refused:
            self.by_when.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    def _show_picks(self, action: Action) -> None:
        """The carers' names, to be pressed instead of typed."""
        for name in carers_named(self._consultation.draft):
            if name not in self._pick_buttons:
                button = Button(name, Kind.PLAIN, name=f"It is {name}")
                button.clicked.connect(lambda _on=False, name=name: self._take(owner_name=name))
                self._pick_buttons[name] = button
                self._picks.addWidget(button)
        wanted = action.owner is Owner.CARER and not action.owner_name
        names = carers_named(self._consultation.draft)
        for name, button in self._pick_buttons.items():
            button.setVisible(wanted and name in names)

    def _take_owner(self, key: str | None) -> None:
        owner = Owner.ASK if key is None else Owner[key]
        if key is None:
            self._action = msgspec.structs.replace(self._action, owner_name="")
        changed = owned_by(self._action, owner, self._worker)
        self.edited.emit(changed)
        self._name_line.setVisible(key in [each.name for each in NAMED])

    def _take(self, **changed: object) -> None:
        changed_action = msgspec.structs.replace(self._action, **changed)
        if changed_action != self._action:
            self.edited.emit(changed_action)


def _line(caption: str, field: QWidget) -> QWidget:
    words = Words(caption, Voice.SMALL_STRONG)
    stop = field.first_stop() if hasattr(field, "first_stop") else field
    words.setBuddy(stop)
    body = Held(Row((field, 1))) if not isinstance(field, DayField) else Held(Row(field, Stretch()))
    return Columns((Beside(Column(words, margins=(0, 11, 0, 0)), 66), 0), (body, 1), gap=10, turn_at=380)
