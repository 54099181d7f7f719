"""Questions between whoever reads a finished visit and whoever held it, each with who and when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.draft import State
from app.consultation.questions_back import QuestionBack
from app.models.consultations import WrongState
from app.models.unavailable import StoreUnavailable
from app.views.fields.own_words import WordsField
from app.views.hand_over_words import moment_words
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Row, Stretch
from app.views.parts.words import Voice, Words


class QuestionsBack(QWidget):
    """The holder answers, the reviewer asks; `sent` once the visit has gone back."""

    sent = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self._consultation = consultation
        self._answers: dict[str, tuple[WordsField, Words]] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        for question in consultation.draft.questions:
            self._box.addWidget(self._asked(question))
        self.ask: WordsField | None = None
        self._wrong = Words("", Voice.ERROR, wraps=True)
        self._asking: Card | None = None
        if consultation.is_review:
            self._asking = self._form()
            self._box.addWidget(self._asking)
        if not (consultation.draft.questions or consultation.is_review):
            self.hide()  # to show it before it has a place would open a window

    def commit(self) -> None:
        """Take the answers as they are typed."""
        for field, _said in self._answers.values():
            field.commit()

    def not_kept(self) -> list[str]:
        """A question that is typed and was not sent."""
        is_typed = self.ask is not None and bool(self.ask.page.toPlainText().strip())
        return ["The question back is not sent yet."] if is_typed and self._consultation.is_review else []

    def go_to(self, question_id: str) -> None:
        """Put the keyboard where a question is answered."""
        if question_id in self._answers:
            self._answers[question_id][0].first_stop().setFocus()

    def close_asking(self) -> None:
        """Once the visit is signed there is nothing to send back."""
        if self._asking is not None:
            self._asking.hide()

    def _asked(self, question: QuestionBack) -> Card:
        today = self._consultation.session.today
        who = Words(f"{question.by} asked at {moment_words(question.at, today)}", Voice.SMALL, wraps=True)
        said = Words(self._answered(question), Voice.SMALL, wraps=True)
        card = Card(who, Words(question.asked, Voice.STRONG, wraps=True))
        draft = self._consultation.draft
        if draft.state is State.DRAFT and draft.correction is None:
            field = WordsField(f"Answer: {question.asked}", hint="Your answer", height=64, own=False)
            field.set_value(question.answer)
            field.edited.connect(lambda words: self._answer(question.id, words or ""))
            self._answers[question.id] = field, said
            card.add(field)
        elif question.is_answered:
            card.add(Words(question.answer, Voice.BODY, wraps=True))
        return card.add(said)

    def _answered(self, question: QuestionBack) -> str:
        if not question.is_answered or question.answered_at is None:
            return "Not answered yet."
        today = self._consultation.session.today
        return f"Answered by {question.answered_by} at {moment_words(question.answered_at, today)}"

    def _answer(self, question_id: str, words: str) -> None:
        draft = self._consultation.draft
        question = next(each for each in draft.questions if each.id == question_id)
        self._consultation.answer_question(question, words)
        kept = next(each for each in self._consultation.draft.questions if each.id == question_id)
        self._answers[question_id][1].say(self._answered(kept))

    def _form(self) -> Card:
        holder = self._consultation.draft.held_by
        self.ask = WordsField(f"Question to {holder}", height=64, own=False)
        self.send = Button(f"Send it back to {holder}", Kind.OUTLINE, icon="question")
        self.send.clicked.connect(self._send)
        self._wrong.hide()
        return Card(
            Words(f"Ask {holder} something first", Voice.HEADING, wraps=True),
            Words(
                f"The visit goes back to {holder} with your question, and comes again once it is answered. "
                "It is kept with the visit and is on no paper.",
                Voice.SMALL,
                wraps=True,
            ),
            self.ask,
            self._wrong,
            Row(self.send, Stretch()),
        )

    def _send(self) -> None:
        if self.ask is None or self._consultation.is_over:
            return
        self.ask.commit()
        words = self.ask.value()
        try:
            if not words:
                raise WrongState("Write the question first.")
            self._consultation.ask_back(words)
        except (StoreUnavailable, WrongState) as problem:
            self._wrong.say(str(problem))
            self._wrong.show()
            return
        self.hide()
        self.sent.emit()
