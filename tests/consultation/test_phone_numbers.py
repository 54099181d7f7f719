"""What is a telephone number: as people write it, short ones too, and nothing that nobody could dial."""

import pytest

from app.consultation.phone_numbers import is_phone_number


@pytest.mark.parametrize(
    "words",
    [
        *("111", "999", "116 123", "01632 960 118", "07700900316", "+44 (0)1632 960118", "(01632) 960118"),
        *(
            "(+44) 1632 960118",
            "01632-960-118",
            "01632 960 118 ext 12",
            "01632 960118x12",
            "0300 1234, Ext. 7",
            "07700 900 316 (mum's)",
            "01632 960 118 ext 12 (mornings, ask for Jo)",
            "07700900316(Zoë)",
        ),
    ],
)
def test_a_number_is_right_as_people_write_it(words):
    assert is_phone_number(words)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "ring her sister",
            "12",
            "(mum) 01632 960 118",
            "(mum)",
            "01632 960 118 (mum) (work)",
            "01632 960 118 (or 07700 900316)",
            f"01632 960 118 ({'a' * 31})",
            "01632 960 118 ()",
            "0" * 60 + "(a",
            "01632 960 118 / 07700 900316",
            "Nora 07700 900316",
        ),
        *(
            "0163O 960118",
            "+",
            "()",
            "(01632 960118",
            "01632+960118",
            "ext 12",
            "0" * 16,
            "0" * 60 + "a",
            "01632 960 118 ext",
        ),
    ],
)
def test_words_and_what_cannot_be_dialled_are_no_number(words):
    assert not is_phone_number(words)
