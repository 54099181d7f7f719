"""Makes the paper's copies of Atkinson Hyperlegible Next, whose zero has no stroke through it.

On a screen the stroke tells 0 from O. In a telephone number on a fridge it reads like an 8. Run once, with
fonttools installed: make_plain_zero.py FOLDER. It reads AtkinsonHyperlegibleNext_*.ttf there and writes
PapersSans_*.ttf beside them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

Point = tuple[int, int, int]  # x, y, and 1 when the point is on the curve

FAMILY, FILE_FAMILY = "Atkinson Hyperlegible Next", "AtkinsonHyperlegibleNext"
NEW_FAMILY, NEW_FILE_FAMILY = "Papers Sans", "PapersSans"
NAMES_OF_THE_FAMILY = (1, 3, 4, 6, 16)


def contours(glyph) -> Iterator[list[Point]]:
    """Each closed line of the glyph."""
    start = 0
    coordinates = list(glyph.coordinates)
    for end in glyph.endPtsOfContours:
        flags = glyph.flags[start : end + 1]
        yield [(x, y, flag & 1) for (x, y), flag in zip(coordinates[start : end + 1], flags, strict=True)]
        start = end + 1


def between(points: list[Point], first: Point, last: Point) -> list[Point]:
    """The points after the first and before the last, in the contour's own order."""
    here = points.index(first)
    found: list[Point] = []
    while True:
        here = (here + 1) % len(points)
        if points[here] == last:
            return found
        found.append(points[here])


def mirrored(points: list[Point], centre: float) -> list[Point]:
    """The same curve on the other side of the upright line through the centre."""
    return [(round(2 * centre - x), y, on) for x, y, on in reversed(points)]


def inner_line(halves: list[list[Point]], centre: float) -> list[Point]:
    """The counter without its stroke: each half gives its outer quarter, the mirror gives the other."""
    left, right = sorted(halves, key=lambda half: min(point[0] for point in half))
    left_on, right_on = ([point for point in half if point[2]] for half in (left, right))
    west = min(left_on, key=lambda point: point[0])
    south = min(left_on, key=lambda point: (point[1], abs(point[0] - centre)))
    east = max(right_on, key=lambda point: point[0])
    north = max(right_on, key=lambda point: (point[1], -abs(point[0] - centre)))
    south_west, north_east = between(left, west, south), between(right, east, north)
    return [
        *(west, *south_west, south, *mirrored(south_west, centre)),
        *(east, *north_east, north, *mirrored(north_east, centre)),
    ]


def trace(pen: TTGlyphPen, points: list[Point]) -> None:
    """Draws one closed line of quadratic curves."""
    start = next(index for index, point in enumerate(points) if point[2])
    points = points[start:] + points[:start]
    pen.moveTo(points[0][:2])
    off_curve: list[tuple[int, int]] = []
    for x, y, on in points[1:] + points[:1]:
        if not on:
            off_curve.append((x, y))
            continue
        if off_curve:
            pen.qCurveTo(*off_curve, (x, y))
        else:
            pen.lineTo((x, y))
        off_curve = []
    pen.closePath()


def plain(glyph):
    """The zero as its outer line and one counter."""
    outer, *halves = sorted(contours(glyph), key=lambda contour: min(point[0] for point in contour))
    edges = [point[0] for point in outer]
    pen = TTGlyphPen(None)
    trace(pen, outer)
    trace(pen, inner_line(halves, (min(edges) + max(edges)) / 2))
    return pen.glyph()


def make(source: Path) -> Path:
    """Writes the copy of one font file and returns its path."""
    font = TTFont(source, recalcTimestamp=False)
    for name in ("zero", "zero.tf"):
        if not font["glyf"][name].isComposite():
            advance = font["hmtx"][name]
            font["glyf"][name] = plain(font["glyf"][name])
            font["hmtx"][name] = advance
    for record in font["name"].names:
        if record.nameID in NAMES_OF_THE_FAMILY:
            said = str(record).replace(FAMILY, NEW_FAMILY)
            record.string = said.replace(FILE_FAMILY, NEW_FILE_FAMILY)
    target = source.with_name(source.name.replace(FILE_FAMILY, NEW_FILE_FAMILY))
    font.save(target)
    return target


if __name__ == "__main__":
    for path in sorted(Path(sys.argv[1]).glob(f"{FILE_FAMILY}_*.ttf")):
        make(path)
