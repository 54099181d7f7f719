"""The pages of a finished PDF as pictures, for the preview on screen and for the printer. No Qt here."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


class PagePicture(NamedTuple):
    """One page: its size, and its pixels from the top left, four bytes each (blue, green, red, unused)."""

    width: int
    height: int
    bgrx: bytes


def page_pictures(pdf: bytes, scale: float = 1.0) -> list[PagePicture]:
    """Each page at `scale` pixels to the point: 1.0 is 72 to the inch, 300 / 72 is for a printer."""
    import pypdfium2  # only here: the preview needs it, the start of the app does not

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(page, scale) for page in document]
    finally:
        document.close()


def _picture(page: "PdfPage", scale: float) -> PagePicture:
    """One page, its rows without padding."""
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    pixels, row = bytes(bitmap.buffer), bitmap.width * 4
    if bitmap.stride != row:
        starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
        pixels = b"".join(pixels[start : start + row] for start in starts)
    return PagePicture(bitmap.width, bitmap.height, pixels)
