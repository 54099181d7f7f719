"""The cases that a rule is held to, asked without its answer; answers are kept beside what the rule says."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.rule_cases import Case, Said, cases_of, said_of, tried
from app.models.sign_offs import answers_about, keep_answer
from app.models.unavailable import StoreUnavailable
from app.rules.reading import Library
from app.rules.rulebook import Rule
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Held, Row, Stretch, empty
from app.views.parts.words import Voice, Words
from app.views.rulebook.outcome_words import SAID_WORDS, verdict_in_words, why_in_words
from app.views.session import Session


class Quizzing(QWidget):
    """One case after the other: read it, answer, then see what the rule says."""

    def __init__(self, session: Session, rule: Rule, library: Library) -> None:
        super().__init__()
        self._session, self._rule, self._library = session, rule, library
        self._cases = cases_of(rule, library)
        self._answer: Choice | None = None
        self.tally = Words("", Voice.STRONG, wraps=True)
        self._page = QVBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        self.setLayout(Column(self.tally, Held(self._page), Stretch(), gap=10))
        self._ask_next()

    def _ask_next(self) -> None:
        """The first case that I did not answer yet."""
        answered = self._count()
        empty(self._page)
        self._answer = None
        left = [case for case in self._cases if case.words not in answered]
        self._page.addWidget(self._asked(left[0]) if left else Words(_all_done(len(self._cases)), wraps=True))

    def _go_on(self) -> None:
        """The next case, with the keyboard on its answers: the button that had it is gone."""
        self._ask_next()
        if self._answer is not None:
            self._answer.first_stop().setFocus()

    def _count(self) -> frozenset[str]:
        """Say how far it is, and give the cases that I answered."""
        mine = self._session.store.staff.name
        kept = answers_about(self._session.store, self._rule)
        answered = frozenset(answer.given for answer in kept if answer.by == mine)
        agreed = sum(answer.agrees for answer in kept)
        self.tally.say(
            f"Answers kept for this wording: {len(kept)}, of which {agreed} as the rule says. "
            f"You answered {len(answered)} of {len(self._cases)} cases."
        )
        return answered

    def _asked(self, case: Case) -> Card:
        answer = Choice(
            "What should the rule do?", [Option(s.value, SAID_WORDS[s]) for s in Said], compact=True
        )
        self._answer = answer
        note = Note()
        keep = Button("Keep my answer", Kind.PRIMARY)
        keep.clicked.connect(lambda: self._keep(case, answer.value(), note))
        return Card(
            Words("Known of an invented person", Voice.SUBHEADING),
            *(Words(f"{label}: {value}", wraps=True) for label, value in case.known),
            Words(
                f"Not known: {', '.join(case.unknown) or 'nothing that the rule reads'}.",
                Voice.SMALL,
                wraps=True,
            ),
            Captioned("What should the rule do?", answer),
            note,
            Row(keep, Stretch()),
        )

    def _keep(self, case: Case, answered: str | None, note: Note) -> None:
        if answered is None:
            note.say("Choose an answer first.", State.REFUSED)
            return
        outcome = tried(self._rule, case.given, self._library)
        said = said_of(outcome)
        try:
            keep_answer(
                self._session.store, self._rule, case.words, answered, said.value, self._session.now()
            )
        except StoreUnavailable as problem:
            note.say(str(problem), State.REFUSED)
            return
        self._count()
        empty(self._page)
        same = (
            "You answered the same."
            if said.value == answered
            else f"You answered: {SAID_WORDS[Said(answered)]}."
        )
        on = Button("Next case", Kind.PRIMARY)
        on.clicked.connect(self._go_on)
        self._page.addWidget(
            Card(
                Words(f"The rule says: {SAID_WORDS[said]}. {same}", Voice.SUBHEADING, wraps=True),
                Words(case.words, Voice.SMALL, wraps=True),
                Words(verdict_in_words(outcome), wraps=True),
                *(Words(line, Voice.SMALL_TEXT, wraps=True) for line in why_in_words(outcome)),
                Row(on, Stretch()),
            )
        )
        on.setFocus()


def _all_done(cases: int) -> str:
    return "You answered every case of this wording." if cases else "This rule has no cases."
