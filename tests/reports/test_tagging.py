from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.structure import Element
from app.reports.tagging import TaggedCanvas
from tests.reports.invented import invented_plan
from tests.reports.reading import Heard, all_heard, heard, opened, unmarked_operators


@pytest.fixture(scope="module")
def plan() -> bytes:
    return care_plan_pdf(invented_plan())


@pytest.fixture(scope="module")
def parts(plan: bytes) -> list[Heard]:
    return heard(plan)


def elements(element: pikepdf.Object, role: str) -> list[pikepdf.Object]:
    found = [element] if str(element.get("/S", "")) == f"/{role}" else []
    for kid in element.K:
        if "/S" in kid:
            found += elements(kid, role)
    return found


def test_the_document_claims_pdf_ua_and_says_its_language_and_title(plan):
    with opened(plan) as document:
        root = document.Root
        assert str(root.Lang) == "en-GB"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        metadata = root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "Plan 26-7Q2M, version 2" in metadata
        assert "/Filter" not in root.Metadata


def test_everything_drawn_is_in_the_tree_or_an_artifact(plan):
    with opened(plan) as document:
        assert [unmarked_operators(page) for page in document.pages] == [[]] * len(document.pages)


def test_each_page_leads_back_from_its_marked_content_to_the_tree(plan):
    with opened(plan) as document:
        numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
        for index, page in enumerate(document.pages):
            assert int(page.obj.StructParents) == index == int(numbers[2 * index])
            assert str(page.obj.Tabs) == "/S"
            for element in numbers[2 * index + 1]:
                assert any("/MCID" in kid and kid.Pg.objgen == page.obj.objgen for kid in element.K)


def test_there_is_one_title_and_no_heading_level_is_skipped(parts):
    levels = [int(part.role[1]) for part in parts if part.role in ("H1", "H2", "H3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_rows_have_as_many_cells_as_the_table_has_columns_and_heads_say_their_scope(plan):
    with opened(plan) as document:
        for table in elements(document.Root.StructTreeRoot.K, "Table"):
            rows = [list(row.K) for row in table.K]
            assert len({len(row) for row in rows}) == 1
            heads = [cell for row in rows for cell in row if str(cell.S) == "/TH"]
            assert all(str(head.A.Scope) in ("/Row", "/Column") for head in heads)
            assert all(str(row[0].S) == "/TH" for row in rows)


def test_a_head_repeated_on_the_next_page_is_seen_twice_and_heard_once(parts):
    long = replace(invented_plan(), checks=invented_plan().checks * 6)
    pdf = care_plan_pdf(long)
    heads = [part for part in heard(pdf) if part.words.strip() == "What we found"]
    assert len(heads) == 1
    with opened(pdf) as document:
        artifacts = sum(
            1
            for page in document.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and str(operands[0]) == "/Artifact"
        )
        assert artifacts > len(document.pages)


def test_the_space_at_the_end_of_a_line_is_kept(plan):
    said = all_heard(plan)
    assert "1 is totally dissatisfied, 7 is totally satisfied. The dark bar is now." in said
    assert "I did not want to answer" in said


def test_each_figure_says_its_ratings_and_where_it_stands(plan, parts):
    figures = [part.alternative_text for part in parts if part.role == "Figure"]
    assert len(figures) == 11
    assert figures[0] == "Now: 4 out of 7. In May: 3 out of 7."
    assert "Now: no rating. In May: 6 out of 7." in figures
    with opened(plan) as document:
        for figure in elements(document.Root.StructTreeRoot.K, "Figure"):
            left, bottom, right, top = (float(value) for value in figure.A.BBox)
            assert 0 < left < right < 596
            assert 0 < bottom < top < 842


def test_lists_are_lists(parts):
    items = [part for part in parts if part.role == "LBody"]
    assert all(part.path[-3:] == ("L", "LI", "LBody") for part in items)
    assert any("I take Tom to school" in part.words for part in items)


def test_every_font_is_embedded_and_knows_its_characters(plan):
    with opened(plan) as document:
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert all("PapersSans" in name for name in names)
        assert not any(b"<0000>" in font.ToUnicode.read_bytes() for font in fonts)


def test_the_contents_beside_the_page_name_the_sections(plan):
    with opened(plan) as document, document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["My plan"]
        assert "My body checks" in [entry.title for entry in outline.root[0].children]


def test_marked_content_inside_marked_content_is_refused():
    root = Element("Document")
    canvas = TaggedCanvas(root, "A title")
    with (
        canvas.tagged(root.add("P")),
        pytest.raises(RuntimeError, match="must not nest"),
        canvas.tagged(root.add("P")),
    ):
        pass


def test_elements_that_were_never_drawn_are_not_heard():
    root = Element("Document")
    drawn, empty = root.add("P"), root.add("Sect")
    empty.add("P")
    canvas = TaggedCanvas(root, "A title")
    with canvas.tagged(drawn):
        canvas.line([(10, 10), (20, 20)], "#000000", 1)
    canvas.end_page()
    canvas.finished()
    assert root.children == [drawn]
