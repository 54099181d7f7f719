"""The record before today: oldest first, and 'none found' only as far as somebody looked."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.history import History
from tests.consultation.a_visit import past, reading, searched


def test_a_series_runs_from_the_oldest_and_the_later_noted_of_one_day_is_last():
    history = past(
        reading("weight", "82", date(2026, 5, 1)),
        reading("height", "170", date(2026, 5, 2)),
        reading("weight", "80", date(2025, 5, 1)),
        reading("weight", "83", date(2026, 5, 1)),
    )
    assert [r.value for r in history.series("weight")] == ["80", "82", "83"]
    assert history.last("weight").number == Decimal(83)
    assert history.last("weight", date(2026, 4, 30)).value == "80"
    assert history.last("weight", date(2025, 4, 30)) is None
    assert history.last("pulse") is None


@pytest.mark.parametrize(("value", "number"), [("7.10", Decimal("7.10")), ("Never", None), ("NaN", None)])
def test_a_word_has_no_number(value, number):
    assert reading("x", value, date(2026, 1, 1)).number == number


def test_the_deepest_search_of_a_series_counts_and_the_shallowest_of_several():
    history = History(
        searched=(
            searched("hba1c", date(2024, 1, 1)),
            searched("hba1c", date(2018, 1, 1), "hospital"),
            searched("fasting_glucose", date(2022, 1, 1)),
        )
    )
    assert history.searched_back_to(["hba1c"]) == date(2018, 1, 1)
    assert history.searched_back_to(["hba1c", "fasting_glucose"]) == date(2022, 1, 1)
    assert history.searched_back_to(["hba1c", "systolic"]) is None
    assert history.searched_back_to([]) is None
