"""What a signed-in member of staff works at: home, people, visits; one thing in sight at a time.

Over 300 lines because every way from one page to another is here: whose record is open must be sure.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.consultation.beginning import as_another_sitting, plan_at_start, records_at_start
from app.consultation.book import rulebook
from app.consultation.days import on_this_laptop
from app.consultation.draft import Draft, State
from app.consultation.ended_early import as_asked
from app.consultation.not_held import NOBODY_CAME, NotHeld
from app.consultation.person import Person
from app.models import consultations, histories
from app.models.consultations import WrongState
from app.models.seen_here import NotSeenHere
from app.models.staff import pin_fits
from app.models.store import Store
from app.models.unavailable import StoreUnavailable
from app.services.idle import PIN_TRIES
from app.services.lock_note import Kept
from app.views import plan_output
from app.views.consultation import ConsultationScreen
from app.views.desk_pages import DeskPages
from app.views.home import HomeScreen
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.looking_after import LookingAfter
from app.views.open_consultation import OpenConsultation
from app.views.people.pages import PeoplePages
from app.views.people.person_words import list_name
from app.views.plan_pages import NOT_GIVEN_UP, PlanPages
from app.views.sections import pages
from app.views.session import Session

if TYPE_CHECKING:
    from app.views.not_held import NotHeldScreen
    from app.views.people.change_person import ChangePersonScreen
    from app.views.trends.screen import TrendsScreen
    from app.views.turned.screen import TurnedScreen

WENT_WRONG = "Something went wrong"
NOT_ALL_KEPT = "Something that was entered or typed is not kept."


@runtime_checkable
class TellsWhatIsNotKept(Protocol):
    """A page that would lose something if the app ended now."""

    def not_kept(self) -> list[str]:
        """What would be lost, a sentence each."""


class Desk(DeskPages):
    """Goes between home and the visits; the record's person is bound to the visit when it is opened.

    Pages other than home and the visit are imported when they are asked for: most sign-ins need none.
    """

    lock_asked = Signal()
    pins_spent = Signal()  # too many wrong ones on the turned screen

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.session = Session(store, rulebook(), now)
        self.visit: ConsultationScreen | None = None
        self._turned: TurnedScreen | None = None
        self._left_at: dict[str, tuple[date, str]] = {}
        self._wrong_pins = 0
        self._is_saying_fault = False
        self.home = HomeScreen(self.session)
        self.addWidget(self.home)
        self.plans = PlanPages(self, self.session)
        self.people = PeoplePages(self, self.session)
        self._listen_to_home()
        self._listen_to_pages()
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
        page = self.in_sight
        said = []
        if page is not self.visit and isinstance(page, TellsWhatIsNotKept):
            said = page.not_kept()
        if self.visit is not None:
            said += self.visit.not_kept()
        return [NOT_ALL_KEPT] if said and page is self._turned else said

    def kept(self) -> Kept:
        """Whether all that was entered is kept."""
        if self.visit is not None and not self.visit.consultation.is_saved:
            return Kept.NOT_ALL_SAVED
        return Kept.NOT_ALL_TYPED if self.not_kept() else Kept.ALL

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
        if self.visit is None or self.in_sight not in (self.visit, self._turned):
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
        home.add_asked.connect(self.people.add)
        home.import_asked.connect(self.people.import_record)
        home.lock_asked.connect(self.lock_asked)
        home.colleagues_asked.connect(self.show_colleagues)
        home.secrets_asked.connect(self.show_own_secrets)
        home.rulebook_asked.connect(self.show_rulebook)
        home.backup_asked.connect(self.back_up)
        home.plan_asked.connect(self.plans.show_last)
        home.trends_asked.connect(self.show_trends)
        home.details_asked.connect(self.people.show_details)
        home.begin_again_asked.connect(self.people.ask_whether_to_begin_again)
        home.look_asked.connect(lambda chosen: self._wear(Theme(chosen), theme.scale()))
        home.text_size_asked.connect(lambda size: self._wear(theme.tokens().theme, size))

    def _listen_to_pages(self) -> None:
        self.people.visit_asked.connect(self.start_visit)
        self.people.said.connect(self._say_at_home)
        self.people.closed.connect(self._close)
        self.people.is_there.connect(self._person_is_there)
        self.plans.lock_asked.connect(self.lock_asked)
        self.plans.carry_on_asked.connect(self.carry_on)
        self.plans.home_asked.connect(self.go_home)
        self.plans.said.connect(self._say_at_home)

    def start_visit(self, person_id: str) -> None:
        """Open a person's record for a visit; one of mine that waits is carried on instead."""
        self._open_visit(partial(self._begun, person_id))

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
        """Say it where it is read: whatever page led to it is put away, and home shown."""
        self.plans.put_away()
        self.setCurrentWidget(self.home)
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
        self.plans.put_away()
        visit = ConsultationScreen(consultation)
        visit.left.connect(self.go_home)
        visit.lock_asked.connect(self.lock_asked)
        visit.turn_asked.connect(self.turn_screen)
        visit.not_held_asked.connect(self.say_not_held)
        visit.give_up_asked.connect(lambda: self.plans.ask_whether_to_give_up(self._give_up))
        visit.details_asked.connect(self.change_details)
        visit.trends_asked.connect(self.show_trends_of_visit)
        visit.plan_save_asked.connect(lambda: self._plan_out(plan_output.save_plan))
        visit.plan_print_asked.connect(lambda: self._plan_out(plan_output.print_plan))
        self.visit = visit
        self.addWidget(visit)
        self.setCurrentWidget(visit)
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
        self.open_page(form)

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
        self.setCurrentWidget(self.visit)
        self.put_away(page)
        self.visit.show_consultation()

    def say_not_held(self) -> None:
        """Put down that the visit in hand did not take place."""
        from app.views.not_held import NotHeldScreen

        if self.visit is None:
            return
        self.visit.commit()
        page = NotHeldScreen(self.visit.consultation)
        page.kept.connect(partial(self._not_held_kept, page))
        page.closed.connect(partial(self._back_to_visit, page))
        self.open_page(page)

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
        if record.why in NOBODY_CAME:
            self.home.say(f"The visit to {who} was opened by mistake and is put away", "It counts nowhere.")
            return
        self.home.say(f"Kept: the visit to {who} did not take place", f"{record.why.value}.")

    def turn_screen(self) -> None:
        """Show the person their own view; a PIN gives the laptop back."""
        from app.views.turned.screen import TurnedScreen

        if self.visit is None:
            return
        turned = self._turned = TurnedScreen(self.visit.consultation)
        turned.leave_asked.connect(partial(self._turn_back, turned))
        self._wrong_pins = 0
        self.open_page(turned)
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
        self.setCurrentWidget(self.home)
        self.begin_typing()

    def _end_visit(self) -> None:
        if self.visit is not None:
            self.visit.commit()
            self._left_at[self.visit.consultation.draft.id] = (self.session.today, self.visit.current)
            self.put_away(self.visit)
            self.visit = None

    def show_colleagues(self) -> None:
        """Show who has an account, and add another."""
        from app.views.colleagues import Colleagues

        page = Colleagues(self.session)
        page.closed.connect(lambda: self._close(page))
        self.open_page(page)

    def show_own_secrets(self) -> None:
        """Let whoever is signed in change their own passphrase and PIN."""
        from app.views.own_secrets import OwnSecrets

        page = OwnSecrets(self.session)
        page.closed.connect(lambda: self._close(page))
        self.open_page(page)

    def show_rulebook(self) -> None:
        """Show the rules to whoever reads, tries or signs them."""
        from app.views.rulebook.screen import RulebookScreen

        page = RulebookScreen(self.session)
        page.closed.connect(lambda: self._close(page))
        self.open_page(page)

    def _give_up(self) -> None:
        if self.visit is None:
            return
        try:
            self.visit.consultation.give_up_correction()
        except (StoreUnavailable, WrongState) as problem:
            self.visit.say(f"{NOT_GIVEN_UP}. {problem}")
            return
        self.plans.say_given_up()

    def show_trends(self, person_id: str) -> None:
        """Show what the record holds of somebody over time; back at home, all is as it was."""
        from app.views.trends.opening import trends_of_person

        try:
            page = trends_of_person(self.session, person_id)
        except StoreUnavailable as problem:
            self.home.say("The record could not be opened", str(problem))
        else:
            self._open_trends(self.home, page)

    def show_trends_of_visit(self) -> None:
        """Show the record over time in the middle of a visit; what is typed there stays typed."""
        from app.views.trends.opening import trends_of_visit

        if self.visit is not None:
            self.visit.commit()
            self._open_trends(self.visit, trends_of_visit(self.visit.consultation))

    def _open_trends(self, under: QWidget, page: "TrendsScreen") -> None:
        page.lock_asked.connect(self.lock_asked)
        self.open_over(under, page, page.closed)

    def back_up(self) -> None:
        """Make a proven, encrypted backup now."""
        try:
            self.session.store.back_up(self.session.now())
        except StoreUnavailable as problem:
            self.home.say("No backup was made", str(problem))
        else:
            self.home.say("A backup was made", "It is encrypted, was checked, and lies beside the record.")

    def _close(self, form: QWidget) -> None:
        self.put_away(form)
        self.go_home()

    def _person_is_there(self, form: QWidget, person_id: str) -> None:
        self._close(form)
        self.home.show_person(person_id)

    def _wear(self, chosen: Theme, size: float) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.wear(application, chosen, size)
