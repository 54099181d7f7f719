"""Makes blocks and their place in the structure tree together, so that what is seen is what is heard."""

from collections.abc import Callable, Sequence

from app.reports.blocks import Heading, ListItem, Quoted
from app.reports.lettering import BLUE, BOLD, INK, MEDIUM, MUTED, SEMI, Edition, Lettering
from app.reports.page_flow import Block, Opening
from app.reports.printable import printable
from app.reports.structure import Element
from app.reports.tables import Row, Table, TableLook, cell
from app.reports.text_block import Run, Text, bold
from app.reports.unbroken import unbroken

CellMaker = Callable[[Element], Block]
CELL_LEADING = 1.24


def plain(text: str) -> Run:
    """Our own sentence: dates and numbers kept together."""
    return Run(unbroken(text))


def strong(text: str) -> Run:
    """Our own words in bold."""
    return bold(unbroken(text))


def in_quotation_marks(text: str) -> str:
    """The person's own words, with quotation marks unless they already stand there."""
    text = text.strip()
    return text if text.startswith("“") else f"“{text}”"


class Composer:
    """Adds to one parent element. All sizes come from the edition."""

    def __init__(self, edition: Edition, parent: Element) -> None:
        self.edition, self.parent = edition, parent

    def under(self, role: str) -> "Composer":
        """A composer for a new child: a section, a block quotation."""
        return Composer(self.edition, self.parent.add(role))

    def paragraph(self, *runs: Run, after: float | None = None, style: Lettering | None = None) -> Text:
        """A paragraph in body type, or in the style given."""
        after = self.edition.body * 0.45 if after is None else after
        return Text(runs, style or Lettering(self.edition.body), self.parent.add("P"), after=after)

    def heading(
        self, level: int, words: str, before: float | None = None, after: float | None = None
    ) -> Heading:
        """A heading of level 1, 2 or 3."""
        edition = self.edition
        size = {1: edition.title, 2: edition.heading, 3: edition.subheading}[level]
        above = {1: 0.0, 2: 0.68, 3: 0.6}[level] * size if before is None else before
        below = {1: 0.1, 2: 0.26, 3: 0.15}[level] * size if after is None else after
        style = Lettering(size, BOLD, BLUE if level < 3 else INK, 1.18)
        element = self.parent.add(f"H{level}")
        return Heading(
            Text([plain(words)], style, element, before=above, after=below), printable(words), level
        )

    def section(self, words: str, make: Callable[[], list[Block]]) -> list[Block]:
        """A heading of level 2 with what it opens."""
        return self.opened(2, words, make)

    def opened(self, level: int, words: str, make: Callable[[], list[Block]]) -> list[Block]:
        """A heading with what it opens. The heading is made first, because it is heard first."""
        heading = self.heading(level, words)
        following = make()
        return [Opening(heading, following[0]), *following]

    def own_words(self, text: str) -> list[Block]:
        """The person's words, unchanged, line by line, in one block quotation."""
        quote = self.under("BlockQuote")
        style = Lettering(self.edition.quote, MEDIUM, leading=1.3)
        lines = [line for line in in_quotation_marks(text).split("\n") if line.strip()]
        blocks: list[Block] = [Quoted(quote.paragraph(Run(line), after=0, style=style)) for line in lines]
        blocks[-1].space_after = 8
        return blocks

    def bullets(
        self, items: Sequence[Sequence[Run]], is_ticked: bool = False, after: float = 4
    ) -> list[Block]:
        """A list, each item marked by a dot or a tick."""
        whole = self.parent.add("L", numbering="None" if is_ticked else "Disc")
        style = Lettering(self.edition.body)
        return [
            ListItem(Text(runs, style, whole.add("LI").add("LBody"), after=after), is_tick=is_ticked)
            for runs in items
        ]

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str | CellMaker]],
        shares: Sequence[float],
        look: TableLook | None = None,
    ) -> Table:
        """A table whose first column names its rows. A cell is words, or makes its own block."""
        look = look or TableLook()
        whole = self.parent.add("Table")
        head_row = self._head_row(whole, head, shares) if head else None
        return Table(head_row, [self._row(whole, cells, shares, look) for cells in rows])

    def _head_row(self, whole: Element, head: Sequence[str], shares: Sequence[float]) -> Row:
        """The column heads, small and grey-blue."""
        style, row = Lettering(self.edition.running, SEMI, MUTED, 1.2), whole.add("TR")
        cells = [Text([plain(h)], style, row.add("TH", scope="Column").add("P")) for h in head]
        return Row(cells, shares, TableLook(above=0, below=4))

    def _row(
        self, whole: Element, cells: Sequence[str | CellMaker], shares: Sequence[float], look: TableLook
    ) -> Row:
        """One row; its first cell is its head."""
        row, blocks = whole.add("TR"), []
        for number, content in enumerate(cells):
            element = row.add("TD") if number else row.add("TH", scope="Row")
            if callable(content):
                blocks.append(content(element))
            else:
                run = plain(content) if number else strong(content)
                blocks.append(self.cell_text(element, run))
        return Row(blocks, shares, look)

    def cell_text(self, element: Element, *runs: Run) -> Text:
        """A paragraph in a cell, its lines a little closer."""
        return Text(runs, Lettering(self.edition.body, leading=CELL_LEADING), element.add("P"))

    def name_and_more(self, name: str, *more: str) -> CellMaker:
        """A cell with a name in bold and lines under it; empty lines are left out."""

        def make(element: Element) -> Block:
            lines = [strong(name), *(plain(line) for line in more if line)]
            return cell(*(self.cell_text(element, line) for line in lines))

        return make
