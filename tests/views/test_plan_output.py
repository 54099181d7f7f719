"""The plan out of the app: what is on it, who may read the file, what is said when it cannot be written."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.consultation.medicines.record import Bother, Medicines, Presence, SideEffect
from app.consultation.opening.record import Company
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
from app.consultation.seen_here import Seen
from app.models import signed_visits
from app.models.folder import StoreFolder, StoreKind
from app.models.seen_here import say_seen
from app.models.store import Store
from app.views.last_plan import LastPlanScreen
from app.views.plan_output import plan_pdf, print_copy, printing, save_copy, save_plan
from app.views.sections.care_plan import CarePlanScreen
from tests.prepared_store import NOW, opened, prepare
from tests.reports.reading import seen
from tests.views.people import clinic
from tests.views.sections.visit_in_hand import alone, begun, following, known, on_show

UNDECIDED = "We have not decided yet what happens about blood pressure."
PRIVATE = Medicines(effects=(SideEffect(key="sex", presence=Presence.A_LOT, bother=Bother.TOO_MUCH),))


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> Any:
    return begun(store, opening=alone(), medicines=PRIVATE)


@pytest.fixture
def screen(visit: Any, qtbot: Any) -> Any:
    screen = on_show(qtbot, following(CarePlanScreen, visit))
    yield screen
    screen.hide()
    QThreadPool.globalInstance().waitForDone()


def printed(visit: Any) -> str:
    return " ".join(seen(plan_pdf(visit)))


def test_private_side_effects_are_printed_only_once_that_is_ticked(visit: Any, screen: Any) -> None:
    tick = screen.preview.private_too
    assert tick.isVisible()
    assert not tick.isChecked()
    assert "sex life" not in printed(visit)
    tick.click()
    assert "sex life" in printed(visit)
    tick.click()
    assert "sex life" not in printed(visit)


def test_the_page_in_sight_changes_with_the_tick(visit: Any, screen: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: screen.preview.page.has_page, timeout=10_000)
    before = screen.preview._pdf
    screen.preview.private_too.click()
    qtbot.waitUntil(lambda: screen.preview._pdf != before, timeout=10_000)


def test_the_choice_is_not_there_and_does_not_count_while_somebody_else_is_present(
    visit: Any, screen: Any
) -> None:
    screen.preview.private_too.click()
    visit.edit("opening", alone(company=known(Company.WITH_CARER), others_present="Orla"))
    assert not screen.preview.private_too.isVisible()
    assert "sex life" not in printed(visit)
    visit.edit("opening", alone())
    assert not screen.preview.private_too.isChecked(), "it is asked anew"
    assert "sex life" not in printed(visit)


def test_the_choice_ends_when_the_screen_is_left(visit: Any, screen: Any) -> None:
    screen.preview.private_too.click()
    screen.hide()
    assert "sex life" not in printed(visit)
    screen.show()
    assert not screen.preview.private_too.isChecked()


def test_without_a_private_side_effect_there_is_nothing_to_choose(visit: Any, screen: Any) -> None:
    visit.edit("medicines", Medicines(effects=(SideEffect(key="sleepy", presence=Presence.A_LOT),)))
    assert not screen.preview.private_too.isVisible()


def test_what_is_not_decided_stands_on_the_draft_and_in_the_page_in_sight_before_the_visit_ends(
    visit: Any, screen: Any, qtbot: Any
) -> None:
    high = PhysicalChecks(blood_pressure=known((BloodPressure(186, 116), BloodPressure(184, 114))))
    visit.edit("physical_checks", high)
    assert UNDECIDED in printed(visit)
    draft = plan_pdf(visit)
    qtbot.waitUntil(lambda: screen.preview._pdf == draft, timeout=10_000)
    visit.sign()
    assert UNDECIDED in printed(visit)


def test_a_practice_paper_names_its_rules(visit: Any) -> None:
    assert printing(visit).has_rules_in_use
    assert "Rules used: version" in printed(visit)


def test_a_live_paper_names_none_while_no_rule_is_signed_off(tmp_path: Path, dressed: QApplication) -> None:
    prepared = prepare(tmp_path / "live", StoreKind.LIVE)
    store = opened(StoreFolder(prepared.path))
    live = begun(store, opening=alone())
    assert not printing(live).has_rules_in_use
    assert "No rules were used for this plan." in printed(live)
    store.close()


def choosing(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """The dialog of the operating system is the one thing that a test cannot press."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))


def test_a_name_without_its_ending_gets_one(
    visit: Any, screen: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choosing(monkeypatch, tmp_path / "Nora v1.2")
    assert save_plan(visit, QWidget()).startswith("The plan was saved.")
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["Nora v1.2.pdf"]


def test_a_file_that_the_dialog_did_not_ask_about_is_not_written_over(
    visit: Any, screen: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "plan.pdf"
    there.write_bytes(b"an older plan")
    asked, answers = [], [str(tmp_path / "plan"), ""]

    def dialog(_parent: QWidget, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    assert save_plan(visit, QWidget()) == ""
    assert asked[1:] == ["plan.pdf"], "it comes again with the whole name, and asks by itself"
    assert there.read_bytes() == b"an older plan"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_a_saved_plan_is_for_its_owner_only(
    visit: Any, screen: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choosing(monkeypatch, tmp_path / "plan.pdf")
    assert save_plan(visit, QWidget()).startswith("The plan was saved.")
    assert stat.S_IMODE((tmp_path / "plan.pdf").stat().st_mode) == 0o600


def test_a_place_that_takes_no_file_is_said_in_a_sentence_and_leaves_nothing(
    visit: Any, screen: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choosing(monkeypatch, tmp_path / "nowhere" / "plan.pdf")
    said = save_plan(visit, QWidget())
    assert said == (
        "The plan could not be saved there: No such file or directory. "
        "The visit is kept. Choose another place."
    )
    assert list(tmp_path.glob("*plan*")) == []


def test_a_name_that_is_a_folder_is_refused_in_a_sentence(
    visit: Any, screen: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "plan.pdf").mkdir()
    choosing(monkeypatch, tmp_path / "plan.pdf")
    assert save_plan(visit, QWidget()).startswith("The plan could not be saved there: ")


def test_the_last_plan_of_who_died_goes_out_no_way_and_the_keyboard_starts_on_what_is_in_sight(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    nora = clinic.somebody("Brennan")
    clinic.keep(store, nora)
    clinic.signed_visit(store, nora, NOW)
    say_seen(store, nora.id, Seen.DIED, NOW.date(), "Her sister rang", NOW)
    visit = signed_visits.last_signed(store, nora.id, NOW)
    assert visit is not None
    page = on_show(qtbot, LastPlanScreen(clinic.at_work(store), visit))
    for way in (save_copy, print_copy):
        assert way(page._copy, page) == "Died on 22-Nov-2026: no plan is printed or saved."
    assert page.focusProxy().isVisible()
