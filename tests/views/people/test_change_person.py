"""The details at home: nothing is lost without a word, and its two cards know of each other."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.consultation.seen_here import Seen
from app.models.seen_here import say_seen
from app.views.parts.buttons import Button
from app.views.people.change_person import ChangePersonScreen
from tests.prepared_store import NOW
from tests.views.people import clinic

NORA, NORAH = clinic.somebody("Brennan"), clinic.somebody("Brenan", "Norah")


@pytest.fixture
def screen(qtbot, dressed, store):
    clinic.keep(store, NORA, NORAH)
    made = ChangePersonScreen(clinic.at_work(store), NORA, in_visit=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(inside: QWidget, name: str) -> None:
    [button] = [one for one in inside.findChildren(Button) if name in (one.text(), one.accessibleName())]
    button.click()


def reads(inside: QWidget) -> str:
    return " ".join(one.text() for one in inside.findChildren(QLabel) if one.isVisible())


def test_a_phone_number_that_is_refused_is_not_lost_without_a_word(screen):
    screen.form.phone.line.setText("ask her sister")
    assert screen.not_kept() == ["Phone: what is typed is no number."]


def test_a_link_that_was_refused_goes_on_once_the_card_beside_it_took_the_reason_away(screen, store):
    say_seen(store, NORAH.id, Seen.MOVED, None, "Letter", NOW)
    press(screen.links, "Link with BRENAN, Norah")
    screen.links.why.line.setText("Same address")
    press(screen.links, "Link the two")
    refused = "Whether they are still seen here differs between the two"
    assert refused in reads(screen.links)

    press(screen.seen_here, "No longer seen here")
    screen.seen_here.how.set_value(Seen.MOVED.name)
    screen.seen_here.day_not_known.click()
    screen.seen_here.why.line.setText("Letter")
    press(screen.seen_here, "Write this down")
    assert refused not in reads(screen.links)
    press(screen.links, "Link the two")
    assert "Read as one with BRENAN, Norah" in reads(screen.links)


def test_who_leaves_is_told_of_the_promises_of_a_record_that_was_linked_meanwhile(screen, store):
    at = NOW - timedelta(days=9)
    clinic.signed_visit(store, NORAH, at, NOW.date())
    press(screen.seen_here, "No longer seen here")
    assert "still open" not in reads(screen.seen_here)
    press(screen.links, "Link with BRENAN, Norah")
    screen.links.why.line.setText("Same address")
    press(screen.links, "Link the two")
    assert "One promise is still open." in reads(screen.seen_here)


def test_in_a_visit_the_details_have_all_the_width_that_a_narrow_window_has(qtbot, dressed, store):
    clinic.keep(store, NORA)
    made = ChangePersonScreen(clinic.at_work(store), NORA)
    qtbot.addWidget(made)
    made.resize(683, 384)
    with qtbot.waitExposed(made):
        made.show()
    made.form.phone.line.setText("ask her sister")
    made.form.commit()
    qtbot.waitUntil(lambda: made.form.width() > 600)
    assert made.form.address.width() > 250
