"""One action of the plan: two lines while closed, its form while open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame

from app.consultation.care_plan import Action
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import paint_bar
from app.views.parts.layout import Column, Held, Row, Sized
from app.views.parts.pictures import Avatar
from app.views.parts.words import Voice, Words
from app.views.sections.care_plan.action_form import ActionForm
from app.views.sections.care_plan.owners import missing_words
from app.views.sections.promise_words import by_when, initials, whose
from app.views.sections.row_head import RowHead


class Initials(Avatar):
    """The initials of the owner, which may change."""

    def say(self, letters: str) -> None:
        """Show other initials."""
        self._initials = letters
        self.update()


class ActionRow(QFrame):
    """Tells `open_asked(bool)`, `edited(action)`, `moved(by)` and `remove_asked`."""

    open_asked = Signal(bool)
    edited = Signal(object)
    moved = Signal(int)
    remove_asked = Signal()

    def __init__(self, consultation: OpenConsultation, action: Action) -> None:
        super().__init__()
        self._consultation, self.action = consultation, action
        self._number = Words("", Voice.EYEBROW)
        self._avatar = Initials("", 36)
        self._what = Words("", Voice.STRONG, wraps=True)
        self._sub = Words("", Voice.SMALL, wraps=True)
        self._lacks = Words("", Voice.CAUTION, wraps=True)
        words = Held(Column(self._what, self._sub, self._lacks, gap=1))
        self.head = RowHead(
            Row(Sized(self._number, width=18), self._avatar, (words, 1), gap=10), chevron="pencil"
        )
        self.form = ActionForm(consultation, action)
        self.form.hide()
        self.setLayout(Column(self.head, self.form, gap=0))
        self.head.clicked.connect(lambda: self.open_asked.emit(True))
        self.form.closed.connect(lambda: self.open_asked.emit(False))
        self.form.edited.connect(self.edited)
        self.form.moved.connect(self.moved)
        self.form.remove_asked.connect(self.remove_asked)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.moved.emit(by))

    @property
    def is_open(self) -> bool:
        """Whether the form stands open."""
        return not self.form.isHidden()

    def open(self, is_open: bool) -> None:
        """Show the form or the two lines; the keyboard goes along if it was here.

        A form with something typed that was not kept stays open.
        """
        if is_open == self.is_open:
            return
        had_focus = (
            self.isAncestorOf(self.window().focusWidget() or self) and self.window().focusWidget() is not None
        )
        self.form.commit()
        if not is_open and self.form.has_refused:
            return
        self.form.setVisible(is_open)
        self.head.setVisible(not is_open)
        if is_open:
            self.form.what.line.setFocus()
        elif had_focus:
            self.head.setFocus()
        self.update()

    def show_action(self, action: Action, at: int, count: int) -> None:
        """Show the action as it stands, in its place."""
        self.action = action
        person = self._consultation.person
        self._number.say(str(at + 1))
        owner = whose(action, person)
        letters = initials(action.owner_name or (owner if owner == person.called else ""))
        self._avatar.say(letters or "?")
        self._what.say(action.what or "Not said yet")
        self._sub.say(f"{owner}, {by_when(action)}")
        self._lacks.say(missing_words(action))
        self._lacks.setVisible(bool(self._lacks.said()))
        self.head.show_state(
            f"Action {at + 1}: {self._what.said()}. {self._sub.said()}", is_open=self.is_open
        )
        self.form.show_action(action)
        self.form.show_place(first=at == 0, last=at == count - 1)

    def paintEvent(self, event: object) -> None:
        """The action in hand has a bar at its left edge."""
        if self.is_open:
            paint_bar(self, "primary", above=10)
