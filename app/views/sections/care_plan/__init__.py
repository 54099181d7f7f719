"""The care plan: who does what by when, beside the page that the person takes home."""

from app.views.sections.care_plan.screen import CarePlanScreen

__all__ = ["CarePlanScreen"]
