"""What the last visit left undecided that cannot wait: said first, until it is decided or applies no more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.left_undecided import carried_on, way_to
from app.consultation.not_decided import NotDecided
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Barred
from app.views.parts.layout import Column, Held, Row, empty
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words

WHAT_IS_OPEN = "Could not wait, and was not decided"
WHAT_TO_DO = "Ask what has become of it. It stays here until it is decided, or no longer applies."


class UndecidedBefore(Barred):
    """A row for each, with the way to its prompt, or to the answer that is missing for it.

    What was told alone is named only while the person is alone.
    """

    question_asked = Signal(str, str)
    section_asked = Signal(str)

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__("warn_bar")
        self._consultation = consultation
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._rows = Column(gap=4)
        head = Row(
            Picture("warning", 22, "warn", stroke=2.2),
            (Words(WHAT_IS_OPEN, Voice.SUBHEADING, wraps=True), 1),
            gap=10,
        )
        to_do = Words(WHAT_TO_DO, Voice.SMALL_TEXT, wraps=True)
        self.setLayout(Column(head, Held(self._rows), to_do, gap=6, margins=(20, 12, 16, 12)))
        self.hide()

    def show_record(self) -> None:
        """Show what is still open; gone where nothing is. Rows that did not change stay as they are."""
        consultation = self._consultation
        found = carried_on(consultation.assessment, consultation.visit)
        wanted = tuple(map(self._line, found))
        if wanted != self._shown:
            self._shown = wanted
            empty(self._rows)
            for words, where, field in wanted:
                self._rows.addWidget(self._row(words, where, field))
            self.setAccessibleName(" ".join((WHAT_IS_OPEN, *(words for words, *_ in wanted), WHAT_TO_DO)))
        self.setVisible(bool(wanted))

    def _line(self, each: NotDecided) -> tuple[str, str, str]:
        consultation, last = self._consultation, self._consultation.history.last_visit_on
        is_private = consultation.is_private
        words = f"{each.words(last, is_private=is_private)}."
        return (words, *way_to(each, consultation.assessment, is_private=is_private))

    def _row(self, words: str, where: str, field: str) -> QWidget:
        button = Button("Go there", Kind.PLAIN, name=f"Go there: {words}")
        if field:
            button.clicked.connect(lambda: self.question_asked.emit(where, field))
        else:
            button.clicked.connect(lambda: self.section_asked.emit(where))
        return Held(Row((Words(words, Voice.SMALL_TEXT, wraps=True), 1), button, gap=10))
