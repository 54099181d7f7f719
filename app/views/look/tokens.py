"""The colours of the three themes, by what they are for. Their contrast is tested pair by pair."""

from enum import StrEnum
from typing import NamedTuple


class Theme(StrEnum):
    """The looks that a member of staff can choose."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


SCALES = (1.0, 1.5, 2.0)


class Tokens(NamedTuple):
    """One theme: every colour named by its use, never by its hue."""

    theme: Theme
    canvas: str
    surface: str
    surface_alt: str
    header: str
    header_text: str
    header_muted: str
    header_hover: str
    text: str
    text_muted: str
    line: str
    line_strong: str
    grid_line: str
    primary: str
    primary_hover: str
    primary_press: str
    on_primary: str
    primary_soft: str
    success: str
    success_soft: str
    warn: str
    warn_bar: str
    warn_soft: str
    danger: str
    danger_soft: str
    focus: str
    focus_edge: str
    band_low: str
    band_middle: str
    band_high: str
    series: str


LIGHT = Tokens(
    theme=Theme.LIGHT,
    canvas="#F0F4F5",
    surface="#FFFFFF",
    surface_alt="#F7F9FA",
    header="#003087",
    header_text="#FFFFFF",
    header_muted="#C9D6EE",
    header_hover="#00439C",
    text="#1B2B34",
    text_muted="#4C6272",
    line="#D8DDE0",
    line_strong="#768692",
    grid_line="#D8DDE0",
    primary="#005EB8",
    primary_hover="#004B93",
    primary_press="#003B75",
    on_primary="#FFFFFF",
    primary_soft="#E8F1FA",
    success="#006747",
    success_soft="#E5F3EC",
    warn="#8A4B00",
    warn_bar="#D97706",
    warn_soft="#FFF4E0",
    danger="#B8121D",
    danger_soft="#FCEBEB",
    focus="#FFB81C",
    focus_edge="#1B2B34",
    band_low="#E5F3EC",
    band_middle="#FDEFD9",
    band_high="#FBE3E4",
    series="#005EB8",
)

DARK = LIGHT._replace(
    theme=Theme.DARK,
    canvas="#11181D",
    surface="#1B242B",
    surface_alt="#222D35",
    header="#0B1720",
    header_text="#F2F6F8",
    header_muted="#A9BAC6",
    header_hover="#1D3347",
    text="#EDF2F5",
    text_muted="#B3C1CB",
    line="#34424C",
    line_strong="#8598A5",
    grid_line="#34424C",
    primary="#6CB0F0",
    primary_hover="#8CC2F5",
    primary_press="#A9D2F8",
    on_primary="#08131C",
    primary_soft="#1D3347",
    success="#6FD3A6",
    success_soft="#17332A",
    warn="#FFC46B",
    warn_bar="#FFA826",
    warn_soft="#3A2C14",
    danger="#FF9A9A",
    danger_soft="#43201F",
    focus="#FFD84D",
    focus_edge="#000000",
    band_low="#1C3A30",
    band_middle="#40331C",
    band_high="#472726",
    series="#7BBBF5",
)

CONTRAST = DARK._replace(
    theme=Theme.CONTRAST,
    canvas="#000000",
    surface="#000000",
    surface_alt="#000000",
    header="#000000",
    header_text="#FFFFFF",
    header_muted="#FFFFFF",
    header_hover="#333333",
    text="#FFFFFF",
    text_muted="#FFFFFF",
    line="#FFFFFF",
    line_strong="#FFFFFF",
    grid_line="#5A5A5A",
    primary="#FFFF00",
    primary_hover="#FFFFFF",
    primary_press="#FFFFFF",
    on_primary="#000000",
    primary_soft="#000000",
    success="#00FF7F",
    success_soft="#000000",
    warn="#FFD000",
    warn_bar="#FFD000",
    warn_soft="#000000",
    danger="#FF8080",
    danger_soft="#000000",
    focus="#00FFFF",
    band_low="#003018",
    band_middle="#332A00",
    band_high="#3A0000",
    series="#FFFF00",
)

THEMES = {tokens.theme: tokens for tokens in (LIGHT, DARK, CONTRAST)}


def luminance(colour: str) -> float:
    """The relative luminance of a #RRGGBB colour, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2)."""
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)
