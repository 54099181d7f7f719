"""The record cannot be opened: what is kept, and the control that puts a backup in its place."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal

from app.consultation.days import clock_time, on_screen, on_this_laptop
from app.models import backups
from app.models.audit import What
from app.models.backups import Backup
from app.models.folder import StoreFolder
from app.models.keyring import Unlocked
from app.models.store import Store
from app.models.unavailable import BackupFailed, StoreUnavailable
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Row, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.words import Voice, Words
from app.views.welcome.behind import FAULT, Behind

_TITLE = "The record cannot be opened"
_NONE_LEFT = "There is no backup left to try. Nothing is thrown away. Ask your team lead for help."


class PutBack(Card):
    """Tells `opened(store)` once a backup is in the record's place; the newest is offered first."""

    opened = Signal(object)

    def __init__(
        self,
        folder: StoreFolder,
        unlocked: Unlocked,
        now: Callable[[], datetime],
        behind: Behind,
        *,
        recovered: bool,
    ) -> None:
        """`unlocked` is the key of whoever tried to sign in; `recovered` says how, for the audit."""
        self._folder, self._unlocked, self._now, self._behind = folder, unlocked, now, behind
        self._recovered = recovered
        self._left = list(backups.listed(folder))
        self._which = "newest"
        self._message = Message(_TITLE, weight=Weight.GRAVE)
        self._what_it_holds = Words("", Voice.SMALL_TEXT, wraps=True)
        self.go = Button("", Kind.PRIMARY)
        super().__init__(
            self._message, self._what_it_holds, Row(self.go, Stretch()), margins=(32, 24, 32, 24)
        )
        self.setFocusProxy(self.go)
        self.go.clicked.connect(self._put_back)

    def offer(self, sentence: str) -> None:
        """Say why the record cannot be opened, and offer the newest backup that was not tried yet."""
        self._message.say(_TITLE, sentence, "" if self._left else _NONE_LEFT)
        self.go.setVisible(bool(self._left))
        self._what_it_holds.setVisible(bool(self._left))
        if self._left:
            made_at = on_this_laptop(self._left[0].made_at)
            self._what_it_holds.say(
                f"The {self._which} backup was made on {on_screen(made_at.date())}, {clock_time(made_at)}. "
                "What was entered after that is not in it. The record as it is now is not thrown away: it is "
                "kept aside, in case more can be saved."
            )
            self.go.say(f"Put the {self._which} backup back")
            self.go.setEnabled(True)

    def _put_back(self) -> None:
        self.go.setEnabled(False)
        self.go.say("Putting it back\u2026")
        backup, now = self._left.pop(0), self._now()
        self._which = "next older"
        self._behind.do(lambda: self._restored(backup, now), self._go_on)

    def _restored(self, backup: Backup, now: datetime) -> Store:
        """Runs in the thread."""
        backups.restore(self._folder, backup, self._unlocked.key, now)
        store = Store.open(self._folder, self._unlocked, now, recovered=self._recovered)
        store.note(What.BACKUP_PUT_BACK, now)
        return store

    def _go_on(self, result: object) -> None:
        if isinstance(result, Store):
            self.opened.emit(result)
        elif isinstance(result, BackupFailed):
            self.offer(str(result))
        else:
            self._left.clear()
            self.offer(str(result) if isinstance(result, StoreUnavailable) else FAULT)
