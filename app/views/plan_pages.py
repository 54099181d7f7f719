"""The plan of a signed visit, its versions, and the way into a correction and out of it.

Its pages are imported when they are asked for: most sign-ins need none.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.consultation.correction import WhatWasWrong
from app.consultation.draft import Draft
from app.models import corrections, signed_visits
from app.models.consultations import WrongState
from app.models.signed_visits import SignedVisit
from app.models.unavailable import StoreUnavailable
from app.views.desk_pages import DeskPages
from app.views.session import Session

if TYPE_CHECKING:
    from app.views.correcting import CorrectingScreen
    from app.views.last_plan import LastPlanScreen

NOT_GIVEN_UP = "The correction was not given up"


class PlanPages(QObject):
    """Opens its pages on the desk. `said` is for home: what happened, and more of it."""

    lock_asked = Signal()
    carry_on_asked = Signal(str)
    home_asked = Signal()
    said = Signal(str, str)

    def __init__(self, desk: DeskPages, session: Session) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session
        self.page: LastPlanScreen | None = None

    def show_last(self, person_id: str) -> None:
        """Show the plan of somebody's last signed visit, to be read and printed again."""
        self._show(partial(signed_visits.last_signed, self._session.store, person_id))

    def _show_version(self, visit_id: str) -> None:
        self._show(partial(signed_visits.signed, self._session.store, visit_id))

    def _show(self, read: Callable[[datetime], SignedVisit | None]) -> None:
        from app.views.last_plan import LastPlanScreen

        try:
            visit = read(self._session.now())
        except StoreUnavailable as problem:
            self.said.emit("The plan could not be opened", str(problem))
            return
        if visit is not None:
            self.put_away()
            page = self.page = LastPlanScreen(self._session, visit)
            page.closed.connect(self._close)
            page.lock_asked.connect(self.lock_asked)
            page.version_asked.connect(self._show_version)
            page.correct_asked.connect(partial(self._ask_what_was_wrong, visit))
            page.carry_on_asked.connect(self.carry_on_asked)
            page.give_up_asked.connect(partial(self._ask_to_give_up_anothers, visit))
            self._desk.open_page(page)

    def put_away(self) -> None:
        """Take the plan away, whatever is shown next."""
        if self.page is not None:
            self._desk.put_away(self.page)
            self.page = None

    def _close(self) -> None:
        self.put_away()
        self.home_asked.emit()

    def _ask_what_was_wrong(self, visit: SignedVisit) -> None:
        """Before a correction: what was wrong and why."""
        from app.views.correcting import CorrectingScreen

        page = CorrectingScreen(visit)
        page.begun.connect(partial(self._begin_correction, page, visit))
        if self.page is not None:
            self._desk.open_over(self.page, page, page.closed)

    def _begin_correction(
        self, page: "CorrectingScreen", visit: SignedVisit, what: WhatWasWrong, why: str
    ) -> None:
        try:
            draft = corrections.begin(self._session.store, visit.draft.id, what, why, self._session.now())
        except (StoreUnavailable, WrongState) as problem:
            page.say_not_begun(str(problem))
            return
        self.carry_on_asked.emit(draft.id)
        self._desk.put_away(page)

    def ask_whether_to_give_up(self, give_up: Callable[[], None]) -> None:
        """Before a correction is taken away."""
        from app.views.correcting import GivingUp

        question = GivingUp(self._desk)
        question.given_up.connect(give_up)
        question.open()

    def _ask_to_give_up_anothers(self, visit: SignedVisit, correction_id: str) -> None:
        """A colleague's correction that is not carried on any more."""
        correction = replace(visit.draft, id=correction_id)
        self.ask_whether_to_give_up(partial(self._give_up_anothers, correction))

    def _give_up_anothers(self, correction: Draft) -> None:
        try:
            corrections.give_up(self._session.store, correction, self._session.now())
        except (StoreUnavailable, WrongState) as problem:
            self.said.emit(NOT_GIVEN_UP, str(problem))
        else:
            self.say_given_up()

    def say_given_up(self) -> None:
        """The signed visit stands again: said at home, where it is in the lists again."""
        self._close()
        self.said.emit("The correction was given up", "The signed visit stays as it is, and counts.")
