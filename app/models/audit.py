"""Who did or saw what, when: one row for each, chained so that a later change shows."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.ids import new_id
from app.models.statements import Execute, Writes
from app.models.tables import AuditRow

_LAST_LINK = "SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1"
_SAID = tuple(column.name for column in AuditRow.__table__.columns if column.name != "hash")
_write = Writes(AuditRow)
_as_json = json.JSONEncoder(ensure_ascii=False).encode


class What(Enum):
    """What was done or seen."""

    STORE_MADE = "store made"
    SIGNED_IN = "signed in"
    WRONG_TRIES = "wrong tries before this sign-in"
    RECOVERY_USED = "signed in after recovery"
    RECOVERY_CONFIRMED = "recovery codes confirmed"
    RECOVERY_RENEWED = "recovery codes renewed"
    COVERED = "screen covered"
    LOCKED = "locked"
    ACCOUNT_ADDED = "account added"
    ACCOUNT_ENDED = "account ended"
    PASSPHRASE_CHANGED = "passphrase changed"
    PIN_CHANGED = "PIN changed"
    BACKUP_MADE = "backup made"
    BACKUP_PUT_BACK = "backup put back"
    FORMAT_CHANGED = "format changed"
    AUDIT_READ = "audit read"
    PEOPLE_LISTED = "people listed"
    PEOPLE_SEARCHED = "people searched"
    RECORD_VIEWED = "record viewed"
    PERSON_ADDED = "person added"
    PERSON_CHANGED = "person changed"
    PERSON_SEEN = "whether a person is seen here"
    PEOPLE_LINKED = "people linked"
    PEOPLE_PARTED = "link between people undone"
    RULE_SIGNED_OFF = "rule signed off"
    RULE_SIGNATURE_TAKEN_BACK = "signature under a rule taken back"
    RULE_QUIZZED = "case of a rule answered"
    RULES_REVIEWED = "rules reviewed over everybody's record"
    RULE_VISITS_SEEN = "visits that saw a rule listed"
    RECORD_IMPORTED = "record imported"
    RECORD_EXPORTED = "record exported"
    VISIT_STARTED = "visit started"
    VISIT_RESUMED = "visit resumed"
    FIELD_SAVED = "field saved"
    VISIT_FINISHED = "visit finished"
    VISIT_SIGNED = "visit signed"
    CORRECTION_BEGUN = "correction begun"
    CORRECTION_GIVEN_UP = "correction given up"
    VISIT_CORRECTED = "visit corrected"
    VISIT_DID_NOT_HAPPEN = "visit did not happen"
    PROMPT_DECIDED = "prompt decided"
    PROMPT_HANDED_OVER = "prompt handed over"
    HAND_OVER_ACKNOWLEDGED = "hand-over acknowledged"
    QUESTION_ASKED = "question asked back"
    QUESTION_ANSWERED = "question answered"
    ACTION_ADDED = "action added"
    ACTION_CHANGED = "action changed"
    PLAN_READ = "signed plan read again"
    PLAN_SAVED = "plan saved as a file"
    PLAN_PRINTED = "plan printed"


@dataclass(frozen=True)
class AuditEvent:
    """One thing done or seen: ids only, never a name or a clinical word."""

    at: datetime
    staff_id: str
    what: What
    person_id: str | None = None
    subject_id: str | None = None


def append(execute: Execute, event: AuditEvent, device: str) -> None:
    """Write the event as the next link of the chain, in the transaction that it speaks of."""
    last = execute(_LAST_LINK, ()).fetchone()
    sequence, previous_hash = (last[0] + 1, last[1]) if last else (1, device)
    said: dict[str, Any] = {
        "sequence": sequence,
        "id": new_id(event.at),
        "at": event.at,
        "staff_id": event.staff_id,
        "what": event.what.value,
        "person_id": event.person_id,
        "subject_id": event.subject_id,
        "device": device,
        "previous_hash": previous_hash,
    }
    _write(execute, **said, hash=_hash_of(said))


def first_broken_link(session: Session) -> int | None:
    """The sequence number of the first audit row that was altered, moved, or follows a gap; else None."""
    expected, previous = 1, None
    for row in session.scalars(select(AuditRow).order_by(AuditRow.sequence)):
        linked = row.previous_hash == (previous.hash if previous else row.device)
        said = {name: getattr(row, name) for name in _SAID}
        if row.sequence != expected or not linked or row.hash != _hash_of(said):
            return expected
        expected, previous = expected + 1, row
    return None


def _hash_of(said: dict[str, Any]) -> str:
    """The seal of one row, over all that it says in the order of its columns, and the seal before it."""
    values = [said[name].isoformat() if name == "at" else said[name] for name in _SAID]
    return hashlib.sha256(_as_json(values).encode()).hexdigest()
