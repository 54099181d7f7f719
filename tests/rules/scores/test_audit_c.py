import pytest

from app.rules.scores.audit_c import audit_c


def test_the_three_answers_are_added_up():
    assert audit_c(4, 0, 1) == 5
    assert audit_c(4, 4, 4) == 12


@pytest.mark.parametrize("answers", [(5, 0, 0), (0, -1, 0), (0, 0, 5)])
def test_an_answer_that_cannot_be_is_refused(answers: tuple[int, int, int]):
    with pytest.raises(ValueError, match="0 to 4"):
        audit_c(*answers)
