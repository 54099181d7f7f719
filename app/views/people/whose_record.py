"""Whose record it is: what it says of the person, what must be filled in, and whether they are known here."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.person import LONGEST_NAME, Allergies, Person, age_on
from app.exchange.fhir import BundleReading
from app.models.people import PersonSummary
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.text import TextField
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Hair, Held, empty
from app.views.parts.words import Voice, Words
from app.views.people.birth_date import FOR_ADULTS, earliest_birth, is_adult
from app.views.people.person_words import alike_words, list_name, told_apart

SOMEBODY_NEW = "new"
_MOST_ALIKE = 6


class WhoseRecord(QWidget):
    """`identified` tells that the birth date or the name was filled in, so likeness can be looked for."""

    identified = Signal()

    def __init__(self, reading: BundleReading, nhs_number: str, today: date) -> None:
        """`nhs_number` is the one that may be kept in this store, or nothing."""
        super().__init__()
        self._reading, self._nhs_number, self._today = reading, nhs_number, today
        self.family = TextField("Family name", longest=LONGEST_NAME)
        self.born = DayField("Date of birth", earliest=earliest_birth(today), latest=today)
        self.family.edited.connect(lambda _value: self.identified.emit())
        self.born.edited.connect(lambda _value: self.identified.emit())
        self.note = Note()
        self._alike: tuple[PersonSummary, ...] = ()
        self.choice: Choice | None = None
        self._known_place = QVBoxLayout()
        self._known_place.setContentsMargins(0, 0, 0, 0)
        about = Held(Column(*self._about(), gap=4, margins=(20, 12, 18, 14)))
        known = Held(Column(Held(self._known_place), self.note, gap=6, margins=(20, 12, 18, 14)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Card(about, Hair(), known, margins=FLUSH, gap=0))
        self.show_alike(())

    def _about(self) -> list[QWidget]:
        """What the record says, and a field for each gap in it."""
        who = self._reading.person
        given = " ".join(part for part in (who.given_name, _title(who.title)) if part)
        name = list_name(who.family_name, given)
        parts: list[QWidget] = [Words(name or "No name on the record", Voice.HEADING, wraps=True)]
        parts += [Words(line, Voice.SMALL_TEXT, wraps=True) for line in self._lines() if line]
        if not who.family_name:
            parts.append(
                Captioned("Family name", self.family, hint="The record does not give it: ask for it.")
            )
        if who.birth_date is None:
            parts.append(Captioned("Date of birth", self.born, hint="Ask for it, or read it from a letter."))
        return parts

    def _lines(self) -> tuple[str, ...]:
        who, reading = self._reading.person, self._reading
        age = f", {age_on(who.birth_date, self._today)} years old" if who.birth_date else ""
        allergies = f"Allergies on the record: {', '.join(reading.allergies)}." if reading.allergies else ""
        if reading.allergies_known is Allergies.NONE_KNOWN:
            allergies = "The record says: no known allergies."
        return (
            f"{told_apart(who.birth_date, self._nhs_number)}{age}.",
            ". ".join(part for part in (who.address, who.phone and f"Phone {who.phone}") if part),
            f"Family background: {who.ethnic_background.value}." if who.ethnic_background else "",
            allergies or "The record says nothing of allergies: ask.",
        )

    def show_alike(self, alike: Sequence[PersonSummary]) -> None:
        """Ask whether it is one of these; where nobody is alike, say so."""
        if self.choice is not None and tuple(alike) == self._alike:
            return
        self._alike = tuple(alike)[:_MOST_ALIKE]
        empty(self._known_place)
        self.choice = None
        for part in self._question() if self._alike else self._nobody():
            self._known_place.addWidget(part)
            part.show()

    def _nobody(self) -> list[QWidget]:
        said = "Nobody here is alike in name, birth date or NHS number: they are added as a new person."
        if not self.can_be_compared():
            said = "Once the gaps above are filled, this looks for the same person among those kept here."
        return [Words(said, Voice.SMALL_TEXT, wraps=True)]

    def _question(self) -> list[QWidget]:
        answers = [Option(p.id, f"Add to {_named(p)}, {_lower(p)}. {alike_words(p)}") for p in self._alike]
        choice = Choice("Who is it?", [*answers, Option(SOMEBODY_NEW, "Add as a new person")], fills=True)
        choice.edited.connect(lambda _key: self.note.say("", State.FINE))
        self.choice = choice
        return [
            Captioned("Is it somebody who is kept here already?", choice, hint="Compare before you choose.")
        ]

    @property
    def birth_date(self) -> date | None:
        """The birth date of the record, or the one filled in."""
        return self._reading.person.birth_date or self.born.day()

    @property
    def is_too_young(self) -> bool:
        """Whether the person is under 18."""
        born = self.birth_date
        return born is not None and not is_adult(born, self._today)

    def can_be_compared(self) -> bool:
        """Whether name and birth date are there."""
        return self.birth_date is not None and bool(self._reading.person.family_name or self.family.value())

    def chosen_person_id(self) -> str | None:
        """Somebody known to whom the record is added; None for a new person."""
        key = self.choice.value() if self.choice is not None else None
        return None if key == SOMEBODY_NEW else key

    def commit(self) -> None:
        """Take what is typed as final."""
        self.family.commit()
        self.born.commit()

    def first_gap(self) -> QWidget | None:
        """Say what must be answered first; where to go, or None."""
        wrong, where = "", None
        if not (self._reading.person.family_name or self.family.value()):
            wrong, where = "Write the family name.", self.family.first_stop()
        elif self.birth_date is None:
            wrong, where = "Write the date of birth.", self.born.first_stop()
        elif self.is_too_young:
            wrong, where = FOR_ADULTS, self.born.first_stop()
        elif self.choice is not None:
            wrong, where = self._wrong_choice(), self.choice.first_stop()
            where = where if wrong else None
        self.note.say(wrong, State.REFUSED if wrong else State.FINE)
        return where

    def _wrong_choice(self) -> str:
        """Why the answer cannot stand: nobody chosen, or the NHS numbers say otherwise."""
        key = self.choice.value() if self.choice is not None else None
        if key is None:
            return "Choose whose record it is."
        number = self._nhs_number
        for person in self._alike if number else ():
            if key == SOMEBODY_NEW and person.nhs_number == number:
                return f"This is the NHS number of {_named(person)}, and no two people share one."
            if key == person.id and person.nhs_number not in ("", number):
                return f"The NHS number of {_named(person)} is another: this is somebody else's record."
        return ""

    def person(self, person_id: str) -> Person:
        """The person as the record gives them, the gaps filled in."""
        who, reading = self._reading.person, self._reading
        return Person(
            id=person_id,
            family_name=who.family_name or self.family.value() or "",
            given_name=who.given_name,
            birth_date=self.birth_date or date.min,
            nhs_number=self._nhs_number,
            title=who.title,
            address=who.address,
            phone=who.phone,
            allergies=reading.allergies,
            allergies_known=reading.allergies_known,
            ethnic_background=who.ethnic_background,
        )


def _named(person: PersonSummary) -> str:
    return list_name(person.family_name, person.given_name)


def _title(title: str) -> str:
    return f"({title})" if title else ""


def _lower(person: PersonSummary) -> str:
    words = told_apart(person.birth_date, person.nhs_number)
    return words[:1].lower() + words[1:]
