"""A section whose screen is its sheet: the heading, how many were answered, and what is not kept yet."""

from PySide6.QtWidgets import QWidget

from app.consultation.agenda import BY_KEY
from app.views.form.sheet import Sheet
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column
from app.views.section_form import SectionForm
from app.views.sections.screen import SectionScreen

MISSING = "Missing is never taken as normal."


class FormScreen(SectionScreen):
    """A section whose screen is its form and nothing else."""

    def __init__(self, consultation: OpenConsultation, section: str, sheet: Sheet | None = None) -> None:
        super().__init__(consultation)
        self.section = section
        self.form = SectionForm(consultation, section, sheet)
        self.setLayout(Column(self.form))

    @property
    def heading(self) -> str:
        """The section's title."""
        return BY_KEY[self.section].title

    @property
    def summary(self) -> str:
        """How many questions have an answer, if only why not."""
        progress = self.consultation.progress(self.section)
        waiting = len(self.not_kept())
        not_kept = f"{waiting} not kept yet. " if waiting else ""
        return f"{progress.answered} of {progress.asked} answered. {not_kept}{MISSING}"

    def not_kept(self) -> list[str]:
        """What is typed and not in the record."""
        return self.form.not_kept()

    def show_record(self) -> None:
        """Show what stands in the record."""
        self.form.show_record()

    def commit(self) -> None:
        """Take what is typed as final."""
        self.form.commit()

    def first_stop(self) -> QWidget | None:
        """The field of the row in hand."""
        return self.form.first_stop()

    def open_question(self, field: str) -> None:
        """Open the row that asks it."""
        self.form.open_question(field)
