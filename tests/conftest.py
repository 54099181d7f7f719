"""What many tests start from. The store's machinery is loaded only by the tests that ask for it."""

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from app.models.folder import StoreFolder
    from app.models.store import Store
    from tests.prepared_store import PreparedStore


HAS_ZONES = hasattr(time, "tzset")
if HAS_ZONES:
    os.environ["TZ"] = "UTC0"  # the tests' clocks say UTC: what they show must not hang on where they are run
    time.tzset()


@pytest.fixture
def in_britain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A laptop in Britain: summer time from the last Sunday of March to the last Sunday of October."""
    if not HAS_ZONES:
        pytest.skip("this system takes no zone from a test")
    with monkeypatch.context() as zone:
        zone.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0/2")
        time.tzset()
        yield
    time.tzset()


settings.register_profile("check", deadline=None)  # these machines are shared: no test is a stopwatch
settings.register_profile("audit", max_examples=1000, deadline=None)  # ten times as many
settings.load_profile("check")

# Thousands of widgets come and go: collecting as often as Python does by itself takes a sixth of a run.
gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def prepared_store(tmp_path_factory: pytest.TempPathFactory) -> "PreparedStore":
    """A closed practice store with one nurse; copy it, never open it."""
    from tests.prepared_store import prepare

    return prepare(tmp_path_factory.mktemp("prepared") / "store")


@pytest.fixture
def store_folder(prepared_store: "PreparedStore", tmp_path: Path) -> "StoreFolder":
    """A closed practice store of the test's own."""
    return prepared_store.copied_to(tmp_path / "store")


@pytest.fixture
def store(store_folder: "StoreFolder") -> "Iterator[Store]":
    """A practice store of the test's own, with the nurse signed in."""
    from tests.prepared_store import opened

    store = opened(store_folder)
    yield store
    store.close()
