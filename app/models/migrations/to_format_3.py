"""From format 2 to 3: `person_status`, for who died, moved or was discharged; links are sealed."""

from sqlalchemy import Connection

_STATUS_STAYS = "What was written down of a person stays: write down what is so now."
_LINK_STAYS = "A link between two records stays written down: undo it by another."
_STATEMENTS = (
    "CREATE TABLE person_status (id TEXT NOT NULL, person_id TEXT NOT NULL, seen TEXT NOT NULL, since TEXT,"
    " why TEXT NOT NULL, written_at TEXT NOT NULL, written_by TEXT NOT NULL, PRIMARY KEY (id),"
    " CONSTRAINT ck_person_status_seen_is_known CHECK (seen IN ('here', 'moved', 'discharged', 'died')),"
    " CONSTRAINT ck_person_status_why_length CHECK (length(why) BETWEEN 1 AND 2000),"
    " CONSTRAINT fk_person_status_person_id FOREIGN KEY(person_id) REFERENCES person (id)"
    " DEFERRABLE INITIALLY DEFERRED,"
    " CONSTRAINT fk_person_status_written_by FOREIGN KEY(written_by) REFERENCES staff (id)"
    " DEFERRABLE INITIALLY DEFERRED) STRICT",
    "CREATE INDEX ix_person_status_person_id ON person_status (person_id)",
    "CREATE INDEX ix_person_status_written_by ON person_status (written_by)",
    "CREATE TRIGGER seal_32 BEFORE UPDATE ON person_status FOR EACH ROW WHEN 1 BEGIN SELECT"
    f" RAISE(ABORT, '{_STATUS_STAYS}'); END",
    "CREATE TRIGGER seal_33 BEFORE DELETE ON person_status FOR EACH ROW WHEN 1 BEGIN SELECT"
    f" RAISE(ABORT, '{_STATUS_STAYS}'); END",
    "CREATE TRIGGER seal_34 BEFORE UPDATE ON person_link FOR EACH ROW WHEN 1 BEGIN SELECT"
    f" RAISE(ABORT, '{_LINK_STAYS}'); END",
    "CREATE TRIGGER seal_35 BEFORE DELETE ON person_link FOR EACH ROW WHEN 1 BEGIN SELECT"
    f" RAISE(ABORT, '{_LINK_STAYS}'); END",
)


def people_no_longer_seen_and_linked_records(connection: Connection) -> None:
    """Let it be written down whether somebody is still seen here, and never let it be changed."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
