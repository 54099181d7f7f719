"""One member of staff of a few: initials, name, a line or two; the whole tile is the target."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.fields.segment import Answer
from app.views.look.strokes import draw_tick
from app.views.look.theme import colour, font, px, scale
from app.views.parts.pictures import paint_initials

_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class Person(NamedTuple):
    """Someone who can be chosen. `role` and `seen` may be empty where they are not known yet."""

    name_id: str
    name: str
    role: str = ""
    seen: str = ""

    def initials(self) -> str:
        """The first letters of the first and the last name, titles left out."""
        parts = [part for part in self.name.split() if part.rstrip(".").lower() not in _TITLES] or ["?"]
        return "".join(part[0] for part in (parts if len(parts) == 1 else (parts[0], parts[-1]))).upper()


_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "prof", "mx"})


class PersonTile(Answer):
    """A radio button as large as a card. `typed` tells of letters: somebody began with the passphrase."""

    typed = Signal(str)

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.person = person
        self._lines = [line for line in (person.role, person.seen) if line]
        self.takes_space = True
        self._heights: dict[tuple[int, float], int] = {}
        self.setAccessibleName(". ".join([person.name, *self._lines]))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose; in the middle of typed words a space is only one more letter."""
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        is_letter = event.text().isprintable() and event.text() not in ("", " ")
        is_word = is_letter or (event.text() == " " and not self.takes_space)
        if is_word and not event.modifiers() & commands:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """A long name takes two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the name, wrapped, and the lines below it."""
        return max(px(60), self._name_height(width) + px(20) * len(self._lines) + px(16))

    def sizeHint(self) -> QSize:
        """Wide enough for most names."""
        return QSize(px(300), self.heightForWidth(px(300)))

    def minimumSizeHint(self) -> QSize:
        """It gives way, its words wrap."""
        return QSize(px(200), px(60))

    def _name_height(self, width: int) -> int:
        # Kept: the layouts ask for it some sixty times before the first paint.
        asked = (width, scale())
        if asked not in self._heights:
            room = QRect(0, 0, max(1, width - px(120)), 10_000)
            found = QFontMetrics(font(16, 600)).boundingRect(room, _WORDS, self.person.name)
            self._heights[asked] = found.height()
        return self._heights[asked]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        painter, s, on = QPainter(self), scale(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour("primary_soft" if on or self.underMouse() else "surface"))
        painter.setPen(QPen(colour("primary" if on else "line_strong"), (2 if on else 1.4) * s))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(s, s, -s, -s), 8 * s, 8 * s)
        circle = QRectF(16 * s, self.height() / 2 - 22 * s, 44 * s, 44 * s)
        paint_initials(painter, circle, self.person.initials(), 16, on=on)
        self._paint_words(painter, circle.right() + 14 * s)
        if on:
            draw_tick(painter, self.width() - 34 * s, self.height() / 2, "primary", 2.8)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        name_height = self._name_height(self.width())
        y = (self.height() - name_height - px(20) * len(self._lines)) / 2
        room = self.width() - px(120)
        painter.setFont(font(16, 600))
        painter.setPen(colour("text"))
        painter.drawText(QRectF(left, y, room + px(2), name_height), _WORDS, self.person.name)
        painter.setFont(font(14))
        painter.setPen(colour("text_muted"))
        for at, line in enumerate(self._lines):
            place = QRectF(left, y + name_height + px(20) * at, self.width() - left - px(8), px(20))
            painter.drawText(place, _WORDS, line)
