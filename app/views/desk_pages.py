"""The pages of whoever is signed in, one in sight at a time, and where the keyboard is in them."""

from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from app.views.parts.reading_order import step, stops_in
from app.views.parts.rooms import Rooms


@runtime_checkable
class NamesFirstStop(Protocol):
    """A page that names the field where typing begins."""

    def first_stop(self) -> QWidget | None:
        """Where typing begins."""


@runtime_checkable
class NamesReadingOrder(Protocol):
    """A page that names the order in which its parts are read."""

    def reading_order(self) -> tuple[QWidget, ...]:
        """Its parts, the first read first."""


class DeskPages(Rooms):
    """Opens a page with the keyboard where typing begins, and gives it back to the page beneath."""

    @property
    def in_sight(self) -> QWidget:
        """The page that is seen."""
        return self.currentWidget() or self

    def open_page(self, page: QWidget) -> None:
        """Show another page."""
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.begin_typing()

    def open_over(self, under: QWidget, page: QWidget, closed: SignalInstance) -> None:
        """Show a page over another one, until it says that it is closed."""
        closed.connect(partial(self._uncover, under, page, under.focusWidget()))
        self.open_page(page)

    def _uncover(self, under: QWidget, page: QWidget, had_it: QWidget | None) -> None:
        """Back to where one was, the keyboard too."""
        self.setCurrentWidget(under)
        self.put_away(page)
        if had_it is not None and had_it.isVisible():
            had_it.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def begin_typing(self) -> None:
        """Put the keyboard where typing begins on the page in sight."""
        self._first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Give the keyboard back to what had it in the page in sight, else to the page's first field."""
        had_it = self.in_sight.focusWidget()
        stop = had_it if had_it is not None and had_it.isVisible() else self._first_stop()
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_stop(self) -> QWidget:
        page = self.in_sight
        known = page.first_stop() if isinstance(page, NamesFirstStop) else None
        return known or next(stops_in(page), page)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab go through the page in sight as it is read."""
        page = self.in_sight
        parts = page.reading_order() if isinstance(page, NamesReadingOrder) else (page,)
        return step(parts, forward=forward)
