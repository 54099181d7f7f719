"""Who to call when things get worse, in the person's order; each says when it was last said to be so."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.consultation import carers, crisis_plan
from app.consultation.carers.record import Consent, Topic
from app.consultation.crisis_plan.record import AnyCaller, Caller, CrisisPlan
from app.consultation.days import on_screen
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Columns, Flow, Held, Row
from app.views.parts.words import Voice, Words
from app.views.sections.crisis_plan.caller_form import CallerForm
from app.views.sections.crisis_plan.gate import Gate
from app.views.sections.undoing import Undo

KEY = crisis_plan.SECTION.key
MAY_KNOW = {
    Consent.YES: "May know this plan.",
    Consent.ASK_ME_FIRST: "Ask first before they know of this plan.",
    Consent.NO: "Must not know of this plan.",
}


class CallerRow(QFrame):
    """One of the list: who, phone, what they may do. Tells `same_asked` and `change_asked`."""

    same_asked = Signal()
    change_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._who = Words("", Voice.STRONG, wraps=True)
        self._more = Words("", Voice.SMALL_TEXT, wraps=True)
        self._day = Words("", Voice.SMALL, wraps=True)
        self.same = Button("Still the same today", Kind.PLAIN, icon="tick")
        self.change = Button("Change", Kind.PLAIN, icon="pencil")
        words = Held(Column(self._who, self._more, self._day, gap=1))
        acts = Held(Row(self.same, self.change, gap=4))
        self.setLayout(Column(Columns((words, 1), (acts, 0), gap=4, turn_at=480)))
        self.same.clicked.connect(self.same_asked)
        self.change.clicked.connect(self.change_asked)

    def show_caller(self, caller: Caller, at: int, is_of_this_visit: bool, may_know: str) -> None:
        """Show who it is, in their place."""
        self._who.say(f"{at + 1}. {caller.who}")
        self._more.say(_sentences(caller.phone, caller.may_do, may_know))
        self._more.setVisible(bool(self._more.said()))
        self._day.say("Said at this visit." if is_of_this_visit else f"Said {on_screen(caller.said_on)}.")
        self.same.setVisible(not is_of_this_visit)
        self.same.setAccessibleName(f"{caller.name}: still the same today")
        self.change.setAccessibleName(f"{caller.name}: change")


class Callers(QWidget):
    """The list, its form, and the carers who are named and not on it yet."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self.consultation = consultation
        self.rows: dict[str, CallerRow] = {}
        self._open = ""
        self._is_adding = False
        self.any_caller = Gate(consultation, "any_caller", AnyCaller, Voice.STRONG)
        self.form = CallerForm(consultation)
        self.add = Button("Add somebody to call", Kind.PLAIN, icon="add")
        self._list = Column(gap=6)
        self.from_carers: dict[str, Button] = {}
        self._offers = Flow(self.add, gap=4)
        self.undo = Undo()
        offers = Held(self._offers)
        self.setLayout(Column(self.any_caller, self._list, self.form, self.undo, offers, gap=8))
        self._listen()

    def _listen(self) -> None:
        self.add.clicked.connect(self._add)
        self.form.edited.connect(self._take)
        self.form.moved.connect(self._move)
        self.form.remove_asked.connect(self._remove)
        self.form.closed.connect(self._close)
        self.undo.asked.connect(self._bring_back)

    @property
    def _record(self) -> CrisisPlan:
        return self.consultation.draft.record(crisis_plan.SECTION)

    def show_record(self) -> None:
        """Show everybody on the list, in order."""
        callers = self._record.callers
        self.any_caller.show_record()
        for gone in [key for key in self.rows if key not in {caller.id for caller in callers}]:
            row = self.rows.pop(gone)
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        for at, caller in enumerate(callers):
            self._show(caller, at)
        self._show_form(callers)
        self._offer_carers()

    def _show(self, caller: Caller, at: int) -> None:
        row = self.rows.get(caller.id)
        if row is None:
            row = self.rows[caller.id] = CallerRow()
            row.same_asked.connect(lambda: self._still_the_same(caller.id))
            row.change_asked.connect(lambda: self._change(caller.id))
            self._list.addWidget(row)
        if self._list.indexOf(row) != at:
            self._list.removeWidget(row)
            self._list.insertWidget(at, row)
        row.show_caller(caller, at, caller.said_on >= self.consultation.visit.day, self._may_know(caller))
        row.setVisible(caller.id != self._open)

    def _show_form(self, callers: tuple[Caller, ...]) -> None:
        at = next((i for i, caller in enumerate(callers) if caller.id == self._open), None)
        self.form.setVisible(at is not None or self._is_adding)
        if at is not None:
            self.form.show_caller(callers[at], first=at == 0, last=at == len(callers) - 1)

    def _may_know(self, caller: Caller) -> str:
        """What was said of a carer and this plan; not while they may be reading along."""
        rows = self.consultation.draft.record(carers.SECTION).rows
        carer = next((row for row in rows if row.id == caller.id), None)
        if carer is None or not self.consultation.is_private:
            return ""
        consent = carer.consents.get(Topic.CRISIS)
        return MAY_KNOW[consent] if consent else "Not asked today whether they may know this plan."

    def _offer_carers(self) -> None:
        """Everybody named in the part on carers, who need not be typed again."""
        taken = {caller.id for caller in self._record.callers}
        named = {row.id: row for row in self.consultation.draft.record(carers.SECTION).rows}
        for carer in named.values():
            if carer.id not in self.from_carers:
                button = Button("", Kind.PLAIN, icon="add")
                button.clicked.connect(lambda _=False, key=carer.id: self._take_up(key))
                self.from_carers[carer.id] = button
                self._offers.addWidget(button)
            self.from_carers[carer.id].say(f"Add {carer.who}", f"Add to who to call: {carer.who}")
        for key, button in self.from_carers.items():
            button.setVisible(key in named and key not in taken)

    def _edit(self, record: CrisisPlan) -> None:
        self.consultation.edit(KEY, record)
        self.show_record()

    def _take(self, caller: Caller) -> None:
        if isinstance(self.undo.kept, tuple) and self.undo.kept[0].id == caller.id:
            self.undo.withdraw()  # Back on the list already: there is nothing to undo.
        self._open, self._is_adding = caller.id, False
        self._edit(self._record.with_caller(caller))

    def _may_leave_form(self) -> bool:
        """What is typed and cannot be kept yet is not lost by opening somebody else."""
        self.form.commit()
        may_leave = not self.not_kept()
        if not may_leave:
            self.form.ask_for_what_is_needed()
        return may_leave

    def _take_up(self, carer_id: str) -> None:
        if not self._may_leave_form():
            return
        rows = self.consultation.draft.record(carers.SECTION).rows
        carer = next(row for row in rows if row.id == carer_id)
        today = self.consultation.session.today
        caller = Caller(
            id=carer.id,
            name=carer.name,
            said_on=today,
            relationship=carer.relationship,
            phone=carer.phone,
        )
        self._take(caller)
        self.form.may_do.line.setFocus()

    def _still_the_same(self, caller_id: str) -> None:
        caller = next(row for row in self._record.callers if row.id == caller_id)
        today = self.consultation.session.today
        self._edit(self._record.with_caller(msgspec.structs.replace(caller, said_on=today)))
        self.rows[caller_id].change.setFocus()

    def _change(self, caller_id: str) -> None:
        if not self._may_leave_form():
            return
        self._open, self._is_adding = caller_id, False
        self.show_record()
        self.form.name.line.setFocus()

    def _add(self) -> None:
        if not self._may_leave_form():
            return
        self._open, self._is_adding = "", True
        self.form.start_anew()
        self.show_record()
        self.form.name.line.setFocus()

    def _close(self) -> None:
        self._open, self._is_adding = "", False
        self.show_record()
        self.add.setFocus()

    def _move(self, by: int) -> None:
        self._edit(self._record.moved(self._open, by))

    def _remove(self) -> None:
        caller = next(row for row in self._record.callers if row.id == self._open)
        self.undo.offer(
            f"{caller.name} was taken off the list.", (caller, self._record.callers.index(caller))
        )
        self._open = ""
        self._edit(self._record.without_caller(caller.id))
        self.undo.button.setFocus()

    def _bring_back(self, removed: tuple[Caller, int]) -> None:
        caller, at = removed
        rows = self._record.without_caller(caller.id).callers
        self._edit(msgspec.structs.replace(self._record, callers=(*rows[:at], caller, *rows[at:])))
        self.rows[caller.id].change.setFocus()

    def commit(self) -> None:
        """Take what is typed as final."""
        self.form.commit()

    def not_kept(self) -> list[str]:
        """Somebody without a name is not kept, nor what is no phone number."""
        if self._is_adding and self.form.is_not_kept:
            return ["Who to call: no name yet."]
        is_open = self._is_adding or bool(self._open)
        return self.form.phone.not_kept() if is_open else []

    def first_stop(self) -> QWidget:
        """Whether there is anybody, or the first of them."""
        first = next(iter(self._record.callers), None)
        return self.any_caller.first_stop() if first is None else self.rows[first.id].change


def _sentences(*parts: str) -> str:
    """What is there, each ended by one full stop."""
    return " ".join(f"{part.strip().rstrip('.')}." for part in parts if part.strip())
