"""Medicines that are more together than alone: a yes from what is listed, a no from a whole list only."""

import pytest

from app.consultation.medicines.combinations import combination_facts
from app.rules.facts import Known, Missing
from tests.rules.people import TODAY, taking


def together(name, *ingredients, confirmed=True):
    found = combination_facts(Known(taking(*ingredients, confirmed=confirmed), TODAY, "list"))[name]
    return None if isinstance(found, Missing) else found.value


@pytest.mark.parametrize(
    ("taken", "is_stack"),
    [
        (("codeine", "diazepam"), True),
        (("codeine", "zopiclone"), True),
        (("methadone", "pregabalin"), True),
        (("lorazepam", "gabapentin"), True),
        (("lorazepam", "zopiclone"), False),
        (("codeine", "morphine"), False),
        (("olanzapine",), False),
    ],
)
def test_two_of_three_kinds_of_sedating_medicine_make_a_stack(taken, is_stack):
    assert together("sedatives_together", *taken) is is_stack


@pytest.mark.parametrize(
    ("taken", "is_another"),
    [
        (("olanzapine", "citalopram"), True),
        (("haloperidol", "citalopram"), True),
        (("haloperidol", "quetiapine"), True),
        (("haloperidol",), False),
        (("citalopram", "methadone"), False),
    ],
)
def test_another_medicine_for_qt_is_one_beside_an_antipsychotic(taken, is_another):
    assert together("another_qt_medicine", *taken) is is_another


def test_a_list_nobody_confirmed_settles_a_yes_and_never_a_no():
    assert together("sedatives_together", "codeine", "diazepam", confirmed=False) is True
    assert together("sedatives_together", "codeine", confirmed=False) is None
    assert together("sedatives_together", "codeine", "a herb") is None
