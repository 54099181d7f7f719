from hypothesis import given
from hypothesis import strategies as st

from app.reports.lettering import Lettering, width_of
from app.reports.structure import Element
from app.reports.text_block import Run, Text, bold
from app.reports.unbroken import NO_BREAK, unbroken

STYLE = Lettering(14)
LETTERS = st.text(alphabet="abc-é ", max_size=120)


def lines_of(*runs: Run, width: float = 120) -> list[str]:
    text = Text(runs, STYLE, Element("P"))
    return ["".join(piece for piece, _ in line) for line in text.lines(width)]


@given(LETTERS)
def test_the_lines_together_are_the_words(text):
    assert "".join(lines_of(Run(text))) == " ".join(text.split())


@given(LETTERS, st.sampled_from([20.0, 60.0, 300.0]))
def test_no_line_is_wider_than_its_room(text, width):
    for line in lines_of(Run(text), width=width):
        assert width_of(line.rstrip(" "), STYLE.font, STYLE.size) <= width + 0.01


def test_runs_that_touch_make_one_word():
    assert lines_of(bold("Kim"), Run(", who "), bold("comes"), Run("."), width=400) == ["Kim, who comes."]


def test_a_name_too_wide_breaks_after_its_hyphen_and_gets_none_added():
    assert lines_of(Run("Featherstone-Haughington"), width=110) == ["Featherstone-", "Haughington"]


def test_words_kept_together_break_at_their_joint_before_they_break_inside():
    assert lines_of(Run(f"Dr{NO_BREAK}Featherstone"), width=95) == [f"Dr{NO_BREAK}", "Featherstone"]


def test_a_paragraph_is_never_split_with_a_single_line_on_either_side():
    text = Text([Run("word " * 60)], STYLE, Element("P"))
    lines = len(text.lines(200))
    for room in range(0, int(lines * STYLE.line)):
        if parts := text.split(200, room):
            first, rest = parts
            assert first.height(200) <= room + 0.01
            assert min(len(first.lines(200)), len(rest.lines(200))) >= 2
            assert len(first.lines(200)) + len(rest.lines(200)) == lines


def test_three_lines_stay_together():
    text = Text([Run("word " * 16)], STYLE, Element("P"))
    assert len(text.lines(200)) == 3
    assert text.split(200, 2 * STYLE.line) is None


def test_a_date_stays_whole_with_its_year():
    assert unbroken("taken 9 June 2026, made on Tuesday 17 November 2026") == (
        "taken 9 June 2026, made on Tuesday 17 November 2026".replace(" ", NO_BREAK)
        .replace(f"taken{NO_BREAK}", "taken ")
        .replace(f",{NO_BREAK}made{NO_BREAK}on{NO_BREAK}", ", made on ")
    )


def test_a_date_a_dose_a_phone_number_and_a_title_stay_on_one_line():
    said = unbroken("On Friday 27 November, 15 mg, 01632 960 142, Dr Shah, 10.30 am, at 4 of 5 shops")
    for joined in ("Friday 27 November", "15 mg", "01632 960 142", "Dr Shah", "10.30 am"):
        assert joined.replace(" ", NO_BREAK) in said
    assert "at 4 of 5 shops" in said
