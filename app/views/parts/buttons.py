"""Push buttons: one filled one a screen, outlined for the next likely act, plain words for the rest."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from app.views.look import icons
from app.views.look.theme import px, tokens


class Kind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    OUTLINE = "outline"
    PLAIN = "plain"
    MUTED = "muted"
    HEADER = "header"
    ALLERGY = "allergy"
    PRESSING = "pressing"
    GRAVE = "grave"


_ICON_COLOUR = {
    Kind.PRIMARY: "on_primary",
    Kind.OUTLINE: "primary",
    Kind.PLAIN: "primary",
    Kind.MUTED: "text_muted",
    Kind.HEADER: "header_text",
    Kind.ALLERGY: "danger",
    Kind.PRESSING: "warn",
    Kind.GRAVE: "danger",
}


class Button(QPushButton):
    """A button with words, an icon or both; its name to a screen reader never holds padding."""

    def __init__(
        self,
        words: str = "",
        kind: Kind = Kind.OUTLINE,
        *,
        icon: str = "",
        name: str = "",
        icon_after: bool = False,
        turned: bool = False,
    ) -> None:
        """`name` is what a screen reader says when the words alone would not tell; `turned` is 56 px high."""
        super().__init__()
        self._icon, self._kind = icon, kind
        self.setProperty("kind", kind.value)
        self.setProperty("turned", "true" if turned else "false")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._icon_after = icon_after
        self.say(words, name)
        self.restyle()

    def say(self, words: str, name: str = "") -> None:
        """Show other words; `name` is for the screen reader and defaults to the words."""
        self._words = words
        self.setAccessibleName(name or words)
        self.show_words(True)

    def show_words(self, shown: bool) -> None:
        """Hide the words where an icon is enough for now, or show them again."""
        if not self._icon:
            self.setText(self._words)
        elif not shown or not self._words:
            self.setText("")
        else:
            self.setText(f"{self._words}  " if self._icon_after else f"  {self._words}")
        self.setToolTip("" if shown or not self._icon else self._words)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a shaking hand does nothing more: the first may have changed the button."""
        if self._kind is Kind.PRIMARY:
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as the space bar does; held down, it presses once."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def sizeHint(self) -> QSize:
        """Its words, and never narrower than a finger."""
        return super().sizeHint().expandedTo(QSize(px(44), px(44)))

    def minimumSizeHint(self) -> QSize:
        """It is never cut; a minimum in the style sheet would let a row squeeze it."""
        return self.sizeHint()

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.restyle()

    def show_kind(self, kind: Kind, icon: str) -> None:
        """Be louder or quieter than before, with the icon that goes with it."""
        if kind is not self._kind:
            self._kind = kind
            self.setProperty("kind", kind.value)
            self.style().unpolish(self)
            self.style().polish(self)
        self.show_icon(icon)

    def restyle(self) -> None:
        """Draw the icon in the colours and the size worn now."""
        if self._icon:
            self.setIcon(icons.icon(self._icon, 20, getattr(tokens(), _ICON_COLOUR[self._kind])))
            self.setIconSize(QSize(px(20), px(20)))
