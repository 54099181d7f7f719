"""Our own icons: SVG files on a 24 px grid, tinted when they are drawn."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from app.views.look.theme import RESOURCES, px


@cache
def drawing(name: str) -> str:
    """The SVG text of an icon. Raises FileNotFoundError for a name that has no drawing."""
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size_px: float, colour: str, ratio: float = 1.0, stroke: float = 2.0) -> QPixmap:
    """An icon in one colour, at the text size worn now; `ratio` is the screen's pixel ratio."""
    side = px(size_px)
    # Kept by Qt: a prompt that comes or goes draws eight icons while somebody waits.
    key = f"{name} {side} {colour} {ratio} {stroke}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, side, colour, ratio, stroke)
        QPixmapCache.insert(key, kept)
    return kept


def _drawn(name: str, side: int, colour: str, ratio: float, stroke: float) -> QPixmap:
    svg = drawing(name).replace("currentColor", colour)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, size_px: float, colour: str) -> QIcon:
    """An icon for a button, sharp on ordinary and on dense screens."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size_px, colour, ratio))
    return made
