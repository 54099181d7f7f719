"""One medicine in hand: its name, form, dose in their words, start, and where it was read."""

from datetime import date

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.consultation.answers import How
from app.consultation.medicine import Form, Medicine
from app.views.fields.answers import Option
from app.views.fields.day import DayField
from app.views.fields.day_reading import partly_in_words
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.search import Found, SearchField
from app.views.fields.text import TextField
from app.views.form.ring_rows import RingRows
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held, Row, Stretch
from app.views.parts.words import Voice
from app.views.sections.medicines.said import KEPT_AS_TYPED, find, matched

FORMS = [Option(form.value, form.value.capitalize()) for form in Form]
WHOLE_DAY = 10


class MedicineEditor(QFrame):
    """Tells every committed change as a whole `Medicine`; nothing is told before there is a name."""

    changed = Signal(object)
    finished = Signal()
    stop_asked = Signal()
    remove_asked = Signal()

    def __init__(self, medicine: Medicine, today: date, *, is_new: bool = False) -> None:
        super().__init__()
        self._medicine, self._today = medicine, today
        self.name = SearchField("Medicine", find, hint="Generic or brand name", own_words=True)
        self.name_note = Note()
        self.form = RingRows("Form", FORMS)
        self.dose = TextField("Dose, in their words", hint="How much, how often", in_pauses=True)
        self.started = DayField("Started", latest=today, partly=True)
        self.started_note = Note()
        self.into_dose = Button("", Kind.PLAIN)
        self.source = TextField("Where it was read", hint="A letter, the box, the GP record")
        self.done = Button("Done", Kind.OUTLINE)
        self.stop = Button("No longer taken", Kind.PLAIN)
        self.remove = Button("Remove", Kind.MUTED, name="Remove: it was entered by mistake")
        self._build(is_new)
        self._listen()
        self.show_medicine(medicine)

    def _build(self, is_new: bool) -> None:
        small = Voice.SMALL_STRONG
        parts = Column(
            Captioned("Medicine", self.name, voice=small),
            self.name_note,
            Captioned("Form", self.form, voice=small),
            Captioned("Dose, in their words", self.dose, voice=small),
            Captioned(
                "Started", self.started, hint="Day, month and year, where all three are known.", voice=small
            ),
            self.started_note,
            self._row_of(self.into_dose),
            Captioned(
                "Where it was read", self.source, hint="Leave it empty if the person told you.", voice=small
            ),
            Flow(self.done, self.stop, self.remove, gap=4),
            gap=8,
            margins=(18, 12, 16, 12),
        )
        self.setLayout(parts)
        self.stop.setVisible(not is_new)

    def _row_of(self, button: Button) -> QWidget:
        self._into_row = Held(Row(button, Stretch()))
        self._into_row.hide()
        return self._into_row

    def _listen(self) -> None:
        self.name.edited.connect(self._named)
        self.form.edited.connect(lambda key: self._change(form=Form(key) if key else None))
        self.dose.edited.connect(lambda words: self._change(dose=words or ""))
        self.started.edited.connect(self._started)
        self.into_dose.clicked.connect(self._put_into_dose)
        self.source.edited.connect(self._read_in)
        self.done.clicked.connect(self._finish)
        for line in (self.dose.line, self.started.line, self.source.line):
            line.entered.connect(line.focusNextChild)
        self.stop.clicked.connect(self.stop_asked)
        self.remove.clicked.connect(self.remove_asked)

    def medicine(self) -> Medicine:
        """The medicine as far as it was committed."""
        return self._medicine

    def show_medicine(self, medicine: Medicine) -> None:
        """Show a stored medicine; a field whose value is the same is left alone."""
        self._medicine = medicine
        shown = self.name.value()
        if shown is None or shown.words != medicine.name:
            self.name.set_value(Found(medicine.ingredient or None, medicine.name) if medicine.name else None)
        if self.form.value() != (medicine.form.value if medicine.form else None):
            self.form.set_value(medicine.form.value if medicine.form else None)
        if (self.dose.value() or "") != medicine.dose:
            self.dose.set_value(medicine.dose)
        started = medicine.started.isoformat() if medicine.started else None
        if self.started.value() != started and not self._is_partly_known():
            self.started.set_value(started)
        read_in = medicine.source if medicine.how is How.FROM_RECORD else ""
        if (self.source.value() or "") != read_in:
            self.source.set_value(read_in)
        self._say_of_name()

    def commit(self) -> None:
        """Take what is typed as final."""
        for field in (self.name, self.dose, self.started, self.source):
            field.commit()

    def not_kept(self) -> str:
        """What is typed here and not in the record, in a sentence."""
        if self.started.state() is State.REFUSED:
            return self.started.note.sentence.said()
        return self.started_note.sentence.said() if self._is_partly_known() else ""

    def _is_partly_known(self) -> bool:
        typed = self.started.value()
        return isinstance(typed, str) and len(typed) < WHOLE_DAY

    def _named(self, found: Found | None) -> None:
        if found is None:
            self.name.set_value(Found(None, self._medicine.name) if self._medicine.name else None)
            self.name_note.say("A medicine needs a name. 'Remove' takes it off the list.", State.CHECK)
            return
        match = matched(found)
        if match is None:
            self._change(name=found.words, ingredient="")
            return
        name = match.name if found.key is not None else found.words
        self.name.set_value(Found(match.ingredient, name))
        self._change(name=name, ingredient=match.ingredient, form=match.form or self._medicine.form)
        self.form.set_value(self._medicine.form.value if self._medicine.form else None)

    def _say_of_name(self) -> None:
        unknown = bool(self._medicine.name) and not self._medicine.ingredient
        self.name_note.say(KEPT_AS_TYPED if unknown else "", State.CHECK if unknown else State.FINE)

    def _started(self, typed: str | None) -> None:
        partly = self._is_partly_known()
        words = partly_in_words(typed) if partly and typed else ""
        self.started_note.say(
            f"{words} is not kept as a date: rules count from a whole day." if partly else "",
            State.CHECK if partly else State.FINE,
        )
        self.into_dose.say(f"Write \u201csince {words}\u201d with the dose")
        self._into_row.setVisible(partly)
        self._change(started=date.fromisoformat(typed) if typed and not partly else None)

    def _put_into_dose(self) -> None:
        typed = self.started.value()
        words = f"since {partly_in_words(str(typed))}"
        self.started.clear()
        self.started_note.say("", State.FINE)
        self._into_row.hide()
        self._change(dose=", ".join(part for part in (self._medicine.dose, words) if part))
        self.dose.set_value(self._medicine.dose)

    def _read_in(self, words: str | None) -> None:
        self._change(how=How.FROM_RECORD if words else How.SELF_REPORTED, source=words or "")

    def _change(self, **details: object) -> None:
        changed = msgspec.structs.replace(self._medicine, **details)
        if changed.how is How.FROM_RECORD:
            changed = msgspec.structs.replace(changed, seen_on=self._today)
        if changed == self._medicine:
            return
        self._medicine = changed
        self._say_of_name()
        if changed.name:
            self.changed.emit(changed)

    def _finish(self) -> None:
        """Done, unless the start as typed is not kept: then the keyboard goes there."""
        self.commit()
        if self.not_kept():
            self.started.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.finished.emit()

    def first_stop(self) -> QWidget:
        """The name."""
        return self.name.line
