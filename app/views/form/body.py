"""The row in hand: its questions, how they are known, the last value, a small chart, and what is missing."""

from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.consultation.answers import NOT_ASKED, Answer, How, Known, Unknown
from app.consultation.questions import Record
from app.consultation.still_same import last_answer
from app.consultation.visit import Visit
from app.consultation.ways_to_know import can_be_measured, can_wait_for_a_meeting
from app.views.fields.how_known import How as Said
from app.views.fields.how_known import HowAnswer
from app.views.form.answering import is_never, said_of, settled, ways_to_know
from app.views.form.charts_beside import ChartsBeside
from app.views.form.how_row import HowRow
from app.views.form.member import Member
from app.views.form.sheet import Plan, Sheet
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import InHand
from app.views.parts.layout import Beside, Column, Columns, Held, Part, Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words

CHART_PX = 246
TURNS_UNDER_PX = 640
NO_VALUE = (Said.DECLINED, Said.NOT_DONE, Said.FACE_TO_FACE)


class Body(InHand):
    """An open row. `answered` tells what changed by field name; `finished` that the keyboard may go on."""

    answered = Signal(object)
    finished = Signal()

    def __init__(self, plan: Plan, sheet: Sheet, section: str, consultation: OpenConsultation) -> None:
        self.plan, self._sheet, self._section, self._consultation = plan, sheet, section, consultation
        visit = consultation.visit
        self.members: list[Member] = []
        for name in plan.fields:
            question = sheet.questions[name]
            entry = sheet.entry(name, question, visit)
            self.members.append(Member(name, question, entry, captioned=question.label != plan.title))
        asking = [member for member in self.members if member.question.asks_how]
        self._is_remote = consultation.is_remote
        self.how = self._made_how(asking) if asking else None
        self._after_how = [member for member in self.members if asking and member not in asking]
        self._found = Words("", Voice.STRONG)
        self._band = Words("", Voice.SMALL, wraps=True)
        self._finding_mark = Picture("info", 18, "primary")
        self._finding = Held(Row(self._finding_mark, self._found, (self._band, 1)))
        self._last = Words("", Voice.SMALL, wraps=True)
        self.charts = ChartsBeside()
        self._seen: dict[str, object] = {}
        self._appeared: list[Member] = []
        self._column = Column(*self._parts(asking), gap=10, margins=(21, 12, 20, 14))
        super().__init__(self._column)
        self._listen()

    def _parts(self, asking: list[Member]) -> list[Part]:
        question = self.members[0].question
        alone = len(self.members) == 1
        hint = ". ".join(part for part in (question.unit if alone else "", self.plan.hint) if part)
        self.title = Words(self.plan.title, Voice.HEADING, wraps=True)
        heading = Column(self.title, gap=0)
        if hint:
            heading.addWidget(Words(hint, Voice.SMALL, wraps=True))
        first = asking or self.members
        side = Beside(Column(self._last, self.charts, gap=4), CHART_PX)
        fields = Held(Column(heading, *first, self._finding, gap=8))
        fields.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        beside = alone and question.asks_how
        parts: list[Part] = []
        if beside:
            parts.append(Columns((fields, 1), (side, 0), gap=16, turn_at=TURNS_UNDER_PX))
        else:
            side.stand(below=True)
            parts += [fields, side]
        if self.how is not None:
            parts.append(self.how)
        return [*parts, *self._after_how]

    def _made_how(self, asking: list[Member]) -> HowRow:
        record = self._consultation.draft.records[self._section]
        stands, first, is_remote = self._how_stored(record), asking[0], self._is_remote
        is_hands_on = first.name in self._sheet.hands_on
        offered = ways_to_know(
            measured=can_be_measured(first.question, is_remote=is_remote),
            face_to_face=can_wait_for_a_meeting(is_hands_on=is_hands_on, is_remote=is_remote),
            stands=stands.how if stands else None,
        )
        return HowRow(self.plan.title, self._consultation.visit.today, offered)

    def _offer_what_can_be_done(self) -> None:
        """Another way of talking: what is typed stays, and what can be said of it is offered anew."""
        if self.how is None or self._is_remote == self._consultation.is_remote:
            return
        self._is_remote = self._consultation.is_remote
        before = self.how
        self.how = self._made_how([member for member in self.members if member.question.asks_how])
        self.how.show_value(self._how_stored(self._consultation.draft.records[self._section]))
        self._column.replaceWidget(before, self.how)
        self._listen_to_how()
        before.hide()
        before.deleteLater()

    def _listen(self) -> None:
        for at, member in enumerate(self.members):
            member.given.connect(lambda member=member: self._given(member))
            member.stayed.connect(self._said_by_the_person)
            member.entry.entered.connect(lambda at=at: self._go_on(at))
        self._listen_to_how()

    def _listen_to_how(self) -> None:
        if self.how is not None:
            self.how.edited.connect(self._tell)
            self.how.finished.connect(self._after_how_given)

    # what is kept

    def _given(self, member: Member) -> None:
        """A value after 'declined' or 'not done' takes that back: how it is known is asked anew."""
        has_value = member.question.asks_how and member.entry.value() is not None
        how = self.how.value() if self.how is not None else None
        if self.how is not None and has_value and how is not None and how.how in NO_VALUE:
            self.how.show_value(None)
        self._tell()

    def _said_by_the_person(self) -> None:
        """What is still the same is known because they say so, unless the row says otherwise already."""
        if self.how is not None and self.how.value() is None:
            self.how.show_value(HowAnswer(Said.SELF_REPORTED))

    def _tell(self) -> None:
        record = self._consultation.draft.records[self._section]
        changes = {}
        for member in self.members:
            stored = getattr(record, member.name)
            answer = self._answer(member, stored)
            kept = answer if isinstance(stored, Known | Unknown) else _plain(answer, stored)
            if kept != stored:
                changes[member.name] = kept
            self._seen[member.name] = kept
        self.answered.emit(changes)

    def _answer(self, member: Member, stored: Any) -> Answer[Any]:
        if not member.question.asks_how or self.how is None:
            return member.answer_without_how(stored, self._consultation.known)
        return settled(member.entry.value(), self.how.value(), stored, self._known).answer

    def _known(self, value: object, how: How) -> Known[Any]:
        return self._consultation.known(value, how)

    def typed(self, record: Record) -> Record:
        """The record as if what is typed here counted already: only to see which questions matter."""
        changes = {}
        for member in self.members:
            value = member.entry.value()
            if member.question.asks_how and value is not None and getattr(record, member.name) == NOT_ASKED:
                changes[member.name] = self._consultation.known(value)
        return msgspec.structs.replace(record, **changes) if changes else record

    def still_asked(self) -> str:
        """What is missing before a typed value counts, in a sentence."""
        if self.how is None:
            return ""
        for member in self.members:
            if member.question.asks_how and member.isVisibleTo(self):
                asked = settled(member.entry.value(), self.how.value(), NOT_ASKED, self._known).still_asked
                if asked:
                    return asked
        return ""

    def not_kept(self) -> str:
        """Why something that is typed here is not in the record, in a sentence."""
        for member in self.members:
            if member.entry.refused():
                return member.entry.refused()
        return self.still_asked()

    def doubt(self) -> str:
        """What is still asked about a kept value."""
        return next((doubt for m in self.members if (doubt := m.entry.doubt())), "")

    # what is shown

    def show_record(self, record: Record, typed: Record, visit: Visit) -> None:
        """Show what stands in the record now, and leave alone what is being typed."""
        self._offer_what_can_be_done()
        for member in self.members:
            stored = getattr(record, member.name)
            if member.name not in self._seen or self._seen[member.name] != stored:
                member.show_answer(_as_answer(stored))
                self._seen[member.name] = stored
                if self.how is not None and member.question.asks_how:
                    self.how.show_value(self._how_stored(record))
            member.entry.rule_out(member.question.ruled_out(visit))
            self._show_member(member, shown=member.question.shown(typed, visit))
            member.offer(last_answer(member.name, member.question, visit, self._section))
        self._show_around(record, visit)

    def _show_member(self, member: Member, *, shown: bool) -> None:
        """Show or hide a question; one that comes while others are answered is still to be gone to."""
        if shown and member.isHidden() and self.isVisible() and member.question.asks_how:
            self._appeared.append(member)
        member.setVisible(shown)

    def _how_stored(self, record: Record) -> Any:
        said = [said_of(getattr(record, m.name)) for m in self.members if m.question.asks_how]
        return next((how for how in said if how is not None), None)

    def _show_around(self, record: Record, visit: Visit) -> None:
        found = self._sheet.finding(self.plan, record, visit)
        self._finding.setVisible(found is not None)
        self._found.say(found.value if found else "")
        self._found.setVisible(bool(found and found.value))
        if found is not None:
            self._finding_mark.draw("info" if found.value else "question", "primary")
        self._band.say(found.beneath if found else "")
        self._last.say(self._sheet.last(self.plan, visit, self._section).in_words)
        self.charts.show_shapes(self._sheet.trends(self.plan, record, visit))
        if self.how is not None:
            asking = [member for member in self.members if member.question.asks_how]
            self.how.field.ask_day(not any(is_never(member.entry.value()) for member in asking))
            self.how.ask(self.still_asked())

    # the keyboard

    def first_stop(self) -> QWidget:
        """Where the keyboard goes when the row opens."""
        return self.members[0].entry.first_stop()

    def stop_of(self, name: str) -> QWidget:
        """Where one question is answered."""
        seen = (m for m in self.members if m.name == name and not m.isHidden())
        return next((member.entry.first_stop() for member in seen), self.first_stop())

    def commit(self) -> None:
        """Take what is typed as final."""
        for member in self.members:
            member.entry.commit()
        if self.how is not None:
            self.how.field.commit()

    def _go_on(self, at: int) -> None:
        # What Enter just answered may have brought a question into sight: look once that has happened.
        QTimer.singleShot(0, self, lambda: self._go_on_from(at))

    def _go_on_from(self, at: int) -> None:
        member = self.members[at]
        asks = member.question.asks_how
        later = [m for m in self.members[at + 1 :] if m.isVisibleTo(self) and m.question.asks_how == asks]
        if later:
            later[0].entry.first_stop().setFocus(Qt.FocusReason.TabFocusReason)
        elif asks and self.how is not None and self.still_asked():
            self.how.first_stop().setFocus(Qt.FocusReason.TabFocusReason)
        elif asks:
            self._after_how_given()
        else:
            self.finished.emit()

    def _after_how_given(self) -> None:
        """On to what only that answer brought into sight, further up; then to what stands below."""
        came, self._appeared = self._appeared, []
        above = [m for m in came if m.isVisibleTo(self) and m.entry.value() is None]
        rest = above + [member for member in self._after_how if member.isVisibleTo(self)]
        if rest:
            rest[0].entry.first_stop().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


def _as_answer(stored: Any) -> Answer[Any]:
    """A few fields keep a bare tuple or text; an empty one was not asked."""
    if isinstance(stored, Known | Unknown):
        return stored
    return Known(stored, How.SELF_REPORTED, date.min) if stored else NOT_ASKED


def _plain(answer: Answer[Any], stored: Any) -> Any:
    return answer.value if isinstance(answer, Known) else type(stored)()
