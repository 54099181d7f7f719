"""Our own icons: SVG files on a 24 px grid, tinted when they are drawn."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache

from app.views.look.theme import RESOURCES, px


class _Pen:
    """Whether icons are drawn yet."""

    waits = False


def wait_for_first_paint() -> None:
    """Leave the place of every icon empty: the first picture of the window does not wait for them."""
    _Pen.waits = True


def draw_from_now_on() -> None:
    """Draw icons again; what stands in the window already takes them on by `theme.restyle_all`."""
    _Pen.waits = False


@cache
def drawing(name: str) -> str:
    """The SVG text of an icon. Raises FileNotFoundError for a name that has no drawing."""
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size_px: float, colour: str, ratio: float = 1.0, stroke: float = 2.0) -> QPixmap:
    """An icon in one colour, at the text size worn now; `ratio` is the screen's pixel ratio."""
    side = px(size_px)
    if _Pen.waits:
        return _empty(side, ratio)
    # Kept by Qt: a prompt that comes or goes draws eight icons while somebody waits.
    key = f"{name} {side} {colour} {ratio} {stroke}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, side, colour, ratio, stroke)
        QPixmapCache.insert(key, kept)
    return kept


def _empty(side: int, ratio: float) -> QPixmap:
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    return made


def _drawn(name: str, side: int, colour: str, ratio: float, stroke: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # the sign-in window is painted without it

    svg = drawing(name).replace("currentColor", colour)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    made = _empty(side, ratio)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made


def icon(name: str, size_px: float, colour: str) -> QIcon:
    """An icon for a button, sharp on ordinary and on dense screens."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size_px, colour, ratio))
    return made
