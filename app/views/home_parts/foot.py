"""The line at the foot of the home screen: where the record is kept, and what it may be used for."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.rules.notice import EVALUATION
from app.views.look.theme import px
from app.views.parts.layout import Flow, Held, Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words


class HomeFoot(QFrame):
    """Says facts only: the app itself never uses a network."""

    def __init__(self, *, is_practice: bool) -> None:
        super().__init__()
        self.setProperty("look", "practice" if is_practice else "foot")
        parts = [
            _said("shield", "Kept on this laptop, encrypted"),
            _said("laptop", "Working with no network"),
        ]
        if is_practice:
            parts.append(_said("info", f"Practice store. {EVALUATION}"))
        flowing = Held(Flow(*parts, gap=28, line_gap=4))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        flowing.setSizePolicy(policy)
        self._box = QVBoxLayout(self)
        self._box.addWidget(flowing)
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self._box.setContentsMargins(px(28), px(8), px(28), px(8))


def _said(icon: str, words: str) -> QWidget:
    return Held(Row(Picture(icon, 16), Words(words, Voice.SMALL), gap=8))
