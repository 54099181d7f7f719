"""AUDIT-C: the first three AUDIT questions, each 0 to 4, added up to 0 to 12.

Source: gov.uk clinical guidelines for alcohol treatment, chapter 3; items and 5 or more as positive, mark V2.
"""

HIGHEST_ANSWER = 4
POSITIVE_FROM = 5


def audit_c(how_often: int, units_on_a_day: int, heavy_days: int) -> int:
    """The sum of the three answers; raises ValueError for an answer outside 0 to 4."""
    answers = (how_often, units_on_a_day, heavy_days)
    if any(not 0 <= answer <= HIGHEST_ANSWER for answer in answers):
        raise ValueError(f"each AUDIT-C answer counts 0 to {HIGHEST_ANSWER}")
    return sum(answers)
