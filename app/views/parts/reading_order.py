"""Tab goes through a page as it is read, asked anew at each press: what appears later is in its place.

Qt keeps its own chain in the order in which widgets were made. Rows here are made when they are first opened,
so that chain tells nothing about where they stand.
"""

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QWidget


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """Everything in sight that can have the keyboard, in the order of the layouts that it stands in."""
    if not part.isVisible() or not part.isEnabled():
        return
    if _is_stop(part):
        yield part
    for inner in _parts_of(part):
        yield from stops_in(inner)


def _is_stop(part: QWidget) -> bool:
    return part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None


def _parts_of(part: QWidget) -> Iterator[QWidget]:
    """What stands directly in a widget: first as it is laid out, then whatever is placed by hand."""
    if isinstance(part, QScrollArea):
        page = part.widget()
        yield from (page,) if page is not None else ()
        return
    layout = part.layout()
    laid_out = list(_widgets_of(layout)) if layout is not None else []
    yield from laid_out
    for child in part.children():
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid_out:
            yield child


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for at in _order_of(layout):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)


def _order_of(layout: QLayout) -> Iterable[int]:
    """A grid is read row by row, whatever was put into it first."""
    if isinstance(layout, QGridLayout):
        return sorted(range(layout.count()), key=lambda at: _cell(layout, at))
    return range(layout.count())


def _cell(grid: QGridLayout, at: int) -> tuple[int, int]:
    row, column, *_spans = cast(tuple[int, int, int, int], grid.getItemPosition(at))
    return row, column


def step(parts: Iterable[QWidget], *, forward: bool) -> bool:
    """Move the keyboard to the next stop of these parts, or the one before; round at the end.

    False where there is nowhere to go.
    """
    ahead = _ahead_of(QApplication.focusWidget(), list(parts), forward)
    target = next((stop for stop in ahead if stop.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return target is not None


def _ahead_of(focus: QWidget | None, parts: list[QWidget], forward: bool) -> Iterator[QWidget]:
    """The stops after what has the keyboard, looked for only as far as somebody asks: a page is long."""
    here = next((at for at, part in enumerate(parts) if _holds(part, focus)), None)
    around = parts
    if here is not None and focus is not None:
        yield from _ahead_in(parts[here], focus, forward)
        turn_at = here + 1 if forward else here
        around = parts[turn_at:] + parts[:turn_at]
    for part in around if forward else reversed(around):
        yield from _in_turn(stops_in(part), forward)


def _ahead_in(part: QWidget, focus: QWidget, forward: bool) -> Iterator[QWidget]:
    """The stops of a part beyond what has the keyboard: what stands beside it, then what is around that."""
    if forward:
        for inner in _parts_of(focus):
            yield from stops_in(inner)
    inside = focus
    while inside is not part and (around := inside.parentWidget()) is not None:
        beside = list(_parts_of(around))
        at = beside.index(inside) if inside in beside else len(beside) if forward else 0
        for sibling in beside[at + 1 :] if forward else reversed(beside[:at]):
            yield from _in_turn(stops_in(sibling), forward)
        if not forward and _is_stop(around):
            yield around
        inside = around


def _in_turn(stops: Iterator[QWidget], forward: bool) -> Iterable[QWidget]:
    return stops if forward else list(stops)[::-1]


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))
