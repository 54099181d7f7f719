"""The draft: one frozen value after another."""

import pytest

from app.consultation import dialog, opening
from app.consultation.agenda import BY_KEY
from app.consultation.decisions import Choice, Decision
from app.consultation.dialog.record import Dialog
from app.consultation.draft import blank_records
from tests.consultation.a_visit import TODAY, draft


def decision(topic, choice):
    return Decision(topic=topic, choice=choice, level=2, reasons=(), decided_on=TODAY)


def test_a_new_draft_has_every_section_unasked():
    assert set(draft().records) == set(BY_KEY)
    assert all(record == BY_KEY[key].record() for key, record in blank_records().items())


def test_a_record_is_replaced_and_the_draft_before_stays():
    before = draft()
    after = before.with_record("dialog", Dialog(chosen=("leisure",)))
    assert after.record(dialog.SECTION).chosen == ("leisure",)
    assert before.record(dialog.SECTION).chosen == ()
    with pytest.raises(TypeError):
        after.records["dialog"] = Dialog()


def test_a_record_in_the_wrong_section_is_refused():
    with pytest.raises(TypeError, match="opening"):
        draft().with_record("opening", Dialog()).record(opening.SECTION)


def test_a_later_decision_on_a_topic_takes_the_place_of_the_first():
    said = draft().with_decision(decision("a", Choice.LATER)).with_decision(decision("b", Choice.LATER))
    said = said.with_decision(decision("a", Choice.DECLINED))
    assert {d.topic: d.choice for d in said.decisions} == {"a": Choice.DECLINED, "b": Choice.LATER}
    assert [d.topic for d in said.without_decision("a").decisions] == ["b"]


def test_what_was_shown_is_remembered_once():
    said = draft().having_shown(("r1", "r2")).having_shown(("r2", "r3"))
    assert said.prompts_shown == ("r1", "r2", "r3")
    assert said.having_shown(("r1",)) is said
