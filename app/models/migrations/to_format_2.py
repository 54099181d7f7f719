"""From format 1 to 2: `action.instead_of`, for the promises of a corrected visit, sealed like their words."""

from sqlalchemy import Connection

_STATEMENTS = (
    "ALTER TABLE action ADD COLUMN instead_of TEXT CONSTRAINT fk_action_instead_of"
    " REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED",
    "CREATE INDEX ix_action_instead_of ON action (instead_of)",
    "DROP TRIGGER seal_27",
    "CREATE TRIGGER seal_27 BEFORE UPDATE OF person_id, consultation_id, what, owner, owner_name, by_when,"
    " because_of, topic, promised_on, instead_of ON action FOR EACH ROW WHEN EXISTS (SELECT 1 FROM"
    " consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT"
    " RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END",
)


def promises_worded_anew(connection: Connection) -> None:
    """Let a promise say for which earlier wording it stands."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
