"""Rules are signed by a named clinician, over their content; nothing that was signed is ever changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from app.consultation.book import rulebook
from app.models.account import NewAccount, Role
from app.models.audit import What
from app.models.sign_offs import (
    NotSignedOff,
    answers_about,
    in_force,
    keep_answer,
    sign,
    sign_offs,
    take_back,
    visits_that_saw,
    why_not_sign,
)
from app.models.staff import add_account
from app.models.unavailable import SealedRecord
from tests.models.a_whole_visit import signed, someone
from tests.models.test_corrections import corrected
from tests.prepared_store import ASSISTANT, NOW, opened_by

RULE = next(iter(rulebook()))
LATER = NOW + timedelta(minutes=5)


def test_a_signature_names_who_with_which_registration_and_when(store):
    assert in_force(sign_offs(store)) == {}
    sign(store, RULE, NOW)
    [hand] = sign_offs(store)
    assert (hand.rule, hand.version, hand.by) == (RULE.id, RULE.version, "Ann Okafor")
    assert (hand.registration, hand.at) == ("12A3456E", NOW)
    assert in_force(sign_offs(store)) == {RULE.content_hash: hand}


def test_any_change_of_the_content_leaves_the_rule_unsigned(store):
    sign(store, RULE, NOW)
    changed = replace(RULE, content_hash="0" * 64)
    with pytest.raises(NotSignedOff, match="not signed"):
        take_back(store, changed, "It was wrong", LATER)
    sign(store, changed, LATER)
    assert set(in_force(sign_offs(store))) == {RULE.content_hash, changed.content_hash}


def test_a_signature_is_taken_back_with_a_reason_and_both_stay_written_down(store):
    sign(store, RULE, NOW)
    with pytest.raises(NotSignedOff, match="why"):
        take_back(store, RULE, " ", LATER)
    take_back(store, RULE, "The source has changed", NOW)
    assert in_force(sign_offs(store)) == {}
    assert [(hand.holds, hand.why) for hand in sign_offs(store)] == [
        (False, "The source has changed"),
        (True, ""),
    ]
    sign(store, RULE, NOW)
    assert RULE.content_hash in in_force(sign_offs(store))


def test_nothing_is_signed_twice_or_taken_back_unsigned(store):
    with pytest.raises(NotSignedOff, match="not signed"):
        take_back(store, RULE, "It was wrong", NOW)
    sign(store, RULE, NOW)
    with pytest.raises(NotSignedOff, match="signed already"):
        sign(store, RULE, LATER)


@pytest.mark.parametrize(
    ("account", "why"),
    [
        (ASSISTANT, "nurse or a prescriber"),
        (
            NewAccount("Cleo Marsh", Role.NURSE, "lantern copper wheel grape", "3691"),
            "no registration number",
        ),
    ],
    ids=["an assistant", "a nurse without a registration number"],
)
def test_who_may_not_sign_is_told_why_and_nothing_is_written(store, account, why):
    add_account(store, account, NOW)
    theirs = opened_by(store, account)
    assert why in why_not_sign(theirs)
    with pytest.raises(NotSignedOff, match=why):
        sign(theirs, RULE, NOW)
    assert sign_offs(theirs) == ()
    theirs.close()


def test_a_written_signature_can_neither_be_changed_nor_deleted(store):
    sign(store, RULE, NOW)
    for statement in ("UPDATE rule_sign_off SET holds = 0", "DELETE FROM rule_sign_off"):
        with (
            pytest.raises(SealedRecord),
            store.transaction(store.event(What.RULE_SIGNED_OFF, NOW)) as session,
        ):
            session.execute(text(statement))


def test_answers_of_the_quiz_are_kept_with_what_the_rule_says(store):
    keep_answer(store, RULE, "AUDIT-C 5", "routine", "routine", NOW)
    keep_answer(store, RULE, "AUDIT-C 4", "routine", "silent", LATER)
    first, second = answers_about(store, RULE)
    assert (first.by, first.agrees, second.agrees) == ("Ann Okafor", True, False)


def test_the_visits_that_saw_a_rule_are_found_with_its_version_also_once_they_were_corrected(store):
    jan = someone(store)
    visit = signed(store, jan)
    [seen] = visits_that_saw(store, "raised", LATER)
    assert (seen.version, seen.person, seen.was_corrected) == (2, "Nowak, Jan", False)
    corrected(store, jan, visit)
    assert [each.was_corrected for each in visits_that_saw(store, "raised", LATER)] == [True]
    assert visits_that_saw(store, "another rule", LATER) == []
