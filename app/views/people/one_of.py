"""One answer of many, as chips that wrap: for more answers than a joined bar can hold."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.fields.answers import AnswerGroup, Option
from app.views.fields.segment import Segment
from app.views.parts.layout import Flow


class OneOf(QWidget):
    """Radio buttons drawn as chips; nothing preselected; a second press takes the answer back."""

    edited = Signal(object)

    def __init__(self, name: str, answers: Sequence[Option]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips = {option.key: Segment(option.words, 16, self) for option in answers}
        for option in answers:
            self._chips[option.key].setAccessibleName(f"{name}: {option.words}")
            self._chips[option.key].setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = AnswerGroup(list(self._chips), list(self._chips.values()), self)
        self._group.chosen.connect(self.edited)
        self.setLayout(Flow(*self._chips.values()))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> str | None:
        """The key of the chosen answer, or None."""
        return self._group.key()

    def set_value(self, key: str | None) -> None:
        """Show a stored answer. Raises ValueError for a key that is not an answer."""
        self._group.show_key(key)

    def clear(self) -> None:
        """Show no answer."""
        self._group.show_key(None)

    def commit(self) -> None:
        """Nothing is ever half chosen."""

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self._group.stop()

    def chip(self, key: str) -> Segment:
        """The radio button of an answer, for a test or a shortcut that presses it."""
        return self._chips[key]
