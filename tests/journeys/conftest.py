"""The real window on a store of the test's own, and a hand to use it with."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.folder import StoreFolder
from app.views.look import theme
from app.views.main_window import MainWindow
from demo.hand import Hand
from tests.prepared_store import NOW, NURSE


class Clock:
    """A clock that the test moves."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def passes(self, span: timedelta) -> None:
        self.now += span


class Laptop:
    """One laptop: windows on one store, one after the other."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.clock = Clock()
        self.started_again = 0
        self.windows: list[MainWindow] = []

    def open(self, *, is_locked: bool = False) -> Hand:
        window = MainWindow(self.place, self.clock, start_again=self._again, is_locked=is_locked)
        self.windows.append(window)
        window.show()
        return Hand(window)

    def sign_in(self, name: str = NURSE.name, passphrase: str = NURSE.passphrase) -> Hand:
        hand = self.open()
        hand.press(name)
        hand.write("Passphrase", passphrase, leave=False)
        hand.press("Sign in")
        hand.wait_for(lambda: hand.window.desk is not None, "home")
        return hand

    def shut(self) -> None:
        for window in self.windows:
            window.close()

    def _again(self) -> None:
        self.started_again += 1


@pytest.fixture
def new_laptop(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path], Laptop]]:
    theme.wear(qapp)
    laptops: list[Laptop] = []

    def make(place: Path) -> Laptop:
        laptops.append(Laptop(place))
        return laptops[-1]

    yield make
    for laptop in laptops:
        laptop.shut()


@pytest.fixture
def laptop(new_laptop: Callable[[Path], Laptop], store_folder: StoreFolder) -> Laptop:
    """A laptop with a practice store and one nurse."""
    return new_laptop(store_folder.path)
