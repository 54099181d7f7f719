"""What a visit by phone or video is held with, and what it leaves for another day."""

from app.consultation.answers import NOT_ASKED, Unknown, WhyNot, YesNo
from app.consultation.face_to_face import with_face_to_face_list
from app.consultation.opening.facts import is_private, whereabouts
from app.consultation.opening.record import Company, Opening, Place
from app.consultation.physical_checks.face_to_face import HANDS_ON
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions import Kind, questions
from app.consultation.ways_to_know import can_be_measured, can_wait_for_a_meeting
from tests.consultation.a_visit import TODAY, draft, told

LATER = Unknown(WhyNot.FACE_TO_FACE)


def test_by_phone_nobody_is_alone_until_they_say_that_they_can_talk():
    record = Opening(place=told(Place.PHONE), company=told(Company.ALONE))
    said = {Unknown(WhyNot.NOT_SURE): False, told(YesNo.NO): False, NOT_ASKED: False, told(YesNo.YES): True}
    for answer, is_open in said.items():
        spoken = Opening(place=record.place, company=record.company, private_to_talk=answer)
        assert is_private(spoken) is is_open
    carer_there = Opening(
        place=record.place, company=told(Company.WITH_CARER), private_to_talk=told(YesNo.YES)
    )
    assert not is_private(carer_there)
    assert whereabouts(record) == "Ask now where they are."


def test_every_measurement_can_be_left_to_be_done_face_to_face():
    told_or_entered = {
        *("cigarettes_a_day", "audit_total", "news2", "qrisk3", "must", "frailty"),
        *("clozapine_hours", "lithium_hours", "alt_limit"),
    }
    kinds = (Kind.NUMBER, Kind.BLOOD_PRESSURE)
    measured = {name for name, asks in questions(PhysicalChecks).items() if asks.kind in kinds}
    assert measured - told_or_entered == HANDS_ON - {"ecg"}


def test_by_phone_nothing_is_measured_and_only_what_needs_hands_waits_for_a_meeting():
    weight, smoking = (questions(PhysicalChecks)[name] for name in ("weight", "smoking"))
    assert can_be_measured(weight, is_remote=False)
    assert not can_be_measured(weight, is_remote=True)
    assert not can_be_measured(smoking, is_remote=False), "what a person says is never measured"
    waits = [(hands, remote) for hands in (False, True) for remote in (False, True)]
    assert [pair for pair in waits if can_wait_for_a_meeting(is_hands_on=pair[0], is_remote=pair[1])] == [
        (True, True)
    ]


def test_the_face_to_face_list_is_one_promise_that_grows_and_goes_with_it():
    nothing = draft()
    one = with_face_to_face_list(draft(physical_checks=PhysicalChecks(weight=LATER)), nothing, "Ann", TODAY)
    [action] = one.plan.actions
    assert (action.what, action.owner_name) == ("do at the next visit face to face: weight", "Ann")
    two = with_face_to_face_list(
        one.with_record("physical_checks", PhysicalChecks(weight=LATER, hba1c=LATER, hdl=LATER)),
        one,
        "Ann",
        TODAY,
    )
    assert [a.what for a in two.plan.actions] == ["do at the next visit face to face: weight, blood tests"]
    none = with_face_to_face_list(two.with_record("physical_checks", PhysicalChecks()), two, "Ann", TODAY)
    assert none.plan == nothing.plan
