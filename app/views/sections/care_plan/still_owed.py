"""What earlier plans still owe: read here as it stands on the page, and spoken of in the opening."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.care_plan import Action, Outcome
from app.consultation.days import on_screen
from app.consultation.opening import SECTION as OPENING
from app.consultation.owed import still_owed
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Hair, Held, Row
from app.views.parts.words import Voice, Words
from app.views.sections.promise_words import by_when, whose

TITLE = "Still owed from before, and on the page"
NOBODY_SAID = "nobody has said yet what became of it"


class StillOwed(Card):
    """Tells `asked(promise's id)` for the place where what became of it is said."""

    asked = Signal(str)

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        self._words: dict[str, Words] = {}
        self._rows: dict[str, QWidget] = {}
        head = Held(Row((Words(TITLE, Voice.HEADING, wraps=True), 1), margins=(18, 8, 8, 8)))
        super().__init__(head, margins=FLUSH, gap=0)
        for promise in consultation.history.promises:
            self._rows[promise.id] = self._row(promise)
            self.add(self._rows[promise.id])

    def _row(self, promise: Action) -> QWidget:
        self._words[promise.id] = Words("", Voice.SMALL, wraps=True)
        say = Button("What became of it", Kind.PLAIN, name=f"Say what became of it: {promise.what}")
        say.clicked.connect(lambda: self.asked.emit(promise.id))
        words = Held(Column(Words(promise.what, Voice.STRONG, wraps=True), self._words[promise.id], gap=1))
        return Held(Column(Hair(), Row((words, 1), say, gap=10, margins=(18, 8, 8, 8)), gap=0))

    def show_record(self) -> None:
        """Show what is owed as this visit stands; gone where nothing is."""
        owed = {promise.id: promise for promise in still_owed(self._consultation.draft, self._promises)}
        for key, row in self._rows.items():
            row.setVisible(key in owed)
            if key in owed:
                self._words[key].say(self._said_of(owed[key]))
        self.setVisible(bool(owed))

    @property
    def _promises(self) -> tuple[Action, ...]:
        return self._consultation.history.promises

    def _said_of(self, promise: Action) -> str:
        """Whose, by when, of which day, and what was said of it today."""
        said = self._consultation.draft.record(OPENING).outcome_of(promise.id)
        became = said.outcome.value if said and said.outcome is not Outcome.OPEN else NOBODY_SAID
        since = f"owed from {on_screen(promise.promised_on)}" if promise.promised_on else "owed from before"
        return f"{whose(promise, self._consultation.person)}, {by_when(promise)}, {since}: {became}."
