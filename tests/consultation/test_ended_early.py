"""What a visit that ended early leaves: its reason, and questions again for whoever goes on with it."""

from decimal import Decimal

from app.consultation.answers import WhyNot, is_answered
from app.consultation.ended_early import as_asked, as_it_ended, left_over
from app.consultation.known import missing
from app.consultation.opening.record import Opening, WhyEnded
from app.consultation.physical_checks.record import PhysicalChecks
from app.rules.facts import Missing, Reason
from tests.consultation.a_visit import draft, told, visit

TIRED = Opening(ended_early=told(WhyEnded.TIRED))


def test_what_was_left_carries_its_reason_and_is_no_answer():
    ended = as_it_ended(draft(opening=TIRED), visit())
    weight = ended.records["physical_checks"].weight
    assert weight.reason is WhyNot.ENDED_EARLY
    assert not is_answered(weight)
    assert missing(weight) == Missing(Reason.NOT_ASKED, "visit ended early")


def test_whoever_goes_on_with_it_finds_questions_again():
    said = draft(opening=TIRED, physical_checks=PhysicalChecks(height=told(Decimal(165))))
    assert as_asked(as_it_ended(said, visit())) == said
    taken_back = as_it_ended(said, visit()).with_record("opening", Opening())
    assert left_over(as_it_ended(taken_back, visit()).records) == ()


def test_a_visit_that_came_to_its_end_leaves_nothing():
    said = draft(opening=Opening())
    assert as_it_ended(said, visit()) == said
    assert left_over(said.records) == ()
