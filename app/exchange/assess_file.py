"""One file in, one assessment out: a FHIR bundle or the app's own visit file, told apart by content."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

import msgspec

from app.consultation.draft import Draft
from app.consultation.medicines import SECTION as MEDICINES
from app.consultation.medicines.record import Medicines
from app.consultation.prompts import Assessment, assess
from app.exchange.fhir.bundle import BZ2_BEGINS, read_json
from app.exchange.fhir.bundle_reading import BundleReading, as_history
from app.exchange.fhir.reading import read_tree
from app.exchange.unreadable import BundleUnreadable, FileUnreadable, VisitFileUnreadable
from app.exchange.visit_file import FORMAT, VisitOnFile, read_visit_file
from app.rules.explaining import day_in_words
from app.rules.rulebook import Rulebook

FROM_BUNDLE = "bundle"
NEITHER = (
    "The file is neither a visit file of this app nor a record from another system (FHIR)."
    " Nothing was assessed. Choose another file."
)


@dataclass(frozen=True)
class AssessedFile:
    """The assessment, the day it holds for, and what to know before reading it."""

    assessment: Assessment
    on: date
    warnings: tuple[str, ...] = ()


class _Format(msgspec.Struct):
    """Just enough of a file to tell what it is."""

    format: str = ""


def assess_file(raw: bytes, on: date | None, rulebook: Rulebook, today: date) -> AssessedFile:
    """What the rules say of the person in a file; raises FileUnreadable with one plain line.

    `on` is the day asked for; without one, a visit file stands for its own day and a bundle for today.
    """
    visit, warnings = visit_in(raw, on, today)
    assessment = assess(visit.draft, visit.person, visit.history, rulebook, visit.on)
    return AssessedFile(assessment, visit.on, warnings)


def _as_of(day: date, visit: VisitOnFile) -> VisitOnFile:
    """The visit as if it were held on that day: what was measured before it is no longer today's."""
    began = datetime.combine(day, time(), UTC)
    return replace(visit, draft=replace(visit.draft, started_at=began), on=day)


def visit_in(raw: bytes, on: date | None, today: date) -> tuple[VisitOnFile, tuple[str, ...]]:
    """The visit that a file holds, or the bundle as a visit at which nothing was asked yet."""
    if on is not None and on > today:
        asked_for = f"The day asked for, {day_in_words(on)}, is after today, {day_in_words(today)}"
        raise FileUnreadable(f"{asked_for}. Nothing was assessed.")
    if is_visit_file(raw):
        visit = read_visit_file(raw, today).visit()
        if on is not None and on < visit.on:
            raise VisitFileUnreadable(
                f"The visit was on {day_in_words(visit.on)}, after the day asked for. Nothing was assessed."
            )
        return _as_of(on or visit.on, visit), ()
    tree = read_json(raw)
    if isinstance(tree, dict) and "resourceType" not in tree:
        raise FileUnreadable(NEITHER)
    reading = read_tree(tree, on or today)
    return _unasked(reading, on or today), reading.warnings


def is_visit_file(raw: bytes) -> bool:
    """Whether the file says that it is the app's own."""
    if raw.startswith(BZ2_BEGINS):
        return False
    try:
        return msgspec.json.decode(raw, type=_Format).format == FORMAT
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False


def _unasked(reading: BundleReading, on: date) -> VisitOnFile:
    """The record laid out as a visit of that day: medicines unconfirmed, everything else on record only."""
    person = reading.person_with(FROM_BUNDLE)
    if reading.person.is_deceased:
        raise BundleUnreadable("The record says that this person has died. Nothing was assessed.")
    if person is None:
        raise BundleUnreadable(
            "The record gives no usable date of birth, so no rule can be asked. Nothing was assessed."
            " Ask for the record with a whole date of birth."
        )
    draft = Draft(
        id=FROM_BUNDLE, person_id=person.id, started_at=datetime.combine(on, time(), UTC)
    ).with_record(MEDICINES.key, Medicines(rows=reading.medicines))
    return VisitOnFile(draft, person, as_history(reading, ()), on)
