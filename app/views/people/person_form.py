"""The questions about who somebody is; nothing is preselected and nothing is kept until it is asked for."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.person import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_TITLE,
    Allergies,
    EthnicBackground,
    Person,
)
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.own_words import WordsField
from app.views.fields.phone import PhoneField
from app.views.fields.text import TextField
from app.views.fields.tick_list import TickList
from app.views.parts.cards import Card
from app.views.parts.layout import Beside, Column, Columns, Held
from app.views.parts.words import Voice, Words
from app.views.people.birth_date import FOR_ADULTS, earliest_birth, is_adult
from app.views.people.nhs_number_field import NhsNumberField
from app.views.people.one_of import OneOf
from app.views.people.visit_needs_form import VisitNeedsForm

NEEDS = ("large print", "Easy Read", "help with hearing", "step-free way in", "somewhere quiet")
PHONE_WIDTH = 260
_ALLERGIES = {
    Allergies.NONE_KNOWN: "No known allergies",
    Allergies.LISTED: "There are allergies",
    Allergies.NOT_ASKED: "Not asked yet",
}


class PersonForm(QWidget):
    """`identified` tells that a name, the birth date or the NHS number is another than before."""

    identified = Signal()

    def __init__(self, today: date, *, is_practice: bool) -> None:
        super().__init__()
        self._today = today
        self.family = TextField("Family name", longest=LONGEST_NAME)
        self.given = TextField("Given name", longest=LONGEST_NAME)
        self.title = TextField("Title", width=130, longest=LONGEST_TITLE, hint="Ms, Mr, Dr")
        self.called = TextField("Likes to be called", longest=LONGEST_NAME)
        self.born = DayField("Date of birth", earliest=earliest_birth(today), latest=today)
        self.born_note = Note()
        self.nhs_number = NhsNumberField(is_practice=is_practice)
        self.address = TextField("Address", longest=LONGEST_ADDRESS)
        self.phone = PhoneField("Phone")
        self.allergies = Choice("Allergies", [Option(a.name, words) for a, words in _ALLERGIES.items()])
        self.which = WordsField("Which allergies", hint="One on each line", height=84, own=False)
        self.needs = TickList("What they need", [Option(need, need) for need in NEEDS])
        self.more_needs = TextField("Other needs", hint="Such as the size of print")
        self.background = OneOf("Family background", [Option(b.name, b.value) for b in EthnicBackground])
        self.visit_needs = VisitNeedsForm(today)
        self._which_row = Captioned("Which allergies, and what happens", self.which)
        self._which_row.hide()
        self._name_note, self._allergy_note = Note(), Note()
        self._build()
        self._listen()

    def _build(self) -> None:
        later = Card(
            Captioned(
                "Family background",
                self.background,
                hint="It moves the weight at which some checks begin. It can be asked later.",
                voice=Voice.HEADING,
            )
        )
        self.setLayout(Column(self._make_who(), self._make_care(), self.visit_needs, later, gap=14))

    def _make_who(self) -> Card:
        family, given = Captioned("Family name", self.family), Captioned("Given name", self.given)
        title, called = Captioned("Title", self.title), Captioned("Likes to be called", self.called)
        born = Captioned("Date of birth", self.born)
        number = Captioned("NHS number", self.nhs_number)
        address = Captioned("Address", self.address)
        phone = Beside(Column(Captioned("Phone", self.phone)), PHONE_WIDTH)  # what it refuses wraps under it
        return Card(
            Words("Who", Voice.HEADING),
            Columns((family, 1), (given, 1), turn_at=430, gap=16),
            self._name_note,
            Columns((Held(Column(born, self.born_note, gap=6)), 1), (number, 1), turn_at=560, gap=16),
            Columns((called, 1), (title, 0), turn_at=430, gap=16),
            Columns((address, 1), (phone, 0), turn_at=560, gap=16),
            gap=12,
        )

    def _make_care(self) -> Card:
        return Card(
            Words("What everybody must know", Voice.HEADING),
            Captioned("Allergies", self.allergies),
            self._which_row,
            self._allergy_note,
            Captioned("What they need", self.needs),
            Captioned("In words", self.more_needs),
            gap=12,
        )

    def _listen(self) -> None:
        for field in (self.family, self.given, self.nhs_number):
            field.edited.connect(lambda _value: self.identified.emit())
        self.born.edited.connect(self._check_age)
        self.allergies.edited.connect(self._show_which)

    def _check_age(self, _born: object) -> None:
        born = self.born.day()
        young = born is not None and not is_adult(born, self._today)
        self.born_note.say(FOR_ADULTS if young else "", State.REFUSED if young else State.FINE)
        self.identified.emit()

    def _show_which(self, key: str | None) -> None:
        self._which_row.setVisible(key == Allergies.LISTED.name)
        self._allergy_note.say("", State.FINE)

    def show_person(self, person: Person) -> None:
        """Show somebody as they are on the record."""
        self.family.set_value(person.family_name)
        self.given.set_value(person.given_name)
        self.title.set_value(person.title)
        self.called.set_value(person.likes_to_be_called)
        self.born.set_value(person.birth_date)
        self.nhs_number.set_value(person.nhs_number)
        self.nhs_number.not_known.setChecked(not person.nhs_number)
        self.address.set_value(person.address)
        self.phone.set_value(person.phone)
        self.allergies.set_value(person.allergies_known.name)
        self.which.set_value("\n".join(person.allergies))
        self._show_which(person.allergies_known.name)
        self.needs.set_value(need for need in person.needs if need in NEEDS)
        self.more_needs.set_value(", ".join(need for need in person.needs if need not in NEEDS))
        self.background.set_value(person.ethnic_background.name if person.ethnic_background else None)
        self.visit_needs.show_needs(person.visit_needs)

    def is_begun(self) -> bool:
        """Whether anything at all was answered or typed."""
        lines = (self.family, self.given, self.title, self.called, self.address, self.phone, self.more_needs)
        typed = any(field.line.text().strip() for field in (*lines, self.born, self.nhs_number))
        chosen = self.allergies.value() or self.needs.value() or self.background.value()
        return bool(typed or chosen or self.nhs_number.is_not_known or self.visit_needs.is_begun())

    def commit(self) -> None:
        """Take everything typed as final."""
        for field in (
            *(self.family, self.given, self.title, self.called, self.born, self.nhs_number),
            *(self.address, self.phone, self.which, self.more_needs),
        ):
            field.commit()
        self.visit_needs.commit()

    def can_be_compared(self) -> bool:
        """Whether enough is known to look for the same person: a birth date and a name, or an NHS number."""
        has_name = bool(self.family.value() or self.given.value())
        return bool(self.nhs_number.ten_digits()) or (self.born.day() is not None and has_name)

    def first_gap(self) -> QWidget | None:
        """Say what must be put right before anybody can be added; the first field to go to, or None."""
        gaps = (
            self._name_gap(),
            self._born_gap(),
            self._number_gap(),
            self._phone_gap(),
            self._allergy_gap(),
        )
        return next((gap for gap in gaps if gap is not None), None)

    def _name_gap(self) -> QWidget | None:
        wrong = "" if self.family.value() else "Write the family name; a person with one name has it here."
        self._name_note.say(wrong, State.REFUSED if wrong else State.FINE)
        return self.family.first_stop() if wrong else None

    def _born_gap(self) -> QWidget | None:
        born = self.born.day()
        if born is None:
            if not self.born.line.text().strip():
                self.born_note.say(
                    "Write the date of birth: with the name it tells people apart.", State.REFUSED
                )
            return self.born.first_stop()
        return None if is_adult(born, self._today) else self.born.first_stop()

    def _number_gap(self) -> QWidget | None:
        field = self.nhs_number
        if field.value() or field.is_not_known:
            return None
        if not field.is_refused:
            field.refuse("Write the NHS number, or tick that it is not known.")
        return field.first_stop()

    def _phone_gap(self) -> QWidget | None:
        """What is typed and is no number says so itself, and is not left behind unseen."""
        return self.phone.first_stop() if self.phone.is_refused else None

    def _allergy_gap(self) -> QWidget | None:
        listed = self.allergies.value() == Allergies.LISTED.name
        wrong = (
            "Write at least one allergy, or choose another answer." if listed and not self._listed() else ""
        )
        self._allergy_note.say(wrong, State.REFUSED if wrong else State.FINE)
        return self.which.first_stop() if wrong else None

    def _listed(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in (self.which.value() or "").splitlines() if line.strip())

    def person(self, person_id: str, unknown_birth: date = date.min) -> Person:
        """The person as answered so far; `unknown_birth` stands where no birth date is known."""
        allergies = self.allergies.value()
        listed = self._listed() if allergies == Allergies.LISTED.name else ()
        background = self.background.value()
        more = self.more_needs.value()
        return Person(
            id=person_id,
            family_name=self.family.value() or "",
            given_name=self.given.value() or "",
            birth_date=self.born.day() or unknown_birth,
            nhs_number=self.nhs_number.value() or "",
            title=self.title.value() or "",
            likes_to_be_called=self.called.value() or "",
            address=self.address.value() or "",
            phone=self.phone.value() or "",
            allergies=listed,
            allergies_known=Allergies[allergies] if allergies else Allergies.NOT_ASKED,
            needs=(*self.needs.value(), *((more,) if more else ())),
            ethnic_background=EthnicBackground[background] if background else None,
            visit_needs=self.visit_needs.needs(),
        )
