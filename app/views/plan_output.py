"""The plan out of the app: as a PDF file where the member of staff says, or on the printer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.consultation.draft import Draft
from app.consultation.prompts import surroundings
from app.consultation.seen_here import Left
from app.models.account import Staff
from app.models.audit import What
from app.models.folder import write_whole
from app.models.signed_visits import SignedVisit
from app.views.open_consultation import OpenConsultation
from app.views.pdf_place import ask_where
from app.views.session import Session

if TYPE_CHECKING:  # What makes the paper is loaded when one is wanted: most sign-ins end before.
    from app.reports.paper_of_visit import Printing
    from app.reports.plan_paper import PlanPaper


def printing(consultation: OpenConsultation) -> "Printing":
    """What the paper says about itself."""
    from app.reports.paper_of_visit import Printing

    session = consultation.session
    staff = session.store.staff
    signed = consultation.is_signed
    return Printing(
        worker=consultation.draft.held_by,
        is_draft=not signed,
        is_practice=session.is_practice,
        rules_version=session.rulebook.version,
        rules_hash=session.rulebook.hash,
        rules_signed_off=bool(consultation.signed_rules),
        has_rules_in_use=consultation.signed_rules is None or bool(consultation.signed_rules),
        private_effects=consultation.is_private and consultation.private_effects_too,
        private_ratings=consultation.is_private and consultation.private_ratings_too,
        signed_by=_with_role(staff) if signed else "",
        signed_on=session.day_of_the_clock if signed else None,
    )


@dataclass(frozen=True)
class Copy:
    """A plan that may leave the app: which, whose, and how its pages are made when they are wanted.

    `left` is how the person left, where they did: for someone who died no plan goes out.
    """

    session: Session
    draft: Draft
    left: Left | None
    make: Callable[[], bytes]

    @property
    def stays(self) -> str:
        """Why it does not go out any more, or nothing."""
        left = self.left
        return f"{left.words}: no plan is printed or saved." if left and left.has_died else ""


def copy_of_visit(consultation: OpenConsultation) -> Copy:
    """The plan of the visit in hand."""
    left = consultation.history.left
    return Copy(consultation.session, consultation.draft, left, lambda: plan_pdf(consultation))


def signed_printing(visit: SignedVisit, session: Session) -> "Printing":
    """What the paper of a signed visit says about itself, whoever prints it; nothing private is on it."""
    from app.reports.paper_of_visit import Printing

    is_same = visit.rulebook_hash == session.rulebook.hash
    return Printing(
        worker=visit.draft.held_by,
        is_draft=False,
        is_practice=session.is_practice,
        rules_version=session.rulebook.version if is_same else "of that day",
        rules_hash=visit.rulebook_hash,
        rules_signed_off=not session.is_practice and bool(visit.rules_signed),
        has_rules_in_use=session.is_practice or bool(visit.rules_signed),
        signed_by=_with_role(visit.signed_by),
        signed_on=visit.signed_on,
        replaced_on=visit.replaced_on,
    )


def signed_pdf(visit: SignedVisit, session: Session) -> bytes:
    """The plan of a signed visit, as it was when it was signed."""
    from app.reports.care_plan_pdf import care_plan_pdf
    from app.reports.paper_of_visit import paper_of

    correction = visit.draft.correction
    today = correction.last_day if correction else visit.signed_on
    around = surroundings(visit.draft, visit.person, visit.history, today)
    return care_plan_pdf(paper_of(visit.draft, visit.person, around, signed_printing(visit, session)))


def _with_role(staff: Staff) -> str:
    registration = f", {staff.registration}" if staff.registration else ""
    return f"{staff.name}, {staff.role.label}{registration}"


def paper_in_hand(visit: OpenConsultation) -> "PlanPaper":
    """What stands on the paper of the visit in hand: on screen, in a draft and when it was signed."""
    from app.reports.paper_of_visit import paper_of

    return paper_of(visit.as_put_away, visit.person, visit.visit, printing(visit))


def plan_pdf(consultation: OpenConsultation) -> bytes:
    """The plan of the visit as a PDF."""
    from app.reports.care_plan_pdf import care_plan_pdf

    return care_plan_pdf(paper_in_hand(consultation))


def save_plan(consultation: OpenConsultation, parent: QWidget) -> str:
    """Save the plan of the visit in hand."""
    return save_copy(copy_of_visit(consultation), parent)


def save_copy(copy: Copy, parent: QWidget) -> str:
    """Ask where, and save; gives the sentence to show, or nothing where it was given up.

    The proposed name names the plan, never the person.
    """
    from app.reports.paper_of_visit import plan_number

    if copy.stays:
        return copy.stays
    proposed = Path.home() / f"Plan {plan_number(copy.draft)}.pdf"
    chosen = ask_where(parent, "Save the plan as a PDF", proposed)
    if chosen is None:
        return ""
    try:
        write_whole(chosen, copy.make())
    except OSError as fault:
        why = fault.strerror or "no reason was given"
        return f"The plan could not be saved there: {why}. The visit is kept. Choose another place."
    _note(copy, What.PLAN_SAVED)
    return "The plan was saved. The file is not encrypted: give it to the person, or keep it safe."


def print_plan(consultation: OpenConsultation, parent: QWidget) -> str:
    """Print the plan of the visit in hand."""
    return print_copy(copy_of_visit(consultation), parent)


def print_copy(copy: Copy, parent: QWidget) -> str:
    """Ask which printer, and print; gives the sentence to show, or nothing where it was given up."""
    from app.reports.paper_of_visit import plan_number
    from app.views.on_printer import Printed, ask_and_print

    if copy.stays:
        return copy.stays
    became = ask_and_print(f"Plan {plan_number(copy.draft)}", copy.make, parent)
    if became is Printed.DONE:
        _note(copy, What.PLAN_PRINTED)
    return {
        Printed.GIVEN_UP: "",
        Printed.REFUSED: "The printer did not take the plan. The visit is kept. "
        "Check the printer, or save a PDF.",
        Printed.DONE: "The plan was given to the printer.",
    }[became]


def _note(copy: Copy, what: What) -> None:
    """Write down that a copy left the app."""
    store, draft = copy.session.store, copy.draft
    event = store.event(what, copy.session.now(), person_id=draft.person_id, subject_id=draft.id)
    with store.transaction(event):
        pass
