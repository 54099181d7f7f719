"""The sheet of paper that carries one recovery code, painted for a printer or into a PDF."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog, QWidget

from app.models.folder import write_whole
from app.views.look.theme import FAMILY

_TITLE = "One Conversation: recovery code"
_HOW = (
    "This is one of two halves. When a passphrase is forgotten, choose \u201cUse the recovery sheet\u201d on "
    "the sign-in screen of the laptop and type both halves. One half alone opens nothing. Keep the two "
    "papers apart, and never with the laptop. Nothing on this paper names a person in care."
)
_MARGIN_MM = 20.0


def save_half(path: Path, keeper: str, advice: str, code: str) -> None:
    """Write the sheet of one half as a PDF, for its owner's eyes only; raises OSError."""
    paper = QBuffer()
    paper.open(QBuffer.OpenModeFlag.WriteOnly)
    device = QPdfWriter(paper)
    device.setTitle(_TITLE)
    if not _paint(device, keeper, advice, code):
        raise OSError("The sheet could not be painted")
    write_whole(path, bytes(paper.data().data()))


def print_half(parent: QWidget, keeper: str, advice: str, code: str) -> bool:
    """Ask for a printer and print the sheet of one half; False where the printer did not take it."""
    # Loaded only when someone prints: the sign-in window must not wait for it.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter()
    printer.setDocName(_TITLE)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return True
    return _paint(printer, keeper, advice, code)


def _paint(device: QPagedPaintDevice, keeper: str, advice: str, code: str) -> bool:
    """Paint the sheet; False where the device did not take it."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    painter = QPainter()
    if not painter.begin(device):
        return False
    wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    y = 0.0
    for points, weight, words in (
        (20, 700, _TITLE),
        (14, 600, f"Kept by {keeper}"),
        (12, 400, advice),
        (22, 700, code),
        (12, 400, _HOW),
    ):
        face = QFont(FAMILY)
        face.setPointSize(points)
        face.setWeight(QFont.Weight(weight))
        painter.setFont(face)
        room = QRectF(0, y, painter.viewport().width(), painter.viewport().height() - y)
        y += painter.boundingRect(room, wrapped, words).height() + device.logicalDpiY() / 6
        painter.drawText(room, wrapped, words)
    return painter.end()
