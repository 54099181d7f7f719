"""Bowels, asked at every visit on clozapine."""

from app.consultation.medicines import SECTION
from app.consultation.medicines.record import Medicines
from app.consultation.questions import questions
from app.views.form.making import entry_for
from app.views.form.member import Member
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import PADDED, Card
from app.views.parts.words import Voice, Words

BOWEL_FIELDS = (
    "days_since_bowels_opened",
    "bowel_signs",
    "bowel_discomfort",
    "stools_a_week",
    "bowels_straining_or_hard",
    "laxative_recently_stopped",
)


class Bowels(Card):
    """The questions that clozapine brings, each with its own reason for no answer."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self.consultation = consultation
        asked, visit = questions(Medicines), consultation.visit
        self.members = [
            Member(name, asked[name], entry_for(asked[name], visit.today), captioned=True, beside=True)
            for name in BOWEL_FIELDS
        ]
        heading = Words("Bowels", Voice.HEADING)
        super().__init__(heading, *self.members, margins=PADDED, gap=10)
        self._seen: dict[str, object] = {}
        for at, member in enumerate(self.members):
            member.given.connect(lambda member=member: self._take(member))
            member.entry.entered.connect(lambda at=at: self._go_on(at))

    @property
    def record(self) -> Medicines:
        """The medicines as they stand."""
        return self.consultation.draft.record(SECTION)

    def show_record(self) -> None:
        """Show the questions where clozapine is taken."""
        record, visit = self.record, self.consultation.visit
        shown = False
        for member in self.members:
            stored = getattr(record, member.name)
            if self._seen.get(member.name) != stored:
                member.show_answer(stored)
                self._seen[member.name] = stored
            is_asked = member.question.shown(record, visit)
            member.setVisible(is_asked)
            shown = shown or is_asked
        self.setVisible(shown)

    def open_question(self, field: str) -> bool:
        """Put the keyboard into a question; False where it is not one of these."""
        for member in self.members:
            if member.name == field:
                member.entry.first_stop().setFocus()
                return True
        return False

    def commit(self) -> None:
        """Take what is typed as final."""
        for member in self.members:
            member.entry.commit()

    def not_kept(self) -> list[str]:
        """What is typed and not in the record."""
        if self.isHidden():
            return []
        return [f"{m.question.label}: {why}" for m in self.members if (why := m.entry.refused())]

    def _take(self, member: Member) -> None:
        stored = getattr(self.record, member.name)
        answer = member.answer_without_how(stored, self.consultation.known)
        self._seen[member.name] = answer
        self.consultation.answer(SECTION.key, member.name, answer)

    def _go_on(self, at: int) -> None:
        if at + 1 < len(self.members):
            self.members[at + 1].entry.first_stop().setFocus()
