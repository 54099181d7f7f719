"""A person who is kept twice: whoever is alike, what is linked, and the way back. On the details at home."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.days import on_screen, on_this_laptop
from app.consultation.person import Person
from app.consultation.seen_here import LONGEST_WHY
from app.models.duplicates import possible_duplicates
from app.models.links import MAY_LINK, Linked, NotLinked, link, linked_now, links_of, part
from app.models.people import PersonSummary
from app.models.unavailable import StoreUnavailable
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.text import TextField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Flow, Held, Row, Stretch, empty
from app.views.parts.reading_order import stops_in
from app.views.parts.words import Voice, Words
from app.views.people.person_words import alike_words, list_name, told_apart
from app.views.session import Session

ASK_A_NURSE = "A nurse, a prescriber or a team lead links records and undoes it."
_NOBODY = "Nobody here is alike in name, birth date or NHS number."
_LINK = (
    "Both records are read as one person's from now on: {stays} stays in the list, {other} is found there. "
    "Nothing is deleted, and it can be undone. To keep the other in the list, open its details instead."
)
_UNDO = (
    "{other} is in the list by itself again, with all that it had. What was said in visits since the link "
    "stays where it was said: look through them."
)


class LinksCard(QWidget):
    """`changed` once two records were linked, or a link was undone."""

    changed = Signal()

    def __init__(self, session: Session, person: Person) -> None:
        super().__init__()
        self._session, self._person = session, person
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self.why: TextField | None = None
        self._note: Note | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Card(Words("Kept twice?", Voice.HEADING), Held(self._list), gap=6))
        self._show()

    def is_begun(self) -> bool:
        """Whether a reason was typed and nothing was done with it."""
        return self.why is not None and bool(self.why.line.text().strip())

    def read_again(self) -> None:
        """Show what was written beside it; an open question stays, its refusal may hold no more."""
        if self._note is None:
            self._show()
        else:
            self._note.say("", State.FINE)

    def _show(self) -> None:
        """Show what is linked, who is alike, and what was once decided."""
        self.why = self._note = None
        store, now = self._session.store, self._session.now()
        decided = links_of(store, self._person.id, now)
        linked, alike = linked_now(decided), possible_duplicates(store, self._person, now)
        rows: list[QWidget] = [self._linked_row(one) for one in linked]
        rows += [self._alike_row(one) for one in alike]
        if not rows:
            rows.append(Words(_NOBODY, Voice.SMALL_TEXT, wraps=True))
        elif not self._may_link:
            rows.append(Words(ASK_A_NURSE, Voice.SMALL_TEXT, wraps=True))
        rows += [Words(_decided_words(one), Voice.SMALL, wraps=True) for one in decided if one not in linked]
        self._fill(rows)

    @property
    def _may_link(self) -> bool:
        return self._session.store.staff.role in MAY_LINK

    def _fill(self, rows: list[QWidget]) -> None:
        empty(self._list)
        for row in rows:
            self._list.addWidget(row)
            row.show()

    def _linked_row(self, one: Linked) -> QWidget:
        name = _name(one.other)
        undo = Button("Undo the link", Kind.PLAIN, name=f"Undo the link with {name}")
        undo.clicked.connect(partial(self._ask, _UNDO, "Undo it", name, partial(self._part, one.other.id)))
        return Card(
            Words(f"Read as one with {name}", Voice.STRONG, wraps=True),
            Words(told_apart(one.other.birth_date, one.other.nhs_number), Voice.SMALL, wraps=True),
            Words(_decided_words(one), Voice.SMALL_TEXT, wraps=True),
            *self._offered(undo),
            surface=Surface.WELL,
            gap=4,
        )

    def _alike_row(self, one: PersonSummary) -> QWidget:
        name = list_name(one.family_name, one.given_name)
        same = Button("The same person: link", Kind.PLAIN, name=f"Link with {name}")
        same.clicked.connect(partial(self._ask, _LINK, "Link the two", name, partial(self._link, one.id)))
        return Card(
            Words(name, Voice.STRONG, wraps=True),
            Words(told_apart(one.birth_date, one.nhs_number), Voice.SMALL, wraps=True),
            Words(alike_words(one), Voice.SMALL_STRONG, wraps=True),
            *self._offered(same),
            surface=Surface.WELL,
            gap=4,
        )

    def _offered(self, button: Button) -> tuple[Row, ...]:
        return (Row(button, Stretch()),) if self._may_link else ()

    def _ask(self, sentence: str, button: str, name: str, act: Callable[[str], None]) -> None:
        """What it will do, why, and only then the button that does it."""
        why, note = TextField("How you know that", longest=LONGEST_WHY), Note()
        go, leave = (
            Button(button, Kind.OUTLINE),
            Button("Leave it", Kind.PLAIN, name="Leave the records as they are"),
        )
        go.clicked.connect(partial(self._do, act, why, note))
        leave.clicked.connect(self._show)
        stays = _name(self._person)
        asked = Column(
            Words(sentence.format(stays=stays, other=name), Voice.SMALL_TEXT, wraps=True),
            Captioned("How do you know?", why),
            note,
            Held(Flow(go, leave, gap=4, line_gap=4)),
            gap=8,
        )
        self._fill([Words(f"{stays} and {name}", Voice.STRONG, wraps=True), Held(asked)])
        self.why, self._note = why, note
        why.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, act: Callable[[str], None], why: TextField, note: Note) -> None:
        why.commit()
        try:
            act(why.value() or "")
        except (NotLinked, StoreUnavailable) as problem:
            note.say(str(problem), State.REFUSED)
            why.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._show()
        stop = next(stops_in(self), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _link(self, other_id: str, why: str) -> None:
        link(self._session.store, self._person.id, other_id, why, self._session.now())

    def _part(self, other_id: str, why: str) -> None:
        part(self._session.store, self._person.id, other_id, why, self._session.now())


def _name(person: Person) -> str:
    return list_name(person.family_name, person.given_name)


def _decided_words(one: Linked) -> str:
    """Linked by Ann Okafor on 22-Nov-2026: \u201cSame address\u201d."""
    what = "Linked" if one.is_linked else f"Link with {_name(one.other)} undone"
    return f"{what} by {one.by} on {on_screen(on_this_laptop(one.decided_at).date())}: \u201c{one.why}\u201d."
