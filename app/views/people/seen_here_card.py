"""Whether somebody is still seen here: said in words, changed on the details page, never by accident."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.days import on_screen, on_this_laptop
from app.consultation.person import Person
from app.consultation.seen_here import LONGEST_WHY, Left, Seen
from app.models.links import still_open
from app.models.seen_here import NotWritten, say_seen, written_of
from app.models.unavailable import StoreUnavailable
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.text import TextField
from app.views.fields.tick_list import Tick
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Flow, Held
from app.views.parts.words import Voice, Words
from app.views.people.keyboard import go_to
from app.views.people.person_words import counted
from app.views.session import Session

_WAYS = [
    Option(Seen.MOVED.name, "Moved away"),
    Option(Seen.DISCHARGED.name, "Discharged"),
    Option(Seen.DIED.name, "Died"),
]
_STAYS = "The record stays and can be found again; the row leaves the everyday list."
_NO_VISIT = "No visit is begun and no plan is printed."
_ASKS = "Beginning a visit asks first."
DAY_NOT_KNOWN = "Day not known"


class SeenHereCard(QWidget):
    """Shows how it stands and who wrote it down; `changed` once something new was written."""

    changed = Signal()

    def __init__(self, session: Session, person: Person) -> None:
        super().__init__()
        self._session, self._person = session, person
        self._written: tuple[Left, ...] = ()
        self._stands = Words("", Voice.STRONG, wraps=True)
        self._about = Words("", Voice.SMALL_TEXT, wraps=True)
        self._before = Words("", Voice.SMALL, wraps=True)
        self.change = Button("", Kind.OUTLINE)
        self.how = Choice("What happened", _WAYS)
        self.since = DayField("Since which day", earliest=person.birth_date, latest=session.today)
        self.day_not_known = Tick(DAY_NOT_KNOWN)
        self.why = TextField("How you know, or why", longest=LONGEST_WHY)
        self.note = Note()
        self.write = Button("Write this down", Kind.OUTLINE)
        self.leave = Button("Leave it", Kind.PLAIN, name="Leave it as it stands")
        self._form = self._make_form()
        card = Card(
            Words("Still seen here?", Voice.HEADING),
            self._stands,
            self._about,
            self._before,
            self.change,
            gap=6,
        )
        card.add(self._form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        self._listen()
        self._read()

    def _make_form(self) -> QWidget:
        self._how_row = Captioned("What happened?", self.how)
        day = Held(Flow(self.since, self.day_not_known, gap=10, line_gap=6))
        self._day_row = Captioned("Since which day?", day)
        self._open = Words("", Voice.CAUTION, wraps=True)
        why = Captioned(
            "How do you know, or why does it change?", self.why, hint="Who told you, or where it stands"
        )
        buttons = Held(Flow(self.write, self.leave, gap=4, line_gap=4))
        return Held(Column(self._how_row, self._day_row, why, self._open, self.note, buttons, gap=10))

    def _listen(self) -> None:
        self.change.clicked.connect(self._begin)
        self.leave.clicked.connect(self._show)
        self.write.clicked.connect(self._write)
        self.day_not_known.clicked.connect(self.since.clear)
        self.since.edited.connect(lambda _day: self.day_not_known.setChecked(False))

    @property
    def left(self) -> Left | None:
        """How they left; None while they are seen here."""
        newest = next(iter(self._written), None)
        return None if newest is None or newest.seen is Seen.HERE else newest

    def is_begun(self) -> bool:
        """Whether something was chosen or typed and not written down."""
        return self._form.isVisibleTo(self) and bool(
            self.how.value() or self.why.line.text().strip() or self.since.line.text().strip()
        )

    def read_again(self) -> None:
        """Show what was written beside it; what is being answered here stays."""
        if self._form.isHidden():
            self._read()
        else:
            self._say_what_is_open()

    def _read(self) -> None:
        self._written = written_of(self._session.store, self._person.id, self._session.now())
        self._show()

    def _show(self) -> None:
        left = self.left
        self._stands.say(f"{left.words}." if left else "Seen here.")
        rest = _NO_VISIT if left and left.has_died else _ASKS
        self._about.say(f"{_written_words(left)} {_STAYS} {rest}" if left else "")
        self._about.setVisible(left is not None)
        before = self._written[1:] if left else self._written
        self._before.say("\n".join(f"{one.words}. {_written_words(one)}" for one in before))
        self._before.setVisible(bool(before))
        name = "Seen here again" if left else "No longer seen here"
        self.change.say("This was a mistake" if left and left.has_died else name)
        self.change.show()
        self._form.hide()
        for field in (self.how, self.since, self.why):
            field.clear()
        self.day_not_known.setChecked(False)
        self.note.say("", State.FINE)

    def _begin(self) -> None:
        is_leaving = self.left is None
        self._how_row.setVisible(is_leaving)
        self._day_row.setVisible(is_leaving)
        self._say_what_is_open()
        self.change.hide()
        self._form.show()
        first = self.how.first_stop() if is_leaving else self.why.first_stop()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_what_is_open(self) -> None:
        """Before somebody leaves: what all of their records still hold open."""
        promises, visits = still_open(self._session.store, self._person.id)
        parts = (
            counted(promises, "promise is", "promises are") + " still open." if promises else "",
            counted(visits, "visit is", "visits are") + " not signed yet." if visits else "",
        )
        said = " ".join(part for part in parts if part)
        self._open.say(f"{said} All of it stays on the record: look to it first." if said else "")
        self._open.setVisible(self.left is None and bool(said))

    def _write(self) -> None:
        self.since.commit()
        self.why.commit()
        gap = self._gap()
        if gap is not None:
            go_to(gap)
            return
        seen = Seen[self.how.value() or Seen.HERE.name] if self.left is None else Seen.HERE
        session = self._session
        since = session.today if seen is Seen.HERE else self.since.day()
        try:
            say_seen(session.store, self._person.id, seen, since, self.why.value() or "", session.now())
        except (NotWritten, StoreUnavailable) as problem:
            self.note.say(str(problem), State.REFUSED)
            return
        self._read()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _gap(self) -> QWidget | None:
        """Say what must be answered first; where to go, or None."""
        wrong, where = "", None
        is_leaving = self.left is None
        if is_leaving and self.how.value() is None:
            wrong, where = "Say what happened.", self.how.first_stop()
        elif is_leaving and self.since.day() is None and not self.day_not_known.isChecked():
            typed = self.since.line.text().strip()
            wrong = "" if typed else "Write the day, or tick that it is not known."
            where = self.since.first_stop()
        elif not self.why.value():
            wrong, where = "Write how you know, or why it changes.", self.why.first_stop()
        self.note.say(wrong, State.REFUSED if wrong else State.FINE)
        return where


def _written_words(left: Left) -> str:
    """\u201cHis sister rang\u201d: written down by Ann Okafor on 22-Nov-2026."""
    day = on_screen(on_this_laptop(left.written_at).date())
    return f"\u201c{left.why}\u201d: written down by {left.by} on {day}."
