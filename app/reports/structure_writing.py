"""Writes the structure tree, the page marks and the PDF/UA metadata into a ReportLab document."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
)
from reportlab.pdfbase.pdfdoc import format as written

from app.reports.structure import Element, MarkedContent

METADATA = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
)


class UnfilteredStream(PDFStream):  # type: ignore[misc]
    """A stream as it is. ReportLab would add an empty /Filter array, at which some readers give up."""

    def format(self, document: PDFDocument) -> bytes:
        """The object's bytes."""
        entries = PDFDictionary(dict(self.dictionary.dict, Length=len(self.content)))
        content: bytes = self.content
        return bytes(written(entries, document)) + b"\nstream\n" + content + b"\nendstream\n"


def name_pages(document: PDFDocument) -> list[PDFObjectReference]:
    """Gives each page its number in the tree and the reading order as the order of tabbing; refers to it."""
    pages: list[PDFPage] = document.Pages.pages
    for number, page in enumerate(pages):
        # On the page itself and not on its class: other documents of this process stay as they are.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = PDFName("S")
    return [document.Reference(page) for page in pages]


class TreeWriter:
    """Turns elements into PDF objects, parents before children."""

    def __init__(self, document: PDFDocument, pages: Sequence[PDFObjectReference]) -> None:
        self.document, self.pages = document, pages
        self.references: dict[Element, PDFObjectReference] = {}

    def write(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        """One element and all beneath it."""
        entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": parent})
        reference = self.references[element] = self.document.Reference(entry)
        entry["K"] = PDFArray([self._child(child, reference) for child in element.children])
        if element.alternative_text:
            entry["Alt"] = PDFString(element.alternative_text)
        if attributes := _attributes(element):
            entry["A"] = attributes
        return reference

    def _child(
        self, child: Element | MarkedContent, parent: PDFObjectReference
    ) -> PDFObjectReference | PDFDictionary:
        """A child element, or a stretch of drawing on a page."""
        if isinstance(child, Element):
            return self.write(child, parent)
        return PDFDictionary({"Type": PDFName("MCR"), "MCID": child.number, "Pg": self.pages[child.page]})


def _attributes(element: Element) -> PDFDictionary | None:
    """What the role alone does not say: a head's scope, a list's marks, a figure's place."""
    if element.scope:
        return PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
    if element.numbering:
        return PDFDictionary({"O": PDFName("List"), "ListNumbering": PDFName(element.numbering)})
    if element.box:
        corners = PDFArray([round(value, 2) for value in element.box])
        return PDFDictionary({"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": corners})
    return None


def write_structure(
    document: PDFDocument,
    pages: Sequence[PDFObjectReference],
    on_each_page: Sequence[Sequence[Element]],
    root: Element,
) -> None:
    """Writes the tree and the way back from each page's marked content to its element."""
    root.forget_what_was_not_drawn()
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    writer = TreeWriter(document, pages)
    tree["K"] = writer.write(root, document.Reference(tree, "StructTreeRoot"))
    numbers: list[object] = []
    for number, elements in enumerate(on_each_page):
        numbers += [number, document.Reference(PDFArray([writer.references[e] for e in elements]))]
    tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(on_each_page)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})


def write_metadata(document: PDFDocument, title: str) -> None:
    """The title and the claim to PDF/UA-1, where readers look for them."""
    entries = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    document.Catalog.Metadata = UnfilteredStream(entries, METADATA.format(title=escape(title)).encode(), [])
