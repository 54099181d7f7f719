"""Where a scrolled page stands: what opens comes into sight, what is built anew stays where it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from app.views.look.theme import px

ROOM_PX = 24


def panels_around(widget: QWidget) -> Iterator[QScrollArea]:
    """Every scrolled panel that a widget stands in, the innermost first."""
    around = widget.parentWidget()
    while around is not None:
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            yield around
        around = around.parentWidget()


def lay_out_now() -> None:
    """Let every page take its size now: until then, what was just added has no place to scroll to."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every panel around a widget so that it can be seen, or its top where it is too high."""
    lay_out_now()
    for panel in panels_around(widget):
        if widget.height() + px(ROOM_PX) > panel.viewport().height():
            show_from_top(widget)
        else:
            panel.ensureWidgetVisible(widget, px(ROOM_PX), px(ROOM_PX))


def show_from_top(widget: QWidget) -> None:
    """Scroll the panel around a widget so that the widget begins at its top: the room below it is needed."""
    lay_out_now()
    panel = next(panels_around(widget), None)
    page = panel.widget() if panel is not None else None
    if panel is not None and page is not None:
        top = widget.mapTo(page, QPoint(0, 0)).y()
        panel.verticalScrollBar().setValue(top - px(ROOM_PX))


def seen_part(widget: QWidget, place: QRect, window: QWidget) -> QRect:
    """What is left of a place in the window once every panel around a widget has cut off its own part."""
    for panel in panels_around(widget):
        view = panel.viewport()
        place = place.intersected(QRect(view.mapTo(window, QPoint(0, 0)), view.size()))
    return place


@contextmanager
def staying_put(widget: QWidget) -> Iterator[None]:
    """Build a part of a scrolled page anew without moving the page under the reader's eyes."""
    panel = next(panels_around(widget), None)
    page = panel.widget() if panel is not None else None
    if panel is None or page is None:
        yield
        return
    bar = panel.verticalScrollBar()
    stood = bar.value()
    page.setMinimumHeight(page.height())  # while it is half empty it must not shrink: that moves the bar
    yield
    bar.setValue(stood)

    def let_go() -> None:
        lay_out_now()
        page.setMinimumHeight(0)
        lay_out_now()
        bar.setValue(stood)

    QTimer.singleShot(0, page, let_go)
