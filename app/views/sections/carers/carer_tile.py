"""One carer of a few: initials, name, two lines; the whole tile is the target."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from app.views.look.strokes import draw_tick
from app.views.look.theme import colour, font, px, scale
from app.views.parts.pictures import paint_initials
from app.views.sections.promise_words import initials

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TEXT_LEFT, _TEXT_RIGHT = 72, 40


class CarerTile(QRadioButton):
    """Chosen = tint, edge and tick. Which carer is shown is no answer: arrows choose at once."""

    def __init__(self, name: str, who: str, summary: str) -> None:
        super().__init__()
        self._lines = (name, who, summary)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(name, who, summary)

    def say(self, name: str, who: str, summary: str) -> None:
        """Show other words."""
        self._lines = (name, who, summary)
        self.setAccessibleName(f"{name}, {who}. {summary}" if who else f"{name}. {summary}")
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def hitButton(self, position: object) -> bool:
        """Everywhere inside counts."""
        return True

    def hasHeightForWidth(self) -> bool:
        """Long names take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height with every word in sight."""
        room = max(1, width - px(_TEXT_LEFT + _TEXT_RIGHT))
        return max(px(76), sum(self._heights(room)) + px(18))

    def sizeHint(self) -> QSize:
        """As wide as the column gives."""
        return QSize(px(240), self.heightForWidth(px(300)))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow, and then wraps."""
        return QSize(px(180), px(76))

    def _fonts(self) -> tuple[tuple[float, int], ...]:
        return ((16, 600), (14, 400), (14, 400))

    def _heights(self, room: int) -> list[int]:
        return [
            QFontMetrics(font(*kind)).boundingRect(0, 0, room, 9999, int(_WRAPPED), words).height()
            if words
            else 0
            for words, kind in zip(self._lines, self._fonts(), strict=True)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile, the initials and the words."""
        painter, s, on = QPainter(self), scale(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour("primary_soft" if on or self.underMouse() else "surface"))
        painter.setPen(QPen(colour("primary" if on else "line_strong"), (2 if on else 1.2) * s))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(s, s, -s, -s), 8 * s, 8 * s)
        circle = QRectF(16 * s, self.height() / 2 - 22 * s, 44 * s, 44 * s)
        paint_initials(painter, circle, initials(self._lines[0]), 16, on=on)
        room = self.width() - px(_TEXT_LEFT + _TEXT_RIGHT)
        heights = self._heights(room)
        y = (self.height() - sum(heights)) / 2
        for words, kind, height in zip(self._lines, self._fonts(), heights, strict=True):
            painter.setFont(font(*kind))
            painter.setPen(colour("text" if kind[1] > 400 else "text_muted"))
            painter.drawText(QRectF(_TEXT_LEFT * s, y, room, height + 1), int(_WRAPPED), words)
            y += height
        if on:
            draw_tick(painter, self.width() - 30 * s, self.height() / 2, "primary", 2.8)
