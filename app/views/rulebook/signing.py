"""Whose hand a rule has: who signed it and under which registration number, or nobody; changed here."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.consultation.days import on_screen, on_this_laptop
from app.models.sign_offs import NotSignedOff, SignOff, in_force, sign, sign_offs, take_back, why_not_sign
from app.models.unavailable import StoreUnavailable
from app.rules.rulebook import Rule
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.text import TextField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Flow, Held, empty
from app.views.parts.words import Voice, Words
from app.views.session import Session

UNSIGNED = "Nobody has signed this rule here. In a live store it does not run."
MEANS = (
    "By signing you say that you read the rule and its source, and that it may speak in this store. "
    "Any change of its content leaves it unsigned."
)


class Signing(Card):
    """Tells `changed` when a rule was signed, or its signature taken back."""

    changed = Signal()

    def __init__(self, session: Session, rule: Rule) -> None:
        super().__init__()
        self._session, self._rule = session, rule
        self.note = Note()
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(8)
        self.add(Held(self._parts), self.note)
        self._show_state()

    def _show_state(self) -> None:
        hands = [hand for hand in sign_offs(self._session.store) if hand.rule == self._rule.id]
        now = in_force(hands).get(self._rule.content_hash)
        focus = QApplication.focusWidget()
        has_keyboard = focus is not None and self.isAncestorOf(focus)
        parts: list[QWidget] = [Words(_state(now, hands, self._rule), Voice.STRONG, wraps=True)]
        refused = why_not_sign(self._session.store)
        if refused:
            self._show([*parts, Words(refused, Voice.SMALL, wraps=True)])
            return
        act = self._way_on(is_signed=now is not None)
        self._show([*parts, Held(Flow(act))])
        if has_keyboard:  # the button that had it is gone
            act.setFocus()

    def _way_on(self, *, is_signed: bool) -> Button:
        if is_signed:
            act = Button("Take the signature back", Kind.PLAIN)
            act.clicked.connect(self._ask_to_take_back)
        else:
            act = Button("Sign this rule", Kind.OUTLINE)
            act.clicked.connect(self._ask_to_sign)
        return act

    def _ask_to_sign(self) -> None:
        staff = self._session.store.staff
        yes = Button(f"Sign as {staff.name}, {staff.registration}", Kind.PRIMARY)
        yes.clicked.connect(
            lambda: self._do(lambda: sign(self._session.store, self._rule, self._session.now()))
        )
        self._show([Words(MEANS, wraps=True), Held(Flow(yes, self._not_now(), gap=8))])
        yes.setFocus()

    def _ask_to_take_back(self) -> None:
        why = TextField("Why", longest=500)

        def written() -> None:
            why.commit()
            self._do(
                lambda: take_back(self._session.store, self._rule, why.value() or "", self._session.now())
            )

        yes = Button("Take it back", Kind.PRIMARY)
        yes.clicked.connect(written)
        asked = Captioned(
            "Why is the signature taken back?", why, hint="It stays written down with your name."
        )
        self._show([asked, Held(Flow(yes, self._not_now(), gap=8))])
        why.line.setFocus()

    def _not_now(self) -> Button:
        no = Button("Not now", Kind.PLAIN)
        no.clicked.connect(self._show_state)
        return no

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except (NotSignedOff, StoreUnavailable) as problem:
            self.note.say(str(problem), State.REFUSED)
            return
        self._show_state()
        self.changed.emit()

    def _show(self, parts: list[QWidget]) -> None:
        self.note.say("", State.FINE)
        empty(self._parts)
        for part in parts:
            self._parts.addWidget(part)


def _state(now: SignOff | None, hands: list[SignOff], rule: Rule) -> str:
    if now is not None:
        return f"Signed by {now.by}, {now.registration}, on {_day(now)}."
    if not hands:
        return UNSIGNED
    last = hands[0]
    if last.content_hash == rule.content_hash:
        return (
            f"{last.by} took the signature back on {_day(last)}: {last.why}. In a live store it does not run."
        )
    return (
        f"Version {last.version} was signed by {last.by} on {_day(last)}. Its content has changed since: "
        "in a live store it does not run until it is signed again."
    )


def _day(hand: SignOff) -> str:
    return on_screen(on_this_laptop(hand.at).date())
