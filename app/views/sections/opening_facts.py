"""The four facts that a visit cannot start without: who, when, where, who is present."""

from datetime import datetime

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.consultation import opening
from app.consultation.answers import Known, value_of
from app.consultation.days import WEEKDAYS, clock_time, on_screen, on_this_laptop
from app.consultation.draft import State
from app.consultation.opening.facts import IDENTIFIERS_NEEDED, is_private, missing_to_start
from app.consultation.opening.record import Company, Identifier, Opening, Place
from app.consultation.person import Person
from app.consultation.questions import questions
from app.views.fields.answers import Option
from app.views.fields.field import Captioned
from app.views.fields.text import TextField
from app.views.fields.tick_list import TickList
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Gap, Hair, Held, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words
from app.views.sections.asking import answer_of, key_of, options_of, show
from app.views.sections.chips import Chips
from app.views.sections.opening_remote import RemoteFacts

KEY = opening.SECTION.key
FACTS = 4
STOP = "If one does not match, stop: this may be another person's record."


class Fact(QWidget):
    """One fact: a mark, its name, how it stands in words, and its field."""

    def __init__(self, title: str, *below: QWidget) -> None:
        super().__init__()
        self._mark = Picture("ring", 20, "line_strong", stroke=2.4)
        self.state = Words("", Voice.SMALL)
        name = Words(title, Voice.SUBHEADING)
        head = Row(self._mark, name, Stretch(), self.state, gap=10)
        self.setLayout(Column(head, *below, gap=6))

    def stand(self, words: str, *, is_there: bool) -> None:
        """Say how the fact stands; the mark alone never does."""
        self._mark.draw("tick" if is_there else "ring", "success" if is_there else "line_strong")
        self.state.speak(Voice.GOOD if is_there else Voice.SMALL)
        self.state.say(words)


class FourFacts(Card):
    """The card on the left of the opening."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        asked = questions(Opening)
        person = consultation.person
        self.identifiers = TickList("Said by the person, and matches", _on_record(consultation))
        self.place = Chips(asked["place"].label, options_of(Place), compact=True)
        self.remote = RemoteFacts(consultation)
        self.company = Chips(asked["company"].label, options_of(Company), compact=True)
        self.others = TextField("Who they are", hint="Their names, and who they are", in_pauses=True)
        self.before = TextField("Who was there for part of the visit", longest=300, in_pauses=True)
        self._before = Captioned("There for part of the visit; it stands on the plan", self.before)
        self._count = Words("", Voice.EYEBROW)
        self._missing = Words("", Voice.SMALL_TEXT, wraps=True)
        self._wait = _Waiting(person)
        hint = Words(asked["identifiers"].hint, Voice.SMALL, wraps=True)
        self._who = Fact("Who", hint, LookAlike(consultation), self.identifiers, self._missing)
        self._when = Fact("When")
        self._where = Fact(asked["place"].label, self.place, self.remote)
        self._present = Fact(asked["company"].label, self.company, self.others, self._before, self._wait)
        head = Row(Words("Four facts to start", Voice.HEADING), Stretch(), self._count)
        rows: list[QWidget] = [self._who, Hair(), self._when, Hair(), self._where, Hair(), self._present]
        super().__init__(head, *rows, margins=(20, 12, 20, 14), gap=9)
        self._listen()

    def _listen(self) -> None:
        self.identifiers.edited.connect(self._take_identifiers)
        self.identifiers.entered.connect(lambda: self.focusNextPrevChild(True))
        self.place.edited.connect(self._take_place)
        self.remote.answered.connect(self._answer)
        self.company.edited.connect(self._take_company)
        self.others.edited.connect(lambda words: self._answer("others_present", words or ""))
        self.before.edited.connect(lambda words: self._answer("were_here", words or ""))

    def show_record(self) -> None:
        """Show what stands in the consultation."""
        record = self._consultation.draft.record(opening.SECTION)
        show(self.identifiers, tuple(i.name for i in Identifier if i in record.identifiers))
        show(self.place, key_of(record.place))
        self.remote.show_record()
        show(self.company, key_of(record.company))
        show(self.others, record.others_present or None)
        self._count.say(f"{FACTS - len(missing_to_start(record))} of {FACTS}")
        self._show_who(record)
        self._when.stand(_moment(on_this_laptop(self._consultation.draft.started_at)), is_there=True)
        self._where.stand(_said(record.place), is_there=isinstance(record.place, Known))
        self._present.stand(_said(record.company), is_there=isinstance(record.company, Known))
        somebody = value_of(record.company) not in (None, Company.ALONE)
        self.others.setVisible(somebody)
        show(self.before, record.were_here or None)
        self._before.setVisible(bool(record.were_here))
        self._wait.show_why(record)

    def commit(self) -> None:
        """Take what is typed as final."""
        self.remote.commit()
        self.others.commit()
        self.before.commit()

    def field(self, name: str) -> QWidget | None:
        """The field of one question."""
        fields: dict[str, QWidget] = {
            "identifiers": self.identifiers,
            "place": self.place,
            "private_to_talk": self.remote.private,
            "call_back_number": self.remote.call_back,
            "where_they_are": self.remote.where,
            "company": self.company,
            "others_present": self.others,
            "were_here": self.before,
        }
        return fields.get(name)

    def _show_who(self, record: Opening) -> None:
        given = len(record.identifiers)
        matches = given >= IDENTIFIERS_NEEDED
        self._who.stand("two identifiers match" if matches else f"{given} of 2", is_there=matches)
        words = "" if matches else _what_is_missing(record, self._consultation.person)
        self._missing.say(words)
        self._missing.setVisible(bool(words))

    def _take_identifiers(self, keys: tuple[str, ...]) -> None:
        self._answer("identifiers", tuple(Identifier[key] for key in keys))

    def _take_place(self, key: str | None) -> None:
        record = self._consultation.draft.record(opening.SECTION)
        self._consultation.edit(KEY, record.held(answer_of(key, Place, self._consultation)))

    def _take_company(self, key: str | None) -> None:
        record = self._consultation.draft.record(opening.SECTION)
        self._consultation.edit(KEY, record.with_company(answer_of(key, Company, self._consultation)))

    def _answer(self, field: str, answer: object) -> None:
        record = self._consultation.draft.record(opening.SECTION)
        self._consultation.edit(KEY, msgspec.structs.replace(record, **{field: answer}))


class LookAlike(Words):
    """A warning where others kept here are easily taken for the person; it names none of them."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__("", Voice.CAUTION, wraps=True)
        is_draft = consultation.draft.state is State.DRAFT and consultation.draft.correction is None
        why = consultation.mixed_up_with() if is_draft else ()
        others = "Somebody else" if len(why) == 1 else f"{len(why)} others"
        because = "; ".join(dict.fromkeys(why))
        self.say(
            f"{others} here can be taken for {consultation.person.called}: {because}. "
            "Ask for the whole date of birth and one more, and compare both."
        )
        if not why:
            self.hide()


class _Waiting(Held):
    """What waits while somebody else is present, or while they may be overheard."""

    def __init__(self, person: Person) -> None:
        self._called = person.called
        self._words = Words("", Voice.SMALL_TEXT, wraps=True)
        picture = Picture("people", 18)
        row = Row(picture, (self._words, 1), gap=8)
        row.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        super().__init__(Column(Gap(0), row, gap=0))

    def show_why(self, record: Opening) -> None:
        """Say why it waits; nothing while it is not said who is there, or where nothing waits."""
        self.setVisible(isinstance(record.company, Known) and not is_private(record))
        is_alone = value_of(record.company) is Company.ALONE
        self._words.say(
            f"Until {self._called} says that they can talk in private, what is asked alone waits."
            if is_alone and not record.is_interpreted_by_family
            else f"While somebody else is here, what is asked alone waits until {self._called} is alone."
        )


def _on_record(consultation: OpenConsultation) -> list[Option]:
    """The identifiers that can match: what is not on the record cannot."""
    person, record = consultation.person, consultation.draft.record(opening.SECTION)
    held = {Identifier.ADDRESS: bool(person.address), Identifier.NHS_NUMBER: bool(person.nhs_number)}
    return [
        Option(identifier.name, identifier.value)
        for identifier in Identifier
        if held.get(identifier, True) or identifier in record.identifiers
    ]


def _what_is_missing(record: Opening, person: Person) -> str:
    held = {Identifier.ADDRESS: bool(person.address), Identifier.NHS_NUMBER: bool(person.nhs_number)}
    could = [i.value for i in Identifier if i not in record.identifiers and held.get(i, True)]
    could = [words if words == "NHS number" else words.lower() for words in could]
    named = could[0] if len(could) == 1 else f"{', '.join(could[:-1])} or {could[-1]}"
    count = "One more is" if record.identifiers else "Two are"
    absent = [
        i.value if i is Identifier.NHS_NUMBER else i.value.lower() for i, there in held.items() if not there
    ]
    note = f" Not on the record: {' and '.join(absent)}." if absent else ""
    return f"{count} missing: {named}.{note} {STOP}"


def _moment(moment: datetime) -> str:
    return f"{WEEKDAYS[moment.weekday()][:3]} {on_screen(moment.date())}, {clock_time(moment)}"


def _said(answer: object) -> str:
    return "" if isinstance(answer, Known) else "not said yet"
