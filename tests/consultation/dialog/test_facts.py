"""Low satisfaction counts together with a wish for help, and an area not asked is never a good one."""

from datetime import date

import msgspec
import pytest

from app.consultation.answers import How, Unknown, WhyNot
from app.consultation.dialog.facts import facts, low_with_help, progress, readings
from app.consultation.dialog.record import ITEMS, AreaAnswer, Dialog
from app.rules.facts import Known, Missing, Reason
from tests.consultation.a_visit import DECLINED, TODAY, told, visit

FINE = AreaAnswer(rating=told(6), more_help=told(False))
ANY, SAFETY = "any_area_low_with_help_wanted", "personal_safety_low"


def area(rating=None, help_wanted=None):
    def answer(value):
        return Unknown() if value is None else value if isinstance(value, Unknown) else told(value)

    return AreaAnswer(rating=answer(rating), more_help=answer(help_wanted))


def everywhere(fine=FINE, **others):
    return Dialog(**{item.key: fine for item in ITEMS} | others)


@pytest.mark.parametrize(
    ("rating", "help_wanted", "value"),
    [
        (1, True, True),
        (3, True, True),
        (4, True, False),
        (7, True, False),
        (1, False, False),
        (4, None, False),
        (None, False, False),
        (DECLINED, False, False),
    ],
)
def test_low_means_one_to_three_and_a_sure_no_of_either_half_settles_it(rating, help_wanted, value):
    assert low_with_help(area(rating, help_wanted), visit()) == Known(value, TODAY, "self-reported")


@pytest.mark.parametrize(
    ("rating", "help_wanted", "reason"),
    [
        (None, None, Reason.NOT_ASKED),
        (None, True, Reason.NOT_ASKED),
        (DECLINED, True, Reason.DECLINED),
        (Unknown(WhyNot.RATHER_NOT_SAY), True, Reason.DECLINED),
        (Unknown(WhyNot.NOT_SURE), True, Reason.NOT_KNOWN),
        (2, None, Reason.NOT_ASKED),
        (2, DECLINED, Reason.DECLINED),
    ],
)
def test_without_both_halves_nobody_can_tell(rating, help_wanted, reason):
    assert low_with_help(area(rating, help_wanted), visit()) == Missing(reason)


def test_one_low_area_is_enough_whatever_the_mean():
    found = facts(everywhere(leisure=area(1, True)), visit())
    assert (found[ANY].value, found[SAFETY].value) == (True, False)


def test_a_low_personal_safety_counts_by_itself_and_in_nothing_that_others_may_see():
    found = facts(everywhere(personal_safety=area(3, False)), visit())
    assert (found[ANY].value, found[SAFETY].value) == (False, True)
    assert facts(Dialog(), visit())[SAFETY] == Missing(Reason.NOT_ASKED)
    assert facts(everywhere(personal_safety=area(DECLINED, True)), visit())[SAFETY] == Missing(
        Reason.DECLINED
    )


def test_all_rated_and_none_low_is_a_no():
    assert facts(everywhere(), visit())[ANY].value is False


def test_one_area_left_out_leaves_the_whole_open():
    assert facts(Dialog(), visit())[ANY] == Missing(Reason.NOT_ASKED)
    assert facts(everywhere(leisure=AreaAnswer()), visit())[ANY] == Missing(Reason.NOT_ASKED)
    assert facts(everywhere(leisure=area(DECLINED, True)), visit())[ANY] == Missing(Reason.DECLINED)


def test_an_area_still_to_ask_outweighs_one_that_was_declined():
    record = everywhere(mental_health=area(DECLINED, True), consultations=AreaAnswer())
    assert facts(record, visit())[ANY] == Missing(Reason.NOT_ASKED)
    low = everywhere(mental_health=area(DECLINED, True), consultations=area(2, True))
    assert facts(low, visit())[ANY].value is True


def test_each_rating_is_a_series_by_key_never_by_number():
    record = Dialog(friendships=AreaAnswer(rating=told(2, date(2026, 11, 20))), leisure=area(DECLINED))
    [kept] = readings(record, visit())
    assert (kept.series, kept.value, kept.taken_on) == ("dialog.friendships", "2", date(2026, 11, 20))
    assert kept.how is How.SELF_REPORTED


def test_a_skipped_area_counts_as_answered():
    assert progress(Dialog(), visit()).words == "Not started"
    record = Dialog(leisure=area(DECLINED), friendships=area(5), medication=area(None, True))
    assert (progress(record, visit()).answered, progress(record, visit()).asked) == (2, 11)
    assert progress(everywhere(), visit()).is_complete


def test_the_order_is_the_official_one_and_the_last_three_are_treatment():
    assert [item.key for item in ITEMS][5:8] == ["friendships", "partner_family", "personal_safety"]
    assert [item.is_treatment for item in ITEMS] == [False] * 8 + [True] * 3
    assert len({item.code for item in ITEMS}) == 11


@pytest.mark.parametrize("rating", [0, 8, 4.5])
def test_only_one_to_seven_can_be_stored(rating):
    body = msgspec.json.encode({"leisure": {"rating": msgspec.to_builtins(told(rating)), "words": ""}})
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=Dialog)


def test_more_than_three_areas_cannot_be_picked():
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(
            b'{"chosen": ["leisure", "friendships", "medication", "job_situation"]}', type=Dialog
        )
