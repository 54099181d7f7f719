"""Several answers at once: boxes with a tick, in a row that wraps."""

from collections.abc import Container, Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.views.fields.answers import Option
from app.views.look.strokes import draw_tick
from app.views.look.theme import colour, font, px, scale
from app.views.parts.layout import Column, Flow


class Tick(QCheckBox):
    """A check box drawn as a chip; the whole chip is the target. `entered`: Enter goes on from it."""

    entered = Signal()

    def __init__(self, words: str, *, bare: bool = False) -> None:
        """`bare` has no frame around it, for a row where frames would shout."""
        super().__init__(words)
        self._bare = bare
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, position: object) -> bool:
        """Everywhere inside counts."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks, and goes on from a ticked box: elsewhere too it means 'go on', so it never unticks."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.isChecked():
            self.entered.emit()
        else:
            self.click()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Its box and its words."""
        words = QFontMetrics(font(16, 600)).horizontalAdvance(self.text())
        return QSize(words + px(46 if self._bare else 54), px(44))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, the box, the tick and the words."""
        painter, s, on = QPainter(self), scale(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._bare:
            self._paint_chip(painter, s, on)
        left = (2 if self._bare else 12) * s
        box = QRectF(left, self.height() / 2 - 10 * s, 20 * s, 20 * s)
        painter.setBrush(colour("primary" if on else "surface"))
        painter.setPen(QPen(colour("primary" if on else "line_strong"), 1.8 * s))
        painter.drawRoundedRect(box, 4 * s, 4 * s)
        if on:
            draw_tick(painter, box.x() + 4 * s, box.center().y(), "on_primary", 2.2)
        painter.setFont(font(16, 600 if on else 500))
        painter.setPen(colour("text"))
        room = QRectF(left + 30 * s, 0, self.width() - left - 30 * s, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _paint_chip(self, painter: QPainter, s: float, on: bool) -> None:
        place = QRectF(self.rect()).adjusted(s, s, -s, -s)
        painter.setBrush(colour("primary_soft" if on or self.underMouse() else "surface"))
        painter.setPen(QPen(colour("primary" if on else "line_strong"), (2 if on else 1.6) * s))
        painter.drawRoundedRect(place, 6 * s, 6 * s)


class TickList(QWidget):
    """Any number of answers; the value is a tuple of the ticked keys, in the order shown."""

    edited = Signal(object)
    entered = Signal()

    def __init__(self, name: str, answers: Sequence[Option], *, down: bool = False) -> None:
        """`down` stands the boxes below one another."""
        super().__init__()
        self.setAccessibleName(name)
        self._ticks = {option.key: Tick(option.words) for option in answers}
        for option in answers:
            self._ticks[option.key].setAccessibleName(f"{name}: {option.words}")
            self._ticks[option.key].clicked.connect(self._tell)
            self._ticks[option.key].entered.connect(self.entered)
        self.setLayout(Column(*self._ticks.values()) if down else Flow(*self._ticks.values()))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> tuple[str, ...]:
        """The ticked keys; empty when nothing is ticked."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def set_value(self, keys: Iterable[str]) -> None:
        """Show stored answers. Raises ValueError for a key that is not an answer."""
        wanted = set(keys)
        if unknown := wanted - self._ticks.keys():
            raise ValueError(f"{sorted(unknown)} are not among the answers {list(self._ticks)}")
        for key, tick in self._ticks.items():
            tick.setChecked(key in wanted)

    def rule_out(self, keys: Container[str]) -> None:
        """Hide these boxes; one that is ticked stays, so that nothing said is out of sight."""
        for key, tick in self._ticks.items():
            tick.setHidden(key in keys and not tick.isChecked())

    def clear(self) -> None:
        """Show nothing ticked."""
        self.set_value(())

    def commit(self) -> None:
        """Nothing is ever half ticked."""

    def tick(self, key: str) -> Tick:
        """The box of an answer, for a test or a shortcut that presses it."""
        return self._ticks[key]

    def first_stop(self) -> QWidget:
        """The first box."""
        ticks = self._ticks.values()
        return next((tick for tick in ticks if not tick.isHidden()), next(iter(ticks)))

    def _tell(self) -> None:
        self.edited.emit(self.value())
