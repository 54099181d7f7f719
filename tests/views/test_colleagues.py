"""The accounts of a laptop: who may add and end them, said in words to who may not."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.models.account import NewAccount, Role
from app.models.staff import add_account, all_staff
from app.views.colleagues import Colleagues
from tests.prepared_store import NOW, NURSE, opened_by
from tests.views.people import clinic

LEAD = NewAccount("Ruth Lead", Role.TEAM_LEAD, "yellow teapot garden nine", "5937")


@pytest.fixture
def show(qtbot, dressed):
    def shown(store):
        page = Colleagues(clinic.at_work(store))
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        return page

    return shown


def words_on(page):
    return "\n".join(label.said() for label in page.findChildren(QWidget) if hasattr(label, "said"))


def buttons_in_sight(page):
    return {button.accessibleName() for button in page.findChildren(QAbstractButton) if button.isVisible()}


def test_an_assistant_sees_who_has_an_account_and_why_not_to_add_one(show, store):
    clinic.with_colleague(store)
    theirs = opened_by(store, clinic.ASSISTANT)
    page = show(theirs)
    assert NURSE.name in words_on(page)
    assert "Only a team lead, a nurse or a prescriber adds and ends accounts." in words_on(page)
    assert not page.add.isVisible()
    assert f"End the account of {NURSE.name}" not in buttons_in_sight(page)
    theirs.close()


def test_a_team_lead_who_would_end_the_only_nurse_or_add_another_is_told_why_not(show, store):
    add_account(store, LEAD, NOW)
    leads = opened_by(store, LEAD)
    page = show(leads)
    [end] = [b for b in page.findChildren(QAbstractButton) if b.accessibleName().endswith(NURSE.name)]
    end.click()
    assert "last account that may sign" in page.note.sentence.said()
    page.name.line.setText("Hal Nurse")
    page.role.segment("nurse").click()
    for secret in (page.passphrase, page.again):
        secret.line.setText("orange lamp river eight")
    page.pin.line.setText("6048")
    page.add.click()
    assert "added by a nurse or a prescriber" in page.note.sentence.said()
    assert [staff.ended_at for staff in all_staff(leads)] == [None, None]
    leads.close()


def test_a_begun_account_is_not_said_to_be_saved(show, store):
    page = show(store)
    assert page.not_kept() == []
    page.name.line.setText("Kofi Boateng")
    assert page.not_kept() == ["The account is not added yet."]
