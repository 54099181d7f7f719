"""The way in: first run, sign in, or back in with the recovery sheet. It ends with an open store.

Key derivation takes a quarter of a second and more: it is done in a thread, and its result comes by signal.
Each page is imported when it is shown: the first one is waited for. Over 300 lines because every way in is
here, and each ends at the same two doors.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.folder import StoreFolder, StoreKind
from app.models.unavailable import StoreDamaged, StoreMissing, StoreUnavailable, WrongKey
from app.services import sign_in
from app.views.parts.rooms import Rooms
from app.views.welcome.behind import FAULT, Behind
from app.views.welcome.person_tile import Person

if TYPE_CHECKING:
    from app.models.account import NewAccount
    from app.models.keyring import Unlocked
    from app.models.store import Store
    from app.services.lock_note import LockNote
    from app.services.recovery import RecoveryCodes
    from app.views.welcome.first_run import FirstAccount
    from app.views.welcome.recovery import RecoveryTry
    from app.views.welcome.sign_in import SignIn


class Door(Rooms):
    """Tells `unlocked(store)` as soon as a record is open, and `opened(store)` once somebody is in.

    In between stand the recovery codes. Whoever hears `unlocked` guards the record, and closes it.
    """

    unlocked = Signal(object)
    opened = Signal(object)

    def __init__(
        self, place: Path, now: Callable[[], datetime], *, lock_note: "LockNote | None" = None
    ) -> None:
        """`lock_note` tells of the lock that this sign-in follows."""
        super().__init__()
        self._folder = StoreFolder(place)
        self._now = now
        self._store: Store | None = None
        self._behind = Behind(self)
        self._show_first_page(lock_note)

    def say_fault(self) -> None:
        """A fault in the app itself."""
        self._show_message("Something went wrong", "Nothing was changed.", FAULT)

    def _show_first_page(self, lock_note: "LockNote | None") -> None:
        if not self._folder.is_made():
            self._show_first_run()
            return
        try:
            self._signing = sign_in.SignIn(self._folder)
            people = self._people()
        except StoreUnavailable as problem:
            self._show_unavailable(str(problem))
            return
        self._show_sign_in(people, lock_note)

    def _people(self) -> list[Person]:
        return [Person(choice.id, choice.name) for choice in self._signing.choices()]

    @property
    def _is_practice(self) -> bool:
        return self._signing.kind is StoreKind.PRACTICE

    def _show(self, page: QWidget) -> None:
        before = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()

    def _show_unavailable(self, sentence: str) -> None:
        self._show_message("The record cannot be opened", "", sentence, grave=True)

    def _show_message(self, what: str, kept: str, to_do: str, *, grave: bool = False) -> None:
        from app.views.parts.message import Message, Weight
        from app.views.welcome.front_page import FrontPage

        weight = Weight.GRAVE if grave else Weight.CALM
        self._show(FrontPage(Message(what, kept, to_do, weight=weight)))

    # ---- sign in

    def _sign_in_page(self, people: list[Person], lock_note: "LockNote | None") -> "SignIn":
        if lock_note is not None:
            from app.views.welcome.locked import Locked

            return Locked(people, lock_note, practice=self._is_practice)
        from app.views.welcome.sign_in import SignIn

        return SignIn(people, practice=self._is_practice)

    def _show_sign_in(self, people: list[Person], lock_note: "LockNote | None" = None) -> None:
        page = self.sign_in = self._sign_in_page(people, lock_note)
        page.sign_in_asked.connect(self._try_passphrase)
        page.recovery_asked.connect(self._show_recovery)
        page.chosen.connect(self._say_wait_if_any)
        self._show(page)

    def _say_wait_if_any(self, name_id: str) -> None:
        try:
            self._signing.choose(name_id)
            seconds = self._signing.seconds_to_wait(self._now())
        except StoreUnavailable as problem:
            self._show_unavailable(str(problem))
            return
        if seconds:
            self.sign_in.show_wait(seconds)

    def _try_passphrase(self, name_id: str, passphrase: str) -> None:
        self.sign_in.show_working()
        self._signing.choose(name_id)
        now = self._now()
        self._behind.do(lambda: self._signing.give_passphrase(passphrase, now), self._passphrase_tried)

    def _passphrase_tried(self, result: object) -> None:
        from app.models.keyring import Unlocked

        if isinstance(result, sign_in.NotYet):
            self.sign_in.show_refused(result.sentence, result.wait_seconds)
        elif isinstance(result, Unlocked):
            self._open(result, self.sign_in.show_refused)
        else:
            self.sign_in.show_refused(str(result) if isinstance(result, StoreUnavailable) else FAULT)

    def _open(self, unlocked: "Unlocked", refuse: Callable[[str], None], *, recovered: bool = False) -> None:
        from app.models.store import Store

        try:
            store = Store.open(self._folder, unlocked, self._now(), recovered=recovered)
        except (StoreDamaged, StoreMissing, WrongKey) as problem:
            self._offer_backup(str(problem), unlocked, recovered=recovered)
            return
        except StoreUnavailable as problem:
            refuse(str(problem))
            return
        self._go_in(store)

    def _go_in(self, store: "Store") -> None:
        from app.models.staff import owes_recovery

        self._hold(store)
        if owes_recovery(store):
            self._show_new_codes(store)
        else:
            self._enter()

    def _hold(self, store: "Store") -> None:
        self._store = store
        self.unlocked.emit(store)

    def _enter(self) -> None:
        if self._store is not None and self._store.is_open:  # it may have been locked meanwhile
            store, self._store = self._store, None
            self.opened.emit(store)

    def _offer_backup(self, sentence: str, unlocked: "Unlocked", *, recovered: bool) -> None:
        from app.views.welcome.front_page import FrontPage
        from app.views.welcome.put_back import PutBack

        page = PutBack(self._folder, unlocked, self._now, self._behind, recovered=recovered)
        page.opened.connect(self._go_in)
        self._show(FrontPage(page, practice=self._is_practice))
        page.offer(sentence)

    # ---- recovery codes that were never confirmed

    def _show_new_codes(self, store: "Store") -> None:
        from app.services.recovery import new_recovery_codes
        from app.views.welcome.front_page import FrontPage
        from app.views.welcome.recovery_codes import RecoveryCodes

        codes = new_recovery_codes()
        self.new_codes = RecoveryCodes(anew=True)
        self.new_codes.show_codes(codes.half_a, codes.half_team)
        self.new_codes.confirmed.connect(lambda: self._renew(store, codes))
        self.new_codes.put_off.connect(self._enter)
        self._show(FrontPage(self.new_codes, practice=self._is_practice, at_most=960))

    def _renew(self, store: "Store", codes: "RecoveryCodes") -> None:
        from app.models.staff import renew_recovery
        from app.services.recovery import combined

        self.new_codes.show_working()
        now, secret = self._now(), combined(codes.half_a, codes.half_team)
        self._behind.do(lambda: renew_recovery(store, secret, now), self._renewed)

    def _renewed(self, result: object) -> None:
        if result is None:
            self._enter()
        else:
            self.new_codes.show_refused(str(result) if isinstance(result, StoreUnavailable) else FAULT)

    # ---- first run

    def _show_first_run(self) -> None:
        from app.models.account import what_is_wrong_with_first_account
        from app.views.welcome.first_run import FirstRun

        self.first_run = FirstRun(lambda account: what_is_wrong_with_first_account(_new_account(account)))
        self.first_run.store_asked.connect(self._make_store)
        self.first_run.finished.connect(self._codes_are_kept)
        self._show(self.first_run)

    def _make_store(self, account: "FirstAccount") -> None:
        from app.services import recovery

        self.first_run.show_working()
        codes = recovery.new_recovery_codes()
        now = self._now()

        def make() -> object:
            from app.models.founding import found_store
            from app.models.key_slots import calibrated_cost

            secret = recovery.combined(codes.half_a, codes.half_team)
            cost = calibrated_cost(perf_counter)
            kind = StoreKind(account.kind)
            return found_store(self._folder.path, kind, _new_account(account), secret, now, cost)

        self._behind.do(make, lambda result: self._store_made(result, codes))

    def _store_made(self, result: object, codes: "RecoveryCodes") -> None:
        from app.models.account import AccountRefused
        from app.models.store import Store

        if isinstance(result, Store):
            self._hold(result)
            self.first_run.show_codes(codes.half_a, codes.half_team)
        elif isinstance(result, AccountRefused | StoreUnavailable):
            self.first_run.show_refused(str(result))
        else:
            self.first_run.show_refused(FAULT)

    def _codes_are_kept(self) -> None:
        from app.models.staff import confirm_recovery

        # Where it cannot be noted, new codes are offered at the next sign-in: nothing is lost.
        with suppress(StoreUnavailable):
            if self._store is not None:
                confirm_recovery(self._store, self._now())
        self._enter()

    # ---- recovery

    def _show_recovery(self) -> None:
        from app.views.welcome.recovery import Recovery

        self.recovery = Recovery(self._people(), practice=self._is_practice)
        self.recovery.recovery_tried.connect(self._try_recovery)
        self.recovery.went_back.connect(lambda: self._show_sign_in(self._people()))
        self._show(self.recovery)

    def _try_recovery(self, given: "RecoveryTry") -> None:
        from app.services import recovery

        self.recovery.show_working()
        now = self._now()

        def attempt() -> object:
            opened = recovery.open_with_recovery(self._folder, given.half_a, given.half_team, now)
            if isinstance(opened, sign_in.NotYet):
                return opened
            return recovery.give_new_passphrase(self._folder, opened, given.name_id, given.passphrase)

        self._behind.do(attempt, self._recovery_tried)

    def _recovery_tried(self, result: object) -> None:
        from app.models.account import AccountRefused
        from app.models.keyring import Unlocked
        from app.services.recovery import HalfCodeWrong

        if isinstance(result, Unlocked):
            self._open(result, self.recovery.show_refused, recovered=True)
        elif isinstance(result, sign_in.NotYet):
            self.recovery.show_refused(result.sentence)
        elif isinstance(result, HalfCodeWrong | AccountRefused | StoreUnavailable):
            self.recovery.show_refused(str(result))
        else:
            self.recovery.show_refused(FAULT)


def _new_account(account: "FirstAccount") -> "NewAccount":
    from app.models.account import NewAccount, Role

    return NewAccount(
        name=account.name,
        role=Role(account.role),
        passphrase=account.passphrase,
        pin=account.pin,
        registration=account.registration,
    )
