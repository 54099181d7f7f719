"""Import a record: read first, shown whole, kept only when Take this in is pressed: all of it, or nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from app.exchange.fhir import BundleUnreadable, read_bundle
from app.exchange.fhir.bundle import MOST_BYTES
from app.models.duplicates import possible_duplicates
from app.models.unavailable import StoreUnavailable
from app.views.fields.field import Captioned
from app.views.fields.text import TextField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Columns, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.scrolling import bring_into_sight
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.people.keyboard import go_to
from app.views.people.person_words import counted, list_name, sentence_of
from app.views.people.record_found import RecordFound
from app.views.people.taking_in import RecordFile, TakenIn, take_in_for, take_in_new
from app.views.session import Session

TAKE_IN = "Take this in"
INVENTED_ONLY = "This is a practice store: import only records of invented or synthetic people."
_WIDEST = 1366
_FILES = "Records (*.json *.json.bz2 *.bz2);;All files (*)"


class ImportRecordScreen(QWidget):
    """`imported` tells the person once the result was seen; `closed` goes home with nothing kept."""

    imported = Signal(str)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName("Import a record")
        self._session = session
        self._file: RecordFile | None = None
        self._taken_in: TakenIn | None = None
        self.found: RecordFound | None = None
        self.path = TextField("Where the file is", hint="Or write where the file is", longest=4000)
        self.choose = Button("Choose a file", Kind.OUTLINE, icon="document")
        self.read = Button("Read it", Kind.PLAIN, name="Read the file that is written here")
        self.message = Message("")
        self.message.hide()
        self.foot = StatusFoot("", "Home")
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._build()
        self.choose.clicked.connect(self._choose)
        self.read.clicked.connect(self._read_written)
        self.path.entered.connect(self._read_written)
        self.foot.went_back.connect(self._leave)
        self.foot.went_on.connect(self._go_on)

    def _build(self) -> None:
        parts: list[QWidget] = [Words("Import a record", Voice.TITLE)]
        said = "A FHIR R4 file from another system. Nothing is kept until you have seen what it brings."
        parts.append(Words(said, Voice.MUTED, wraps=True))
        if self._session.is_practice:
            parts.append(Words(INVENTED_ONLY, Voice.CAUTION, wraps=True))
        written = Held(Row((self.path, 1), self.read, gap=8))
        pick = Columns((self.choose, 0), (written, 1), gap=16, turn_at=560, top=False)
        self._picking = Card(Captioned("Which file?", pick, voice=Voice.HEADING))
        body = Column(
            Column(*parts, gap=2),
            self._picking,
            self.message,
            Held(self._place),
            Stretch(),
            gap=14,
            margins=(28, 16, 28, 20),
        )
        wide = Sized(Held(body), at_most=_WIDEST)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(Scrolled(Held(Row((wide, 1), gap=0))), 1)
        box.addWidget(self.foot)

    def first_stop(self) -> QWidget:
        """Where the keyboard starts."""
        return self.choose

    def read_file(self, path: Path) -> None:
        """Read a record and show what it brings; what was shown before goes."""
        self._forget()
        try:
            if path.stat().st_size > MOST_BYTES:
                raise BundleUnreadable(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
            raw = path.read_bytes()
            reading = _while_waiting(lambda: read_bundle(raw, self._session.today))
        except OSError:
            self._say(
                "The file cannot be opened", "Nothing is kept.", "Choose it again, or copy it here first."
            )
        except BundleUnreadable as problem:
            self._say("This file cannot be taken in", str(problem), "")
        else:
            self._file = RecordFile(reading, raw)
            self._show_found(RecordFound(reading, self._session))

    def _show_found(self, found: RecordFound) -> None:
        self.found = found
        self._place.addWidget(found)
        found.show()
        found.identified.connect(self._compare)
        self.foot.name_buttons("" if found.stop else TAKE_IN, "Home")
        if found.stop is None:
            self._compare()

    def _compare(self) -> None:
        """Look for the same person among those who are here."""
        if self.found is None:
            return
        written = self.found.reading.person.nhs_number_as_written
        person = replace(self.found.whose.person(""), nhs_number=written)
        if not (person.nhs_number or self.found.whose.can_be_compared()):
            self.found.whose.show_alike(())
            return
        try:
            alike = possible_duplicates(self._session.store, person, self._session.now())
        except StoreUnavailable as problem:
            self._say("Nobody could be compared with", "Nothing is kept.", str(problem))
            self.foot.name_buttons("", "Home")
        else:
            self.found.whose.show_alike(alike)

    def take_in(self) -> None:
        """Keep the record, once everything is answered that decides what becomes of it."""
        if self.found is None or self._file is None or self.found.stop is not None:
            return
        self.found.commit()
        gap = self.found.first_gap()
        if gap is not None:
            self.foot.show_unsaved("Not taken in yet: see what is marked above")
            go_to(gap)
            return
        try:
            taken_in = self._keep(self.found, self._file)
        except StoreUnavailable as problem:
            self._say(
                "Nothing was taken in", "The file is as it was, and so is everything here.", str(problem)
            )
        else:
            self._show_result(taken_in)

    def _keep(self, found: RecordFound, file: RecordFile) -> TakenIn:
        known_id, back_to = found.whose.chosen_person_id(), found.how_far.back_to
        if known_id is not None:
            return _while_waiting(lambda: take_in_for(self._session, file, known_id, back_to))
        person = found.whose.person(self._session.new_id())
        return _while_waiting(lambda: take_in_new(self._session, file, person, back_to))

    def _show_result(self, taken_in: TakenIn) -> None:
        self._forget()
        self._taken_in = taken_in
        self._picking.hide()
        name = list_name(taken_in.person.family_name, taken_in.person.given_name)
        who = "was added" if taken_in.is_new_person else "has what was new on the record"
        unconfirmed = "It is kept as from a record, and unconfirmed until somebody looked at it in a visit."
        self._say(f"{name} {who}", f"{what_was_kept(taken_in)} {unconfirmed}", "", weight=Weight.GOOD)
        if taken_in.allergies_not_added:
            missing = ", ".join(taken_in.allergies_not_added)
            self._say(
                f"{name} {who}, but the allergies are not added",
                what_was_kept(taken_in),
                f"Write them into the person's details: {missing}.",
                weight=Weight.GRAVE,
            )
        self.foot.name_buttons("Done", "")
        self.foot.show_saved("Kept")
        self.foot.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """Take away what was shown of a record."""
        if self.found is not None:
            self._place.removeWidget(self.found)
            self.found.hide()
            self.found.deleteLater()
        self.found = self._file = None
        self.message.hide()
        self.foot.name_buttons("", "Home")
        self.foot.show_saved("")

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, "Choose a record", QDir.homePath(), _FILES)
        if chosen:
            self.path.set_value(chosen)
            self.read_file(Path(chosen))

    def _read_written(self) -> None:
        self.path.commit()
        written = self.path.value()
        if written:
            self.read_file(Path(written).expanduser())
        else:
            go_to(self.path.first_stop())

    def _go_on(self) -> None:
        if self._taken_in is None:
            self.take_in()
        else:
            self.imported.emit(self._taken_in.person.id)

    def _leave(self) -> None:
        self.closed.emit()

    def _say(self, what: str, kept: str, to_do: str, weight: Weight = Weight.GRAVE) -> None:
        self.message.say(what, kept, to_do, weight=weight)
        self.message.show()
        bring_into_sight(self.message)


def what_was_kept(taken_in: TakenIn) -> str:
    """Forty-five values, one medicine and nine conditions, in a sentence."""
    kept = taken_in.imported
    counts = (
        counted(len(kept.readings), "value", "values") if kept.readings else "",
        counted(len(kept.medicines), "medicine", "medicines") if kept.medicines else "",
        counted(len(kept.conditions), "condition", "conditions") if kept.conditions else "",
    )
    said = sentence_of(counts)
    return f"Kept: {said[0].lower()}{said[1:]}" if said else "Everything on it was here already."


T = TypeVar("T")


def _while_waiting(work: Callable[[], T]) -> T:
    """Show that the app is busy: a large record takes half a second."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return work()
    finally:
        QApplication.restoreOverrideCursor()
