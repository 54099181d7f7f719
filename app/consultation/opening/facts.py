"""What the opening settles: whether the visit may start, and how far the section is."""

from collections.abc import Mapping

from app.consultation.answers import Known, YesNo, is_answered
from app.consultation.opening.record import Company, Opening
from app.consultation.section import Progress
from app.consultation.visit import Visit
from app.rules.facts import Fact

IDENTIFIERS_NEEDED = 2


def facts(_record: Opening, _visit: Visit) -> Mapping[str, Fact]:
    """No rule asks the opening anything yet."""
    return {}


def missing_to_start(record: Opening) -> tuple[str, ...]:
    """Which of the compulsory facts are still open, in words ('when' is kept by the visit itself)."""
    missing = []
    if not _is_identified(record):
        missing.append("two identifiers that the person said")
    if not isinstance(record.place, Known):
        missing.append("where you are")
    if not isinstance(record.company, Known):
        missing.append("who is present")
    return tuple(missing)


def _is_identified(record: Opening) -> bool:
    """The same identifier said twice is still one."""
    return len(set(record.identifiers)) >= IDENTIFIERS_NEEDED


def is_private(record: Opening) -> bool:
    """Whether the person is known to be alone with the worker: only then are private questions open.

    By phone or video nobody sees who listens: there the person must have said that they can talk. Somebody
    of the family who interprets is somebody present; a professional is not.
    """
    is_alone = isinstance(record.company, Known) and record.company.value is Company.ALONE
    is_heard = record.is_interpreted_by_family or (record.is_remote and not _can_talk(record))
    return is_alone and not is_heard


def _can_talk(record: Opening) -> bool:
    return isinstance(record.private_to_talk, Known) and record.private_to_talk.value is YesNo.YES


def whereabouts(record: Opening) -> str:
    """For an emergency by phone or video: where help must go, and how to reach the person again."""
    if not record.is_remote:
        return ""
    where = f"They are at: {record.where_they_are}." if record.where_they_are else "Ask now where they are."
    back = f" Ring back on {record.call_back_number}." if record.call_back_number else ""
    return f"{where}{back}"


def in_an_emergency(record: Opening) -> str:
    """By phone or video, to stay with somebody is to keep the line open while another one is used."""
    where = whereabouts(record)
    return f"Keep the line open, and ring from another one. {where}" if where else ""


def progress(record: Opening, visit: Visit) -> Progress:
    """The four compulsory facts, what matters, and one outcome for each open promise."""
    answered = [
        _is_identified(record),
        is_answered(record.place),
        is_answered(record.company),
        is_answered(record.what_matters),
        *(record.outcome_of(p.id) is not None for p in visit.history.promises),
    ]
    return Progress(sum(answered), len(answered))
