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
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
        yield part
    for inner in _parts_of(part):
        yield from stops_in(inner)


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
    around = [stop for part in parts for stop in stops_in(part)]
    here = _place_of(QApplication.focusWidget(), around)
    if here is None:
        ahead = around if forward else around[::-1]
    else:
        ahead = around[here + 1 :] + around[:here]
        ahead = ahead if forward else ahead[::-1]
    target = next((stop for stop in ahead if stop.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return target is not None


def _place_of(focus: QWidget | None, around: list[QWidget]) -> int | None:
    """Where the keyboard is; where it is on no stop itself, the stop before what it is on."""
    if focus is None:
        return None
    holding = (at for at, stop in enumerate(around) if stop is focus or stop.isAncestorOf(focus))
    return next(holding, None)
