"""The real window on a store of the test's own, and a hand to use it with."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.folder import StoreFolder
from app.views.look import theme
from app.views.look.tokens import Theme
from tests.hazard_log import ROOT, named_by_a_hazard
from tests.journeys.laptop import Laptop, run_out

ALWAYS_GONE = ("test_a_whole_visit.py", "test_a_second_visit.py", "test_signing_rules.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What all journeys share, and which of them `make check` has time for.

    It goes each that a hazard rests on, a whole first and second visit, and that of a signed rule; `make
    audit` goes the others. The lines that a journey runs through are not counted: it goes through all of them
    and holds few to account, and the tracer would take a third of its time. Qt's platform without a display
    may say that it has no window manager; all else is an error.
    """
    for item in items:
        if isinstance(item, pytest.Function) and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.no_cover)
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
            place = item.path.relative_to(ROOT).as_posix()
            is_always = item.path.name in ALWAYS_GONE
            if not is_always and (place, item.originalname) not in named_by_a_hazard():
                item.add_marker(pytest.mark.audit)


@pytest.fixture(scope="session")
def dressed_once(qapp: QApplication) -> QApplication:
    theme.wear(qapp)
    return qapp


@pytest.fixture
def new_laptop(dressed_once: QApplication) -> Iterator[Callable[[Path], Laptop]]:
    if (theme.tokens().theme, theme.scale()) != (Theme.LIGHT, 1.0):
        theme.wear(dressed_once)
    if dressed_once.styleSheet():
        dressed_once.setStyleSheet("")  # As in the product: only the window wears one.
    laptops: list[Laptop] = []

    def make(place: Path) -> Laptop:
        laptops.append(Laptop(place))
        return laptops[-1]

    yield make
    for laptop in laptops:
        laptop.shut()
    run_out(dressed_once)


@pytest.fixture
def laptop(new_laptop: Callable[[Path], Laptop], store_folder: StoreFolder) -> Laptop:
    """A laptop with a practice store and one nurse."""
    return new_laptop(store_folder.path)
