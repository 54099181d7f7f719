"""Who does what, by when: the actions in the person's order, one of them open, taking off with undo."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.consultation.care_plan import Action, CarePlan, Owner
from app.consultation.decisions import Choice
from app.consultation.owed import still_owed
from app.consultation.prompt import Prompt
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Hair, Held, Row
from app.views.parts.scrolling import bring_into_sight
from app.views.parts.words import Voice, Words
from app.views.sections.care_plan.action_row import ActionRow
from app.views.sections.undoing import Undo


class Actions(Card):
    """The card of actions; every change goes to the plan at once."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        self.rows: dict[str, ActionRow] = {}
        self._lines: dict[str, QWidget] = {}
        called = consultation.person.called
        self.add_one = Button("Add an action", Kind.PLAIN, icon="add")
        self.add_own = Button(f"Add one of {called}'s own", Kind.PLAIN, icon="add")
        self.undo = Undo(margins=(18, 4, 8, 4))
        self._empty = Words("", Voice.MUTED, wraps=True)
        title = Words("Who does what, by when", Voice.HEADING, wraps=True)
        head = Held(Row((title, 1), self.add_one, margins=(18, 4, 8, 4)))
        self._list = Column(gap=0)
        self._own = Held(Row((self._empty, 1), self.add_own, margins=(18, 4, 8, 4)))
        low = (self._own, self.undo)
        super().__init__(head, Held(self._list), Hair(), *low, margins=FLUSH, gap=0)
        self.add_one.clicked.connect(lambda: self._add(Owner.ASK))
        self.add_own.clicked.connect(lambda: self._add(Owner.PERSON))
        self.undo.asked.connect(self._bring_back)

    def show_record(self) -> None:
        """Show the actions in their order; what has the keyboard stays where it is."""
        actions = self._plan.actions
        for gone in [key for key in self.rows if all(a.id != key for a in actions)]:
            self._drop(gone)
        for at, action in enumerate(actions):
            if action.id not in self.rows:
                self._make(action)
            line = self._lines[action.id]
            if self._list.indexOf(line) != at:
                self._list.removeWidget(line)
                self._list.insertWidget(at, line)
            self.rows[action.id].show_action(action, at, len(actions))
        own = any(action.owner is Owner.PERSON for action in actions)
        called = self._consultation.person.called
        owed = still_owed(self._consultation.draft, self._consultation.history.promises)
        none_yet = "Nothing new is planned yet." if owed else "Nothing is planned yet."
        nothing = none_yet if not actions else f"None of these is {called}'s own."
        self._empty.say(f"{nothing} Is there something {called} would like to do?")
        self._own.setVisible(not own)

    def commit(self) -> None:
        """Take what is typed as final."""
        for row in self.rows.values():
            row.form.commit()

    def open(self, action_id: str | None) -> None:
        """Open one action for editing, and close the others."""
        for key, row in self.rows.items():
            if key != action_id:
                row.open(False)
        if action_id in self.rows:
            self.rows[action_id].open(True)
            row = self.rows[action_id]
            QTimer.singleShot(0, row, lambda: bring_into_sight(row))

    @property
    def _plan(self) -> CarePlan:
        return self._consultation.draft.plan

    def _make(self, action: Action) -> None:
        row = ActionRow(self._consultation, action)
        line = Held(Column(Hair(), row, gap=0))
        self.rows[action.id], self._lines[action.id] = row, line
        self._list.addWidget(line)
        line.show()  # Qt would wait for the next turn of its loop, and the form is opened before
        row.open_asked.connect(lambda is_open: self.open(action.id if is_open else None))
        row.edited.connect(lambda edited: self._consultation.plan(self._plan.with_action(edited)))
        row.moved.connect(lambda by: self._consultation.plan(self._plan.moved(action.id, by)))
        row.remove_asked.connect(lambda: self._remove(action.id))

    def _drop(self, action_id: str) -> None:
        self.rows.pop(action_id)
        line = self._lines.pop(action_id)
        line.hide()
        self._list.removeWidget(line)
        line.deleteLater()

    def _add(self, owner: Owner) -> None:
        """A new action has no owner yet, unless it was asked for as the person's own."""
        session = self._consultation.session
        action = Action(id=session.new_id(), what="", owner=owner, promised_on=session.today)
        self.open(None)
        self._consultation.plan(self._plan.with_action(action))
        self.show_record()
        self.open(action.id)

    def _remove(self, action_id: str) -> None:
        """Take an action off; a prompt that nothing else in the plan answers is open again."""
        self.rows[action_id].form.commit()
        actions = self._plan.actions
        at = next(i for i, each in enumerate(actions) if each.id == action_id)
        action, prompt = actions[at], self._prompt_of(action_id)
        if prompt is None:
            self._consultation.plan(self._plan.without_action(action_id))
        else:
            self._consultation.undo(prompt)
        again = " Its prompt is open again." if prompt else ""
        words = f"Taken off: {action.what or 'an action with no words'}.{again}"
        self.undo.offer(words, (action, at, prompt))
        self.show_record()
        self.undo.button.setFocus()

    def _bring_back(self, removed: tuple[Action, int, Prompt | None]) -> None:
        action, at, prompt = removed
        self._consultation.plan(self._plan.with_action_at(action, at))
        if prompt is not None:
            self._consultation.decide(prompt, Choice.TAKE_UP, actions=(action.id,))
        self.show_record()
        self.rows[action.id].head.setFocus()

    def _prompt_of(self, action_id: str) -> Prompt | None:
        """The prompt that nothing else in the plan answers; today's decisions only."""
        others = {action.id for action in self._plan.actions} - {action_id}
        for prompt in self._consultation.assessment.prompts:
            taken_up = prompt.decision is not None and prompt.decision.choice is Choice.TAKE_UP
            came_of_it = prompt.decision.actions if prompt.decision and taken_up else ()
            if action_id in came_of_it and not others.intersection(came_of_it):
                return prompt
        return None
