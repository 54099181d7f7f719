"""The screen of the medicines: what is taken on the left, what it does to the person on the right."""

from app.views.sections.medicines.screen import MedicinesScreen

__all__ = ["MedicinesScreen"]
