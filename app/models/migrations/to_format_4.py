"""From format 3 to 4: `rule_sign_off` and `rule_quiz`, for who checks and signs the rules."""

from sqlalchemy import Connection

_SIGNATURE_STAYS = "A signature under a rule stays written down: take it back by another."
_ANSWER_STAYS = "What was answered about a rule stays as it was answered."
_BY_STAFF = " FOREIGN KEY(written_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED) STRICT"
_STATEMENTS = (
    "CREATE TABLE rule_sign_off (id TEXT NOT NULL, content_hash TEXT NOT NULL, rule TEXT NOT NULL,"
    " rule_version INTEGER NOT NULL, holds INTEGER NOT NULL, registration TEXT NOT NULL, why TEXT NOT NULL,"
    " written_at TEXT NOT NULL, written_by TEXT NOT NULL, PRIMARY KEY (id),"
    " CONSTRAINT ck_rule_sign_off_content_hash_length CHECK (length(content_hash) BETWEEN 64 AND 64),"
    " CONSTRAINT ck_rule_sign_off_rule_length CHECK (length(rule) BETWEEN 1 AND 120),"
    " CONSTRAINT ck_rule_sign_off_registration_length CHECK (length(registration) BETWEEN 1 AND 60),"
    " CONSTRAINT ck_rule_sign_off_why_length CHECK (length(why) BETWEEN 0 AND 2000),"
    " CONSTRAINT ck_rule_sign_off_rule_version_known CHECK (rule_version >= 1),"
    " CONSTRAINT ck_rule_sign_off_holds_or_not CHECK (holds IN (0, 1)),"
    f" CONSTRAINT fk_rule_sign_off_written_by{_BY_STAFF}",
    "CREATE INDEX ix_rule_sign_off_content_hash ON rule_sign_off (content_hash)",
    "CREATE INDEX ix_rule_sign_off_written_by ON rule_sign_off (written_by)",
    "CREATE TABLE rule_quiz (id TEXT NOT NULL, content_hash TEXT NOT NULL, rule TEXT NOT NULL,"
    " given TEXT NOT NULL, answered TEXT NOT NULL, rule_said TEXT NOT NULL, written_at TEXT NOT NULL,"
    " written_by TEXT NOT NULL, PRIMARY KEY (id),"
    " CONSTRAINT ck_rule_quiz_content_hash_length CHECK (length(content_hash) BETWEEN 64 AND 64),"
    " CONSTRAINT ck_rule_quiz_rule_length CHECK (length(rule) BETWEEN 1 AND 120),"
    " CONSTRAINT ck_rule_quiz_given_length CHECK (length(given) BETWEEN 2 AND 2000000),"
    " CONSTRAINT ck_rule_quiz_answered_length CHECK (length(answered) BETWEEN 1 AND 60),"
    " CONSTRAINT ck_rule_quiz_rule_said_length CHECK (length(rule_said) BETWEEN 1 AND 60),"
    f" CONSTRAINT fk_rule_quiz_written_by{_BY_STAFF}",
    "CREATE INDEX ix_rule_quiz_content_hash ON rule_quiz (content_hash)",
    "CREATE INDEX ix_rule_quiz_written_by ON rule_quiz (written_by)",
    *(
        f"CREATE TRIGGER seal_{number} BEFORE {verb} ON {table} FOR EACH ROW WHEN 1 BEGIN SELECT"
        f" RAISE(ABORT, '{why}'); END"
        for number, verb, table, why in (
            (36, "UPDATE", "rule_sign_off", _SIGNATURE_STAYS),
            (37, "DELETE", "rule_sign_off", _SIGNATURE_STAYS),
            (38, "UPDATE", "rule_quiz", _ANSWER_STAYS),
            (39, "DELETE", "rule_quiz", _ANSWER_STAYS),
        )
    ),
)


def rules_signed_and_quizzed(connection: Connection) -> None:
    """Keep who signed which rule's content, and how its cases were answered before it was seen."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
