"""Rows, columns and gaps that keep their proportions when the text size changes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.views.look.theme import colour, px, scale
from app.views.parts.flow import Flow as Flow

Margins = tuple[float, float, float, float]
NO_MARGINS: Margins = (0, 0, 0, 0)
WIDEST = 16_777_215


class Stretch:
    """Takes the room that is left. Write it as `Stretch()` between two parts."""


class Gap(QWidget):
    """An empty distance in design pixels, in either direction."""

    def __init__(self, distance_px: float) -> None:
        super().__init__()
        self._distance_px = distance_px
        self.restyle()

    def restyle(self) -> None:
        """Measure the distance again."""
        self.setFixedSize(px(self._distance_px), px(self._distance_px))


Part = QWidget | QLayout | Stretch | tuple[QWidget | QLayout, int]


class Row(QHBoxLayout):
    """Parts side by side. A part given as (part, stretch) takes that share of the free room."""

    def __init__(self, *parts: Part, gap: float = 8, margins: Margins = NO_MARGINS) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        self.restyle()
        fill(self, parts)

    def restyle(self) -> None:
        """Take gap and margins at the text size worn now."""
        _space(self, self._gap, self._margins)

    def keep_edges(self, margins: Margins) -> None:
        """Take other margins, for good."""
        self._margins = margins
        self.restyle()


class Column(QVBoxLayout):
    """Parts below one another. A part given as (part, stretch) takes that share of the free room."""

    def __init__(self, *parts: Part, gap: float = 8, margins: Margins = NO_MARGINS) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        self.restyle()
        fill(self, parts)

    def restyle(self) -> None:
        """Take gap and margins at the text size worn now."""
        _space(self, self._gap, self._margins)

    def keep_edges(self, margins: Margins) -> None:
        """Take other margins, for good."""
        self._margins = margins
        self.restyle()


def _space(box: QBoxLayout, gap: float, margins: Margins) -> None:
    box.setSpacing(px(gap))
    box.setContentsMargins(*(px(edge) for edge in margins))


def fill(box: QBoxLayout, parts: Iterable[Part]) -> None:
    """Add parts to a row or a column, in order."""
    for part in parts:
        thing, share = part if isinstance(part, tuple) else (part, 0)
        if isinstance(thing, Stretch):
            box.addStretch(1)
        elif isinstance(thing, QLayout):
            box.addLayout(thing, share)
        else:
            box.addWidget(thing, share)


def empty(box: QBoxLayout) -> None:
    """Take out all parts of a row or a column, for good: out of sight, and off their parent, at once."""
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


class Held(QWidget):
    """A layout as a widget, so that it can be hidden, sized or put into columns."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)


class Sized(QWidget):
    """One widget held at a width or a height in design pixels, whatever the text size."""

    def __init__(
        self,
        part: QWidget,
        *,
        width: float | None = None,
        height: float | None = None,
        at_most: float | None = None,
    ) -> None:
        super().__init__()
        self._width, self._height, self._at_most = width, height, at_most
        self.part = part
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(part)
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        if self._width is not None:
            self.setFixedWidth(px(self._width))
        if self._height is not None:
            self.setFixedHeight(px(self._height))
        if self._at_most is not None:
            self.setMaximumWidth(px(self._at_most))


class Columns(QWidget):
    """Columns that stand below one another when this widget is too narrow for them side by side."""

    def __init__(
        self, *parts: tuple[QWidget, int], gap: float = 20, turn_at: float = 900, top: bool = True
    ) -> None:
        """`turn_at` is in design pixels of this widget's own width; `top` keeps short columns up."""
        super().__init__()
        self._gap, self._turn_at, self._parts = gap, turn_at, parts
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._align = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0)
        self._turned = False
        for part, share in parts:
            self._box.addWidget(part, share, self._align)
        self.restyle()

    def is_turned(self) -> bool:
        """Whether the columns stand below one another now."""
        return self._turned

    def restyle(self) -> None:
        """Take the gap and the turning width at the text size worn now."""
        self._box.setSpacing(px(self._gap))
        self._turn(self.width() / scale() <= self._turn_at)

    def minimumSizeHint(self) -> QSize:
        """Never hold the window open: turning is what makes room."""
        return QSize(10, self._box.minimumSize().height())

    def resizeEvent(self, event: object) -> None:
        """Turn when the width crosses the mark."""
        self._turn(self.width() / scale() <= self._turn_at)

    def _turn(self, turned: bool) -> None:
        if turned == self._turned:
            return
        self._turned = turned
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if turned else across)
        for part, share in self._parts:
            self._box.setStretchFactor(part, 0 if turned else share)
            if isinstance(part, Beside):
                part.stand(below=turned)


class Beside(QWidget):
    """A column of a fixed design width; when the columns turn it takes the whole width."""

    def __init__(self, layout: QLayout, width: float) -> None:
        super().__init__()
        self._width, self._below = width, False
        self.setLayout(layout)
        self.restyle()

    def stand(self, *, below: bool) -> None:
        """Stand below the others, or beside them."""
        self._below = below
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.setMinimumWidth(0 if self._below else px(self._width))
        self.setMaximumWidth(WIDEST if self._below else px(self._width))


class Scrolled(QScrollArea):
    """A body that scrolls: every panel of words has one, because a squeezed label is cut silently."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(10)
        with laid_out_later(body):
            self.setWidget(body)


@contextmanager
def laid_out_later(part: QWidget) -> Iterator[None]:
    """Put a finished part into a place that nobody sees yet: it is laid out once, when it is shown.

    Qt would measure all of it at each such step, in a size that is not its own.
    """
    layout = part.layout()
    if layout is not None:
        layout.setEnabled(False)
    try:
        yield
    finally:
        if layout is not None:
            layout.setEnabled(True)


class Hair(QFrame):
    """A thin line between two rows."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self._upright = upright
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, wide if upright else fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the colour of lines."""
        edge = max(1, px(1))
        if self._upright:
            self.setFixedWidth(edge)
        else:
            self.setFixedHeight(edge)
        made = self.palette()
        made.setColor(self.backgroundRole(), colour("line"))
        self.setPalette(made)
        self.setAutoFillBackground(True)
