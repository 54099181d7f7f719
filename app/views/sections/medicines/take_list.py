"""What the person takes: the list, what was taken off it, and whether it is everything."""

from datetime import date

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.consultation.answers import NOT_ASKED, How, Known
from app.consultation.days import on_screen
from app.consultation.medicine import Medicine
from app.consultation.medicines import SECTION
from app.consultation.medicines.facts import confirmed_before, is_confirmed, looked_at_with_list
from app.consultation.medicines.record import Everything, Medicines, MissedDoses
from app.consultation.questions import questions
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card, InHand
from app.views.parts.layout import Column, Hair, Held, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.scrolling import show_from_top
from app.views.parts.words import Voice, Words
from app.views.sections.medicines import said
from app.views.sections.medicines.editor import MedicineEditor
from app.views.sections.medicines.medicine_row import MedicineRow
from app.views.sections.undoing import Undo

INSIDE = (20, 12, 20, 14)
EMPTY = "Nothing on the list yet. Bought ones, herbal ones and injections count too."
NOT_CONFIRMED = "Not confirmed: prompts cannot tell what is not taken."


class TakeList(Card):
    """The left column; every change goes to the consultation at once."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self.consultation = consultation
        asked = questions(Medicines)
        self.add_button = Button("Add", Kind.PLAIN, icon="add", name="Add a medicine")
        self.rows: dict[str, MedicineRow] = {}
        self.new: MedicineEditor | None = None
        self._rows_box = Column(gap=0)
        self._empty = Words(EMPTY, Voice.SMALL, wraps=True)
        self._empty_row = Held(Column(self._empty, margins=INSIDE))
        self.undo = Undo(Hair(), margins=(20, 4, 8, 4))
        self.everything = _choice(asked["everything"].label, Everything, compact=False)
        self.missed = _choice(asked["missed_doses"].label, MissedDoses, compact=True)
        self._mark = Picture("tick", 18, "success", stroke=2.4)
        self._state = Words("", Voice.GOOD, wraps=True)
        self._missed_part = Held(
            Column(
                Hair(),
                Held(Column(_caption(asked["missed_doses"].label), self.missed, margins=INSIDE)),
                gap=0,
            )
        )
        super().__init__(*self._parts(asked["everything"].label), margins=FLUSH, gap=0)
        self._listen()

    def _parts(self, everything: str) -> list[QWidget]:
        head = Row(Words("What you take", Voice.HEADING), Stretch(), self.add_button, margins=(20, 3, 8, 3))
        confirm = Column(
            _caption(everything), self.everything, Row(self._mark, (self._state, 1)), margins=INSIDE
        )
        return [
            Held(head),
            Hair(),
            Held(self._rows_box),
            self._empty_row,
            self.undo,
            Held(confirm),
            self._missed_part,
        ]

    def _listen(self) -> None:
        self.add_button.clicked.connect(self.add_medicine)
        self.everything.edited.connect(self._confirm)
        self.missed.edited.connect(self._tell_missed)
        self.undo.asked.connect(self._take_back)

    @property
    def record(self) -> Medicines:
        """The medicines as they stand."""
        return self.consultation.draft.record(SECTION)

    def show_record(self) -> None:
        """Show the list; a row that is being changed is left alone where it is the same."""
        record, visit = self.record, self.consultation.visit
        taken = [row for row in record.rows if row.still_taken]
        for medicine in taken:
            self._show_row(medicine, looked_at_with_list(medicine, record, visit))
        kept = {medicine.id for medicine in taken}
        for key, row in self.rows.items():
            row.setVisible(key in kept)
        self._empty_row.setVisible(not taken and self.new is None)
        self.everything.set_value(_key(record.everything))
        self.missed.set_value(_key(record.missed_doses))
        self._missed_part.setVisible(bool(taken))
        self._show_state(record, is_confirmed(record, visit))

    def _show_row(self, medicine: Medicine, with_list: date | None) -> None:
        row = self.rows.get(medicine.id)
        if row is not None:
            row.show_medicine(medicine, with_list)
            return
        if self.new is not None and self.new.medicine().id == medicine.id:
            return
        row = MedicineRow(medicine, self.consultation.session.today, with_list)
        row.changed.connect(self._change)
        row.looked_at.connect(lambda key=medicine.id: self._looked_at(key))
        row.stopped.connect(lambda key=medicine.id: self._stop(key))
        row.removed.connect(lambda key=medicine.id: self._remove(key))
        self.rows[medicine.id] = row
        self._rows_box.addWidget(row)

    def _show_state(self, record: Medicines, confirmed: bool) -> None:
        called = self.consultation.person.called
        answer = record.everything
        if isinstance(answer, Known) and answer.value is Everything.YES:
            words = f"List confirmed with {called}, {on_screen(answer.taken_on)}"
        elif confirmed and (before := self.consultation.history.medicines_confirmed_on):
            words = f"The same list as confirmed on {on_screen(before)}"
        elif before := confirmed_before(record, self.consultation.visit):
            words = f"{NOT_CONFIRMED} Last confirmed {on_screen(before)}, more than 30 days ago."
        else:
            words = NOT_CONFIRMED
        self._mark.draw(*(("tick", "success") if confirmed else ("question", "text_muted")))
        self._state.speak(Voice.GOOD if confirmed else Voice.SMALL)
        self._state.say(words)

    # changes

    def _edit(self, record: Medicines) -> None:
        self.consultation.edit(SECTION.key, record)
        self.show_record()

    def _change(self, medicine: Medicine) -> None:
        self._edit(self.record.with_medicine(medicine))

    def _row(self, key: str) -> Medicine:
        return next(row for row in self.record.rows if row.id == key)

    def _looked_at(self, key: str) -> None:
        today = self.consultation.session.today
        self._change(msgspec.structs.replace(self._row(key), seen_on=today))

    def _stop(self, key: str) -> None:
        medicine = self._row(key)
        self.rows[key].close_editor()
        self.undo.offer(f"{said.title(medicine)} is no longer taken.", medicine)
        self._change(msgspec.structs.replace(medicine, still_taken=False))

    def _remove(self, key: str) -> None:
        medicine = self._row(key)
        self.rows[key].close_editor()
        self.undo.offer(f"{said.title(medicine)} was taken off the list.", medicine)
        self._edit(self.record.without_medicine(key))

    def _take_back(self, medicine: Medicine) -> None:
        self._change(medicine)
        self.rows[medicine.id].pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self, key: str | None) -> None:
        answer = self.consultation.known(Everything[key]) if key else NOT_ASKED
        self._edit(msgspec.structs.replace(self.record, everything=answer))

    def _tell_missed(self, key: str | None) -> None:
        answer = self.consultation.known(MissedDoses[key], How.SELF_REPORTED) if key else NOT_ASKED
        self._edit(msgspec.structs.replace(self.record, missed_doses=answer))

    # adding

    def add_medicine(self) -> None:
        """Open an empty row at the end of the list, unless one is open whose start is not kept."""
        self.close_new()
        if self.new is not None:
            self.new.started.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        session = self.consultation.session
        blank = Medicine(id=session.new_id(), name="")
        self.new = MedicineEditor(blank, session.today, is_new=True)
        self._new_holder = InHand(Column(self.new, Hair(), gap=0))
        self._rows_box.addWidget(self._new_holder)
        self._new_holder.show()  # Qt would wait for the next turn of its loop
        self.new.changed.connect(self._change)
        self.new.finished.connect(self.close_new)
        self.new.remove_asked.connect(self._drop_new)
        self._empty_row.hide()
        self.new.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)
        holder = self._new_holder
        # From the top, because what is found opens below the name.
        QTimer.singleShot(0, holder, lambda: show_from_top(holder))

    def close_new(self) -> None:
        """The new row becomes one of the list, or goes if nothing was named; not over what is not kept."""
        if self.new is None:
            return
        self.new.commit()
        if self.new.not_kept():
            return
        self.new = None
        self._new_holder.hide()
        self._new_holder.deleteLater()
        self.show_record()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_new(self) -> None:
        new = self.new
        if new is None:
            return
        medicine = new.medicine()
        self.new = None
        self._new_holder.hide()
        self._new_holder.deleteLater()
        if medicine.name:
            self.undo.offer(f"{said.title(medicine)} was taken off the list.", medicine)
        self._edit(self.record.without_medicine(medicine.id))
        self.show_record()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what is typed as final."""
        for row in self.rows.values():
            row.commit()
        if self.new is not None:
            self.new.commit()

    def not_kept(self) -> list[str]:
        """What is typed and not in the record."""
        found = [why for row in self.rows.values() if (why := row.not_kept())]
        if self.new is not None and (why := self.new.not_kept()):
            found.append(f"{said.title(self.new.medicine()) or 'New medicine'}: {why}")
        return found


def _choice(name: str, answers: type[Everything] | type[MissedDoses], *, compact: bool) -> Choice:
    return Choice(name, [Option(a.name, str(a.value)) for a in answers], fills=True, compact=compact)


def _caption(words: str) -> Words:
    return Words(words, Voice.STRONG, wraps=True)


def _key(answer: object) -> str | None:
    return str(answer.value.name) if isinstance(answer, Known) else None
