"""A visit that ended early: what nobody came to says so, and is left for next time.

The reason is written into the answers when the visit is ended, and taken out again when somebody goes on with
it: until then a question that was not asked is only that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import msgspec

from app.consultation.agenda import SECTIONS
from app.consultation.answers import NOT_ASKED, Known, Unknown, WhyNot, is_answered
from app.consultation.draft import Draft
from app.consultation.opening import SECTION as OPENING
from app.consultation.opening.record import Opening
from app.consultation.questions import Record, questions
from app.consultation.section import Section
from app.consultation.visit import Visit
from app.consultation.wellbeing_and_safety import SECTION as WELLBEING

LEFT = Unknown(WhyNot.ENDED_EARLY)


@dataclass(frozen=True)
class LeftOver:
    """A part of the consultation that was not talked about, or not to its end."""

    title: str
    is_begun: bool

    @property
    def words(self) -> str:
        """As it stands in a list."""
        return f"the rest of {self.title.lower()}" if self.is_begun else self.title.lower()


def why_ended(records: Mapping[str, Record]) -> str:
    """Why the visit ended early, in words; empty where it did not."""
    opening = records.get(OPENING.key)
    if not isinstance(opening, Opening) or not isinstance(opening.ended_early, Known):
        return ""
    return opening.ended_early_note or str(opening.ended_early.value.value)


def as_it_ended(draft: Draft, visit: Visit) -> Draft:
    """The draft as it is put away: what mattered and was not asked says that the visit ended early."""
    if not why_ended(draft.records):
        return as_asked(draft)
    records = {s.key: _left(draft.records[s.key], visit) for s in SECTIONS if s is not OPENING}
    return replace(draft, records=MappingProxyType({**draft.records, **records}))


def as_asked(draft: Draft) -> Draft:
    """The draft as somebody goes on with it: what was left is a question again."""
    records = {key: _exchanged(record, LEFT, NOT_ASKED) for key, record in draft.records.items()}
    return draft if records == draft.records else replace(draft, records=MappingProxyType(records))


def left_over(records: Mapping[str, Record]) -> tuple[LeftOver, ...]:
    """What an ended visit left for next time, in the order of the clinic."""
    found = []
    for section in SECTIONS:
        answers = list(_answers(records.get(section.key)))
        if LEFT in answers:
            found.append(LeftOver(section.title, any(is_answered(answer) for answer in answers)))
    return tuple(found)


def not_begun(draft: Draft, visit: Visit) -> tuple[str, ...]:
    """The parts in which something was to be asked today and nothing was said, by their names.

    What is asked alone counts for nothing here: where only that was said, it reads as if nothing was.
    A part of which the paper says nothing at all is not missed on it either.
    """
    return tuple(
        section.title.lower()
        for section in SECTIONS
        if section not in (OPENING, WELLBEING) and _is_untouched(section, draft.records[section.key], visit)
    )


def _is_untouched(section: Section[Any], record: Record, visit: Visit) -> bool:
    """Nothing in it at all: of a list that goes on from before, nobody can tell if it was gone through."""
    names = [n for n in record.__struct_fields__ if f"{section.key}.{n}" not in section.private_places]
    return LEFT in _answers(_left(record, visit)) and not any(_says(getattr(record, n)) for n in names)


def _says(field: object) -> bool:
    """Whether a field holds an answer, or a row of a list."""
    answer = getattr(field, "rating", field)
    if isinstance(answer, Known | Unknown):
        return is_answered(answer)
    return isinstance(field, tuple) and any(isinstance(row, msgspec.Struct) for row in field)


def _left(record: Record, visit: Visit) -> Record:
    asked = questions(type(record))
    matters = {
        name
        for name in record.__struct_fields__
        if name not in asked or (asked[name].shown(record, visit) and not asked[name].is_for_staff_alone)
    }
    return _exchanged(record, NOT_ASKED, LEFT, matters)


def _exchanged(record: Record, now: Unknown, then: Unknown, names: set[str] | None = None) -> Record:
    """The record with one reason in the place of the other, also in an area of life."""
    changes: dict[str, Any] = {}
    for name in record.__struct_fields__ if names is None else names:
        answer = getattr(record, name)
        rating = getattr(answer, "rating", None)
        if answer == now:
            changes[name] = then
        elif rating is not None and rating == now:
            changes[name] = msgspec.structs.replace(answer, rating=then)
    return msgspec.structs.replace(record, **changes) if changes else record


def _answers(record: Record | None) -> list[Any]:
    fields = [getattr(record, name) for name in record.__struct_fields__] if record is not None else []
    answers = [getattr(field, "rating", field) for field in fields]
    return [answer for answer in answers if isinstance(answer, Known | Unknown)]
