"""By phone or by video: whether they can talk, how to reach them again, and where they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation import opening
from app.consultation.answers import WhyNot, YesNo
from app.consultation.opening.record import Opening
from app.consultation.questions import questions
from app.views.fields.field import Captioned
from app.views.fields.phone import PhoneField
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column
from app.views.sections.asking import answer_of, key_of, options_of, show
from app.views.sections.chips import Chips

CALL_BACK, WHERE = "The number to call back", "Where they are now"
FOR_AN_EMERGENCY = "The address in words: help is sent there if it is needed."


class RemoteFacts(QWidget):
    """The three questions; `answered` tells a field of the opening and what was said of it."""

    answered = Signal(str, object)

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self._consultation = consultation
        asked, person = questions(Opening)["private_to_talk"], consultation.person
        self.private = Chips(asked.label, options_of(YesNo, WhyNot.NOT_SURE), compact=True)
        self.call_back = PhoneField(CALL_BACK)
        self.where = TextField(WHERE)
        phone = f" On the record: {person.phone}." if person.phone else ""
        address = f" On the record: {person.address}." if person.address else ""
        self.setLayout(
            Column(
                Captioned(asked.label, self.private, hint=asked.hint),
                Captioned(CALL_BACK, self.call_back, hint=f"If the call drops.{phone}"),
                Captioned(WHERE, self.where, hint=f"{FOR_AN_EMERGENCY}{address}"),
                gap=10,
            )
        )
        self.private.edited.connect(
            lambda key: self.answered.emit("private_to_talk", answer_of(key, YesNo, consultation))
        )
        self.call_back.edited.connect(lambda words: self.answered.emit("call_back_number", words or ""))
        self.where.edited.connect(lambda words: self.answered.emit("where_they_are", words or ""))

    def show_record(self) -> None:
        """Show what stands in the consultation; nothing of it is asked in the same room."""
        record = self._consultation.draft.record(opening.SECTION)
        self.setVisible(record.is_remote)
        show(self.private, key_of(record.private_to_talk))
        show(self.call_back, record.call_back_number or None)
        show(self.where, record.where_they_are or None)

    def commit(self) -> None:
        """Take what is typed as final."""
        self.call_back.commit()
        self.where.commit()
