"""A card with a picture and a heading, and rows below it, each under a fine line."""

from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Hair, Part, Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words


class ListCard(Card):
    """`aside` stands at the right of the heading, such as how many rows there are; `beneath` under it."""

    def __init__(self, icon: str, ink: str, title: str, aside: str = "", beneath: str = "") -> None:
        said = (Words(aside, Voice.SMALL),) if aside else ()
        head = Row(Picture(icon, 22, ink), (Words(title, Voice.HEADING, wraps=True), 1), *said)
        below = (Words(beneath, Voice.SMALL, wraps=True),) if beneath else ()
        super().__init__(Column(head, *below, gap=0, margins=(18, 12, 18, 10)), margins=FLUSH, gap=0)

    def add_row(self, row: Part) -> None:
        """Put a row below the others."""
        self.add(Hair(), row)
