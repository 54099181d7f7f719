"""Tagged pages (PDF/UA-1) on open-source ReportLab: it draws, this remembers WHAT was drawn.

Everything on a page either belongs to an element of the structure tree (`with canvas.tagged(element)`) or is
an artifact (`with canvas.artifact()`), which nobody hears.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.reports.lettering import A4, INK, REGULAR, Lettering, load_fonts
from app.reports.structure import Element, MarkedContent
from app.reports.structure_writing import name_pages, write_metadata, write_structure

# Pages as they are compressed: ReportLab would spell them out in letters, which makes them a quarter larger.
rl_config.useA85 = 0

Point = tuple[float, float]


class TaggedCanvas:
    """Pages of one document. Points, from the lower left corner."""

    def __init__(self, root: Element, title: str, language: str = "en-GB") -> None:
        load_fonts()
        self._target = BytesIO()
        # invariant: no clock and no random number goes into the file, so the same plan gives the same bytes.
        # The first font is named because every page would otherwise ask for Helvetica, which is not embedded.
        self._canvas = Canvas(
            self._target, pagesize=A4, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=language
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor("One Conversation")
        self._canvas.setSubject("")
        self._root, self._title = root, title
        self._on_this_page: list[Element] = []
        self._on_each_page: list[list[Element]] = []
        self._open = ""

    # What the drawing is ------------------------------------------------------------------------

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to the element, unless an artifact is open: then it is not heard."""
        if self._open == "artifact":
            yield
            return
        if self._open:
            raise RuntimeError(f"marked content must not nest: {element.role} in {self._open}")
        number = len(self._on_this_page)
        self._on_this_page.append(element)
        element.children.append(MarkedContent(len(self._on_each_page), number))
        with self._marked(element.role, f"/{element.role} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is only seen: a rule, a tint, a running line (kind "Pagination")."""
        if self._open:
            yield
            return
        with self._marked("artifact", f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC"):
            yield

    @contextmanager
    def _marked(self, what: str, opening: str) -> Iterator[None]:
        """Writes the operators round one stretch of drawing."""
        self._canvas._code.append(opening)
        self._open = what
        try:
            yield
        finally:
            self._open = ""
            self._canvas._code.append("EMC")

    # Drawing ------------------------------------------------------------------------------------

    def words(self, x: float, baseline: float, pieces: Sequence[tuple[str, str]], style: Lettering) -> None:
        """One line of pieces (words, font), all of one size and colour."""
        line = self._canvas.beginText(x, baseline)
        line.setFillColor(HexColor(style.colour))
        for text, font in pieces:
            line.setFont(font, style.size)
            line.textOut(text)
        self._canvas.drawText(line)

    def line(self, points: Sequence[Point], colour: str, thickness: float, round_ends: bool = False) -> None:
        """A line through the points."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(thickness)
        self._canvas.setLineCap(1 if round_ends else 0)
        path = self._canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def box(
        self,
        corner: Point,
        size: Point,
        fill: str = "",
        outline: str = "",
        thickness: float = 0,
        radius: float = 0,
    ) -> None:
        """A box from its lower left corner. The outline is drawn inside it."""
        (x, y), (width, height), inset = corner, size, thickness / 2 if outline else 0
        if fill:
            self._canvas.setFillColor(HexColor(fill))
        if outline:
            self._canvas.setStrokeColor(HexColor(outline))
            self._canvas.setLineWidth(thickness)
        self._canvas.roundRect(
            x + inset,
            y + inset,
            width - 2 * inset,
            height - 2 * inset,
            radius,
            stroke=int(bool(outline)),
            fill=int(bool(fill)),
        )

    def dot(self, centre: Point, radius: float, colour: str = INK) -> None:
        """A filled circle."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.circle(*centre, radius, stroke=0, fill=1)

    def outline_entry(self, words: str, level: int, top: float) -> None:
        """An entry in the contents that readers show beside the page."""
        key = f"page{len(self._on_each_page)}mark{len(self._on_this_page)}"
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(words, key, level)

    # The end of a page and of the document ------------------------------------------------------

    def end_page(self) -> None:
        """Closes this page; the next drawing begins a new one."""
        if self._open:
            raise RuntimeError("the page ended inside marked content")
        self._canvas.showPage()
        self._on_each_page.append(self._on_this_page)
        self._on_this_page = []

    def finished(self) -> bytes:
        """The whole document, with its tree. Nothing can be drawn afterwards."""
        document = self._canvas._doc
        pages = name_pages(document)
        write_structure(document, pages, self._on_each_page, self._root)
        write_metadata(document, self._title)
        self._canvas.save()
        return self._target.getvalue()
