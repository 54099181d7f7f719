"""What a signed-in member of staff works at: home, people, visits; one thing in sight at a time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QVBoxLayout, QWidget

from app.consultation.beginning import as_another_sitting, plan_at_start, records_at_start
from app.consultation.book import rulebook
from app.consultation.correction import WhatWasWrong
from app.consultation.days import on_this_laptop
from app.consultation.draft import Draft, State
from app.consultation.ended_early import as_asked
from app.consultation.not_held import NotHeld
from app.consultation.person import Person
from app.consultation.seen_here import Seen
from app.models import consultations, corrections, histories, signed_visits
from app.models.consultations import WrongState
from app.models.people import change_person
from app.models.seen_here import NotSeenHere, say_seen
from app.models.signed_visits import SignedVisit
from app.models.staff import pin_fits
from app.models.store import Store
from app.models.unavailable import StoreUnavailable
from app.services.idle import PIN_TRIES
from app.services.lock_note import Kept
from app.views import plan_output
from app.views.consultation import ConsultationScreen
from app.views.home import HomeScreen
from app.views.home_parts.listed import Listed
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.looking_after import LookingAfter
from app.views.open_consultation import OpenConsultation
from app.views.parts.reading_order import step, stops_in
from app.views.parts.rooms import Rooms
from app.views.people.person_words import list_name
from app.views.sections import pages
from app.views.session import Session

if TYPE_CHECKING:
    from app.views.correcting import CorrectingScreen
    from app.views.last_plan import LastPlanScreen
    from app.views.not_held import NotHeldScreen
    from app.views.people.change_person import ChangePersonScreen
    from app.views.trends.screen import TrendsScreen
    from app.views.turned.screen import TurnedScreen

WENT_WRONG = "Something went wrong"
NOT_ALL_KEPT = "Something that was entered or typed is not kept."


@runtime_checkable
class NamesFirstStop(Protocol):
    """A page that names the field where typing begins."""

    def first_stop(self) -> QWidget | None:
        """Where typing begins."""


@runtime_checkable
class TellsWhatIsNotKept(Protocol):
    """A page that would lose something if the app ended now."""

    def not_kept(self) -> list[str]:
        """What would be lost, a sentence each."""


class Desk(QWidget):
    """Goes between home and the visits; the record's person is bound to the visit when it is opened.

    Pages other than home and the visit are imported when they are asked for: most sign-ins need none.
    """

    lock_asked = Signal()
    pins_spent = Signal()  # too many wrong ones on the turned screen

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.session = Session(store, rulebook(), now)
        self._stack = Rooms()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self.visit: ConsultationScreen | None = None
        self.last_plan: LastPlanScreen | None = None
        self._turned: TurnedScreen | None = None
        self._left_at: dict[str, tuple[date, str]] = {}
        self._wrong_pins = 0
        self._is_saying_fault = False
        self.home = HomeScreen(self.session)
        self._stack.addWidget(self.home)
        self._listen_to_home()
        self._looking_after = LookingAfter(self.session, self)
        self._looking_after.worried.connect(lambda worry: self.home.say(worry.what, worry.to_do))

    @property
    def staff_name(self) -> str:
        """Who is signed in."""
        return self.session.store.staff.name

    def commit(self) -> None:
        """Take what is typed as final, and save it, with what could not be saved before."""
        if self.visit is not None:
            self.visit.commit()

    def not_kept(self) -> list[str]:
        """What would be lost if the app ended now, a sentence each, for whoever may see what is in sight.

        The person may be reading the turned screen: there it says nothing of what stands in the record.
        """
        page = self._stack.currentWidget()
        said = []
        if isinstance(page, TellsWhatIsNotKept) and page is not self.visit:
            said = page.not_kept()
        if self.visit is not None:
            said += self.visit.not_kept()
        return [NOT_ALL_KEPT] if said and page is self._turned else said

    def kept(self) -> Kept:
        """Whether all that was entered is kept."""
        if self.visit is not None and not self.visit.consultation.is_saved:
            return Kept.NOT_ALL_SAVED
        return Kept.NOT_ALL_TYPED if self.not_kept() else Kept.ALL

    @property
    def _page(self) -> QWidget:
        """What is in sight: home, where nothing else is."""
        return self._stack.currentWidget() or self.home

    def begin_typing(self) -> None:
        """Put the keyboard where typing begins on the page in sight."""
        self._first_stop_of(self._page).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Give the keyboard back to what had it in the page in sight, else to the page's first field."""
        page = self._page
        had_it = page.focusWidget()
        stop = had_it if had_it is not None and had_it.isVisible() else self._first_stop_of(page)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_stop_of(self, page: QWidget) -> QWidget:
        """Where typing begins on a page."""
        known = page.first_stop() if isinstance(page, NamesFirstStop) else None
        return known or next(stops_in(page), page)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab go through the page in sight as it is read."""
        page = self._page
        parts = page.reading_order() if isinstance(page, ConsultationScreen | HomeScreen) else (page,)
        return step(parts, forward=forward)

    def say_fault(self) -> None:
        """A fault in the app itself, and what is kept. One that comes again is not said twice."""
        if self._is_saying_fault:
            return
        self._is_saying_fault = True
        said = f"{WENT_WRONG} in the app. {self._what_is_saved()} Tell your team lead if it happens again."
        QMessageBox.warning(self, WENT_WRONG, said)
        self._is_saying_fault = False

    def _what_is_saved(self) -> str:
        """What is sure after a fault: of a visit it is known, of anything else only what was saved before."""
        if self.visit is None or self._stack.currentWidget() not in (self.visit, self._turned):
            return "What was saved before is kept. Look whether the last thing you did is there."
        if self.visit.consultation.is_saved:
            return "What you entered is saved. Go on."
        self.visit.show_not_saved("It can be tried again.")
        return "The last answers are not saved yet: they stay on this screen. Try again there."

    def _listen_to_home(self) -> None:
        home = self.home
        home.visit_asked.connect(self.start_visit)
        home.carry_on_asked.connect(self.carry_on)
        home.review_asked.connect(self.carry_on)
        home.add_asked.connect(self.add_person)
        home.import_asked.connect(self.import_record)
        home.lock_asked.connect(self.lock_asked)
        home.colleagues_asked.connect(self.show_colleagues)
        home.secrets_asked.connect(self.show_own_secrets)
        home.backup_asked.connect(self.back_up)
        home.plan_asked.connect(self.show_last_plan)
        home.trends_asked.connect(self.show_trends)
        home.details_asked.connect(self.show_details)
        home.begin_again_asked.connect(self.ask_whether_to_begin_again)
        home.look_asked.connect(lambda chosen: self._wear(Theme(chosen), theme.scale()))
        home.text_size_asked.connect(lambda size: self._wear(theme.tokens().theme, size))

    def start_visit(self, person_id: str) -> None:
        """Open a person's record for a visit; one of mine that waits is carried on instead."""
        self._open_visit(partial(self._begun, person_id))

    def ask_whether_to_begin_again(self, row: Listed) -> None:
        """Before a visit with somebody who moved away or was discharged."""
        from app.views.people.begin_again import BeginAgain

        if row.left is not None:
            question = BeginAgain(self, row.name, row.told_apart, row.left)
            question.begun.connect(partial(self._begin_again, row.person_id))
            question.open()

    def _begin_again(self, person_id: str) -> None:
        from app.views.people.begin_again import WHY_AGAIN

        store, today, now = self.session.store, self.session.today, self.session.now()
        try:
            say_seen(store, person_id, Seen.HERE, today, WHY_AGAIN, now)
        except StoreUnavailable as problem:
            self._say_at_home("The visit could not be opened", str(problem))
        else:
            self.start_visit(person_id)

    def carry_on(self, draft_id: str) -> None:
        """Open a visit as it was last saved."""
        self._open_visit(partial(self._resumed, draft_id))

    def _open_visit(self, read: Callable[[], OpenConsultation]) -> None:
        try:
            consultation = read()
            part = self._goes_on_in(consultation)
        except (StoreUnavailable, NotSeenHere) as problem:
            self._say_at_home("The visit could not be opened", str(problem))
        else:
            self._show_visit(consultation, part)

    def _say_at_home(self, what: str, more: str) -> None:
        """Say what did not open where it is read: whatever page led to it is put away, and home shown."""
        self._put_away_plan()
        self._stack.setCurrentWidget(self.home)
        self.home.say(what, more)

    def _begun(self, person_id: str) -> OpenConsultation:
        store, now = self.session.store, self.session.now()
        for waiting in consultations.open_drafts(store, now):
            is_mine = (waiting.person.id, waiting.started_by) == (person_id, store.staff.id)
            if is_mine and waiting.correction is None:
                return self._resumed(waiting.id)
        person, history = histories.record_of(store, person_id, now)
        draft = consultations.start(store, person_id, now, records_at_start(history), plan_at_start(history))
        return OpenConsultation(self.session, person, history, draft)

    def _resumed(self, draft_id: str) -> OpenConsultation:
        store, now = self.session.store, self.session.now()
        kept = as_asked(consultations.resume(store, draft_id, now))
        draft = as_another_sitting(kept, self.session.today)
        person, history = histories.record_of(store, draft.person_id, now, visit_in_hand=draft_id)
        return OpenConsultation(self.session, person, history, draft)

    def _show_visit(self, consultation: OpenConsultation, part: str) -> None:
        self._end_visit()
        self._put_away_plan()
        visit = ConsultationScreen(consultation)
        visit.left.connect(self.go_home)
        visit.lock_asked.connect(self.lock_asked)
        visit.turn_asked.connect(self.turn_screen)
        visit.not_held_asked.connect(self.say_not_held)
        visit.give_up_asked.connect(self.ask_whether_to_give_up)
        visit.details_asked.connect(self.change_details)
        visit.trends_asked.connect(self.show_trends_of_visit)
        visit.plan_save_asked.connect(lambda: self._plan_out(plan_output.save_plan))
        visit.plan_print_asked.connect(lambda: self._plan_out(plan_output.print_plan))
        self.visit = visit
        self._stack.addWidget(visit)
        self._stack.setCurrentWidget(visit)
        self.begin_typing()
        if consultation.may_go_on and part != visit.current:
            visit.go_to(part)

    def _goes_on_in(self, consultation: OpenConsultation) -> str:
        """A review begins with what was handed over, a visit that came back with its question."""
        if consultation.is_review:
            return pages.WHAT_WE_FOUND
        return pages.FINISH if consultation.draft.open_questions else self._left_in(consultation.draft)

    def _left_in(self, draft: Draft) -> str:
        """The part in which a visit was left today; after a lock, the one that was last saved."""
        if draft.id in self._left_at:
            left_on, part = self._left_at[draft.id]
        elif draft.state is State.DRAFT:
            saved_at, part = consultations.last_worked_on(self.session.store, draft.id)
            left_on = on_this_laptop(saved_at).date()
        else:
            return pages.FIRST
        return pages.SHOWN_ON.get(part, part) if left_on == self.session.today else pages.FIRST

    def change_details(self) -> None:
        """Put the person's details right in the middle of their visit."""
        from app.views.people.change_person import ChangePersonScreen

        if self.visit is None:
            return
        self.visit.commit()
        form = ChangePersonScreen(self.session, self.visit.consultation.person)
        form.kept.connect(partial(self._details_kept, form))
        form.closed.connect(partial(self._back_to_visit, form))
        self._open(form)

    def _details_kept(self, form: "ChangePersonScreen", person: Person) -> None:
        if self.visit is None:
            return
        try:
            self.visit.consultation.change_person(person)
        except StoreUnavailable as problem:
            self.visit.say(f"The details were not changed. {problem}")
        self._back_to_visit(form)

    def _back_to_visit(self, page: QWidget) -> None:
        if self.visit is None:
            return
        self._stack.setCurrentWidget(self.visit)
        self._stack.put_away(page)
        self.visit.show_consultation()

    def show_details(self, person_id: str) -> None:
        """Show a person's details outside a visit, with whether they are still seen here."""
        from app.views.people.change_person import ChangePersonScreen

        try:
            person, _history = histories.record_of(self.session.store, person_id, self.session.now())
            form = ChangePersonScreen(self.session, person, in_visit=False)
        except StoreUnavailable as problem:
            self._say_at_home("The record could not be opened", str(problem))
            return
        form.kept.connect(partial(self._details_kept_at_home, form))
        form.closed.connect(lambda: self._close(form))
        self._open(form)

    def _details_kept_at_home(self, form: "ChangePersonScreen", person: Person) -> None:
        try:
            change_person(self.session.store, person, self.session.now())
        except StoreUnavailable as problem:
            form.say_not_kept(str(problem))
        else:
            self._person_is_there(form, person.id)

    def say_not_held(self) -> None:
        """Put down that the visit in hand did not take place."""
        from app.views.not_held import NotHeldScreen

        if self.visit is None:
            return
        self.visit.commit()
        page = NotHeldScreen(self.visit.consultation)
        page.kept.connect(partial(self._not_held_kept, page))
        page.closed.connect(partial(self._back_to_visit, page))
        self._open(page)

    def _not_held_kept(self, page: "NotHeldScreen", record: NotHeld) -> None:
        if self.visit is None:
            return
        person = self.visit.consultation.person
        try:
            self.visit.consultation.did_not_happen(record)
        except StoreUnavailable as problem:
            page.say_not_kept(str(problem))
            return
        self._close(page)
        who = list_name(person.family_name, person.given_name)
        self.home.say(f"Kept: the visit to {who} did not take place", f"{record.why.value}.")

    def turn_screen(self) -> None:
        """Show the person their own view; a PIN gives the laptop back."""
        from app.views.turned.screen import TurnedScreen

        if self.visit is None:
            return
        turned = self._turned = TurnedScreen(self.visit.consultation)
        turned.leave_asked.connect(partial(self._turn_back, turned))
        self._wrong_pins = 0
        self._open(turned)
        turned.begin()

    def _turn_back(self, turned: "TurnedScreen", pin: str) -> None:
        if self.visit is None:
            return
        if not pin_fits(self.session.store, pin):
            self._wrong_pins += 1
            left = PIN_TRIES - self._wrong_pins
            if left == 0:
                self.pins_spent.emit()
                return
            tries = "1 try is" if left == 1 else f"{left} tries are"
            turned.show_wrong_pin(f"That was not the PIN. {tries} left, then it locks. Nothing is lost.")
            return
        turned.leave()
        self._turned = None
        self._back_to_visit(turned)

    def _plan_out(self, way: Callable[..., str]) -> None:
        if self.visit is None:
            return
        try:
            said = way(self.visit.consultation, self)
        except StoreUnavailable as problem:
            said = str(problem)
        self.visit.say(said)

    def go_home(self) -> None:
        """Show home again, as things are now."""
        self._end_visit()
        self.home.refresh()
        self._stack.setCurrentWidget(self.home)
        self.begin_typing()

    def _end_visit(self) -> None:
        if self.visit is not None:
            self.visit.commit()
            self._left_at[self.visit.consultation.draft.id] = (self.session.today, self.visit.current)
            self._stack.put_away(self.visit)
            self.visit = None

    def add_person(self) -> None:
        """Add somebody by hand."""
        from app.views.people.add_person import AddPersonScreen

        form = AddPersonScreen(self.session)
        form.person_asked.connect(partial(self._person_is_there, form))
        form.added.connect(partial(self._person_is_there, form))
        form.closed.connect(lambda: self._close(form))
        self._open(form)

    def import_record(self) -> None:
        """Bring in a record from a file."""
        from app.views.people.import_record import ImportRecordScreen

        form = ImportRecordScreen(self.session)
        form.imported.connect(partial(self._person_is_there, form))
        form.closed.connect(lambda: self._close(form))
        self._open(form)

    def show_colleagues(self) -> None:
        """Show who has an account, and add another."""
        from app.views.colleagues import Colleagues

        page = Colleagues(self.session)
        page.closed.connect(lambda: self._close(page))
        self._open(page)

    def show_own_secrets(self) -> None:
        """Let whoever is signed in change their own passphrase and PIN."""
        from app.views.own_secrets import OwnSecrets

        page = OwnSecrets(self.session)
        page.closed.connect(lambda: self._close(page))
        self._open(page)

    def show_last_plan(self, person_id: str) -> None:
        """Show the plan of somebody's last signed visit, to be read and printed again."""
        self._show_plan(partial(signed_visits.last_signed, self.session.store, person_id))

    def _show_plan(self, read: Callable[[datetime], SignedVisit | None]) -> None:
        from app.views.last_plan import LastPlanScreen

        try:
            visit = read(self.session.now())
        except StoreUnavailable as problem:
            self._say_at_home("The plan could not be opened", str(problem))
            return
        if visit is not None:
            self._put_away_plan()
            page = self.last_plan = LastPlanScreen(self.session, visit)
            page.closed.connect(self._close_last_plan)
            page.lock_asked.connect(self.lock_asked)
            page.version_asked.connect(self._show_version)
            page.correct_asked.connect(partial(self._ask_what_was_wrong, visit))
            page.carry_on_asked.connect(self.carry_on)
            page.give_up_asked.connect(partial(self._ask_to_give_up_anothers, visit))
            self._open(page)

    def _show_version(self, visit_id: str) -> None:
        self._show_plan(partial(signed_visits.signed, self.session.store, visit_id))

    def _put_away_plan(self) -> None:
        if self.last_plan is not None:
            self._stack.put_away(self.last_plan)
            self.last_plan = None

    def _close_last_plan(self) -> None:
        self._put_away_plan()
        self.go_home()

    def _ask_what_was_wrong(self, visit: SignedVisit) -> None:
        """Before a correction: what was wrong and why."""
        from app.views.correcting import CorrectingScreen

        page = CorrectingScreen(visit)
        page.begun.connect(partial(self._begin_correction, page, visit))
        page.closed.connect(partial(self._back_to_plan, page))
        self._open(page)

    def _back_to_plan(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(self.last_plan or self.home)
        self._stack.put_away(page)
        self.begin_typing()

    def _begin_correction(
        self, page: "CorrectingScreen", visit: SignedVisit, what: WhatWasWrong, why: str
    ) -> None:
        try:
            draft = corrections.begin(self.session.store, visit.draft.id, what, why, self.session.now())
        except (StoreUnavailable, WrongState) as problem:
            page.say_not_begun(str(problem))
            return
        self.carry_on(draft.id)
        self._stack.put_away(page)

    def ask_whether_to_give_up(self) -> None:
        """Before a correction is taken away."""
        from app.views.correcting import GivingUp

        question = GivingUp(self)
        question.given_up.connect(self._give_up)
        question.open()

    def _ask_to_give_up_anothers(self, visit: SignedVisit, correction_id: str) -> None:
        """A colleague's correction that is not carried on any more."""
        from app.views.correcting import GivingUp

        question = GivingUp(self)
        question.given_up.connect(partial(self._give_up_anothers, replace(visit.draft, id=correction_id)))
        question.open()

    def _give_up_anothers(self, correction: Draft) -> None:
        try:
            corrections.give_up(self.session.store, correction, self.session.now())
        except (StoreUnavailable, WrongState) as problem:
            self._say_at_home("The correction was not given up", str(problem))
        else:
            self._say_given_up()

    def _say_given_up(self) -> None:
        self._put_away_plan()
        self.go_home()
        self.home.say("The correction was given up", "The signed visit stays as it is, and counts.")

    def _give_up(self) -> None:
        if self.visit is None:
            return
        try:
            self.visit.consultation.give_up_correction()
        except (StoreUnavailable, WrongState) as problem:
            self.visit.say(f"The correction was not given up. {problem}")
            return
        self._say_given_up()

    def show_trends(self, person_id: str) -> None:
        """Show what the record holds of somebody over time; back at home, all is as it was."""
        from app.views.trends.opening import trends_of_person

        try:
            page = trends_of_person(self.session, person_id)
        except StoreUnavailable as problem:
            self.home.say("The record could not be opened", str(problem))
        else:
            self._open_over(self.home, page)

    def show_trends_of_visit(self) -> None:
        """Show the record over time in the middle of a visit; what is typed there stays typed."""
        from app.views.trends.opening import trends_of_visit

        if self.visit is not None:
            self.visit.commit()
            self._open_over(self.visit, trends_of_visit(self.visit.consultation))

    def _open_over(self, under: QWidget, page: "TrendsScreen") -> None:
        page.closed.connect(partial(self._uncover, under, page, under.focusWidget()))
        self._open(page)

    def _uncover(self, under: QWidget, page: QWidget, had_it: QWidget | None) -> None:
        """Back to where one was, the keyboard too."""
        self._stack.setCurrentWidget(under)
        self._stack.put_away(page)
        if had_it is not None and had_it.isVisible():
            had_it.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def back_up(self) -> None:
        """Make a proven, encrypted backup now."""
        try:
            self.session.store.back_up(self.session.now())
        except StoreUnavailable as problem:
            self.home.say("No backup was made", str(problem))
        else:
            self.home.say("A backup was made", "It is encrypted, was checked, and lies beside the record.")

    def _open(self, form: QWidget) -> None:
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self.begin_typing()

    def _close(self, form: QWidget) -> None:
        self._stack.put_away(form)
        self.go_home()

    def _person_is_there(self, form: QWidget, person_id: str) -> None:
        self._close(form)
        self.home.show_person(person_id)

    def _wear(self, chosen: Theme, size: float) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.wear(application, chosen, size)
