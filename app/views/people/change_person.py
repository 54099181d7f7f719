"""A person's details put right: who they are, allergies, what they need.

From home also whether they are still seen here and kept twice; in a visit that is never in question.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.person import Person
from app.models.duplicates import possible_duplicates
from app.models.unavailable import StoreUnavailable
from app.views.parts.layout import Beside, Column, Columns, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.people.keyboard import go_to
from app.views.people.links_card import LinksCard
from app.views.people.person_form import PersonForm
from app.views.people.person_words import list_name, told_apart
from app.views.people.seen_here_card import SeenHereCard
from app.views.session import Session

KEEP = "Keep"
_WIDEST, _WIDEST_AT_HOME = 900, 1366


class ChangePersonScreen(QWidget):
    """`kept` tells the person as they are now; `closed` that nothing was changed."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, person: Person, *, in_visit: bool = True) -> None:
        super().__init__()
        self.setAccessibleName("Change a person's details")
        self._session = session
        self._person = person
        self.form = PersonForm(session.today, is_practice=session.is_practice)
        self.form.show_person(person)
        self._as_shown = self.form.person(person.id)
        self.message = Message("", weight=Weight.GRAVE)
        self.message.hide()
        self.foot = StatusFoot(KEEP, "Leave as it was")
        self.seen_here = None if in_visit else SeenHereCard(session, person)
        self.links = None if in_visit else LinksCard(session, person)
        body = Column(
            *self._title(in_visit=in_visit),
            self.form if in_visit else self._beside(self.seen_here, self.links),
            self.message,
            Stretch(),
            gap=12,
            margins=(28, 16, 28, 20),
        )
        wide = Sized(Held(body), at_most=_WIDEST if in_visit else _WIDEST_AT_HOME)
        # (Beyond its widest it stands at the left; until then it has all the room.)
        across = Row((wide, 100), Stretch(), gap=0) if in_visit else Row((wide, 1), gap=0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(Scrolled(Held(across)), 1)
        box.addWidget(self.foot)
        self.foot.went_back.connect(self.closed)
        self.foot.went_on.connect(self.keep)
        if self.seen_here is not None and self.links is not None:  # what one writes, the other goes by
            self.seen_here.changed.connect(self.links.read_again)
            self.links.changed.connect(self.seen_here.read_again)
            for card in (self.seen_here, self.links):
                card.changed.connect(self._say_only_back)

    def _beside(self, *cards: QWidget | None) -> QWidget:
        about = Beside(Column(*(card for card in cards if card is not None), Stretch(), gap=14), 400)
        return Columns((about, 0), (self.form, 1), gap=20, turn_at=900)

    def _title(self, *, in_visit: bool) -> tuple[Words, ...]:
        """In a visit the banner says whose they are."""
        if in_visit:
            return (Words("Details", Voice.TITLE),)
        name = list_name(self._person.family_name, self._person.given_name)
        apart = told_apart(self._person.birth_date, self._person.nhs_number)
        return (
            Words(f"Details of {name}", Voice.TITLE, wraps=True),
            Words(f"{apart}.", Voice.MUTED, wraps=True),
        )

    def _say_only_back(self) -> None:
        """Something of the record was written at once: it is not as it was, however the page is left."""
        self.foot.name_buttons(KEEP, "Back")

    def first_stop(self) -> QWidget:
        """Where the keyboard starts."""
        return self.form.allergies.first_stop() if self.seen_here is None else self.seen_here.change

    def not_kept(self) -> list[str]:
        """What would be lost if the app ended now."""
        self.form.commit()
        said = []
        if self.form.person(self._person.id) != self._as_shown:
            said.append("The person's details are not kept as they were changed.")
        said += self.form.phone.not_kept()
        if self.seen_here is not None and self.seen_here.is_begun():
            said.append("Whether the person is seen here is not written down as it was changed.")
        if self.links is not None and self.links.is_begun():
            said.append("What was typed about a link between records is not kept.")
        return said

    def keep(self) -> None:
        """Tell the person as they are now, once everything that tells people apart is there."""
        self.form.commit()
        gap = self.form.first_gap()
        if gap is not None:
            self.foot.show_unsaved("Not kept yet: see what is marked above")
            go_to(gap)
            return
        person = self.form.person(self._person.id)
        try:
            alike = possible_duplicates(self._session.store, person, self._session.now())
        except StoreUnavailable as problem:
            self.say_not_kept(str(problem))
            return
        taken = next((p for p in alike if person.nhs_number and p.nhs_number == person.nhs_number), None)
        if taken is not None:
            whose = list_name(taken.family_name, taken.given_name)
            self._say(
                "That NHS number is taken", f"It is the number of {whose}, and no two people share one."
            )
            return
        self.kept.emit(person)

    def say_not_kept(self, why: str) -> None:
        """Say why the details were not kept."""
        self._say("Not kept yet", f"What is typed here stays. {why}")

    def _say(self, what: str, more: str) -> None:
        self.message.say(what, more)
        self.message.show()
        self.foot.show_unsaved("Not kept yet")
