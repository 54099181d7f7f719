"""Small drawn things: icons with a meaning, initials, the product's mark, a status in words."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.views.look import icons
from app.views.look.theme import colour, font, px, tokens
from app.views.look.tokens import Theme


class Picture(QLabel):
    """An icon. `meaning` is said by a screen reader; leave it empty where words beside it say it."""

    def __init__(
        self, icon: str, size: float = 20, token: str = "text_muted", meaning: str = "", stroke: float = 2.0
    ) -> None:
        super().__init__()
        self._icon, self._size, self._token, self._stroke = icon, size, token, stroke
        self.setAccessibleName(meaning)
        self.restyle()

    def draw(self, icon: str, token: str, meaning: str = "") -> None:
        """Show another icon in the colour of another token."""
        if (icon, token, meaning) == (self._icon, self._token, self.accessibleName()):
            return
        self._icon, self._token = icon, token
        self.setAccessibleName(meaning)
        self.restyle()

    def restyle(self) -> None:
        """Draw it in the colours and the size worn now."""
        self.setFixedSize(px(self._size), px(self._size))
        wanted = getattr(tokens(), self._token)
        self.setPixmap(icons.pixmap(self._icon, self._size, wanted, self.devicePixelRatioF(), self._stroke))


class Avatar(QWidget):
    """Initials in a quiet circle: a person, never a picture that could be wrong."""

    def __init__(self, initials: str, size: float = 40) -> None:
        super().__init__()
        self._initials, self._size = initials, size
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.setFixedSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the initials."""
        painter = QPainter(self)
        paint_initials(painter, QRectF(self.rect()), self._initials, self._size * 0.36, on=False)


def paint_initials(painter: QPainter, place: QRectF, initials: str, size_px: float, *, on: bool) -> None:
    """Draw initials in a circle, filled when the person is the chosen one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = tokens().theme is Theme.CONTRAST
    painter.setPen(QPen(colour("line_strong"), 1) if edged else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colour("primary" if on else "primary_soft"))
    painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(font(size_px, 700))
    painter.setPen(colour("on_primary" if on else "primary"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initials)


class Mark(QWidget):
    """The product's mark: two circles that share a lens, body and mind in one conversation."""

    def __init__(self, size: float = 32, token: str = "primary") -> None:
        super().__init__()
        self._size, self._token = size, token
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.setFixedSize(px(self._size * 1.5), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two circles and the lens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.height()
        pen = side * 0.1
        body = QRectF(pen, pen, side - 2 * pen, side - 2 * pen)
        mind = body.translated(side * 0.5, 0)
        one, other = QPainterPath(), QPainterPath()
        one.addEllipse(body)
        other.addEllipse(mind)
        painter.fillPath(one.intersected(other), colour("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(self._token), pen))
        painter.drawEllipse(body)
        painter.drawEllipse(mind)


class Tone(StrEnum):
    """What a tag means, apart from its words."""

    PLAIN = "plain"
    BARE = "bare"
    INFO = "info"
    GOOD = "good"
    CAUTION = "caution"
    DANGER = "danger"


_TONES: dict[Tone, tuple[str, str]] = {
    Tone.PLAIN: ("surface_alt", "text_muted"),
    Tone.BARE: ("", "text_muted"),
    Tone.INFO: ("primary_soft", "primary"),
    Tone.GOOD: ("success_soft", "success"),
    Tone.CAUTION: ("warn_soft", "warn"),
    Tone.DANGER: ("danger_soft", "danger"),
}


class Tag(QWidget):
    """A small status in words with a drawn mark: never a target, never colour alone."""

    def __init__(self, words: str, tone: Tone = Tone.PLAIN, icon: str = "") -> None:
        super().__init__()
        self._words, self._tone, self._icon = words, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def say(self, words: str, tone: Tone | None = None, icon: str | None = None) -> None:
        """Show another status."""
        self._words = words
        self._tone = self._tone if tone is None else tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words that it shows."""
        return self._words

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()
        self.update()

    def _weight(self) -> int:
        return 500 if self._tone is Tone.BARE else 600

    def sizeHint(self) -> QSize:
        """Room for the icon and the words."""
        words = QFontMetrics(font(14, self._weight())).horizontalAdvance(self._words)
        around = 0 if self._tone is Tone.BARE else px(20)
        return QSize(words + 2 + around + (px(22) if self._icon else 0), px(28))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = _TONES[self._tone]
        if ground:
            self._paint_pill(painter, ground, ink)
        x = 0 if self._tone is Tone.BARE else px(10)
        if self._icon:
            drawn = icons.pixmap(self._icon, 16, getattr(tokens(), ink), self.devicePixelRatioF(), 2.3)
            painter.drawPixmap(QPointF(x, (self.height() - px(16)) / 2), drawn)
            x += px(22)
        painter.setFont(font(14, self._weight()))
        painter.setPen(colour(ink))
        place = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)

    def _paint_pill(self, painter: QPainter, ground: str, ink: str) -> None:
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QColor(colour(ground))
        if tokens().theme is Theme.CONTRAST:
            edge = colour(ink)
        elif self._tone is Tone.PLAIN:
            edge = colour("line")
        painter.setBrush(colour(ground))
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
