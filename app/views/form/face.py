"""A closed row of the sheet: two lines, and the whole of it opens."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy

from app.views.look.theme import colour, px, scale
from app.views.parts.layout import Column, Held, Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words

STACKS_UNDER_PX = 640
LABEL_PX, HOW_PX, LAST_PX, CHEVRON_PX = 148, 114, 120, 24
_TOP = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class FaceWords:
    """All that a closed row says."""

    label: str
    sub: str
    value: str
    beneath: str
    icon: str
    how: str
    last: str
    when: str
    caution: bool = False
    is_answered: bool = True

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        last = f"{self.last}, {self.when}" if self.last else ""
        parts = (self.label, self.sub, self.value, self.beneath, self.how, last)
        return ". ".join(part.removesuffix(".") for part in parts if part)


class Face(QAbstractButton):
    """Pressed anywhere, or with Space or Enter, it asks to be opened."""

    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._label = Words("", Voice.STRONG, wraps=True)
        self._sub = Words("", Voice.SMALL, wraps=True)
        self._value = Words("", Voice.STRONG, wraps=True)
        self._beneath = Words("", Voice.SMALL, wraps=True)
        self._icon = Picture("ring", 16)
        self._how = Words("", Voice.SMALL)
        self._last = Words("", Voice.SMALL_TEXT, wraps=True)
        self._when = Words("", Voice.SMALL, wraps=True)
        self._make_parts()
        self._stacked: bool | None = None
        self._words: FaceWords | None = None
        self._arrange()
        self.clicked.connect(self.open_asked)

    def _make_parts(self) -> None:
        self._names = _Part(Column(self._label, self._sub, gap=0))
        self._found = _Part(Column(self._value, self._beneath, gap=0))
        self._known = _Part(Row(self._icon, (self._how, 1), gap=6))
        self._before = _Part(Column(self._last, self._when, gap=0))
        self._chevron = _Part(Row(Picture("chevron_right", 20, "primary", stroke=2.4)))
        self._grid = QGridLayout(self)

    def show_words(self, words: FaceWords) -> None:
        """Show what the row says now."""
        if words == self._words:
            return
        self._words = words
        for label, said in (
            (self._label, words.label),
            (self._sub, words.sub),
            (self._value, words.value),
            (self._beneath, words.beneath),
            (self._last, words.last),
            (self._when, words.when),
        ):
            if label.said() != said:
                label.say(said)
            label.setVisible(bool(said))
        self._how.say(words.how)
        self._icon.draw(words.icon, "text_muted")
        self._icon.setVisible(bool(words.how))
        self._value.speak(Voice.STRONG if words.is_answered else Voice.MUTED)
        self._beneath.speak(Voice.CAUTION if words.caution else Voice.SMALL)
        self.setAccessibleName(words.spoken)
        self.setAccessibleDescription("Opens the row")

    def restyle(self) -> None:
        """Measure again."""
        self._stacked = None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below one another where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() / scale() < STACKS_UNDER_PX
        if stacked == self._stacked:
            return
        self._stacked = stacked
        grid = self._grid
        parts = (self._names, self._found, self._known, self._before, self._chevron)
        for part in parts:
            grid.removeWidget(part)
        places = _STACKED if stacked else _ACROSS
        for part, (row, column, rows, columns) in zip(parts, places, strict=True):
            grid.addWidget(part, row, column, rows, columns)
            grid.setAlignment(part, Qt.AlignmentFlag(0) if part is self._found else _TOP)
        widths = (0, LAST_PX, CHEVRON_PX, 0, 0) if stacked else (LABEL_PX, 0, HOW_PX, LAST_PX, CHEVRON_PX)
        for column, width in enumerate(widths):
            grid.setColumnMinimumWidth(column, px(width))
            grid.setColumnStretch(column, 1 if column == (0 if stacked else 1) else 0)
        self._names.hold(None if stacked else LABEL_PX)
        self._before.hold(LAST_PX)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(2))
        grid.setContentsMargins(px(21), px(7), px(14), px(7))

    def sizeHint(self) -> QSize:
        """As high as its words need, and never under a finger's height."""
        hint = self._grid.sizeHint()
        return QSize(hint.width(), max(hint.height(), px(54)))

    def minimumSizeHint(self) -> QSize:
        """It gives way in width: then it stacks."""
        return QSize(px(260), px(54))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its words need at this width."""
        return max(self._grid.heightForWidth(width), px(54))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tint under the pointer; the words paint themselves."""
        if self.underMouse():
            painter = QPainter(self)
            painter.fillRect(self.rect().adjusted(px(2), 0, -px(2), 0), colour("surface_alt"))


_ACROSS = ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1), (0, 4, 1, 1))
_STACKED = ((0, 0, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (0, 1, 1, 1), (0, 2, 2, 1))


class _Part(Held):
    """A part of the face that lets presses through to it."""

    def __init__(self, layout: Column | Row) -> None:
        super().__init__(layout)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hold(self, width: float | None) -> None:
        """Hold a width in design pixels, or take what there is."""
        self.setMinimumWidth(px(width) if width is not None else 0)
        self.setMaximumWidth(px(width) if width is not None else 16_777_215)
