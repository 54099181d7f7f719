"""Whose visit this is and who is there, in the words of the frame: the same wherever it is looked at."""

from app.consultation.opening import SECTION as OPENING
from app.consultation.opening.facts import whereabouts
from app.views.open_consultation import OpenConsultation
from app.views.parts.banner import Identity
from app.views.people.whose import whose


def identity(consultation: OpenConsultation) -> Identity:
    """The banner's words in a visit."""
    return whose(consultation.person, consultation.history, consultation.session.day_of_the_clock)


def room_words(consultation: OpenConsultation) -> str:
    """Who is in the room, or on the line, all visit long; by phone or video also where help would go."""
    if consultation.draft.correction:
        return ""  # who was there at the visit is not who reads this screen now
    if consultation.is_a_colleagues:
        return f"A visit held by {consultation.draft.held_by}"
    opening = consultation.draft.record(OPENING)
    called, worker = consultation.person.called, consultation.session.first_name
    where = "On the line" if opening.is_remote else "In the room"
    interpreter = f". Interpreter: {opening.interpreter}" if opening.interpreter else ""
    at = whereabouts(opening)
    after = interpreter + (f". {at}" if at else "")
    if consultation.is_private:
        return f"{where}: {called} and {worker}{after}"
    if opening.others_present:
        return f"{where}: {called}, {worker} and {opening.others_present}{after}"
    return at
