"""One medicine on the list: what, since when, how it is taken, where we know it from, and a pencil."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from app.consultation.medicine import Medicine
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import InHand
from app.views.parts.layout import Column, Hair, Held, Row
from app.views.parts.words import Voice, Words
from app.views.sections.medicines import said
from app.views.sections.medicines.editor import MedicineEditor


class MedicineRow(QFrame):
    """A row that opens in place. What to do with the medicine is told, never done here."""

    changed = Signal(object)
    looked_at = Signal()
    stopped = Signal()
    removed = Signal()

    def __init__(self, medicine: Medicine, today: date, with_list: date | None = None) -> None:
        super().__init__()
        self._medicine, self._today = medicine, today
        self._name = Words("", Voice.STRONG, wraps=True)
        self._taken = Words("", Voice.SMALL_TEXT, wraps=True)
        self._source = Words("", Voice.SMALL, wraps=True)
        self._unseen = Words(said.NOT_LOOKED_AT, Voice.CAUTION, wraps=True)
        self.seen = Button("It is right", Kind.PLAIN)
        self.pencil = Button("", Kind.PLAIN, icon="pencil")
        self.editor: MedicineEditor | None = None
        words = Column(self._name, self._taken, self._source, self._unseen, gap=1)
        row = Row((words, 1), self.seen, self.pencil, gap=4, margins=(20, 10, 8, 10))
        row.setAlignment(self.pencil, Qt.AlignmentFlag.AlignVCenter)
        self._face = Held(row)
        self._box = Column(self._face, Hair(), gap=0)
        self.setLayout(self._box)
        self.pencil.clicked.connect(self.open_editor)
        self.seen.clicked.connect(self.looked_at)
        self.show_medicine(medicine, with_list)

    def show_medicine(self, medicine: Medicine, with_list: date | None = None) -> None:
        """Show the medicine as it is kept; `with_list` is the day a list with it was confirmed."""
        self._medicine = medicine
        name = said.title(medicine)
        self._name.say(name)
        self._taken.say(said.form_and_dose(medicine))
        self._taken.setVisible(bool(said.form_and_dose(medicine)))
        self._source.say(f"{said.since(medicine)}. {said.source(medicine, with_list)}")
        is_unseen = said.is_unseen(medicine, with_list)
        self._unseen.setVisible(is_unseen)
        self.seen.setVisible(is_unseen)
        self.seen.setAccessibleName(f"{name}: it is right")
        self.pencil.setAccessibleName(f"Change {name}")
        if self.editor is not None:
            self.editor.show_medicine(medicine)

    def open_editor(self) -> None:
        """Change it in place, with the keyboard in it."""
        if self.editor is None:
            self.editor = MedicineEditor(self._medicine, self._today)
            self.editor.changed.connect(self.changed)
            self.editor.finished.connect(self.close_editor)
            self.editor.stop_asked.connect(self.stopped)
            self.editor.remove_asked.connect(self.removed)
            self._held = InHand(Column(self.editor, gap=0))
            self._box.insertWidget(1, self._held)
        self._face.hide()
        self._held.show()
        self.editor.first_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def close_editor(self) -> None:
        """Back to the three lines."""
        if self.editor is not None:
            self._held.hide()
            self._face.show()
            self.pencil.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Take what is typed as final."""
        if self.editor is not None:
            self.editor.commit()

    def not_kept(self) -> str:
        """What is typed here and not in the record."""
        why = self.editor.not_kept() if self.editor is not None else ""
        return f"{said.title(self._medicine)}: {why}" if why else ""
