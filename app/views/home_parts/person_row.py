"""How one person's row is laid out and drawn: beside each other, or below one another where it is narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.views.home_parts.listed import Listed, RowAct
from app.views.look.theme import colour, font, px, tokens
from app.views.look.tokens import Theme
from app.views.parts.words import hold_dates

ROW_ROLE = Qt.ItemDataRole.UserRole
_BESIDE_FROM = 600
_USUAL = 66
_TALL = 10_000
_LAST_LATIN, _SIGNS = "\u0250", "\u2013\u2014\u2018\u2019\u2026"
_WRAPPED = Qt.TextFlag.TextWordWrap
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | _WRAPPED
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | _WRAPPED


@dataclass(frozen=True)
class RowPlaces:
    """Where the parts of a row stand, in the list's own pixels."""

    name: QRectF
    told_apart: QRectF
    look_alike: QRectF
    reason: QRectF
    button: QRectF
    height: int

    def moved(self, place: QRect) -> "RowPlaces":
        """The same, from the corner of a row in sight."""
        x, y = float(place.x()), float(place.y())
        return RowPlaces(
            self.name.translated(x, y),
            self.told_apart.translated(x, y),
            self.look_alike.translated(x, y),
            self.reason.translated(x, y),
            self.button.translated(x, y),
            self.height,
        )


class PersonRowPainter(QStyledItemDelegate):
    """Draws rows: the one in hand has a filled button, the others plain words."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._known: dict[tuple[Listed, int], RowPlaces] = {}
        self._heights: dict[tuple[str, int, int], int] = {}
        self._known_letters: dict[tuple[float, int], _Letters] = {}
        self._button_px = 0

    def forget(self) -> None:
        """Measure everything again when it is next asked for."""
        self._known.clear()
        self._heights.clear()
        self._known_letters.clear()
        self._button_px = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words need at the width of the list; out of sight nobody knows that width yet."""
        if not self._view.isVisible():
            return QSize(px(200), px(_USUAL))
        width = self._view.viewport().width()
        return QSize(px(200), self._places(index.data(ROW_ROLE), width).height)

    def lay_out(self, row: Listed, place: QRect) -> RowPlaces:
        """Where the parts of a row stand."""
        return self._places(row, place.width()).moved(place)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row: Listed = index.data(ROW_ROLE)
        in_hand = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(option.rect), in_hand=in_hand, over=over)
        places = self.lay_out(row, option.rect)
        words = (
            (places.name, font(16, 600), "text", row.name, _LEFT),
            (places.told_apart, font(14), "text_muted", hold_dates(row.told_apart), _LEFT),
            (places.look_alike, font(14, 600), "warn", row.look_alike, _LEFT),
            (places.reason, font(14), "text", hold_dates(row.reason), _LEFT_MIDDLE),
        )
        for place, letters, token, said, how in words:
            painter.setFont(letters)
            painter.setPen(colour(token))
            painter.drawText(place, how, said)
        self._paint_button(painter, places.button, row.act, in_hand=in_hand)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, place: QRectF, *, in_hand: bool, over: bool) -> None:
        if in_hand or over:
            painter.fillRect(place, colour("primary_soft" if in_hand else "surface_alt"))
        painter.fillRect(QRectF(place.x(), place.bottom() - 1, place.width(), 1), colour("line"))
        if in_hand and tokens().theme is Theme.CONTRAST:
            painter.setPen(QPen(colour("primary"), px(2)))
            painter.drawRect(place.adjusted(px(1), px(1), -px(1), -px(1)))
        elif in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary"))
            bar = QRectF(place.x(), place.y() + px(10), px(4), place.height() - px(20))
            painter.drawRoundedRect(bar, px(2), px(2))

    @staticmethod
    def _paint_button(painter: QPainter, place: QRectF, act: RowAct, *, in_hand: bool) -> None:
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary"))
            painter.drawRoundedRect(place, px(6), px(6))
        painter.setFont(font(16, 600))
        painter.setPen(colour("on_primary" if in_hand else "primary"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, act.value)

    def _places(self, row: Listed, width: int) -> RowPlaces:
        key = (row, width)
        if key not in self._known:
            beside = width >= px(_BESIDE_FROM)
            self._known[key] = self._beside(row, width) if beside else self._below(row, width)
        return self._known[key]

    def _beside(self, row: Listed, width: int) -> RowPlaces:
        edge, gap, button = px(21), px(16), self._button_width()
        room = width - 2 * edge - button - 2 * gap
        left = round(room * 0.53)
        name = self._height(row.name, 16, 600, left)
        told = self._height(row.told_apart, 14, 400, left)
        mark = self._height(row.look_alike, 14, 600, left)
        reason = self._height(row.reason, 14, 400, room - left)
        inner = max(name + told + mark + px(1), reason, px(44))
        height = inner + px(15)
        top = (height - name - told - mark) / 2
        middle = (height - px(44)) / 2
        return RowPlaces(
            QRectF(edge, top, left, name),
            QRectF(edge, top + name + px(1), left, told),
            QRectF(edge, top + name + told + px(1), left, mark),
            QRectF(edge + left + gap, (height - inner) / 2, room - left, inner),
            QRectF(width - edge - button, middle, button, px(44)),
            height,
        )

    def _below(self, row: Listed, width: int) -> RowPlaces:
        edge, gap, button = px(16), px(12), self._button_width()
        room = width - 2 * edge
        name = self._height(row.name, 16, 600, room)
        told = self._height(row.told_apart, 14, 400, room)
        mark = self._height(row.look_alike, 14, 600, room)
        top = px(10)
        under = top + name + told + mark + px(4)
        beside = room - button - gap
        reason = max(self._height(row.reason, 14, 400, beside), px(44))
        return RowPlaces(
            QRectF(edge, top, room, name),
            QRectF(edge, top + name, room, told),
            QRectF(edge, top + name + told, room, mark),
            QRectF(edge, under, beside, reason),
            QRectF(width - edge - button, under + (reason - px(44)) / 2, button, px(44)),
            under + reason + px(9),
        )

    def _button_width(self) -> int:
        if not self._button_px:
            letters = self._letters(16, 600)
            self._button_px = max(letters.width_of(act.value) for act in RowAct) + px(40)
        return self._button_px

    def _height(self, words: str, size_px: float, weight: int, width: int) -> int:
        """The height of wrapped words; what is said alike in many rows is measured once."""
        key = (words, weight, width)
        if key not in self._heights:
            self._heights[key] = self._letters(size_px, weight).height_of(words, width)
        return self._heights[key]

    def _letters(self, size_px: float, weight: int) -> "_Letters":
        key = (size_px, weight)
        if key not in self._known_letters:
            self._known_letters[key] = _Letters(QFontMetrics(font(size_px, weight)))
        return self._known_letters[key]


class _Letters:
    """One font, measured. Thousands of rows are measured at once, so most are settled by adding letters."""

    def __init__(self, metrics: QFontMetrics) -> None:
        self._metrics = metrics
        self._line = metrics.height()
        self._wide: dict[str, int] = {}
        self._at_most: dict[str, int] = {}
        self._exactly: dict[str, int] = {}

    def width_of(self, words: str) -> int:
        """The width on one line."""
        return self._metrics.horizontalAdvance(words)

    def height_of(self, words: str, width: int) -> int:
        """The height when wrapped at a width."""
        if not words:
            return 0
        if self._never_wider_than(words) <= width or self._on_one_line(words) <= width:
            return self._line
        room = QRect(0, 0, max(1, width), _TALL)
        return self._metrics.boundingRect(room, _LEFT, hold_dates(words)).height()

    def _on_one_line(self, words: str) -> int:
        if words not in self._exactly:
            # Held dates are as wide as others, and holding thousands of them takes longer than measuring.
            self._exactly[words] = self.width_of(words) + 1
        return self._exactly[words]

    def _never_wider_than(self, words: str) -> int:
        """A sum that is never under what Qt would find: each letter counts a pixel too many.

        For scripts in which letters stand by themselves; any other is left to Qt.
        """
        if words not in self._at_most:
            by_letters = all(letter < _LAST_LATIN or letter in _SIGNS for letter in words)
            wide = sum(map(self._width_of_letter, words)) if by_letters else _TALL * _TALL
            self._at_most[words] = wide
        return self._at_most[words]

    def _width_of_letter(self, letter: str) -> int:
        if letter not in self._wide:
            self._wide[letter] = self._metrics.horizontalAdvance(letter) + 1
        return self._wide[letter]
