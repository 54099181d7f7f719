"""How life is going, on the staff's side: the eleven ratings, and then and now."""

from app.views.sections.dialog.screen import DialogScreen

__all__ = ["DialogScreen"]
