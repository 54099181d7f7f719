"""The page around every welcome screen: the mark, one card, and what is always true at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.rules.notice import EVALUATION
from app.views.look.theme import px
from app.views.parts.layout import Column, Flow, Held, Row, Scrolled, Stretch
from app.views.parts.pictures import Mark, Picture
from app.views.parts.words import Voice, Words

_FACTS = (("shield", "Kept on this laptop, encrypted"), ("laptop", "Works with no network"))


class Middle(QWidget):
    """A body in the middle of the page, at most so many design pixels wide."""

    def __init__(self, body: QWidget, at_most: float) -> None:
        super().__init__()
        self._body, self._at_most = body, at_most
        row = Row(Stretch(), (body, 100), Stretch(), gap=0)
        self.setLayout(row)
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self._body.setMaximumWidth(px(self._at_most))


class FrontPage(QWidget):
    """The product's name above a card, in the middle; facts below. `practice` adds the warning in words."""

    def __init__(self, card: QWidget, *, practice: bool = False, at_most: float = 960) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = Column(
            Words("One Conversation", Voice.TITLE), Words("Body and mind, in one visit", Voice.MUTED), gap=0
        )
        brand = Row(Mark(40), name, Stretch(), gap=18)
        body = Middle(Held(Column(brand, card, gap=20)), at_most)
        inner = QWidget()
        inner.setLayout(Column(Stretch(), body, Stretch(), margins=(28, 16, 28, 16)))
        self._evaluation = _fact("info", EVALUATION)
        if not practice:
            self.warn(practice=False)
        foot = QFrame()
        foot.setProperty("look", "foot")
        facts = [_fact(icon, words) for icon, words in _FACTS]
        flowing = Held(Flow(*facts, self._evaluation, gap=26, line_gap=2))
        policy = flowing.sizePolicy()
        policy.setHeightForWidth(True)
        flowing.setSizePolicy(policy)
        foot.setLayout(Row((flowing, 1), margins=(28, 8, 28, 8)))
        self.setLayout(Column((Scrolled(inner), 1), foot, gap=0))

    def warn(self, *, practice: bool) -> None:
        """Show the warning in words, or take it away."""
        self._evaluation.setVisible(practice)


def _fact(icon: str, words: str) -> QWidget:
    return Held(Row(Picture(icon, 18), Words(words, Voice.SMALL)))
