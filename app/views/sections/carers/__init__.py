"""Carers: who they are, what each may know, topic by topic, and their own view kept apart."""

from app.views.sections.carers.screen import CarersScreen

__all__ = ["CarersScreen"]
