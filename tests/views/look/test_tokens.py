import re

import pytest

from app.views.look.tokens import THEMES, Tokens, contrast

WORDS = 4.5
CONTROLS = 3.0

WORD_PAIRS = [
    ("text", "surface"),
    ("text", "surface_alt"),
    ("text", "canvas"),
    ("text", "primary_soft"),
    ("text", "warn_soft"),
    ("text", "danger_soft"),
    ("text", "success_soft"),
    ("text_muted", "surface"),
    ("text_muted", "surface_alt"),
    ("text_muted", "canvas"),
    ("text_muted", "primary_soft"),
    ("header_text", "header"),
    ("header_text", "header_hover"),
    ("header_muted", "header"),
    ("primary", "surface"),
    ("primary", "surface_alt"),
    ("primary", "canvas"),
    ("primary", "primary_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_primary", "primary_press"),
    ("success", "surface"),
    ("success", "success_soft"),
    ("success", "canvas"),
    ("warn", "surface"),
    ("warn", "warn_soft"),
    ("warn", "surface_alt"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("danger", "canvas"),
    ("surface", "success"),
    ("surface", "text"),
]
CONTROL_PAIRS = [
    ("line_strong", "surface"),
    ("line_strong", "canvas"),
    ("primary", "surface"),
    ("warn_bar", "surface"),
    ("danger", "surface"),
    ("focus_edge", "focus"),
    ("series", "surface"),
    ("series", "band_low"),
    ("series", "band_middle"),
    ("series", "band_high"),
]


@pytest.mark.parametrize("tokens", THEMES.values(), ids=lambda tokens: tokens.theme.value)
@pytest.mark.parametrize(("ink", "ground"), WORD_PAIRS)
def test_words_can_be_read_on_their_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= WORDS


@pytest.mark.parametrize("tokens", THEMES.values(), ids=lambda tokens: tokens.theme.value)
@pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
def test_controls_can_be_told_from_their_ground(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= CONTROLS


@pytest.mark.parametrize("tokens", THEMES.values(), ids=lambda tokens: tokens.theme.value)
def test_every_colour_is_a_full_hex_colour(tokens: Tokens) -> None:
    for name, colour in tokens._asdict().items():
        if name != "theme":
            assert re.fullmatch(r"#[0-9A-F]{6}", colour), name


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
