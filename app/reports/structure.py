"""The structure tree of a tagged PDF: what each thing on the paper IS, in the order it is read aloud."""

from dataclasses import dataclass, field
from typing import NamedTuple


class MarkedContent(NamedTuple):
    """A stretch of drawing on one page that belongs to an element."""

    page: int
    number: int


@dataclass(eq=False)
class Element:
    """One node: a heading, a paragraph, a table row. It grows while the paper is laid out and drawn.

    `role` is the PDF structure type. `scope` is "Column" or "Row" for a table head, `numbering` for a list.
    `box` (left, bottom, right, top in points) is where a figure stands on its page.
    """

    role: str
    alternative_text: str = ""
    scope: str = ""
    numbering: str = ""
    box: tuple[float, float, float, float] | None = None
    children: list["Element | MarkedContent"] = field(default_factory=list)

    def add(self, role: str, alternative_text: str = "", scope: str = "", numbering: str = "") -> "Element":
        """A new last child."""
        child = Element(role, alternative_text, scope, numbering)
        self.children.append(child)
        return child

    @property
    def is_drawn(self) -> bool:
        """Whether anything on the paper belongs to it."""
        return any(isinstance(child, MarkedContent) or child.is_drawn for child in self.children)

    def forget_what_was_not_drawn(self) -> None:
        """Takes out branches without content: an empty element would be announced as a blank."""
        self.children = [c for c in self.children if isinstance(c, MarkedContent) or c.is_drawn]
        for child in self.children:
            if isinstance(child, Element):
                child.forget_what_was_not_drawn()
