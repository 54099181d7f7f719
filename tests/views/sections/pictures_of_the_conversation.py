"""Pictures of opening, DIALOG, carers, care plan and the turned screen, to be looked at.

`python tests/views/sections/pictures_of_the_conversation.py [OUT [NAMES]]`. Not a test: pytest cannot see
ugliness. It prints what `clipped` finds on each picture.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[3]))

import msgspec
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.consultation.answers import Unknown, WhyNot
from app.consultation.care_plan import Action, Agreement, CarePlan, CrisisCard, Outcome, Owner
from app.consultation.carers.record import AnyCarer, Carer, Carers
from app.consultation.dialog.record import AreaAnswer, Dialog
from app.consultation.opening.record import Company, PromiseOutcome
from app.models.folder import StoreFolder
from app.models.store import Store
from app.views.consultation import ConsultationScreen
from app.views.look.tokens import Theme
from app.views.open_consultation import OpenConsultation
from app.views.parts.fit import clipped
from app.views.parts.focus_ring import FocusRing
from app.views.turned.screen import TurnedScreen
from tests.prepared_store import opened, prepare
from tests.views.sections.asked_on_the_sheet import STORIES
from tests.views.sections.visit_in_hand import (
    OWN_WORDS,
    alone,
    begun,
    known,
    orla,
    rated,
    second_visit,
    wear,
)

TODAY_RATED = {
    "mental_health": 4,
    "physical_health": 3,
    "accommodation": 6,
    "leisure": 5,
    "friendships": 4,
    "partner_family": 6,
    "personal_safety": 6,
    "medication": 3,
    "practical_help": 5,
    "consultations": 6,
}


def dialog_filled() -> Dialog:
    record = rated(**TODAY_RATED)
    for key in ("physical_health", "medication"):
        area = replace_area(record.area(key))
        record = record.with_area(key, area)
    record = record.with_area("job_situation", AreaAnswer(rating=Unknown(WhyNot.RATHER_NOT_SAY)))
    return msgspec.structs.replace(record, chosen=("physical_health", "medication"))


def replace_area(area: AreaAnswer) -> AreaAnswer:
    return AreaAnswer(rating=area.rating, more_help=known(True))


def plan() -> CarePlan:
    acts = (
        ("Walk to the park after lunch, Mon, Wed and Fri", Owner.PERSON, "", date(2026, 11, 25)),
        ("Ring the clozapine team about the stop date", Owner.WORKER, "Ann Okafor", date(2026, 11, 24)),
        ("Come on the Wednesday walk", Owner.CARER, "Orla Brennan", date(2026, 12, 2)),
        ("Look at mornings, weight and clozapine", Owner.ASK, "Dr Obi", date(2026, 12, 1)),
        ("Lend a blood pressure monitor", Owner.ASK, "", None),
    )
    return CarePlan(
        actions=tuple(
            Action(id=f"a{n}", what=what, owner=owner, owner_name=name, by_when=day)
            for n, (what, owner, name, day) in enumerate(acts)
        ),
        going_well="I go swimming with my sister again.",
        crisis=CrisisCard(
            signs="I sleep less than four hours.", what_helps="A walk.", who_i_call="Orla first."
        ),
        key_worker="Ann Okafor",
        key_worker_phone="01632 960 118",
        next_visit="Tuesday 22 December at 10:30, at home, with Ann.",
        next_review=date(2026, 12, 22),
        agreement=known(Agreement.PARTLY),
        agreement_words="Every two weeks is enough for me.",
    )


def opening_screen(store: Store) -> tuple[QWidget, OpenConsultation]:
    history = second_visit()
    done, asked, _slot = history.promises
    said = (
        PromiseOutcome(done.id, Outcome.DONE),
        PromiseOutcome(asked.id, Outcome.NOT_DONE, "Dr Obi was away; no one picked it up"),
    )
    record = alone(company=known(Company.WITH_CARER), others_present="Orla, her sister", promises=said)
    return in_frame(begun(store, history, opening=record), "opening")


def opening_first(store: Store) -> tuple[QWidget, OpenConsultation]:
    return in_frame(begun(store), "opening")


def in_frame(consultation: OpenConsultation, section: str) -> tuple[QWidget, OpenConsultation]:
    frame = ConsultationScreen(consultation)
    frame.go_to(section)
    return frame, consultation


def dialog_list(store: Store) -> tuple[QWidget, OpenConsultation]:
    part = rated(mental_health=4, physical_health=3)
    part = part.with_area("physical_health", replace_area(part.area("physical_health")))
    part = part.with_area("job_situation", AreaAnswer(rating=Unknown(WhyNot.RATHER_NOT_SAY)))
    frame, consultation = in_frame(begun(store, second_visit(), opening=alone(), dialog=part), "dialog")
    frame.screen_in_sight.open_question("physical_health")
    return frame, consultation


def dialog_reveal(store: Store) -> tuple[QWidget, OpenConsultation]:
    frame, consultation = in_frame(
        begun(store, second_visit(), opening=alone(), dialog=dialog_filled()), "dialog"
    )
    frame.screen_in_sight.show_then_and_now()
    frame.show_consultation()
    return frame, consultation


def carers_record() -> Carers:
    from app.consultation.carers.record import Consent, Topic

    today = {
        Topic.WHEREABOUTS: Consent.YES,
        Topic.CARE_PLAN: Consent.NO,
        Topic.MEDICINES: Consent.ASK_ME_FIRST,
    }
    brid = Carer(
        id="0192f000-0000-7000-8000-000000000002", name="Bríd Brennan", relationship="mother, lives with Nora"
    )
    return Carers(any_carer=known(AnyCarer.YES), rows=(orla(consents=today), brid))


def carers_screen(store: Store) -> tuple[QWidget, OpenConsultation]:
    return in_frame(begun(store, second_visit(), opening=alone(), carers=carers_record()), "carers")


def carers_apart(store: Store) -> tuple[QWidget, OpenConsultation]:
    frame, consultation = carers_screen(store)
    frame.screen_in_sight.own_view.open(True)
    return frame, consultation


def carers_waiting(store: Store) -> tuple[QWidget, OpenConsultation]:
    with_orla = alone(company=known(Company.WITH_CARER), others_present="Orla")
    return in_frame(begun(store, second_visit(), opening=with_orla, carers=carers_record()), "carers")


def carers_adding(store: Store) -> tuple[QWidget, OpenConsultation]:
    frame, consultation = in_frame(begun(store, second_visit(), opening=alone()), "carers")
    frame.screen_in_sight.list.add.click()
    return frame, consultation


def care_plan(store: Store) -> tuple[QWidget, OpenConsultation]:
    consultation = begun(
        store, second_visit(), opening=alone(), carers=carers_record(), dialog=dialog_filled()
    )
    consultation.plan(plan())
    frame, _ = in_frame(consultation, "care_plan")
    frame.screen_in_sight.promises.open("a3")
    return frame, consultation


def care_plan_empty(store: Store) -> tuple[QWidget, OpenConsultation]:
    return in_frame(begun(store, opening=alone(what_matters=known(OWN_WORDS))), "care_plan")


def care_plan_low(store: Store) -> tuple[QWidget, OpenConsultation]:
    frame, consultation = care_plan(store)
    frame.scroll_down = True
    return frame, consultation


def turned(store: Store) -> tuple[QWidget, OpenConsultation]:
    consultation = begun(store, second_visit(), opening=alone())
    screen = TurnedScreen(consultation)
    screen.begin()
    screen.question.cards.choose(4)
    return screen, consultation


def turned_skip(store: Store) -> tuple[QWidget, OpenConsultation]:
    consultation = begun(store, second_visit(), opening=alone())
    screen = TurnedScreen(consultation)
    screen.begin()
    screen.question.skip.click()
    return screen, consultation


def turned_back(store: Store) -> tuple[QWidget, OpenConsultation]:
    consultation = begun(store, second_visit(), opening=alone())
    screen = TurnedScreen(consultation)
    screen.begin()
    screen.question.stop.click()
    screen.show_wrong_pin("That PIN does not fit. 4 tries are left.")
    return screen, consultation


SCREENS: dict[str, Callable[[Store], tuple[QWidget, OpenConsultation]]] = {
    "opening": opening_screen,
    "opening_first": opening_first,
    "dialog": dialog_list,
    "dialog_reveal": dialog_reveal,
    "carers": carers_screen,
    "carers_apart": carers_apart,
    "carers_waiting": carers_waiting,
    "carers_adding": carers_adding,
    "care_plan": care_plan,
    "care_plan_low": care_plan_low,
    "care_plan_empty": care_plan_empty,
    "turned": turned,
    "turned_skip": turned_skip,
    "turned_back": turned_back,
}
SCREENS.update(STORIES)
LOOKS = {
    "light": (Theme.LIGHT, 1.0, (1366, 768)),
    "dark": (Theme.DARK, 1.0, (1366, 768)),
    "contrast": (Theme.CONTRAST, 1.0, (1366, 768)),
    "150": (Theme.LIGHT, 1.5, (1366, 768)),
    "200": (Theme.LIGHT, 2.0, (1366, 768)),
    "large": (Theme.LIGHT, 1.0, (1920, 1080)),
    "tall": (Theme.LIGHT, 1.0, (1366, 1900)),
    "tall_200": (Theme.LIGHT, 2.0, (1366, 2400)),
}


def shoot(app: QApplication, store: Store, name: str, look: str, out: Path) -> None:
    worn, scale, size = LOOKS[look]
    wear(app, worn, scale)
    window = QWidget()
    window.setObjectName("canvas")
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    body, _consultation = SCREENS[name](store)
    box.addWidget(body)
    FocusRing(window)
    window.resize(*size)
    window.show()
    for _ in range(6):
        QTest.qWait(30)
    QThreadPool.globalInstance().waitForDone()
    QTest.qWait(700 if name.startswith("care_plan") else 30)
    QThreadPool.globalInstance().waitForDone()
    QTest.qWait(50)
    if getattr(body, "scroll_down", False):
        body._scrolls[body.current].verticalScrollBar().setValue(460)
        QTest.qWait(50)
    window.grab().save(str(out / f"{name}_{look}.png"))
    for line in clipped(window):
        print(f"{name}_{look}: {line}")  # noqa: T201
    window.close()
    window.deleteLater()
    QTest.qWait(20)


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/look")
    out.mkdir(parents=True, exist_ok=True)
    names = sys.argv[2].split(",") if len(sys.argv) > 2 else list(SCREENS)
    looks = sys.argv[3].split(",") if len(sys.argv) > 3 else list(LOOKS)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        prepare(path)
        store = opened(StoreFolder(path))
        for name in names:
            for look in looks:
                shoot(app, store, name, look, out)
        store.close()


if __name__ == "__main__":
    main()
