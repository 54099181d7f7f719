"""Before a signed visit is corrected: what was wrong and why, and what will happen to what was signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from app.consultation.correction import WhatWasWrong
from app.consultation.days import on_screen
from app.models.signed_visits import SignedVisit
from app.views.fields.text import TextField
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.people.person_words import list_name, told_apart
from app.views.sections.asking import options_of
from app.views.sections.chips import Chips

_WIDEST = 900
_LONGEST = 200
HOLDS_ALL = "A new version opens with all that the signed one holds."
WHAT_HAPPENS = (
    "What was signed is never changed: it stays readable as version {before}.",
    "Put right what was wrong in the new version, then sign it: from then on it counts, and the one before "
    "does not.",
    "It is about the day of the visit: answers and prompts count for {day}, not for today.",
    "What was told alone with the person opens too: do it where nobody else reads this screen.",
)
EMPTIED = (
    "The new version opens without the answers and promises of this visit: they were somebody else's. "
    "The medicines and carers on the record before it stay, unconfirmed. Enter the visit in the other "
    "person's record by hand."
)


class CorrectingScreen(QWidget):
    """`begun` tells what was wrong, and why in words; `closed` leads back to the plan."""

    begun = Signal(object, str)
    closed = Signal()

    def __init__(self, visit: SignedVisit) -> None:
        super().__init__()
        self.setAccessibleName("Correct this visit")
        self.what = Chips("What was wrong?", options_of(WhatWasWrong))
        self.why = TextField("Why, in plain words", hint="The scales stood on a carpet", longest=_LONGEST)
        self.foot = StatusFoot("Begin the correction")
        self._emptied = Words(EMPTIED, Voice.CAUTION, wraps=True)
        self._emptied.hide()
        self._holds_all = Words(HOLDS_ALL, Voice.SMALL_TEXT, wraps=True)
        self._build(visit)
        self.what.edited.connect(self._show_what_matters)
        self.why.entered.connect(self._begin)
        self.foot.went_back.connect(self.closed)
        self.foot.went_on.connect(self._begin)
        self.setFocusProxy(self.what.first_stop())

    def _build(self, visit: SignedVisit) -> None:
        person, day = visit.person, on_screen(visit.draft.day)
        title = Words(f"Correct the visit of {day}", Voice.TITLE, wraps=True)
        name = list_name(person.family_name, person.given_name)
        whose = Words(f"{name}. {told_apart(person.birth_date, person.nhs_number)}", Voice.MUTED, wraps=True)
        lines = (line.format(before=visit.draft.version, day=day) for line in WHAT_HAPPENS)
        printed = (
            "It stands on every screen of the correction and on the new plan: nothing told in private, and "
            "nobody else's name."
        )
        asked = Card(
            Words("What was wrong?", Voice.HEADING, wraps=True),
            self.what,
            self._emptied,
            Words("Why, in plain words", Voice.SMALL_STRONG, wraps=True),
            self.why,
            Words(printed, Voice.SMALL, wraps=True),
            gap=8,
        )
        happens = Card(
            Words("What happens", Voice.HEADING, wraps=True),
            self._holds_all,
            *(Words(line, Voice.SMALL_TEXT, wraps=True) for line in lines),
            gap=8,
        )
        head = Column(title, whose, gap=0)
        body = Column(head, asked, happens, Stretch(), gap=14, margins=(28, 16, 28, 20))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(Scrolled(Held(Row((Sized(Held(body), at_most=_WIDEST), 100), Stretch(), gap=0))), 1)
        box.addWidget(self.foot)

    def say_not_begun(self, why: str) -> None:
        """The correction could not be begun; what is typed stays."""
        self.foot.show_unsaved(f"Not begun. {why}")

    def _show_what_matters(self, key: str | None) -> None:
        is_emptied = key == WhatWasWrong.ANOTHER_PERSON.name
        self._emptied.setVisible(is_emptied)
        self._holds_all.setVisible(not is_emptied)

    def _begin(self) -> None:
        self.why.commit()
        key, why = self.what.value(), self.why.value()
        missing = [
            words for words, is_there in (("what was wrong", key), ("why, in words", why)) if not is_there
        ]
        if missing:
            self.foot.show_unsaved("Still to say: " + "; ".join(missing))
            return
        self.begun.emit(WhatWasWrong[key or ""], why)


class GivingUp(QMessageBox):
    """Asks before a correction is taken away; Escape and Enter go on with it."""

    given_up = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle("Give up this correction?")
        self.setText("Give up this correction?")
        self.setInformativeText(
            "What was changed in it is not kept. The signed visit stays as it is, and still counts."
        )
        on = self.addButton("Go on correcting", QMessageBox.ButtonRole.RejectRole)
        self._up = self.addButton("Give it up", QMessageBox.ButtonRole.DestructiveRole)
        self.setDefaultButton(on)
        self.setEscapeButton(on)
        self.finished.connect(self._decided)

    def _decided(self, _result: int) -> None:
        if self.clickedButton() == self._up:
            self.given_up.emit()
        self.deleteLater()
