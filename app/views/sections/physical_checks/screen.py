"""Physical checks: one sheet, each check measured, told, read in a record, declined or not done."""

from app.consultation.physical_checks import SECTION
from app.views.open_consultation import OpenConsultation
from app.views.sections.form_screen import FormScreen
from app.views.sections.physical_checks.sheet import PhysicalSheet


class PhysicalChecksScreen(FormScreen):
    """The form of the physical checks, with their own rows and words."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation, SECTION.key, PhysicalSheet())
