"""A check that nothing on a window is cut, too small to touch, or squeezed. Tests call it on every screen."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QStackedLayout, QWidget

from app.views.look.theme import px
from app.views.parts.layout import Flow

_TARGET_PX = 44
# Where Qt may start another line: at spaces, and after a hyphen that no joiner holds.
_BREAK = re.compile("\\s+|(?<=-)(?!\u2060)")


def clipped(window: QWidget) -> list[str]:
    """What does not fit, one sentence each; empty when all is well. Painted words it cannot see."""
    seen = [window, *(child for child in window.findChildren(QWidget) if child.isVisible())]
    found: list[str] = []
    for widget in seen:
        if isinstance(widget, QLabel):
            found += _cut_label(widget)
        elif isinstance(widget, QAbstractButton):
            found += _cut_button(widget)
        elif isinstance(widget, QLineEdit):
            found += _cut_line(widget)
        elif isinstance(widget, QScrollArea):
            found += _sideways(widget)
        found += _squeezed(widget)
    return found


def _cut_label(label: QLabel) -> Iterator[str]:
    words = label.text()
    if not words:
        return
    if label.wordWrap():
        metrics = QFontMetrics(label.font())
        need_width = max(metrics.horizontalAdvance(part) for part in _BREAK.split(words))
        need_height = label.heightForWidth(label.width())
    else:
        need_width, need_height = label.sizeHint().width(), label.sizeHint().height()
    if label.width() + 1 < need_width or label.height() + 1 < need_height:
        has = f"{label.width()}x{label.height()}"
        yield f"label {words[:50]!r} has {has}, needs {need_width}x{need_height}"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    name = button.text().strip() or button.accessibleName()
    wrapped = getattr(button, "height_at", None)
    if wrapped is not None:
        if button.height() + 1 < wrapped(button.width()):
            yield f"segment {name!r} is {button.height()} high, needs {wrapped(button.width())}"
    elif button.text() and button.width() + 1 < button.sizeHint().width():
        yield f"button {name!r} is {button.width()} wide, needs {button.sizeHint().width()}"
    if min(button.width(), button.height()) < px(_TARGET_PX) - 1:
        yield f"target {name!r} is {button.width()}x{button.height()}, under {px(_TARGET_PX)}"


def _cut_line(line: QLineEdit) -> Iterator[str]:
    if line.height() < px(_TARGET_PX) - 1:
        yield f"field {line.accessibleName()!r} is {line.height()} high, under {px(_TARGET_PX)}"
    room = line.width() - px(22)
    words = line.placeholderText() if not line.text() else ""
    need = QFontMetrics(line.font()).horizontalAdvance(words)
    if need > room:
        yield f"field {line.accessibleName()!r} cuts {words!r}: {need} in {room}"


def _sideways(area: QScrollArea) -> Iterator[str]:
    inside = area.widget()
    if inside is not None and inside.minimumSizeHint().width() > area.viewport().width() + 1:
        need = inside.minimumSizeHint().width()
        yield f"{area.objectName() or 'a panel'!r} scrolls sideways: {need} in {area.viewport().width()}"


def _squeezed(widget: QWidget) -> Iterator[str]:
    layout = widget.layout()
    # A stack answers with what its pages would like to have; the page that is seen answers for itself.
    if layout is None or isinstance(layout, Flow | QStackedLayout):
        return
    need = layout.minimumSize()
    if layout.hasHeightForWidth():
        need.setHeight(layout.minimumHeightForWidth(widget.width()))
    if widget.width() + 1 < need.width() or widget.height() + 1 < need.height():
        name = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()!r}"
        has = f"{widget.width()}x{widget.height()}"
        yield f"squeezed: {name} has {has}, needs {need.width()}x{need.height()}"
