"""The carers as tiles, who was named last time, and adding somebody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.consultation.carers.record import Carer, Carers
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.carers.carer_tile import CarerTile
from app.views.sections.carers.consent_words import carers_of_last_time, summary


class CarerList(QWidget):
    """Tells `chosen(id)`, `add_asked`, and `again_asked(id)` for somebody of last time."""

    chosen = Signal(str)
    add_asked = Signal()
    again_asked = Signal(str)

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self._consultation = consultation
        self.tiles: dict[str, CarerTile] = {}
        self.again: dict[str, Button] = {}
        self._together = QButtonGroup(self)
        self._tiles_box = Column(gap=8)
        self._again_box = Column(gap=2)
        self._again = Held(Column(Words("Named last time", Voice.SMALL_STRONG), self._again_box, gap=2))
        self.add = Button("Add someone", Kind.PLAIN, icon="add")
        self.add.clicked.connect(self.add_asked)
        title = Words(f"People who support {consultation.person.called}", Voice.HEADING, wraps=True)
        self.setLayout(Column(title, self._tiles_box, self._again, Row(self.add, Stretch()), gap=8))
        for carer in carers_of_last_time(consultation.history):
            self._add_again(carer)

    def show_record(self, record: Carers, chosen: str) -> None:
        """Show a tile for each carer, in order, and mark the one who is shown."""
        present = [carer.id for carer in record.rows]
        for gone in [key for key in self.tiles if key not in present]:
            self._drop(gone)
        for at, carer in enumerate(record.rows):
            self._show_tile(carer, at, is_chosen=carer.id == chosen)
        for carer_id, button in self.again.items():
            button.setVisible(carer_id not in present)
        self._again.setVisible(any(carer_id not in present for carer_id in self.again))

    def _show_tile(self, carer: Carer, at: int, *, is_chosen: bool) -> None:
        words = _words_of(carer, self._consultation)
        tile = self.tiles.get(carer.id)
        if tile is None:
            tile = self._make(carer.id, words)
        tile.say(*words)
        if self._tiles_box.indexOf(tile) != at:
            self._tiles_box.removeWidget(tile)
            self._tiles_box.insertWidget(at, tile)
        tile.setChecked(is_chosen)
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)

    def _make(self, carer_id: str, words: tuple[str, str, str]) -> CarerTile:
        tile = CarerTile(*words)
        self.tiles[carer_id] = tile
        self._together.addButton(tile)
        self._tiles_box.addWidget(tile)
        tile.show()
        tile.clicked.connect(lambda: self.chosen.emit(carer_id))
        return tile

    def _drop(self, carer_id: str) -> None:
        tile = self.tiles.pop(carer_id)
        self._together.removeButton(tile)
        tile.hide()
        self._tiles_box.removeWidget(tile)
        tile.deleteLater()

    def _add_again(self, carer: Carer) -> None:
        button = Button(f"Add {carer.name} again", Kind.PLAIN, icon="add", name=f"Add again: {carer.who}")
        button.clicked.connect(lambda: self.again_asked.emit(carer.id))
        self.again[carer.id] = button
        self._again_box.addLayout(Row(button, Stretch()))


def _words_of(carer: Carer, consultation: OpenConsultation) -> tuple[str, str, str]:
    who = ", ".join(words for words in (carer.relationship, carer.phone) if words)
    if not consultation.is_private:
        return carer.name, who, ""
    return carer.name, who, summary(carer, consultation.history.sharing_of(carer.id, carer.name))
