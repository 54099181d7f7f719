"""Medicines as they stand on the paper: the list and who vouches for it, what is noticed, what is asked."""

import re

from app.consultation import medicines
from app.consultation.answers import Known
from app.consultation.days import in_words
from app.consultation.draft import Draft
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.facts import confirmed_before, confirmed_on
from app.consultation.medicines.record import EFFECT_BY_KEY, Bother, Everything, Presence, SideEffect
from app.consultation.person import Allergies, Person
from app.consultation.visit import Visit
from app.reports.plan_paper import MedicineLine, NoticedEffect

FORMS = {
    Form.TABLET: "tablets",
    Form.LIQUID: "liquid",
    Form.DEPOT: "long-acting injection",
    Form.INJECTION: "injection",
}
BOTHER_WORDS = {
    None: "",
    Bother.NOT_AT_ALL: "It does not bother me.",
    Bother.SLIGHTLY: "It bothers me slightly.",
    Bother.A_LOT: "It bothers me a lot.",
    Bother.TOO_MUCH: "It bothers me too much.",
}
HOW_MUCH = {Presence.A_LITTLE: "a little", Presence.A_LOT: "a lot"}
DOUBTS = {
    Everything.NO: "This list is not everything I take.",
    Everything.NOT_SURE: "I am not sure that this list is everything I take.",
}
NOT_ASKED_TODAY = "I have not said yet whether this is everything I take."


def allergy_words(person: Person) -> str:
    """What the person must not be given, or that there is nothing known, or that nobody asked."""
    if person.allergies:
        return f"My allergies: {', '.join(person.allergies)}."
    if person.allergies_known is Allergies.NONE_KNOWN:
        return "I know of no allergies."
    return "I was not asked yet about allergies."


def medicine_lines(draft: Draft) -> tuple[MedicineLine, ...]:
    """What is still taken."""
    return tuple(_line(row) for row in draft.record(medicines.SECTION).rows if row.still_taken)


def _line(row: Medicine) -> MedicineLine:
    taken = ", ".join(words for words in (row.dose, FORMS.get(row.form, "") if row.form else "") if words)
    return MedicineLine(
        row.name,
        how_i_take_it=taken,
        what_for=row.what_for,
        since=in_words(row.started) if row.started else "",
    )


def list_note(draft: Draft, visit: Visit) -> str:
    """Whether the list is everything, with the day that the person said so, or that nobody asked."""
    record = draft.record(medicines.SECTION)
    answer = record.everything
    day = confirmed_on(record, visit) or confirmed_before(record, visit)
    if day is None:
        doubt = DOUBTS.get(answer.value, "") if isinstance(answer, Known) else ""
        return doubt or NOT_ASKED_TODAY
    if not medicine_lines(draft):
        return f"I said on {in_words(day)} that I take no medicines."
    if day == visit.day:
        return f"I looked at this list on {in_words(day)}. It is everything I take."
    return f"I looked at this list on {in_words(day)}. I said then that it was everything I took."


def noticed_effects(draft: Draft, *, private_too: bool) -> tuple[NoticedEffect, ...]:
    """What the person notices; private ones only where that was asked for."""
    return tuple(
        NoticedEffect(_in_my_voice(EFFECT_BY_KEY[said.key].words), _how_much(said))
        for said in draft.record(medicines.SECTION).effects
        if said.is_noticed and (private_too or not EFFECT_BY_KEY[said.key].is_private)
    )


def _how_much(said: SideEffect) -> str:
    """How much it is noticed, and how much it bothers."""
    bother = BOTHER_WORDS[said.bother]
    return f"{HOW_MUCH[said.presence]}. {bother}" if bother else HOW_MUCH[said.presence]


def questions(draft: Draft, *, private_too: bool) -> tuple[str, ...]:
    """What the person would most like to change, as their question to whoever prescribes."""
    effect = EFFECT_BY_KEY.get(draft.record(medicines.SECTION).most_like_to_change)
    if effect is None or (effect.is_private and not private_too):
        return ()
    return (f"For my prescriber: what could help with this? {_in_my_voice(effect.words)}.",)


def _in_my_voice(words: str) -> str:
    """The screen asks "you"; on the paper the person speaks."""
    return re.sub(r"\byou\b", "I", re.sub(r"\byour\b", "my", words))
