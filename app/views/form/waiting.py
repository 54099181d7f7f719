"""What waits until nobody else is present: counted, never named."""

from app.views.parts.layout import Column, Hair, Held, Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words


class Waiting(Held):
    """A quiet last line of a sheet or a list; hidden while nothing waits."""

    def __init__(self) -> None:
        self._words = Words("", Voice.SMALL, wraps=True)
        lock = Row(Picture("lock", 16), (self._words, 1), margins=(20, 10, 20, 12))
        super().__init__(Column(Hair(), Held(lock), gap=0))
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many questions wait."""
        verb = "question waits" if count == 1 else "questions wait"
        self._words.say(f"{count} private {verb} until nobody else is present." if count else "")
        self.setVisible(count > 0)

    def said(self) -> str:
        """What the line says."""
        return self._words.said()
