"""Surfaces: cards, quotes, rows in hand, people as tiles of initials."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from app.views.look.theme import colour, scale
from app.views.parts.layout import Column, Margins, Part, fill
from app.views.parts.words import Voice, Words

PADDED: Margins = (20, 14, 20, 16)
FLUSH: Margins = (1, 1, 1, 1)


class Surface(StrEnum):
    """What a card looks like."""

    CARD = "card"
    TINT = "tint"
    WELL = "well"
    APART = "apart"
    CHOSEN = "chosen"
    PLAIN = ""


class Card(QFrame):
    """A column of parts on a surface. `FLUSH` margins are for cards made of rows and hairs."""

    def __init__(
        self,
        *parts: Part,
        surface: Surface = Surface.CARD,
        margins: Margins = PADDED,
        gap: float = 10,
    ) -> None:
        super().__init__()
        self.setProperty("look", surface.value)
        self._box = Column(*parts, gap=gap, margins=margins)
        self.setLayout(self._box)

    def add(self, *parts: Part) -> "Card":
        """Add parts at the bottom, and give the card back."""
        fill(self._box, parts)
        return self


class Quote(QFrame):
    """The person's own words, unchanged: a bar, quotation marks, larger type, and who said it when."""

    def __init__(self, words: str, who: str = "", voice: Voice = Voice.QUOTE) -> None:
        super().__init__()
        self.words = Words(f"\u201c{words}\u201d", voice, wraps=True)
        parts: list[Part] = [self.words]
        if who:
            parts.append(Words(who, Voice.SMALL, wraps=True))
        self.setLayout(Column(*parts, gap=4, margins=(16, 2, 0, 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        paint_bar(self, "primary", above=2)


class InHand(QFrame):
    """The row that is open: a bar at its left edge, clear of the card's corners."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        paint_bar(self, "primary", above=12)


def paint_bar(widget: QWidget, token: str, *, above: float) -> None:
    """A short upright bar at a widget's left edge, `above` design px from its top and bottom."""
    s = scale()
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(token))
    painter.drawRoundedRect(QRectF(0, above * s, 4 * s, widget.height() - 2 * above * s), 2 * s, 2 * s)


class Barred(QFrame):
    """A card with a coloured bar down its left edge; what the colour means is always said in words too."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def show_bar(self, token: str) -> None:
        """Give the bar another colour."""
        self._token = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and its bar; a style sheet would draw a hook at the rounded corner."""
        s = scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10 * s, 10 * s)
        painter.fillPath(path, colour("surface"))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(0, 0, 5 * s, self.height()), colour(self._token))
        painter.restore()
        painter.setPen(QPen(colour("line"), 1))
        painter.drawPath(path)
