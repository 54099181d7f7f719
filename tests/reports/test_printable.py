from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.printable import is_printable, missing_glyphs, printable
from tests.examples import examples
from tests.reports.invented import invented_plan
from tests.reports.reading import all_heard


def test_what_the_font_can_print_is_printed_as_it_was_typed():
    text = "Zażółć gęślą Iğdır ŵyr tŷ naïve café £5 50% ≤ ≥ ½ “quote” – dash"
    assert printable(text) == text


def test_a_letter_typed_in_two_parts_is_printed_as_one():
    assert printable("cafe\u0301") == "café"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("so \U0001f600 good", "so [character not printable] good"),
        ("well \u2713", "well [character not printable]"),
        ("ਸੈਰ ਕਰਨਾ please", "[7 characters not printable] please"),
        ("\U0001f469\u200d\U0001f9b0", "[2 characters not printable]"),
        ("a\U0001f600b", "a[character not printable]b"),
    ],
)
def test_what_the_font_lacks_is_marked_in_words(typed, printed):
    assert printable(typed) == printed


def test_invisible_signs_leave_no_trace():
    assert printable("a\u200bb\u202ec\u00add\ufe0fe\x00f") == "abcdef"
    assert missing_glyphs("a\u200bb\u202ec\u00ad\ufe0f") == ()


def test_a_micro_sign_before_a_unit_becomes_a_word_that_cannot_be_misread():
    assert printable("50 µg and 60 μmol") == "50 microg and 60 micromol"


def test_a_micro_sign_elsewhere_is_named_as_missing():
    assert missing_glyphs("µ") == ("µ",)


def test_the_screen_is_told_each_missing_character_once_wherever_it_stands():
    plan = invented_plan()
    action = replace(plan.actions[0], what="walk \U0001f6b6 \U0001f6b6")
    paper = replace(plan, own_words="ok ✓", actions=(action,))
    assert missing_glyphs(paper) == ("✓", "\U0001f6b6")


def test_a_plan_that_can_be_printed_whole_names_nothing():
    assert missing_glyphs(invented_plan()) == ()


def test_the_paper_shows_the_marker_in_place_of_the_character():
    paper = replace(invented_plan(), own_words="I feel \U0001f600 today")
    assert "“I feel [character not printable] today”" in all_heard(care_plan_pdf(paper))


@examples(30)
@given(st.text(max_size=60))
def test_whatever_is_typed_the_paper_gets_only_what_it_can_print(text):
    assert all(is_printable(character) for character in printable(text))


@given(st.text(alphabet=st.characters(blacklist_categories=()), max_size=40))
def test_a_marker_stands_on_the_paper_if_and_only_if_the_screen_is_warned(text):
    has_marker = "not printable]" in printable(text)
    assert has_marker == bool(missing_glyphs(text))


def test_no_space_of_any_kind_becomes_a_box():
    spaces = [chr(point) for point in range(0x3100) if chr(point).isspace()]
    assert {printable(space) for space in spaces} <= {" ", "\n", "\u00a0", ""}
    assert printable("a\u2003b\u3000c\x0bd\te") == "a b c d e"
