"""One invented visit that the tests of the sections share, and a plain window around one screen."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.consultation.answers import How
from app.consultation.book import rulebook
from app.consultation.history import History, Reading
from app.consultation.medicine import Form, Medicine
from app.consultation.person import Allergies, Person
from app.models import consultations, people
from app.models.ids import new_id
from app.models.store import Store
from app.views.fields.line import Line
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column, Held, Row, Scrolled, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.screen import SectionScreen
from app.views.session import Session
from tests.prepared_store import NOW

TODAY = NOW.date()


def reading(series: str, value: str, unit: str, on: date, how: How = How.MEASURED) -> Reading:
    """One earlier value."""
    return Reading(series=series, value=value, unit=unit, taken_on=on, how=how, source="visit")


BEFORE = History(
    readings=(
        *(
            reading(series, value, "mmHg", on)
            for on, upper, lower in (
                (date(2025, 11, 4), "128", "78"),
                (date(2026, 3, 2), "132", "80"),
                (date(2026, 6, 2), "134", "82"),
                (date(2026, 9, 16), "138", "84"),
            )
            for series, value in (("systolic", upper), ("diastolic", lower))
        ),
        reading("weight", "77.9", "kg", date(2026, 1, 27)),
        reading("weight", "81.2", "kg", date(2026, 6, 2)),
        reading("weight", "83.4", "kg", date(2026, 9, 16)),
        reading("height", "165", "cm", date(2025, 11, 4)),
        reading("hba1c", "41", "mmol/mol", date(2026, 3, 2), How.FROM_RECORD),
        reading("total_cholesterol", "5.6", "mmol/L", date(2025, 11, 4), How.FROM_RECORD),
        reading("audit_c", "4", "points", date(2026, 6, 2)),
        reading("smoking", "Smokes now", "", date(2026, 9, 16)),
        reading("cigarettes_a_day", "15", "a day", date(2026, 9, 16)),
    ),
    last_visit_on=date(2026, 9, 16),
)
CLOZAPINE = Medicine(
    id="row-clozapine",
    name="Clozapine",
    ingredient="clozapine",
    form=Form.TABLET,
    dose="350 mg a day",
    started=date(2026, 2, 3),
    how=How.FROM_RECORD,
    source="Clozapine clinic letter, 13-Nov-2026",
)


def nora(now_id: str) -> Person:
    """The invented person."""
    return Person(
        id=now_id,
        family_name="Brennan",
        given_name="Nora",
        birth_date=date(1979, 3, 14),
        nhs_number="9990687110",
        allergies=("penicillin (rash)",),
        allergies_known=Allergies.LISTED,
    )


def visit_with(store: Store, history: History = BEFORE) -> OpenConsultation:
    """A visit just begun, in a real store."""
    person = nora(new_id(NOW))
    people.add_person(store, person, NOW)
    draft = consultations.start(store, person.id, NOW, {})
    session = Session(store, rulebook(), lambda: NOW)
    return OpenConsultation(session, person, history, draft)


class Window(QWidget):
    """Stands in for the frame: a title, the screen in a scroll area, shown again at every change."""

    def __init__(self, screen: SectionScreen, width: int = 810, height: int = 640) -> None:
        super().__init__()
        self.screen = screen
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._summary = Words("", Voice.TITLE), Words("", Voice.SMALL)
        head = Held(Row(self._title, Stretch(), self._summary, margins=(24, 14, 24, 4)))
        self.scroll = Scrolled(Held(Column(screen, Stretch(), margins=(24, 8, 24, 20))))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(head)
        box.addWidget(self.scroll, 1)
        self.resize(width, height)
        screen.consultation.changed.connect(self.show_record)
        self.show_record()

    def show_record(self) -> None:
        """As the frame does."""
        self.screen.show_record()
        self._title.say(self.screen.heading)
        self._summary.say(self.screen.summary)


def line_named(parent: QWidget, name: str) -> Line:
    """The line edit that a screen reader calls this."""
    [line] = [line for line in parent.findChildren(Line) if line.accessibleName() == name]
    return line


def decimal(text: str) -> Decimal:
    """Short for the tests."""
    return Decimal(text)


def in_sight(window: QWidget, qtbot: QtBot) -> None:
    """Show a window and give it the keyboard."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
