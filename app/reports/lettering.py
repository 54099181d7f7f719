"""Fonts, sizes and colours of the printed papers (in points; ReportLab is first loaded when one is made)."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

FONT_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
REGULAR, MEDIUM, SEMI, BOLD = "Paper-Regular", "Paper-Medium", "Paper-Semi", "Paper-Bold"
FILES = {REGULAR: "400Regular", MEDIUM: "500Medium", SEMI: "600SemiBold", BOLD: "700Bold"}

INK, MUTED, BLUE = "#1B2B34", "#44545F", "#003087"
TINT, TINT_DEEP, RULE, STRONG = "#EEF2F6", "#DCE4EC", "#A9B5BE", "#5B6B76"
WHITE = "#FFFFFF"

MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)

PAIR_OF_THE_MAP = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")


class PaperFont(TTFont):  # type: ignore[misc]
    """A font whose map back to characters leaves out unused codes.

    ReportLab leads them to U+0000, which PDF/UA forbids.
    """

    def addObjects(self, doc: PDFDocument) -> None:
        """Writes the font into the document, and mends the maps that were just written."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            if str(name).startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = without_unused_codes(stream.content)


def without_unused_codes(character_map: str) -> str:
    """The map with its pairs in blocks of at most 100 (the format's limit) and none that leads to U+0000."""
    pairs = [pair.group() for pair in PAIR_OF_THE_MAP.finditer(character_map) if int(pair.group(2), 16)]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    written = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head, _, rest = character_map.partition("endcodespacerange")
    return f"{head}endcodespacerange\n{written}\n{rest.partition('endbfchar')[2].lstrip()}"


@cache
def load_fonts() -> None:
    """Registers the four weights, once in a process."""
    for name, file in FILES.items():
        pdfmetrics.registerFont(PaperFont(name, str(FONT_FOLDER / f"PapersSans_{file}.ttf"), shapable=False))


@cache
def covered() -> frozenset[int]:
    """The code points that every weight can print."""
    load_fonts()
    return frozenset.intersection(*(frozenset(pdfmetrics.getFont(n).face.charToGlyph) for n in FILES))


@lru_cache(maxsize=4096)
def width_of(words: str, font: str, size: float) -> float:
    """How wide the words are on one line."""
    load_fonts()
    return float(pdfmetrics.stringWidth(words, font, size))


@dataclass(frozen=True)
class Lettering:
    """How a text is set: size, weight, colour, and the distance of its lines as a multiple of the size."""

    size: float
    font: str = REGULAR
    colour: str = INK
    leading: float = 1.32

    @property
    def line(self) -> float:
        """The distance from one line to the next."""
        return self.size * self.leading


@dataclass(frozen=True)
class Edition:
    """One size of type and all that follows from it."""

    body: float
    running: float
    title: float
    heading: float
    subheading: float
    quote: float
    phone: float
    margin: float = 18 * MILLIMETRE
    top: float = 10 * MILLIMETRE
    foot: float = 9 * MILLIMETRE

    @property
    def text_width(self) -> float:
        """The width of the text on A4."""
        return A4[0] - 2 * self.margin


STANDARD = Edition(body=14, running=12, title=30, heading=18, subheading=14, quote=17, phone=21)
