"""What the frame of the consultation expects of every section's screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.loose_end import LooseEnd
from app.views.open_consultation import OpenConsultation


class SectionScreen(QWidget):
    """Shows one part of the visit, and tells the open consultation what was answered there.

    The frame puts it in a scroll area under the banner, calls `show_record` whenever the consultation changed
    while the screen is in sight and whenever it comes into sight, and `commit` before it leaves sight, the
    screen is covered or the app locks. A screen never keeps answers of its own.
    """

    section_asked = Signal(str)
    title_changed = Signal()
    turn_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    not_held_asked = Signal()

    has_prompts_beside = True
    """Whether the prompts panel stands beside it; a two-column screen has the folded button instead."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self.consultation = consultation

    @property
    def heading(self) -> str:
        """The title of the screen."""
        raise TypeError(f"{type(self).__name__} names its heading")

    @property
    def summary(self) -> str:
        """A few words at the right of the title, or nothing."""
        return ""

    @property
    def primary(self) -> str:
        """Other words for the one primary button while this screen is in sight, or nothing for the usual."""
        return ""

    @property
    def may_act(self) -> bool:
        """Whether the primary button may be pressed."""
        return True

    def act(self) -> bool:
        """Do what the primary button says; False where it simply goes on to the next part."""
        return False

    def show_record(self) -> None:
        """Show what stands in the consultation now; a field that is being typed in is left alone."""

    def commit(self) -> None:
        """Take what is typed as final."""

    def not_kept(self) -> list[str]:
        """What stands in fields and could not be kept, a sentence each."""
        return []

    def show_unkept(self, unkept: tuple[LooseEnd, ...]) -> None:
        """Be told what stands typed in other sections and could not be kept: the last page lists it."""

    def first_stop(self) -> QWidget | None:
        """Where the keyboard goes when the screen comes into sight."""
        return None

    def open_question(self, field: str) -> None:
        """Bring one question into sight and put the keyboard there (from 'ask next' or a loose end)."""
