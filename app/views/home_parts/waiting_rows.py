"""What waits, as it is said to whoever is signed in: visits to carry on, to sign and of today, promises."""

from collections.abc import Mapping
from datetime import date

from app.consultation.correction import Correction
from app.consultation.days import clock_time, on_screen, on_this_laptop
from app.consultation.draft import State
from app.models.consultations import OpenDraft
from app.models.people import PersonSummary
from app.models.todays_visits import VisitOfToday
from app.views.home_parts.listed import OpenVisit
from app.views.home_parts.waiting import Waiting
from app.views.people.person_words import ago, begun_at, counted, list_name, told_apart
from app.views.session import Session

BECAME = {
    State.DRAFT: "It is open.",
    State.FINISHED: "It waits for a nurse.",
    State.SIGNED: "It is signed.",
    State.CORRECTED: "It is signed, and was put right since.",
    State.DID_NOT_HAPPEN: "It did not take place.",
}


class WaitingRows:
    """The rows of home for one member of staff; `names` are everybody's by their id."""

    def __init__(self, session: Session, names: Mapping[str, str]) -> None:
        self._session, self._names = session, names

    def is_mine(self, draft: OpenDraft) -> bool:
        """Whether whoever is signed in began it."""
        return draft.started_by == self._session.store.staff.id

    def open_visit(self, draft: OpenDraft) -> OpenVisit:
        """What a person's own row says of their open visit."""
        begun = begun_at(draft.started_at, self._session.now())
        if self.is_mine(draft):
            return OpenVisit(f"Your visit of {begun} is open.", draft.id)
        return OpenVisit(f"{self._names[draft.started_by]}'s visit of {begun} is open.")

    def of_today(self, visit: VisitOfToday) -> Waiting:
        """When, by whom, and what became of it; the way leads to the person's own row."""
        who = visit.person
        name = list_name(who.family_name, who.given_name)
        at = clock_time(on_this_laptop(visit.started_at))
        return Waiting(
            key=visit.id,
            name=name,
            details=(
                told_apart(who.birth_date, who.nhs_number),
                f"Begun at {at} by {self._names[visit.started_by]}. {BECAME[visit.state]}",
            ),
            button="Show",
            button_name=f"Show {name}, whose visit was begun at {at}, in the list of people",
        )

    def of_draft(self, draft: OpenDraft) -> Waiting:
        """A visit or a correction that is open; only whoever began it carries it on."""
        begun = begun_at(draft.started_at, self._session.now())
        saved = begun_at(draft.saved_at, self._session.now())
        if draft.correction is not None:
            return self._correction_row(draft, draft.correction, saved)
        sections = counted(draft.sections_begun, "section", "sections")
        said = f"Visit of {begun}. {sections} begun, saved {saved}."
        if not draft.sections_begun:
            said = f"Visit of {begun}. Nothing is answered yet."
        question = draft.passed_on.open_question
        if self.is_mine(draft):
            if question is not None:
                said = f"Visit of {begun}. {question.by} asks: \u201c{question.asked}\u201d"
            return _visit_row(draft, said, "Carry on", f"Carry on with {{}}'s visit of {begun}")
        if question is not None:
            said = f"Visit of {begun}, sent back with a question by {question.by}."
        return _visit_row(draft, f"{said} Begun by {self._names[draft.started_by]}, who carries it on.")

    def of_review(self, draft: OpenDraft) -> Waiting:
        """A finished visit that waits to be read and signed."""
        begun = begun_at(draft.started_at, self._session.now())
        said = f"Visit of {begun} by {self._names[draft.started_by]}.{_passed_on_words(draft)}"
        if self._session.may_sign:
            return _visit_row(draft, said, "Read", f"Read and sign {{}}'s visit of {begun}")
        return _visit_row(draft, f"{said} A nurse or prescriber reads and signs it.")

    def _correction_row(self, draft: OpenDraft, correction: Correction, saved: str) -> Waiting:
        day = on_screen(on_this_laptop(draft.started_at).date())
        said = f"Correction of the visit of {day}, version {correction.version}, saved {saved}."
        if self.is_mine(draft):
            spoken = f"Carry on with the correction of {{}}'s visit of {day}"
            return _visit_row(draft, said, "Carry on", spoken)
        return _visit_row(draft, f"{said} Begun by {self._names[draft.started_by]}, who carries it on.")


def _passed_on_words(draft: OpenDraft) -> str:
    """What a reviewer should know before opening it: what was handed over, and what was answered."""
    found, said = draft.passed_on, ""
    matters = found.matters
    if matters.handed_over:
        some = "not all acknowledged" if matters.unacknowledged < matters.handed_over else "not acknowledged"
        has_it = some if matters.unacknowledged else "acknowledged"
        said = f" {counted(matters.handed_over, 'matter', 'matters')} handed over, {has_it}."
    if matters.unreached:
        said += f" {counted(matters.unreached, 'matter', 'matters')} for which nobody could be reached."
    if found.questions:
        said += " A question is not answered." if found.open_question else " Questions answered."
    return said


def _visit_row(draft: OpenDraft, said: str, button: str = "", spoken: str = "") -> Waiting:
    who = draft.person
    return Waiting(
        key=draft.id,
        name=list_name(who.family_name, who.given_name),
        details=(told_apart(who.birth_date, who.nhs_number), said),
        button=button,
        button_name=spoken.replace("{}", who.full_name),
    )


def promise_row(person: PersonSummary, today: date) -> Waiting:
    """Whose promise is due, and since when."""
    name = list_name(person.family_name, person.given_name)
    due = person.oldest_promise_on
    which = "The one open promise" if person.open_promises == 1 else "The first of the open promises"
    if due == today:
        when = f"{which} is due today."
    else:
        when = f"{which} was due {on_screen(due)}, {ago(due, today)}." if due else ""
    return Waiting(
        key=person.id,
        name=name,
        details=(told_apart(person.birth_date, person.nhs_number), when),
        button="Show",
        button_name=f"Show {name} in the list of people",
    )
