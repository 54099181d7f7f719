"""A group of answers, one of them at most: one Tab stop, arrows inside, nothing preselected."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup

from app.views.fields.segment import Answer


class Option(NamedTuple):
    """An answer that can be chosen: what is kept, and what is shown."""

    key: str
    words: str


def options(**shown: str) -> tuple[Option, ...]:
    """Answers from keys and words, in order: `options(yes="Yes", no="No")`."""
    return tuple(Option(key, words) for key, words in shown.items())


class AnswerGroup(QObject):
    """Keeps one answer of several. `chosen` tells each choice, and None when it is taken back.

    A second press of the chosen answer takes it back, and so do Delete and Backspace: nobody is left
    with an answer that they did not mean.
    """

    chosen = Signal(object)

    def __init__(
        self, keys: Sequence[str], answers: Sequence[Answer], parent: QObject, *, picks: bool = False
    ) -> None:
        """`picks` is for choosing among people or things, not for an answer that is kept: arrow keys
        choose at once, and a second press takes nothing back."""
        super().__init__(parent)
        self._picks = picks
        self._keys, self._answers = list(keys), list(answers)
        together = QButtonGroup(self)
        together.setExclusive(False)
        for index, answer in enumerate(self._answers):
            together.addButton(answer)
            answer.asked.connect(lambda at=index: self._ask(at))
            answer.stepped.connect(lambda by, at=index: self._step(at, by))
            answer.taken_back.connect(self._take_back)
        self._set_stop(0)

    def key(self) -> str | None:
        """The key of the chosen answer, or None."""
        return next((k for k, a in zip(self._keys, self._answers, strict=True) if a.isChecked()), None)

    def show_key(self, key: str | None) -> None:
        """Show an answer as chosen, or none, without telling anyone. Raises ValueError if unknown."""
        if key is not None and key not in self._keys:
            raise ValueError(f"{key!r} is not one of the answers {self._keys}")
        for each, answer in zip(self._keys, self._answers, strict=True):
            answer.setChecked(each == key)
        self._set_stop(self._keys.index(key) if key is not None else 0)

    def stop(self) -> Answer:
        """The answer where Tab arrives: the chosen one, else the first."""
        return next((a for a in self._answers if a.isChecked()), self._answers[0])

    def _ask(self, index: int) -> None:
        if self._picks and self._answers[index].isChecked():
            return
        key = None if self._answers[index].isChecked() else self._keys[index]
        self.show_key(key)
        self.chosen.emit(key)

    def _take_back(self) -> None:
        if self.key() is not None and not self._picks:
            self.show_key(None)
            self.chosen.emit(None)

    def _step(self, index: int, by: int) -> None:
        to = (index + by) % len(self._answers)
        self._set_stop(to)
        self._answers[to].setFocus(Qt.FocusReason.TabFocusReason)
        if self._picks:
            self._ask(to)

    def _set_stop(self, index: int) -> None:
        for at, answer in enumerate(self._answers):
            stop = Qt.FocusPolicy.StrongFocus if at == index else Qt.FocusPolicy.ClickFocus
            answer.setFocusPolicy(stop)
