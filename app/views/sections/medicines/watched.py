"""What a medicine asks for at each visit: bowels on clozapine, its other signs, lithium, who knows of it."""

from app.consultation.medicines import SECTION
from app.consultation.medicines.record import Medicines
from app.consultation.questions import questions
from app.views.form.making import entry_for
from app.views.form.member import Member
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import PADDED, Card
from app.views.parts.words import Voice, Words

CARDS = {
    "Bowels": (
        *("days_since_bowels_opened", "bowel_signs", "bowel_discomfort", "stools_a_week"),
        *("bowels_straining_or_hard", "laxative_recently_stopped", "bowel_operation", "glp1_raised"),
    ),
    "Clozapine": (
        *("clozapine_signs", "clozapine_heart_signs", "hours_without_clozapine"),
        *("clozapine_level_not_seen", "clozapine_level_reasons"),
    ),
    "Lithium": (
        *("lithium_signs", "lithium_fluid_risks", "lithium_missed", "lithium_other_changed"),
        *("fluids_a_day", "times_up_at_night", "thyroid_signs", "lithium_same_brand"),
    ),
    "From the hospital": ("hospital_medicine_on_gp_list",),
    "With these medicines": (
        *("medicine_changed", "body_signs", "inner_signs", "hormone_signs"),
        *("movement_check", "depot_time", "olanzapine_depot", "plan_for_two"),
    ),
}
"""The cards by their headings: what cannot wait stands first in each."""


class Watched(Card):
    """The questions that a medicine brings, each with its own reason for no answer."""

    def __init__(self, consultation: OpenConsultation, heading: str) -> None:
        self.consultation = consultation
        self.fields = CARDS[heading]
        self.members: list[Member] = []
        super().__init__(Words(heading, Voice.HEADING), margins=PADDED, gap=10)
        self._seen: dict[str, object] = {}

    @property
    def record(self) -> Medicines:
        """The medicines as they stand."""
        return self.consultation.draft.record(SECTION)

    def show_record(self) -> None:
        """Show the questions that matter with what is taken; what is asked alone waits for that."""
        record, visit = self.record, self.consultation.visit
        asked = questions(Medicines)
        is_alone = self.consultation.is_private
        is_asked = {
            name: (is_alone or not asked[name].is_private) and asked[name].shown(record, visit)
            for name in self.fields
        }
        if any(is_asked.values()) and not self.members:
            self._make_members()
        for member in self.members:
            stored = getattr(record, member.name)
            if self._seen.get(member.name) != stored:
                member.show_answer(stored)
                self._seen[member.name] = stored
            member.setVisible(is_asked[member.name])
        self.setVisible(any(is_asked.values()))

    def _make_members(self) -> None:
        asked, today = questions(Medicines), self.consultation.visit.today
        self.members = [
            Member(name, asked[name], entry_for(asked[name], today), captioned=True, beside=True)
            for name in self.fields
        ]
        for at, member in enumerate(self.members):
            member.given.connect(lambda member=member: self._take(member))
            member.entry.entered.connect(lambda at=at: self._go_on(at))
        self.add(*self.members)

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
        following = (member for member in self.members[at + 1 :] if not member.isHidden())
        if member := next(following, None):
            member.entry.first_stop().setFocus()
