"""Pictures of home, adding and importing, to be looked at: `python tests/views/people/look.py OUT [only]`.

Not a test: pytest cannot see ugliness. It prints what `clipped` finds on each picture.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtWidgets import QApplication, QWidget

from app.consultation.person import Person
from app.views.home import HomeScreen
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.people.add_person import AddPersonScreen
from app.views.people.import_record import ImportRecordScreen
from tests.prepared_store import NOW, opened, prepare
from tests.views.people import clinic

LOOKS = {
    "light": (Theme.LIGHT, 1.0, (1366, 768)),
    "dark": (Theme.DARK, 1.0, (1366, 768)),
    "contrast": (Theme.CONTRAST, 1.0, (1366, 768)),
    "150": (Theme.LIGHT, 1.5, (1366, 768)),
    "200": (Theme.LIGHT, 2.0, (1366, 768)),
    "big": (Theme.LIGHT, 1.0, (1920, 1080)),
}
RECORDS = Path(__file__).parents[2] / "data" / "synthea"
PREPARED = prepare(Path(tempfile.mkdtemp()) / "store")


def fresh_store():
    from app.models.folder import StoreFolder

    return opened(StoreFolder(Path(shutil.copytree(PREPARED.path, Path(tempfile.mkdtemp()) / "s"))))


def busy_store():
    store = fresh_store()
    clinic.with_colleague(store)
    names = [
        ("Brennan", "Nora", date(1979, 3, 14)),
        ("Hallam", "Peter", date(1968, 9, 2)),
        ("Rahman", "Tariq", date(1991, 1, 30)),
        ("Mutasa", "Blessing", date(1985, 7, 11)),
        ("Williams-Featherstonehaugh-Cholmondeley", "Christopher Alexander", date(1957, 10, 19)),
        ("Lindqvist", "Eva", date(1972, 5, 25)),
        ("Asante", "Kofi", date(1999, 12, 8)),
        ("Brennan", "Nora", date(1984, 8, 1)),
    ]
    people = [clinic.somebody(*n, nhs_number=number) for n, number in zip(names, clinic.NUMBERS, strict=True)]
    clinic.keep(store, *people)
    nora, peter, tariq, blessing, _chris, eva, kofi, _other = people
    clinic.signed_visit(
        store, nora, NOW - timedelta(days=67), date(2026, 9, 30), date(2026, 11, 21), date(2026, 12, 1)
    )
    clinic.signed_visit(store, eva, NOW - timedelta(days=109))
    clinic.signed_visit(store, blessing, NOW - timedelta(days=12), date(2026, 11, 17))
    clinic.held_visit(store, peter, NOW - timedelta(hours=2), date(2026, 12, 24))
    clinic.open_visit(store, kofi, NOW - timedelta(hours=17))
    clinic.open_visit(store, tariq, NOW - timedelta(days=2, hours=1))
    return store


def home_busy() -> QWidget:
    home = HomeScreen(clinic.at_work(busy_store()))
    home.people.list.take_in_hand(home.people.list.rows()[2].person_id)
    return home


def home_first() -> QWidget:
    return HomeScreen(clinic.at_work(fresh_store()))


def home_nobody_found() -> QWidget:
    home = HomeScreen(clinic.at_work(busy_store()))
    home.people.search.setText("zeb")
    home.refresh()
    return home


def add_empty() -> QWidget:
    return AddPersonScreen(clinic.at_work(busy_store()))


def add_alike() -> QWidget:
    screen = AddPersonScreen(clinic.at_work(busy_store()))
    form = screen.form
    form.family.line.setText("Brennan")
    form.given.line.setText("Nora")
    form.born.line.setText("14/3/1979")
    form.nhs_number.line.setText("9991234567")
    form.allergies.set_value("LISTED")
    form._show_which("LISTED")
    form.commit()
    screen.add()
    return screen


def add_refused() -> QWidget:
    screen = AddPersonScreen(clinic.at_work(busy_store()))
    screen.form.born.line.setText("14/3/2015")
    screen.form.nhs_number.line.setText("9434765919")
    screen.add()
    screen.leave()
    return screen


def imports(begins: str, *known: Person) -> QWidget:
    store = fresh_store()
    clinic.keep(store, *known)
    screen = ImportRecordScreen(clinic.at_work(store))
    [file] = RECORDS.glob(f"{begins}*")
    screen.read_file(file)
    return screen


def import_empty() -> QWidget:
    return ImportRecordScreen(clinic.at_work(fresh_store()))


def import_read() -> QWidget:
    return imports("ab5537")


def import_alike() -> QWidget:
    screen = imports("Patria", clinic.somebody("Schimmel", "Patricia", date(1974, 5, 21), "9990687110"))
    screen.take_in()
    return screen


def import_died() -> QWidget:
    return imports("53eac")


def import_done() -> QWidget:
    screen = imports("Milan")
    screen.found.how_far.choice.set_value("not_known")
    screen.take_in()
    return screen


def import_refused() -> QWidget:
    screen = import_empty()
    screen.read_file(Path(__file__))
    return screen


SCREENS: dict[str, Callable[[], QWidget]] = {
    "home_busy": home_busy,
    "home_first": home_first,
    "home_nobody": home_nobody_found,
    "add_empty": add_empty,
    "add_alike": add_alike,
    "add_refused": add_refused,
    "import_empty": import_empty,
    "import_read": import_read,
    "import_alike": import_alike,
    "import_died": import_died,
    "import_done": import_done,
    "import_refused": import_refused,
}


def main() -> None:
    out = Path(sys.argv[1])
    only = sys.argv[2:]
    out.mkdir(exist_ok=True, parents=True)
    app = QApplication([])
    for look, (worn, scale, size) in LOOKS.items():
        theme.wear(app, worn, scale)
        for name, make in SCREENS.items():
            if only and not any(o in f"{name}_{look}" for o in only):
                continue
            screen = make()
            screen.resize(*size)
            screen.setObjectName("canvas")
            screen.show()
            for _ in range(5):
                app.processEvents()
            screen.grab().save(str(out / f"{name}_{look}.png"))
            sys.stdout.write(f"{name} {look} {clipped(screen)}\n")
            screen.close()
            screen.deleteLater()


if __name__ == "__main__":
    main()
