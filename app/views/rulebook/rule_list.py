"""The rules as one list, narrowed by words and by what is to be done about them."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from app.rules.described import seal_of
from app.rules.rulebook import Rule, Rulebook
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.line import Line
from app.views.fields.note import announce
from app.views.fields.search import NOTE_ROLE, TwoLines
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column
from app.views.parts.words import Voice, Words

WHICH = options(all="All", unsigned="Not signed", stale="To read again")
_ID_ROLE = NOTE_ROLE + 1


class RuleList(QWidget):
    """Tells a rule's id: `met` where the keyboard comes to it, `chosen` where it is pressed or entered."""

    met = Signal(str)
    chosen = Signal(str)

    def __init__(self, book: Rulebook, today: date) -> None:
        super().__init__()
        self._book, self._today = book, today
        self._signed: Collection[str] = frozenset()
        self._in_hand = ""
        self.search = Line("Search the rules", hint="A word, a medicine, a measure")
        self.which = Choice("Which rules", WHICH, compact=True)
        self.which.set_value("all")
        self.count = Words("", Voice.SMALL)
        self.list = QListView()
        self.list.setAccessibleName("Rules")
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setItemDelegate(TwoLines(self.list))
        self._model = QStandardItemModel(self.list)
        self.list.setModel(self._model)
        self.setLayout(
            Column(self.search, self.which, self.count, (Card(self.list, margins=FLUSH), 1), gap=8)
        )
        self.search.textEdited.connect(lambda _typed: self._show())
        self.which.edited.connect(self._narrowed)
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._meet(index))
        for pressed in (self.list.clicked, self.list.activated):
            pressed.connect(lambda index: self.chosen.emit(index.data(_ID_ROLE)))

    def show_signed(self, signed: Collection[str]) -> None:
        """Show which are signed by their content; the rule in hand stays in hand."""
        self._signed = signed
        self._show()

    def rules(self) -> Sequence[Rule]:
        """The rules shown, in order."""
        words = self.search.text().casefold().split()
        return [rule for rule in self._book if self._is_wanted(rule) and all(w in _said(rule) for w in words)]

    def _is_wanted(self, rule: Rule) -> bool:
        which = self.which.value()
        if which == "unsigned":
            return rule.content_hash not in self._signed
        return which != "stale" or rule.is_stale(self._today)

    def _narrowed(self, key: str | None) -> None:
        if key is None:
            self.which.set_value("all")
        self._show()
        announce(self.search, self.count.said())

    def _show(self) -> None:
        found = self.rules()
        chosen = self.list.selectionModel()
        chosen.blockSignals(True)
        self._model.clear()
        for rule in found:
            self._model.appendRow(self._row(rule))
        for at, rule in enumerate(found):
            if rule.id == self._in_hand:
                chosen.setCurrentIndex(
                    self._model.index(at, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
        chosen.blockSignals(False)
        signed = sum(rule.content_hash in self._signed for rule in self._book)
        self.count.say(f"{len(found)} of {len(self._book)} rules; {signed} signed here")

    def _row(self, rule: Rule) -> QStandardItem:
        is_signed = rule.content_hash in self._signed
        note = f"{rule.id}, {'signed' if is_signed else 'not signed'}"
        if rule.is_stale(self._today):
            note += ", its source is to be read again"
        row = QStandardItem(rule.title)
        row.setToolTip(rule.title)
        row.setData(note, NOTE_ROLE)
        row.setData(rule.id, _ID_ROLE)
        row.setData(f"{rule.title}. {note}", Qt.ItemDataRole.AccessibleTextRole)
        return row

    def _meet(self, index: QModelIndex) -> None:
        if index.isValid():
            self._in_hand = index.data(_ID_ROLE)
            self.met.emit(self._in_hand)


def _said(rule: Rule) -> str:
    """All that a search looks through."""
    steps = " ".join(f"{step.say} {step.say_hca} {step.plan.do}" for step in rule.steps)
    reads = " ".join(sorted(rule.reads)).replace("_", " ")
    return (
        f"{rule.id} {rule.title} {rule.topic} {steps} {reads} {rule.evidence.text} {seal_of(rule)}".casefold()
    )
