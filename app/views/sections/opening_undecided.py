"""What the last visit left undecided that cannot wait: said first, until it is decided or applies no more."""

from app.consultation.left_undecided import carried_on
from app.views.open_consultation import OpenConsultation
from app.views.parts.message import Message, Weight

WHAT_IS_OPEN = "Could not wait, and was not decided"
WHAT_TO_DO = "Ask what has become of it. It stays here until it is decided, or no longer applies."


class UndecidedBefore(Message):
    """One line for each; what was told alone is named only while the person is alone."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__("", weight=Weight.CHECK)
        self._consultation = consultation

    def show_record(self) -> None:
        """Show what is still open; gone where nothing is."""
        consultation, last = self._consultation, self._consultation.history.last_visit_on
        found = carried_on(consultation.assessment, consultation.visit)
        lines = [f"{each.words(last, is_private=consultation.is_private)}." for each in found]
        self.setVisible(bool(lines))
        if lines:
            self.say(WHAT_IS_OPEN, "\n".join(lines), WHAT_TO_DO)
