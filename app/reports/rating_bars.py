"""Now and then on DIALOG's scale from 1 to 7: two bars on pale tracks, their numbers beside them."""

from app.reports.lettering import (
    BLUE,
    BOLD,
    INK,
    MUTED,
    REGULAR,
    STRONG,
    TINT_DEEP,
    WHITE,
    Lettering,
    width_of,
)
from app.reports.page_flow import Block
from app.reports.structure import Element
from app.reports.tagging import TaggedCanvas

TOP_OF_SCALE = 7
BAR, LINE, ROOM_FOR_NUMBER, ROOM_AFTER = 7.5, 11.6, 18, 12


class RatingBars(Block):
    """A figure that is heard as a sentence. A rating that is missing has no bar and no number."""

    def __init__(self, now: int | None, then: int | None, figure: Element) -> None:
        self.bars = [
            (rating, is_now) for rating, is_now in ((now, True), (then, False)) if rating is not None
        ]
        self.figure = figure

    def height(self, width: float) -> float:
        """One line for each bar."""
        return len(self.bars) * LINE

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws the bars as one figure and notes where it stands."""
        width -= ROOM_AFTER
        self.figure.box = (x, top - self.height(width), x + width, top)
        with canvas.tagged(self.figure):
            for number, (rating, is_now) in enumerate(self.bars):
                self._draw_bar(canvas, x, top - (number + 0.5) * LINE, width, rating, is_now)

    def _draw_bar(
        self, canvas: TaggedCanvas, x: float, middle: float, width: float, rating: int, is_now: bool
    ) -> None:
        """Draws the track, the bar on it, and the number at the right edge."""
        track, low = width - ROOM_FOR_NUMBER, middle - BAR / 2
        canvas.box((x, low), (track, BAR), fill=TINT_DEEP)
        fill, outline = (BLUE, BLUE) if is_now else (WHITE, STRONG)
        canvas.box((x, low), (track * rating / TOP_OF_SCALE, BAR), fill=fill, outline=outline, thickness=1)
        font, colour = (BOLD, INK) if is_now else (REGULAR, MUTED)
        style = Lettering(12, font, colour)
        left = x + width - width_of(str(rating), font, style.size)
        canvas.words(left, middle - 0.34 * style.size, [(str(rating), font)], style)
