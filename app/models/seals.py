"""What the database itself refuses to change: signed visits and all that belongs to them, and the audit."""

from collections.abc import Mapping

from sqlalchemy import Connection

_VISIT_SENTENCE = "A signed visit is never changed: add a correction."
_BELONGS_TO_A_VISIT = (
    "section_document",
    "observation",
    "medicine_entry",
    "condition_entry",
    "prompt_decision",
    "sealed_prompt",
)
_WRITTEN_ONCE = {
    "audit_event": "The audit is only ever added to.",
    "sealed_prompt": "A sealed prompt stays as it was worded.",
    "prompt_decision": "A decision stays as it was made; a changed mind is a new one.",
    "import_left_out": "What an import left out stays as it was noted.",
    "store_info": "What kind of store this is was settled when it was made.",
}
_ADDED_TO_SINCE = {
    "person_status": "What was written down of a person stays: write down what is so now.",
    "person_link": "A link between two records stays written down: undo it by another.",
    "rule_sign_off": "A signature under a rule stays written down: take it back by another.",
    "rule_quiz": "What was answered about a rule stays as it was answered.",
}
"""Written once like the others; their seals came with formats 3 and 4, so they are numbered last."""
_STAFF_SENTENCE = "A member of staff is never deleted: end the account."
SENTENCES = frozenset({_VISIT_SENTENCE, _STAFF_SENTENCE, *_WRITTEN_ONCE.values(), *_ADDED_TO_SINCE.values()})
"""What the seals say, so that a refusal of theirs can be told from any other."""

_WORDS_OF_A_PROMISE = (
    "person_id, consultation_id, what, owner, owner_name, by_when, because_of, topic, promised_on, instead_of"
)
_FACTS_OF_A_VISIT = (
    "id, person_id, kind, reason, started_at, started_by, finished_at, finished_by, signed_at, signed_by,"
    " version, supersedes, rulebook_hash, device, sequence"
)
_GOES_BACK = (
    "(OLD.state = 'signed' AND NEW.state NOT IN ('signed', 'corrected'))"
    " OR (OLD.state = 'corrected' AND NEW.state <> 'corrected')"
)


def seal_tables(connection: Connection) -> None:
    """Put every seal in place, in a new store."""
    for number, seal in enumerate(_seals(), 1):
        connection.exec_driver_sql(f"CREATE TRIGGER seal_{number:02} {seal}")


def _seals() -> list[str]:
    """All the triggers after their names, as SQLite reads them."""
    found = _written_once(_WRITTEN_ONCE)
    for table in _BELONGS_TO_A_VISIT:
        found.append(_refuse(table, "INSERT", _signed("NEW"), _VISIT_SENTENCE))
        if table not in _WRITTEN_ONCE:
            found.append(_refuse(table, "UPDATE", f"{_signed('OLD')} OR {_signed('NEW')}", _VISIT_SENTENCE))
            found.append(_refuse(table, "DELETE", _signed("OLD"), _VISIT_SENTENCE))
    was_signed = "OLD.state IN ('signed', 'corrected')"
    return [
        *found,
        _refuse("action", "INSERT", _signed("NEW"), _VISIT_SENTENCE),
        _refuse("action", "DELETE", _signed("OLD"), _VISIT_SENTENCE),
        _refuse("action", f"UPDATE OF {_WORDS_OF_A_PROMISE}", _signed("OLD"), _VISIT_SENTENCE),
        _refuse("consultation", "DELETE", was_signed, _VISIT_SENTENCE),
        _refuse("consultation", f"UPDATE OF {_FACTS_OF_A_VISIT}", was_signed, _VISIT_SENTENCE),
        _refuse("consultation", "UPDATE OF state", _GOES_BACK, _VISIT_SENTENCE),
        _refuse("staff", "DELETE", "1", _STAFF_SENTENCE),
        *_written_once(_ADDED_TO_SINCE),
    ]


def _written_once(tables: Mapping[str, str]) -> list[str]:
    """The seals of tables that are only ever added to, each with what the app is told."""
    return [_refuse(table, verb, "1", why) for table, why in tables.items() for verb in ("UPDATE", "DELETE")]


def _signed(row: str) -> str:
    """Whether the visit that a row belongs to is signed."""
    return (
        f"EXISTS (SELECT 1 FROM consultation WHERE id = {row}.consultation_id"
        " AND state IN ('signed', 'corrected'))"
    )


def _refuse(table: str, verb: str, condition: str, why: str) -> str:
    """One trigger; `why` is what the app is told."""
    return f"BEFORE {verb} ON {table} FOR EACH ROW WHEN {condition} BEGIN SELECT RAISE(ABORT, '{why}'); END"
