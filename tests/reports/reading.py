"""Reads a finished PDF the way a screen reader does: the structure tree, and the words that hang in it."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2


@dataclass(frozen=True)
class Heard:
    """One element of the tree that holds words of its own or a figure, and the roles above it."""

    path: tuple[str, ...]
    words: str
    alternative_text: str = ""

    @property
    def role(self) -> str:
        return self.path[-1]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def heard(pdf: bytes) -> list[Heard]:
    with opened(pdf) as document:
        words = [words_by_number(page) for page in document.pages]
        places = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        return list(_walk(document.Root.StructTreeRoot.K, (), words, places))


def _walk(element, above, words, places):
    path = (*above, str(element.S)[1:])
    own, inner = [], []
    for kid in element.K:
        if "/MCID" in kid:
            own.append(words[places[kid.Pg.objgen]][int(kid.MCID)])
        else:
            inner.append(kid)
    if own:
        yield Heard(path, "".join(own), str(element.get("/Alt", "")))
    for kid in inner:
        yield from _walk(kid, path, words, places)


def words_by_number(page: pikepdf.Page) -> dict[int, str]:
    """The words of each marked content of a page, by its number."""
    maps = {name: _character_map(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    number, font = None, ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" if "/MCID" in operands[1]:
                number = int(operands[1].MCID)
                found[number] = ""
            case "EMC":
                number = None
            case "Tf":
                font = str(operands[0])
            case "Tj" if number is not None:
                found[number] += "".join(maps[font][code] for code in bytes(operands[0]))
    return found


def _character_map(font) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    text = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", text)
    return {int(code, 16): bytes.fromhex(point).decode("utf-16-be") for code, point in pairs}


def unmarked_operators(page: pikepdf.Page) -> list[str]:
    """Drawing that is neither in the tree nor an artifact."""
    depth, found = 0, []
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            depth += 1
        elif name == "EMC":
            depth -= 1
        elif not depth and name in ("Tj", "TJ", "S", "s", "f", "f*", "B", "B*", "b", "b*"):
            found.append(name)
    return found


def seen(pdf: bytes | Path) -> list[str]:
    """The text of each page as PDFium extracts it, one space for any white space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [plain(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def plain(text: str) -> str:
    return " ".join(text.split())


def all_heard(pdf: bytes) -> str:
    return plain(" ".join(part.words for part in heard(pdf)))
