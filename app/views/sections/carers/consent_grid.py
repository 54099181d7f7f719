"""What may be shared with one carer: seven topics by yes, ask me first, no, not asked."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.consultation.carers.record import Carer, Consent, Topic
from app.consultation.days import on_screen
from app.consultation.sharing import Told
from app.views.fields.answers import AnswerGroup
from app.views.look.theme import px, scale
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Beside, Column, Columns, Hair, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.carers.consent_cell import ASK_FIRST, NO, NOT_ASKED, YES, CellLook, ConsentCell
from app.views.sections.carers.consent_words import EXPLAINED, said_before

OPEN = "NOT_ASKED"
LOOKS: dict[str, CellLook] = {
    Consent.YES.name: YES,
    Consent.ASK_ME_FIRST.name: ASK_FIRST,
    Consent.NO.name: NO,
    OPEN: NOT_ASKED,
}
_NARROW = 650
_LABEL = 184


class TopicRow(Columns):
    """One topic: four cells, one of them at most an answer; 'not asked' is none."""

    chosen = Signal(object, object)
    moved = Signal(object, int, str)

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.cells = {key: ConsentCell(look, f"{topic.value}: {look.word}") for key, look in LOOKS.items()}
        self._last = Words("", Voice.SMALL, wraps=True)
        label = Column(Words(topic.value, Voice.STRONG, wraps=True), self._last, gap=0)
        cells = Held(Row(*((cell, LOOKS[key].width) for key, cell in self.cells.items()), gap=4))
        super().__init__((Beside(label, _LABEL), 0), (cells, 1), gap=6, turn_at=_NARROW, top=False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = AnswerGroup(list(self.cells), list(self.cells.values()), self)
        self._group.chosen.connect(self._choose)
        for key, cell in self.cells.items():
            cell.moved.connect(lambda by, key=key: self.moved.emit(self.topic, by, key))

    def show_answers(self, consent: Consent | None, before: Told | None) -> None:
        """Show today's answer; what was said before is only named with its day, and marked."""
        key = consent.name if consent else OPEN
        if self._group.key() != key:
            self._group.show_key(key)
        waiting = before if consent is None else None
        self._last.say(said_before(waiting) if waiting else EXPLAINED[self.topic])
        for each, cell in self.cells.items():
            is_it = waiting is not None and each == waiting.consent.name
            cell.show_last_time(
                f"This was the answer on {on_screen(waiting.told_on)}" if waiting and is_it else ""
            )

    def focus_on(self, key: str) -> None:
        """Put the keyboard on one cell."""
        for each, cell in self.cells.items():
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)
        self.cells[key].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: object) -> None:
        """Say the words beside the rings where the headings have no room."""
        super().resizeEvent(event)
        for cell in self.cells.values():
            cell.show_words(self.is_turned())

    def _choose(self, key: str | None) -> None:
        if key is None:
            self._group.show_key(OPEN)
        consent = Consent[key] if key is not None and key in Consent.__members__ else None
        self.chosen.emit(self.topic, consent)


class ConsentGrid(Card):
    """Tells `chosen(topic, consent or None)` and `same_asked`."""

    chosen = Signal(object, object)
    same_asked = Signal()

    def __init__(self, called: str) -> None:
        self._called = called
        self.title = Words("", Voice.HEADING, wraps=True)
        decides = Words(
            f"{called} decides, topic by topic, and can change it at any visit.", Voice.SMALL, wraps=True
        )
        self.same = Button("Same as last time", Kind.PLAIN, icon="undo")
        self.rows = {topic: TopicRow(topic) for topic in Topic}
        words = Held(Column(self.title, decides, gap=0))
        head = Held(Row((words, 1), self.same, gap=10, margins=(20, 8, 10, 6)))
        self._headings = Held(_headings())
        super().__init__(head, Hair(), self._headings, margins=FLUSH, gap=0)
        for row in self.rows.values():
            self.add(Held(Column(Hair(), row, gap=0, margins=(20, 0, 12, 0))))
            row.chosen.connect(self.chosen)
            row.moved.connect(self._move)
        self.same.clicked.connect(self.same_asked)

    def show_carer(self, carer: Carer, before: Mapping[Topic, Told]) -> None:
        """Show what may be shared with one carer, and what was last said of it."""
        self.title.say(f"What may we share with {carer.name}?")
        for topic, row in self.rows.items():
            row.show_answers(carer.consents.get(topic), before.get(topic))
        self.same.setVisible(any(topic not in carer.consents for topic in before))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The headings go where the cells say their own words."""
        super().resizeEvent(event)
        self._headings.setVisible((self.width() - px(34)) / scale() > _NARROW)

    def _move(self, topic: Topic, by: int, key: str) -> None:
        topics = list(self.rows)
        to = topics.index(topic) + by
        if 0 <= to < len(topics):
            self.rows[topics[to]].focus_on(key)


def _headings() -> Row:
    cells = Row(
        *(
            (Words(look.word, Voice.EYEBROW, align=Qt.AlignmentFlag.AlignCenter), look.width)
            for look in LOOKS.values()
        ),
        gap=4,
    )
    empty: QWidget = Beside(Column(Stretch()), _LABEL)
    return Row(empty, (Held(cells), 1), gap=6, margins=(20, 4, 12, 4))
