"""Strokes that several painted controls share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.views.look.theme import colour, scale


def draw_tick(painter: QPainter, left: float, middle: float, token: str, stroke: float = 2.4) -> None:
    """A tick 12.5 design px wide, from its left edge and its vertical middle."""
    s = scale()
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour(token), stroke * s, Qt.PenStyle.SolidLine, round_cap, round_join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [(0.0, 0.5), (4.5, 5.0), (12.5, -5.0)]
    painter.drawPolyline([QPointF(left + x * s, middle + y * s) for x, y in corners])


def draw_chevron(painter: QPainter, middle: QPointF, token: str, *, is_up: bool) -> None:
    """An arrow without a shaft, up or down, 12 design px wide around a point."""
    s, tip = scale(), -3.0 if is_up else 3.0
    painter.setPen(QPen(colour(token), 2 * s, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [(-6.0, -tip), (0.0, tip), (6.0, -tip)]
    painter.drawPolyline([middle + QPointF(x * s, y * s) for x, y in corners])


def rounded(
    place: QRectF, radius: float, *, before: bool = True, after: bool = True, down: bool = False
) -> QPainterPath:
    """A rectangle rounded only at its free ends: left and right, or top and bottom when `down`."""
    # Drawn corner by corner: adding shapes and simplifying them lost half of a segment at some widths.
    left_top, right_bottom = before, after
    right_top, left_bottom = (before, after) if down else (after, before)
    turns = (
        (place.topLeft(), left_top, 180),
        (place.topRight(), right_top, 90),
        (place.bottomRight(), right_bottom, 0),
        (place.bottomLeft(), left_bottom, 270),
    )
    path = QPainterPath()
    for at, (corner, is_round, starts) in enumerate(turns):
        if is_round:
            box = QRectF(0, 0, 2 * radius, 2 * radius)
            box.moveLeft(place.left() if at in (0, 3) else place.right() - 2 * radius)
            box.moveTop(place.top() if at in (0, 1) else place.bottom() - 2 * radius)
            if at == 0:
                path.arcMoveTo(box, starts)
            path.arcTo(box, starts, -90)
        elif at == 0:
            path.moveTo(corner)
        else:
            path.lineTo(corner)
    path.closeSubpath()
    return path
