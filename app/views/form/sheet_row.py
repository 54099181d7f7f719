"""A row of the sheet: closed two lines, open the questions; the open part is made when it is first needed."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from app.consultation.answers import NOT_ASKED
from app.consultation.questions import Record
from app.consultation.visit import Visit
from app.views.form.body import Body
from app.views.form.face import Face, FaceWords
from app.views.form.sheet import NOT_ASKED_YET, NOTHING_BEFORE, Plan, Sheet, how_words
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column, Hair

NOT_KEPT_YET = "Not kept yet"


class SheetRow(QFrame):
    """One plan of the sheet, closed or in hand."""

    open_asked = Signal()
    finished = Signal()
    answered = Signal(object)

    def __init__(self, plan: Plan, sheet: Sheet, section: str, consultation: OpenConsultation) -> None:
        super().__init__()
        self.plan, self._sheet, self._section, self._consultation = plan, sheet, section, consultation
        self.hair = Hair()
        self.body: Body | None = None
        self._box = Column(self.hair, gap=0)
        self.setLayout(self._box)

    @cached_property
    def face(self) -> Face:
        """The closed row, made when it is first needed: many a question is never asked."""
        face = Face()
        self._box.insertWidget(1, face)
        face.open_asked.connect(self.open_asked)
        return face

    @property
    def is_private(self) -> bool:
        """Whether it waits while somebody else is in the room."""
        return any(self._sheet.questions[name].is_private for name in self.plan.fields)

    @property
    def is_for_staff_alone(self) -> bool:
        """Whether it is opened on purpose only, and says nothing while it is closed."""
        return any(self._sheet.questions[name].is_for_staff_alone for name in self.plan.fields)

    @property
    def is_open(self) -> bool:
        """Whether this is the row in hand."""
        return self.body is not None and not self.body.isHidden()

    def asks(self, record: Record, visit: Visit) -> bool:
        """Whether any of its questions matters now."""
        return any(self._sheet.questions[name].shown(record, visit) for name in self.plan.fields)

    def is_unanswered(self, record: Record) -> bool:
        """Whether none of its questions has an answer yet."""
        answers = [getattr(record, name) for name in self.plan.fields]
        return all(answer == NOT_ASKED or answer in ((), "") for answer in answers)

    def open(self) -> Body:
        """Take the row in hand."""
        if self.body is None:
            self.body = Body(self.plan, self._sheet, self._section, self._consultation)
            self.body.answered.connect(self.answered)
            self.body.finished.connect(self.finished)
            self._box.addWidget(self.body)
        self.face.hide()
        self.body.show()
        return self.body

    def close_row(self) -> None:
        """Back to two lines; what was typed is committed first."""
        if self.is_open and self.body is not None:
            self.body.commit()
            self.body.hide()
            self.face.show()

    def show_record(self, record: Record, typed: Record, visit: Visit) -> None:
        """Show what stands in the record now."""
        if self.body is not None:
            self.body.show_record(record, typed, visit)
        self.face.show_words(self._words(record, visit))

    def not_kept(self) -> str:
        """What is typed here and not in the record, in a sentence with the row's name; empty if nothing."""
        why = self.body.not_kept() if self.body is not None else ""
        return f"{self.plan.title}: {why}" if why else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the row in hand."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_row()
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _words(self, record: Record, visit: Visit) -> FaceWords:
        if self.is_for_staff_alone:
            return self._words_for_staff(record)
        said = self._sheet.said(self.plan, record, visit)
        icon, how = how_words(self.plan, record)
        last = self._sheet.last(self.plan, visit, self._section)
        beneath, caution = said.beneath, False
        why = self.body.not_kept() if self.body is not None else ""
        doubt = self.body.doubt() if self.body is not None else ""
        if why or doubt:  # (What is kept and asked about still says what it found: a BMI beside its doubt.)
            beneath, caution = why or ". ".join(part for part in (said.beneath, doubt) if part), True
        return FaceWords(
            label=self.plan.title,
            sub=self._sheet.sub(self.plan, record, visit),
            value=NOT_KEPT_YET if why and not how else said.value,
            beneath=beneath,
            icon=icon,
            how=how,
            last=last.value if last is NOTHING_BEFORE else f"Last {last.value}",
            when=last.when,
            caution=caution,
            is_answered=bool(how),
        )

    def _words_for_staff(self, record: Record) -> FaceWords:
        is_noted = not self.is_unanswered(record)
        return FaceWords(
            label=self.plan.title,
            sub="",
            value="Noted" if is_noted else NOT_ASKED_YET,
            beneath="For the team, with nobody looking on. Never printed.",
            icon="lock",
            how="",
            last="",
            when="",
            is_answered=is_noted,
        )
