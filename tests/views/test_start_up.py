import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.models.folder import StoreFolder
from app.views.look import theme
from app.views.main_window import MainWindow
from app.views.parts.focus_ring import FocusRing
from app.views.welcome.first_run import FirstRun
from demo.hand import Hand
from tests.prepared_store import NOW, NURSE

ROOT = Path(__file__).parents[2]


def a_window(qtbot: QtBot, place: Path) -> MainWindow:
    window = MainWindow(place, lambda: NOW, start_again=lambda _note: None)
    qtbot.addWidget(window)
    return window


def test_the_window_says_once_that_it_was_seen(qtbot: QtBot, dressed: QApplication, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path / "store")
    told = []
    window.seen.connect(lambda: told.append(window.findChild(FocusRing) is not None))
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    QApplication.processEvents()
    assert told == [True]


def test_the_ring_that_came_after_the_first_paint_follows_the_keyboard(
    qtbot: QtBot, dressed: QApplication, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path / "store")
    with qtbot.waitSignal(window.seen):
        window.show()
    line = window.findChild(FirstRun).findChild(QLineEdit)
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    ring = window.findChild(FocusRing)
    qtbot.waitUntil(ring.isVisible)


def test_a_window_that_wears_the_sheet_looks_as_if_the_application_wore_it(
    qtbot: QtBot, dressed: QApplication, store_folder: StoreFolder
) -> None:
    pictures = []
    for worn_by_all in ("", theme.sheet()):
        dressed.setStyleSheet(worn_by_all)
        window = a_window(qtbot, store_folder.path)
        with qtbot.waitSignal(window.seen):
            window.show()
        pictures.append(window.grab().toImage())
        window.close()
    assert pictures[0] == pictures[1]


def test_keys_that_are_found_damaged_when_somebody_is_chosen_are_said_plainly(
    qtbot: QtBot, dressed: QApplication, store_folder: StoreFolder
) -> None:
    window = a_window(qtbot, store_folder.path)
    window.show()
    for file in (store_folder.keys_file, store_folder.keys_second_copy):
        file.write_text(file.read_text().replace('"salt": "', '"salt": "?'))
    Hand(window).press(NURSE.name)
    assert any("keys is damaged" in words for words in Hand(window).reads())


def test_what_is_imported_is_not_read_a_second_time_by_qt(tmp_path: Path) -> None:
    (tmp_path / "imported_later.py").write_text("VALUE = 1\n")
    code = (
        "import linecache, sys; from app.views.plain_names import keep_plain_names;"
        f"sys.path.insert(0, {str(tmp_path)!r});"
        "keep_plain_names() if sys.argv[1] == 'kept' else __import__('PySide6.QtCore');"
        "import imported_later;"
        "print(any('imported_later' in name for name in linecache.cache))"
    )
    said = {
        how: subprocess.run(
            [sys.executable, "-c", code, how], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.strip()
        for how in ("kept", "as it comes")
    }
    # Should the second become False, PySide asks no more, and plain_names.py can go.
    assert said == {"kept": "False", "as it comes": "True"}


COUNT_COMPILED = """
import builtins, sys
from pathlib import Path
from app.views.kept_bytecode import SUPPORT, with_kept_bytecode
compiled, compile_it = [], builtins.compile
def count(source, filename, *more, **options):
    compiled.extend([filename] if str(filename).startswith(SUPPORT) else [])
    return compile_it(source, filename, *more, **options)
builtins.compile = count
with_kept_bytecode(lambda: __import__("PySide6.QtCore"), Path(sys.argv[1]))
assert builtins.compile is count
print(len(compiled))
"""


def compiled_at_a_start(folder: Path) -> int:
    command = [sys.executable, "-c", COUNT_COMPILED, str(folder)]
    kept_here = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=kept_here)
    return int(said.stdout)


def test_qts_own_support_is_compiled_at_the_first_start_only(tmp_path: Path) -> None:
    # Should the first become 0, PySide compiles no more, and kept_bytecode.py can go.
    assert compiled_at_a_start(tmp_path) > 5
    assert compiled_at_a_start(tmp_path) == 0
    [kept] = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:1000])
    assert compiled_at_a_start(tmp_path) > 5, "what is damaged is not used"
    assert compiled_at_a_start(tmp_path) == 0
