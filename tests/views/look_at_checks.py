"""Pictures of the physical checks and the medicines, to be looked at: `look_at_checks.py OUT`. Not a test."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.folder import StoreFolder
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from tests.prepared_store import opened, prepare
from tests.views.sections import stories
from tests.views.sections.nora import Window

SHOTS: list[tuple[str, Callable, Theme, float, tuple[int, int]]] = []
for name, story in stories.ALL.items():
    wide = 1100 if name.startswith("medicines") else 810
    SHOTS.append((name, story, Theme.LIGHT, 1.0, (wide, 640)))
    SHOTS.append((f"{name}_150", story, Theme.LIGHT, 1.5, (1366, 560)))
    SHOTS.append((f"{name}_dark", story, Theme.DARK, 1.0, (wide, 640)))
    SHOTS.append((f"{name}_200", story, Theme.CONTRAST, 2.0, (1366, 560)))


def main(out: Path, only: str) -> None:
    app = QApplication(sys.argv)
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp())
    store = opened(StoreFolder(prepare(folder / "store").path))
    for name, story, look, scale, size in SHOTS:
        if only and only not in name:
            continue
        theme.wear(app, look, scale)
        window = Window(story(store), *size)
        window.show()
        story_after = getattr(stories, f"after_{name.split('_')[0]}", None)
        if story_after:
            story_after(window)
        for _ in range(4):
            QTest.qWait(30)
        # Tall enough to show the whole sheet, so that what is below is looked at as well.
        window.resize(size[0], min(2600, window.scroll.widget().sizeHint().height() + 120))
        window.resize(size[0], min(2600, window.scroll.widget().heightForWidth(size[0]) + 110))
        QTest.qWait(60)
        window.grab().save(str(out / f"{name}.png"))
        for _problem in clipped(window):
            pass
        window.close()
        window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
