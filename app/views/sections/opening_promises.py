"""Last time's promises: what became of each, why, and whether it stays in the plan."""

from dataclasses import dataclass

import msgspec
from PySide6.QtWidgets import QWidget

from app.consultation import opening
from app.consultation.care_plan import STILL_TO_DO, Action, Outcome, Owner
from app.consultation.days import on_screen
from app.consultation.opening.record import PromiseOutcome
from app.consultation.owed import carried_on_id, goes_on
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Beside, Column, Columns, Hair, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.asking import show
from app.views.sections.promise_words import by_when, how_long, said_before, whose

KEY = opening.SECTION.key
OUTCOMES = options(DONE="Done", PARTLY="Partly", NOT_DONE="Not done", LET_GO="Let it go")
OWED = (
    "Still promised: it stays on the paper, and is asked about next time. "
    "To give it a new day or other words, keep it in the plan."
)
NOT_DUE = "Not due yet: leave it unanswered, and it stays as it was promised."
_OUTCOMES_WIDE = 344


@dataclass(frozen=True)
class Kept:
    """A promise carried into today's plan. Its new key follows from the visit and the old key.

    So pressing twice, or again after the app was closed, finds the action that is there already.
    """

    consultation: OpenConsultation
    promise: Action

    @property
    def id(self) -> str:
        """The key of the action in today's plan."""
        return carried_on_id(self.consultation.draft, self.promise.id)

    @property
    def is_in_plan(self) -> bool:
        """Whether it was kept already, and still stands there in words."""
        return goes_on(self.consultation.draft, self.promise.id)

    def add(self) -> None:
        """Put it into today's plan."""
        if not self.is_in_plan:
            self.consultation.plan(self.consultation.draft.plan.with_action(self._action()))

    def take_back(self) -> None:
        """Take it off today's plan again, unless it was changed there by hand."""
        plan = self.consultation.draft.plan
        if self._action() in plan.actions:
            self.consultation.plan(plan.without_action(self.id))

    def _action(self) -> Action:
        """The promise as one of today, with its day: what is late stays late until a new one is agreed."""
        return msgspec.structs.replace(
            self.promise,
            id=self.id,
            owner=self._owner(),
            promised_on=self.consultation.session.today,
            outcome=Outcome.OPEN,
            outcome_note="",
        )

    def _owner(self) -> Owner:
        """A colleague who is not in the room today is asked, never tasked."""
        promise, here = self.promise, self.consultation.session.store.staff.name
        if promise.owner is Owner.WORKER and promise.owner_name != here:
            return Owner.ASK
        return promise.owner


class PromiseRow(QWidget):
    """One promise; the second line comes below, and only where something is still to do."""

    def __init__(self, consultation: OpenConsultation, promise: Action) -> None:
        super().__init__()
        self._consultation, self._promise = consultation, promise
        self._kept = Kept(consultation, promise)
        self.outcome = Choice(f"{promise.what}: what became of it", OUTCOMES, compact=True, fills=True)
        self.why = TextField(
            f"{promise.what}: why", hint="What got in the way? It stands on the plan", in_pauses=True
        )
        self.keep = Button("Keep it in the plan", Kind.OUTLINE, name=f"Keep it in the plan: {promise.what}")
        self._said = Words("Kept in today's plan.", Voice.GOOD)
        self._not_due = Words(NOT_DUE, Voice.SMALL, wraps=True)
        self._owed = Words(OWED, Voice.SMALL, wraps=True)
        self._more = Held(
            Column(Row(Words("Why", Voice.SMALL_STRONG), (self.why, 1), self.keep, gap=10), self._owed, gap=6)
        )
        self.setLayout(
            Column(
                self._head(),
                self._not_due,
                self._more,
                Row(self._said, Stretch()),
                gap=8,
                margins=(20, 9, 20, 9),
            )
        )
        self.outcome.edited.connect(self._take)
        self.why.edited.connect(self._take)
        self.keep.clicked.connect(self._keep)

    def _head(self) -> QWidget:
        promise, today = self._promise, self._consultation.session.today
        person = self._consultation.person
        sub = f"{whose(promise, person)}, {by_when(promise)}"
        sub += f", {how_long(promise.by_when, today)}" if promise.by_when else ""
        sub += f". {before}" if (before := said_before(promise)) else ""
        what = Words(promise.what, Voice.STRONG, wraps=True)
        title = Held(Column(what, Words(sub, Voice.SMALL, wraps=True), gap=0))
        beside = Beside(Column(self.outcome), _OUTCOMES_WIDE)
        return Columns((title, 1), (beside, 0), gap=12, turn_at=530)

    def show_record(self) -> None:
        """Show what was said of it today."""
        said = self._consultation.draft.record(opening.SECTION).outcome_of(self._promise.id)
        show(self.outcome, said.outcome.name if said else None)
        show(self.why, said.note or None if said else None)
        kept = self._kept.is_in_plan
        to_do = said is not None and said.outcome in STILL_TO_DO
        self._more.setVisible(to_do)
        due = self._promise.by_when
        self._not_due.setVisible(said is None and due is not None and due > self._consultation.session.today)
        self.keep.setVisible(not kept)
        self._owed.setVisible(not kept)
        self._said.setVisible(kept)

    def first_stop(self) -> QWidget:
        """What became of it."""
        return self.outcome.first_stop()

    def commit(self) -> None:
        """Take the reason as final."""
        self.why.commit()

    def _take(self, _edited: object) -> None:
        record, key = self._consultation.draft.record(opening.SECTION), self.outcome.value()
        if key is None:
            rest = tuple(p for p in record.promises if p.action_id != self._promise.id)
            self._kept.take_back()
            record = msgspec.structs.replace(record, promises=rest)
        else:
            said = PromiseOutcome(self._promise.id, Outcome[key], self.why.value() or "")
            record = record.with_promise(said)
        self._consultation.edit(KEY, record)

    def _keep(self) -> None:
        had_focus = self.keep.hasFocus()
        self.why.commit()
        self._kept.add()
        if had_focus:
            self.why.line.setFocus()


class Promises(Card):
    """The card of last time's promises, or a plain sentence where there are none."""

    def __init__(self, consultation: OpenConsultation) -> None:
        history, today = consultation.history, consultation.session.today
        last = history.last_visit_on
        when = f"Visit of {on_screen(last)}, {how_long(last, today)}" if last else "First visit"
        self.rows = [PromiseRow(consultation, promise) for promise in history.promises]
        self.by_id = {promise.id: row for promise, row in zip(history.promises, self.rows, strict=True)}
        title = Words("What we promised last time", Voice.HEADING)
        head = Held(Row(title, Stretch(), Words(when, Voice.SMALL), margins=(20, 12, 20, 10)))
        super().__init__(head, margins=FLUSH, gap=0)
        for row in self.rows:
            self.add(Hair(), row)
        if not self.rows:
            none = "Nothing is open from last time." if last else "Nothing was promised yet."
            self.add(Held(Column(Words(none, Voice.MUTED, wraps=True), margins=(20, 0, 20, 14))))

    def show_record(self) -> None:
        """Show what became of each."""
        for row in self.rows:
            row.show_record()

    def commit(self) -> None:
        """Take every reason as final."""
        for row in self.rows:
            row.commit()
