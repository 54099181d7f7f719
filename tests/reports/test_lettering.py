from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.reports.lettering import FILES, FONT_FOLDER, covered, load_fonts, without_unused_codes


@pytest.mark.parametrize("file", FILES.values())
def test_the_paper_font_is_the_screen_font_but_for_the_zero(file):
    screen = TTFont(f"screen-{file}", str(FONT_FOLDER / f"AtkinsonHyperlegibleNext_{file}.ttf"))
    paper = TTFont(f"paper-{file}", str(FONT_FOLDER / f"PapersSans_{file}.ttf"))
    assert paper.face.charToGlyph == screen.face.charToGlyph
    assert paper.face.charWidths == screen.face.charWidths


def test_the_licence_lies_beside_the_fonts():
    assert "SIL Open Font License" in Path(FONT_FOLDER / "LICENSE_FONT").read_text(encoding="utf-8")


def test_every_weight_covers_the_same_characters():
    load_fonts()
    for name in FILES:
        assert frozenset(pdfmetrics.getFont(name).face.charToGlyph) == covered()


def test_a_map_loses_its_unused_codes_and_keeps_the_others():
    head = "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    pairs = "\n".join(f"<{code:02X}> <{code if code > 31 else 0:04X}>" for code in range(256))
    made = without_unused_codes(f"{head}256 beginbfchar\n{pairs}\nendbfchar\nendcmap")
    assert "<0000>" not in made
    assert made.count("> <") == 224 + 1
    assert "100 beginbfchar" in made
    assert "24 beginbfchar" in made
    assert made.endswith("endcmap")
