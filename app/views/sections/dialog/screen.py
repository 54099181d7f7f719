"""How life is going: turn the screen, or fill in the eleven together; then look at then and now."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.consultation import dialog
from app.consultation.answers import Known
from app.consultation.dialog.record import ATTRIBUTION, ITEMS
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Flow, Hair, Held, Stretch
from app.views.parts.scrolling import bring_into_sight
from app.views.parts.words import Voice, Words
from app.views.sections.dialog.area_row import AreaRow
from app.views.sections.dialog.then_and_now import ThenAndNow, last_rated_words
from app.views.sections.screen import SectionScreen

KEY = dialog.SECTION.key


class DialogScreen(SectionScreen):
    """`turn_asked` asks for the turned screen; `title_changed` says that the heading is another."""

    turn_asked = Signal()
    title_changed = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self.rows = {item.key: AreaRow(consultation, item) for item in ITEMS}
        called = consultation.person.called
        self.turn = Button(f"Turn the screen to {called}", icon="turn")
        self.reveal_button = Button("Then and now", Kind.PLAIN, icon="sheet")
        self.back_to_list = Button("Back to the ratings", Kind.PLAIN, icon="arrow_left")
        self._last = Words(last_rated_words(consultation), Voice.SMALL)
        self.reveal: ThenAndNow | None = None
        self._list = Held(Column(self._card(), Words(ATTRIBUTION, Voice.SMALL, wraps=True), gap=8))
        self._top = Flow(self.turn, self.reveal_button, self.back_to_list, self._last, gap=12)
        self._box = Column(Held(self._top), self._list, gap=12)
        self.setLayout(Column(self._box, Stretch(), gap=0))
        self.back_to_list.hide()
        self._listen()
        self.show_record()

    def _card(self) -> Card:
        card = Card(margins=FLUSH, gap=0)
        for at, row in enumerate(self.rows.values()):
            if at:
                card.add(Hair())
            card.add(row)
        return card

    def _listen(self) -> None:
        self.turn.clicked.connect(self.turn_asked)
        self.reveal_button.clicked.connect(self.show_then_and_now)
        self.back_to_list.clicked.connect(self.show_list)
        for row in self.rows.values():
            row.open_asked.connect(self._toggle)

    @property
    def heading(self) -> str:
        """The title of the screen."""
        title = dialog.SECTION.title
        return title if self.reveal is None else f"{title}: then and now"

    @property
    def summary(self) -> str:
        """How many were rated or skipped."""
        return f"{self.consultation.progress(KEY).answered} of {len(ITEMS)} answered"

    def show_record(self) -> None:
        """Show what stands in the consultation."""
        record = self.consultation.draft.record(dialog.SECTION)
        for row in self.rows.values():
            row.show_record()
        rated = any(isinstance(record.area(item.key).rating, Known) for item in ITEMS)
        self.reveal_button.setVisible(rated and self.reveal is None)
        if self.reveal is not None and self.reveal.is_for_alone != self.consultation.is_private:
            self.show_list()  # somebody came in or left: what is compared then is another thing
        elif self.reveal is not None:
            self.reveal.show_chosen()

    def commit(self) -> None:
        """Take what is typed as final."""
        for row in self.rows.values():
            row.note.commit()

    def first_stop(self) -> QWidget:
        """The button that turns the screen."""
        return self.turn

    def open_question(self, field: str) -> None:
        """Open the row of an item and put the keyboard on its answers."""
        if field not in self.rows:
            return
        self.show_list()
        self._open(field)
        self.rows[field].rating.first_stop().setFocus()

    def show_then_and_now(self) -> None:
        """Show today beside last time."""
        self.commit()
        self.show_list()
        self.reveal = ThenAndNow(self.consultation)
        self._box.addWidget(self.reveal)
        self._top.addWidget(self.reveal.legend)
        self._show_which()
        self.back_to_list.setFocus()

    def show_list(self) -> None:
        """Show the list of ratings again."""
        if self.reveal is not None:
            for part in (self.reveal, self.reveal.legend):
                part.hide()
                self._box.removeWidget(part)
                part.deleteLater()
            self.reveal = None
        self._show_which()

    def _show_which(self) -> None:
        """The wide picture takes the room of the prompts panel, if the frame gives it."""
        revealed = self.reveal is not None
        self.has_prompts_beside = not revealed
        self._list.setVisible(not revealed)
        self.turn.setVisible(not revealed)
        self._last.setVisible(not revealed)
        self.back_to_list.setVisible(revealed)
        self.show_record()
        self.title_changed.emit()

    def _toggle(self, key: str) -> None:
        self._open(None if self.rows[key].is_open else key)

    def _open(self, key: str | None) -> None:
        for row in self.rows.values():
            row.open(row.key == key)
        if key is not None:
            opened = self.rows[key]
            QTimer.singleShot(0, opened, lambda: bring_into_sight(opened))
