"""The standard form of any section: one calm sheet of rows, one of them in hand."""

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.consultation.agenda import BY_KEY
from app.consultation.questions import Record, without_private_answers
from app.views.form.sheet import Sheet
from app.views.form.sheet_row import SheetRow
from app.views.form.waiting import Waiting
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column
from app.views.parts.message import Message, Weight
from app.views.parts.scrolling import bring_into_sight


class SectionForm(QWidget):
    """The sheet of one section. It keeps nothing of its own but what is typed and not yet an answer."""

    def __init__(self, consultation: OpenConsultation, section: str, sheet: Sheet | None = None) -> None:
        super().__init__()
        self.consultation, self.section = consultation, section
        sheet = sheet or Sheet(BY_KEY[section].record)
        self.rows = [SheetRow(plan, sheet, section, consultation) for plan in sheet.plans()]
        self.left_over = Message("", weight=Weight.CHECK)
        self.left_over.hide()
        self.waits = Waiting()
        self.setLayout(Column(self.left_over, Card(*self.rows, self.waits, margins=FLUSH, gap=0), gap=12))
        for row in self.rows:
            row.open_asked.connect(lambda row=row: self.take_in_hand(row))
            row.finished.connect(lambda row=row: self._next_after(row))
            row.answered.connect(self._take)
        self._was_shown = False

    @property
    def record(self) -> Record:
        """The section's answers as they stand."""
        return self.consultation.draft.records[self.section]

    def row_of(self, field: str) -> SheetRow:
        """The row that asks a question."""
        return next(row for row in self.rows if field in row.plan.fields)

    def in_hand(self) -> SheetRow | None:
        """The open row."""
        return next((row for row in self.rows if row.is_open), None)

    def show_record(self) -> None:
        """Show what stands in the record; rows come and go, and the keyboard stays where it is."""
        record, visit = self.record, self.consultation.visit
        if not self._was_shown:
            self._was_shown = True
            self._open_first_unanswered()
        typed = self._typed(record)
        first = True
        for row in self.rows:
            is_asked = row.asks(typed, visit) and self._may_be_seen(row)
            if is_asked:  # One that is not asked says nothing: it is told anew when it comes.
                row.show_record(record, typed, visit)
            row.setVisible(is_asked)
            row.hair.setVisible(not first)
            first = first and not is_asked
        told_nothing = without_private_answers(record)
        self.waits.show_count(
            sum(row.asks(told_nothing, visit) and not self._may_be_seen(row) for row in self.rows)
        )
        if self.left_over.isVisibleTo(self):
            self._list_left_over()

    def _may_be_seen(self, row: SheetRow) -> bool:
        return self.consultation.is_private or not row.is_private

    def hideEvent(self, event: QHideEvent) -> None:
        """What is for staff alone closes when it goes out of sight."""
        super().hideEvent(event)
        row = self.in_hand()
        if row is not None and row.is_for_staff_alone and not event.spontaneous():
            row.close_row()

    def not_kept(self) -> list[str]:
        """What is typed and not in the record, a sentence a row."""
        return [sentence for row in self.rows if not row.isHidden() and (sentence := row.not_kept())]

    def commit(self) -> None:
        """Take what is typed as final, and list what cannot be kept as it is."""
        row = self.in_hand()
        if row is not None and row.body is not None:
            row.body.commit()
        self._list_left_over()

    def _list_left_over(self) -> None:
        """Say what is not kept as it stands now: an old sentence over a value put right would be wrong."""
        sentences = self.not_kept()
        if sentences:
            self.left_over.say("Not kept yet", " ".join(sentences), "What was typed is still in its row.")
        self.left_over.setVisible(bool(sentences))

    def take_in_hand(self, row: SheetRow, field: str = "") -> None:
        """Open a row, close the one that was open, and put the keyboard into it."""
        before = self.in_hand()
        if before is not None and before is not row:
            before.close_row()
        body = row.open()
        self.show_record()
        stop = body.stop_of(field) if field else body.first_stop()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        # Where the row stands is known only when the closed one has given its room back.
        QTimer.singleShot(0, row, lambda: _bring_into_sight(row, body.title, stop))

    def first_stop(self) -> QWidget:
        """The field of the row in hand, else the first row."""
        row = self.in_hand()
        if row is not None and row.body is not None:
            return row.body.first_stop()
        return next((row.face for row in self.rows if not row.isHidden()), self.rows[0].face)

    def open_question(self, field: str) -> None:
        """Bring one question into sight, with the keyboard in it."""
        row = next((row for row in self.rows if field in row.plan.fields), None)
        if row is not None and not row.isHidden():
            self.take_in_hand(row, field)

    def _open_first_unanswered(self) -> None:
        visit, record = self.consultation.visit, self.record
        for row in self.rows:
            is_asked = row.asks(record, visit) and self._may_be_seen(row) and not row.is_for_staff_alone
            if is_asked and row.is_unanswered(record):
                row.open()
                return

    def _typed(self, record: Record) -> Record:
        for row in self.rows:
            if row.body is not None:
                record = row.body.typed(record)
        return record

    def _take(self, changes: dict[str, object]) -> None:
        """Keep the answers; the screens are shown anew by that, and by hand where nothing changed."""
        before = self.consultation.draft
        if changes:
            self.consultation.edit(self.section, msgspec.structs.replace(self.record, **changes))
        if self.consultation.draft is before:
            self.show_record()

    def _next_after(self, row: SheetRow) -> None:
        """Close a row and open the next that is shown; after the last, only close.

        What is for staff alone never opens by itself.
        """
        after = self.rows[self.rows.index(row) + 1 :]
        rest = [each for each in after if not each.isHidden() and not each.is_for_staff_alone]
        if rest:
            self.take_in_hand(rest[0])
        else:
            row.close_row()
            self.show_record()
            row.face.setFocus(Qt.FocusReason.TabFocusReason)


def _bring_into_sight(*parts: QWidget) -> None:
    """The whole row, then what matters more where it is too tall for the screen."""
    for part in parts:
        bring_into_sight(part)
