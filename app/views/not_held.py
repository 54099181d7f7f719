"""A visit that did not take place, put down in a few presses: why, what was tried, what happens next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.care_plan import Action, Owner
from app.consultation.not_held import NOBODY_CAME, TELL_SOMEBODY, NotHeld, Tried, WhyNotHeld, missing_in
from app.consultation.red_flags import EMERGENCY_CARD
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.own_words import WordsField
from app.views.fields.text import TextField
from app.views.fields.tick_list import TickList
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.people.person_words import list_name, told_apart
from app.views.sections.asking import options_of
from app.views.sections.care_plan.owners import owned_by
from app.views.sections.chips import Chips

_WIDEST = 900
SAFETY = {
    WhyNotHeld.UNWELL: EMERGENCY_CARD,
    WhyNotHeld.UNSAFE: "Leave now, and ring 999 if anybody is in danger. Your own safety comes first. "
    "Tell the duty nurse or your team lead today.",
}


class NotHeldScreen(QWidget):
    """`kept` tells the record; `closed` that the visit goes on after all."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self.setAccessibleName("The visit did not take place")
        self._consultation = consultation
        session = consultation.session
        self.why = Chips("Why did it not take place?", options_of(WhyNotHeld))
        self.tried = TickList("What was tried", options_of(Tried))
        self.told = TextField("Whom did you tell?", hint="Name and role", longest=120)
        self.note = WordsField("Anything the next one should know", height=64, own=False)
        self.next_what = TextField("What happens next", hint="Try again, ring, ask the team ...", longest=300)
        self.next_who = Choice(
            "Who does it",
            options(WORKER=session.first_name, TEAM="The team", ASK="Somebody else"),
            compact=True,
        )
        self.next_name = TextField("Who that is", longest=120)
        self.next_day = DayField("By when", earliest=session.today)
        self.safety = Message("", weight=Weight.GRAVE)
        self.foot = StatusFoot("Keep this record", "Go on with the visit")
        self._build()
        self._listen()
        self._show_what_matters()

    def _build(self) -> None:
        person = self._consultation.person
        self._told_line = Held(_asked("Whom did you tell?", self.told))
        self._name_line = Held(_asked("Who that is", self.next_name))
        self._tried_part = Held(_asked("What was tried", self.tried))
        happened = Card(
            Words("Why did it not take place?", Voice.HEADING, wraps=True),
            self.why,
            self.safety,
            self._told_line,
            self._tried_part,
            _asked("Anything the next one should know", self.note),
            gap=8,
        )
        self._after = Card(
            Words("What happens next", Voice.HEADING, wraps=True),
            Words(f"It is asked about at the next visit to {person.called}.", Voice.SMALL, wraps=True),
            _asked("What", self.next_what),
            _asked("Who", self.next_who),
            self._name_line,
            _asked("By when", self.next_day),
            gap=8,
        )
        title = Words(f"The visit to {person.called} did not take place", Voice.TITLE, wraps=True)
        name = list_name(person.family_name, person.given_name)
        whose = Words(f"{name}. {told_apart(person.birth_date, person.nhs_number)}", Voice.MUTED, wraps=True)
        head = Column(title, whose, gap=0)
        body = Column(head, happened, self._after, Stretch(), gap=14, margins=(28, 16, 28, 20))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(Scrolled(Held(Row((Sized(Held(body), at_most=_WIDEST), 100), Stretch(), gap=0))), 1)
        box.addWidget(self.foot)

    def _listen(self) -> None:
        self.why.edited.connect(lambda _key: self._show_what_matters())
        self.next_who.edited.connect(lambda _key: self._show_what_matters())
        self.foot.went_back.connect(self.closed)
        self.foot.went_on.connect(self.keep)

    def first_stop(self) -> QWidget:
        """The first reason."""
        return self.why.first_stop()

    def keep(self) -> None:
        """Tell the record, once what it needs is there."""
        for field in (self.told, self.note, self.next_what, self.next_name, self.next_day):
            field.commit()
        why = self._reason()
        missing = ("why",) if why is None else missing_in(self._record(why))
        if missing or why is None:
            self.foot.show_unsaved("Still to say: " + "; ".join(missing))
            return
        self.kept.emit(self._record(why))

    def say_not_kept(self, why: str) -> None:
        """The record could not be written; what is typed stays."""
        self.foot.show_unsaved(f"Not kept yet. {why}")

    def _reason(self) -> WhyNotHeld | None:
        key = self.why.value()
        return None if key is None else WhyNotHeld[key]

    def _record(self, why: WhyNotHeld) -> NotHeld:
        return NotHeld(
            why=why,
            tried=() if why in NOBODY_CAME else tuple(Tried[key] for key in self.tried.value() or ()),
            told=(self.told.value() or "") if why in TELL_SOMEBODY else "",
            note=self.note.value() or "",
            next_step=None if why in NOBODY_CAME else self._next_step(),
        )

    def _next_step(self) -> Action | None:
        """What was begun to be said of it, complete or not; nothing where nothing was."""
        what, who, day = self.next_what.value(), self.next_who.value(), self.next_day.day()
        if not (what or who or day or self.next_day.line.text().strip()):
            return None
        session = self._consultation.session
        action = Action(
            id=session.new_id(),
            what=what or "",
            owner=Owner.ASK,
            by_when=day,
            promised_on=session.today,
            owner_name=self.next_name.value() or "",
        )
        return owned_by(action, Owner[who], session.store.staff.name) if who else action

    def _show_what_matters(self) -> None:
        why = self._reason()
        self.safety.setVisible(why in SAFETY)
        if why is not None and why in SAFETY:
            self.safety.say(why.value, "", SAFETY[why])
        self._told_line.setVisible(why in TELL_SOMEBODY)
        for part in (self._tried_part, self._after):
            part.setVisible(why not in NOBODY_CAME)
        self._name_line.setVisible(self.next_who.value() == Owner.ASK.name)


def _asked(label: str, field: QWidget) -> Column:
    return Column(Words(label, Voice.SMALL_STRONG, wraps=True), field, gap=4)
