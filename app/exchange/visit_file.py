"""The app's own visit file: one visit with its person and its history, as JSON with a version.

The sections come from the agenda, so that a new section is in the file without a line here. Unknown keys are
refused. Decimals are written as text, so that 70.50 comes back as 70.50.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from app.consultation.agenda import SECTIONS
from app.consultation.care_plan import Action, CarePlan
from app.consultation.decisions import Decision
from app.consultation.draft import Draft
from app.consultation.hand_overs import Acknowledgement, HandOver
from app.consultation.history import Condition, History, Reading, Searched
from app.consultation.medicine import Medicine
from app.consultation.not_decided import NotDecided
from app.consultation.person import Person
from app.consultation.questions import Record
from app.consultation.questions_back import QuestionBack
from app.consultation.sharing import Told
from app.exchange.fhir.bundle import MOST_BYTES
from app.exchange.file_places import fault_in_words, place_in_words
from app.exchange.unreadable import VisitFileUnreadable
from app.exchange.visit_checks import fault_of
from app.rules.explaining import day_in_words

FORMAT: Literal["one-conversation-visit"] = "one-conversation-visit"
VERSION: Literal[1] = 1
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
LEFT_ALONE = "Nothing was saved; correct the file and try again."

if TYPE_CHECKING:
    Sections = msgspec.Struct
else:
    Sections = msgspec.defstruct(
        "Sections",
        [(section.key, section.record, section.record()) for section in SECTIONS],
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
        omit_defaults=True,
        module=__name__,
    )


OF_SECTIONS = ("last_records", "left_standing")


class HistoryOnFile(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What the record already held before the visit."""

    readings: tuple[Reading, ...] = ()
    searched: tuple[Searched, ...] = ()
    conditions: tuple[Condition, ...] = ()
    conditions_complete: bool = False
    medicines: tuple[Medicine, ...] = ()
    medicines_confirmed_on: date | None = None
    medicines_seen_on: dict[str, date] = {}
    promises: tuple[Action, ...] = ()
    last_visit_on: date | None = None
    last_records: Sections | None = None
    left_standing: Sections | None = None
    decisions: tuple[Decision, ...] = ()
    sharing: tuple[Told, ...] = ()
    not_decided: tuple[NotDecided, ...] = ()


@dataclass(frozen=True)
class VisitOnFile:
    """A visit file in the app's own terms."""

    draft: Draft
    person: Person
    history: History
    on: date


class VisitFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One visit as it is exchanged."""

    format: Literal["one-conversation-visit"]
    version: Literal[1]
    person: Person
    on: date
    began_on: date | msgspec.UnsetType = msgspec.UNSET
    """The first day of a visit that was carried on on another."""
    sections: Sections = Sections()
    plan: CarePlan = CarePlan()
    decisions: tuple[Decision, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    questions: tuple[QuestionBack, ...] = ()
    history: HistoryOnFile = HistoryOnFile()

    def visit(self) -> VisitOnFile:
        """The draft, the person and the history of this file; the visit counts from the start of its day."""
        started_at = datetime.combine(self.began_on or self.on, time(), UTC)
        draft = Draft(
            id=self._id(),
            person_id=self.person.id,
            started_at=started_at,
            records=_records(self.sections),
            decisions=self.decisions,
            plan=self.plan,
            hand_overs=self.hand_overs,
            acknowledgements=self.acknowledgements,
            questions=self.questions,
        )
        return VisitOnFile(draft, self.person, _history(self.history), self.on)

    def _id(self) -> str:
        """A key from all that is in the file: the same for one visit, another for another."""
        return f"visit-file-{sha256(msgspec.json.encode(self)).hexdigest()}"


def _records(sections: Sections) -> Mapping[str, Record]:
    return MappingProxyType({section.key: getattr(sections, section.key) for section in SECTIONS})


def _history(kept: HistoryOnFile) -> History:
    fields: dict[str, Any] = msgspec.structs.asdict(kept)
    for name in OF_SECTIONS:
        kept_records = fields.pop(name)
        fields[name] = _records(kept_records) if kept_records is not None else {}
    return History(**fields)


def visit_file_of(draft: Draft, person: Person, history: History, on: date) -> VisitFile:
    """A visit as a file."""
    names = HistoryOnFile.__struct_fields__
    kept = {name: getattr(history, name) for name in names if name not in OF_SECTIONS}
    for name in OF_SECTIONS:
        kept[name] = Sections(**found) if (found := getattr(history, name)) else None
    return VisitFile(
        format=FORMAT,
        version=VERSION,
        person=person,
        on=on,
        began_on=draft.day if draft.day < on else msgspec.UNSET,
        sections=Sections(**draft.records),
        plan=draft.plan,
        decisions=draft.decisions,
        hand_overs=draft.hand_overs,
        acknowledgements=draft.acknowledgements,
        questions=draft.questions,
        history=HistoryOnFile(**kept),
    )


def write_visit_file(visit: VisitFile) -> bytes:
    """The file as bytes, indented, so that a person can read it."""
    return msgspec.json.format(msgspec.json.encode(visit), indent=2) + b"\n"


def read_visit_file(raw: bytes, today: date) -> VisitFile:
    """A visit file; raises VisitFileUnreadable with one plain line that names the place.

    A visit of a day after `today` was not held yet: nothing in it can have been measured or said.
    """
    if len(raw) > MOST_BYTES:
        raise VisitFileUnreadable(f"The file is larger than {MOST_BYTES // 1_000_000} MB. {LEFT_ALONE}")
    if _is_fhir(raw):
        raise VisitFileUnreadable(
            f"This is a record from another system (FHIR); a visit file of this app is needed. {LEFT_ALONE}"
        )
    try:
        visit = msgspec.json.decode(raw, type=VisitFile)
    except msgspec.ValidationError as error:
        raise VisitFileUnreadable(f"{fault_in_words(str(error))}. {LEFT_ALONE}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise VisitFileUnreadable(f"The file is not whole JSON. {LEFT_ALONE}") from error
    except RecursionError as error:
        raise VisitFileUnreadable(f"The file is nested too deeply. {LEFT_ALONE}") from error
    if visit.on > today:
        raise VisitFileUnreadable(
            f"The visit is dated {day_in_words(visit.on)}, after today, {day_in_words(today)}. {LEFT_ALONE}"
        )
    if visit.began_on and visit.began_on > visit.on:
        raise VisitFileUnreadable(f"{place_in_words('began_on')}: after the day of the visit. {LEFT_ALONE}")
    records = _records(visit.sections)
    if fault := fault_of(visit.person, visit.on, records, visit.plan, visit.history.readings):
        raise VisitFileUnreadable(f"{fault}. {LEFT_ALONE}")
    return visit


class _Kind(msgspec.Struct):
    """Just enough of a file to tell a FHIR resource."""

    resource: str = msgspec.field(default="", name="resourceType")


def _is_fhir(raw: bytes) -> bool:
    try:
        return bool(msgspec.json.decode(raw, type=_Kind).resource)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False


def visit_file_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the visit file."""
    schema = msgspec.json.schema(VisitFile)
    names = {name: _readable(name) for name in schema["$defs"]}
    written = msgspec.json.encode(schema).decode()
    for name, readable in sorted(names.items(), key=lambda pair: -len(pair[0])):
        written = written.replace(f'#/$defs/{name}"', f'#/$defs/{readable}"').replace(
            f'"{name}":', f'"{readable}":'
        )
    named: dict[str, Any] = msgspec.json.decode(written)
    return {"$schema": SCHEMA_DIALECT, "title": FORMAT, **named}


def _readable(name: str) -> str:
    """A definition's name without the module paths and brackets that Python gives to generic types."""
    without_paths = re.sub(r"typing\.|msgspec\.|app(\.\w+?)*\.(?=[A-Z])", "", name)
    return re.sub(r"\W|_", " ", without_paths).title().replace(" ", "") if "." in name else name.strip("_")
