"""One answer of two to seven, drawn as a joined bar that becomes a column when it is too narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.fields.answers import AnswerGroup, Option
from app.views.fields.segment import Segment


class Choice(QWidget):
    """Joined segments; nothing preselected; a second press, Delete or Backspace takes the answer back."""

    edited = Signal(object)

    def __init__(
        self, name: str, answers: Sequence[Option], *, fills: bool = False, compact: bool = False
    ) -> None:
        """`fills` takes the whole width, `compact` has words of 14 px. The value is an option's key."""
        super().__init__()
        if not 2 <= len(answers) <= 7:
            raise ValueError(f"{name!r}: a choice has two to seven answers, not {len(answers)}")
        self.setAccessibleName(name)
        self._fills = fills
        self._segments = [Segment(option.words, 14 if compact else 16, self) for option in answers]
        for segment, option in zip(self._segments, answers, strict=True):
            segment.setAccessibleName(f"{name}: {option.words}")
        self._by_key = dict(zip((option.key for option in answers), self._segments, strict=True))
        self._group = AnswerGroup(list(self._by_key), self._segments, self)
        self._group.chosen.connect(self.edited)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> str | None:
        """The key of the chosen answer, or None."""
        return self._group.key()

    def set_value(self, key: str | None) -> None:
        """Show a stored answer. Raises ValueError for a key that is not an answer."""
        self._group.show_key(key)

    def clear(self) -> None:
        """Show no answer."""
        self._group.show_key(None)

    def commit(self) -> None:
        """Nothing is ever half chosen."""

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self._group.stop()

    def segment(self, key: str) -> Segment:
        """The radio button of an answer, for a test or a shortcut that presses it."""
        return self._by_key[key]

    def restyle(self) -> None:
        """Measure again."""
        for segment in self._segments:
            segment.restyle()
        self.updateGeometry()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """A column is taller than a bar."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at this width."""
        return max(place.bottom() + 1 for place in self._places(width))

    def sizeHint(self) -> QSize:
        """All answers on one line."""
        width = sum(self._hints())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may become a column as wide as its longest word."""
        width = max(segment.least_width() for segment in self._segments)
        return QSize(width, self._segments[0].sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the answers."""
        self._arrange()

    def is_column(self) -> bool:
        """Whether the answers stand below one another now."""
        return self.width() < sum(self._hints())

    def _hints(self) -> list[int]:
        return [segment.sizeHint().width() for segment in self._segments]

    def _places(self, width: int) -> list[QRect]:
        hints = self._hints()
        if width < sum(hints):
            return self._down(width)
        places, x = [], 0
        for part in self._shares(hints, width) if self._fills else hints:
            places.append(QRect(x, 0, part, self._segments[0].sizeHint().height()))
            x += part
        return places

    def _down(self, width: int) -> list[QRect]:
        places, y = [], 0
        for segment in self._segments:
            height = segment.height_at(width)
            places.append(QRect(0, y, width, height))
            y += height
        return places

    @staticmethod
    def _shares(hints: list[int], width: int) -> list[int]:
        """Equal parts where the longest answer fits one, else the free room shared out evenly."""
        count = len(hints)
        if max(hints) * count <= width:
            hints = [width // count] * count
        free = width - sum(hints)
        shares = [hint + free // count for hint in hints]
        shares[-1] += width - sum(shares)
        return shares

    def _arrange(self) -> None:
        places = self._places(self.width())
        down, last = self.is_column(), len(places) - 1
        for at, (segment, place) in enumerate(zip(self._segments, places, strict=True)):
            segment.stand(place, first=at == 0, last=at == last, down=down)
