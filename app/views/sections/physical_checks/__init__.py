"""The screen of the physical checks: a sheet in the clinic's order, with bands, trends and slips."""

from app.views.sections.physical_checks.screen import PhysicalChecksScreen

__all__ = ["PhysicalChecksScreen"]
