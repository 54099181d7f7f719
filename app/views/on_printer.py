"""Pages onto paper. Imported when something is printed: Qt's printing library is not for every sign-in."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.reports.page_pictures import page_pictures

PRINT_SCALE = 300 / 72


class Printed(Enum):
    """What became of printing."""

    GIVEN_UP = "given up"
    REFUSED = "refused"
    DONE = "done"


def ask_and_print(name: str, make: Callable[[], bytes], parent: QWidget) -> Printed:
    """Ask which printer, make the PDF, and print it; `name` is what the printer's list shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(name)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return Printed.GIVEN_UP
    return Printed.DONE if paint_pages(make(), printer) else Printed.REFUSED


def paint_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Paint every page onto the printer, as large as the paper allows."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(page_pictures(pdf, PRINT_SCALE)):
            if number and not printer.newPage():
                return False
            image = QImage(page.bgrx, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32)
            area = QRectF(painter.viewport())
            fits = min(area.width() / page.width, area.height() / page.height)
            painter.drawImage(QRectF(0, 0, page.width * fits, page.height * fits), image)
    finally:
        painter.end()
    return True
