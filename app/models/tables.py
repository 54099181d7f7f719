"""Everything that the record keeps: one class a table. Only `app.models` may import this.

How to read it: keys are UUIDv7 texts made by `ids.new_id(now)`; times are UTC; `body` is the JSON text of
a msgspec Struct whose codec version stands beside it; `device` and `sequence` order rows across laptops
(`Store.next_sequence`). What is sealed, and when, is in `seals.py`: what belongs to a visit can no longer
be added, changed or taken away once that visit is signed, so `session.flush()` ALL OF IT BEFORE you set
the state: within one flush, SQLAlchemy may write the state first.

Over 300 lines because it is one picture: a table is never looked up without its neighbours.
"""

from datetime import date, datetime
from enum import Enum

from sqlalchemy import CheckConstraint, Index, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.consultation.answers import How
from app.consultation.care_plan import Outcome, Owner
from app.consultation.seen_here import LONGEST_WHY, Seen
from app.models.account import Role
from app.models.columns import Day, OneOf, UtcTime, is_between, is_one_of, key_column, points_to, reference
from app.models.folder import StoreKind

STRICT = {"sqlite_strict": True}
_BODY = 2_000_000


class ConsultationState(Enum):
    """Where a visit stands: `finished` waits for a nurse, of `corrected` a newer version stands."""

    DRAFT = "draft"
    FINISHED = "finished"
    SIGNED = "signed"
    CORRECTED = "corrected"
    DID_NOT_HAPPEN = "did_not_happen"


class Link(Enum):
    """What two people's records are to each other; a possible duplicate is looked for, never written down."""

    POSSIBLE_DUPLICATE = "possible_duplicate"
    NOT_THE_SAME = "not_the_same"
    MERGED_INTO = "merged_into"


class Table(DeclarativeBase):
    """What all tables share: names for their checks, so that a later step can change them."""

    metadata = MetaData(
        naming_convention={
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
        }
    )


class StoreInfoRow(Table):
    """The store itself: one row."""

    __tablename__ = "store_info"
    __table_args__ = (
        CheckConstraint("only = 1", name="one_row"),
        is_one_of("kind", StoreKind),
        is_between("store_id", 36, 36),
        is_between("device", 36, 36),
        STRICT,
    )

    only: Mapped[int] = mapped_column(primary_key=True, default=1)
    store_id: Mapped[str] = mapped_column(Text)
    kind: Mapped[StoreKind] = mapped_column(OneOf(StoreKind))
    device: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcTime)


class StaffRow(Table):
    """A member of staff; never deleted, because what they signed keeps their name."""

    __tablename__ = "staff"
    __table_args__ = (
        is_one_of("role", Role),
        is_between("name", 1, 120),
        is_between("registration", 0, 60),
        is_between("pin_verifier", 10, 1000),
        STRICT,
    )

    id: Mapped[str] = key_column()
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[Role] = mapped_column(OneOf(Role))
    registration: Mapped[str] = mapped_column(Text, default="")
    pin_verifier: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(UtcTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)


class PersonRow(Table):
    """A person: what they are found by in columns, the whole `Person` in the body."""

    __tablename__ = "person"
    __table_args__ = (
        is_between("family_name", 1, 200),
        is_between("given_name", 0, 200),
        is_between("nhs_number", 0, 10),
        is_between("found_by", 1, 2000),
        is_between("body", 2, _BODY),
        CheckConstraint("body_version >= 1", name="body_version_known"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    family_name: Mapped[str] = mapped_column(Text)
    given_name: Mapped[str] = mapped_column(Text)
    birth_date: Mapped[date] = mapped_column(Day, index=True)
    nhs_number: Mapped[str] = mapped_column(Text, default="", index=True)
    found_by: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    body_version: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(UtcTime)
    added_by: Mapped[str] = points_to("staff")
    changed_at: Mapped[datetime] = mapped_column(UtcTime)


class PersonStatusRow(Table):
    """Whether somebody is seen here, as it was once written down; the newest row of a person holds."""

    __tablename__ = "person_status"
    __table_args__ = (is_one_of("seen", Seen), is_between("why", 1, LONGEST_WHY), STRICT)

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    seen: Mapped[Seen] = mapped_column(OneOf(Seen))
    since: Mapped[date | None] = mapped_column(Day)
    why: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    written_by: Mapped[str] = points_to("staff")


class PersonLinkRow(Table):
    """Two records that are read as one person's, or are not any more; decided by a named person."""

    __tablename__ = "person_link"
    __table_args__ = (
        is_one_of("link", Link),
        is_between("why", 0, LONGEST_WHY),
        CheckConstraint("person_id <> other_id", name="two_people"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    other_id: Mapped[str] = points_to("person")
    link: Mapped[Link] = mapped_column(OneOf(Link))
    why: Mapped[str] = mapped_column(Text, default="")
    decided_at: Mapped[datetime] = mapped_column(UtcTime)
    decided_by: Mapped[str] = points_to("staff")


class ConsultationRow(Table):
    """A visit. A correction is a new row: `version` + 1, `supersedes` the old one, with its `reason`."""

    __tablename__ = "consultation"
    __table_args__ = (
        is_one_of("state", ConsultationState),
        is_between("kind", 1, 60),
        is_between("reason", 0, 4000),
        is_between("rulebook_hash", 0, 128),
        CheckConstraint("version >= 1 AND sequence >= 1", name="numbers_from_one"),
        CheckConstraint("(version = 1) = (supersedes IS NULL)", name="correction_names_what_it_corrects"),
        CheckConstraint("version = 1 OR length(reason) > 0", name="correction_has_a_reason"),
        CheckConstraint("state <> 'did_not_happen' OR length(reason) > 0", name="not_held_has_a_reason"),
        CheckConstraint(
            "state NOT IN ('signed', 'corrected') OR (signed_by IS NOT NULL AND signed_at IS NOT NULL"
            " AND length(rulebook_hash) > 0)",
            name="signed_by_whom_when_with_which_rules",
        ),
        UniqueConstraint("device", "sequence"),
        UniqueConstraint("supersedes"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    state: Mapped[ConsultationState] = mapped_column(OneOf(ConsultationState), index=True)
    kind: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    started_at: Mapped[datetime] = mapped_column(UtcTime)
    started_by: Mapped[str] = points_to("staff")
    finished_at: Mapped[datetime | None] = mapped_column(UtcTime)
    finished_by: Mapped[str | None] = points_to("staff", optional=True)
    signed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    signed_by: Mapped[str | None] = points_to("staff", optional=True)
    version: Mapped[int] = mapped_column(default=1)
    supersedes: Mapped[str | None] = points_to("consultation", optional=True)
    rulebook_hash: Mapped[str] = mapped_column(Text, default="")
    device: Mapped[str] = mapped_column(Text)
    sequence: Mapped[int]


class SectionDocumentRow(Table):
    """What one section of one visit holds, as its own codec writes it."""

    __tablename__ = "section_document"
    __table_args__ = (
        is_between("section", 1, 60),
        is_between("body", 2, _BODY),
        CheckConstraint("version >= 1", name="version_known"),
        STRICT,
    )

    consultation_id: Mapped[str] = mapped_column(Text, reference("consultation"), primary_key=True)
    section: Mapped[str] = mapped_column(Text, primary_key=True)
    version: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)
    updated_by: Mapped[str] = points_to("staff")


class ObservationRow(Table):
    """One value of one series, so that it can be charted and counted; Decimals as text."""

    __tablename__ = "observation"
    __table_args__ = (
        is_one_of("how", How),
        is_between("series", 1, 80),
        is_between("value", 1, 200),
        is_between("unit", 0, 40),
        is_between("source", 0, 400),
        UniqueConstraint("device", "sequence"),
        Index("ix_observation_of_one_series", "person_id", "series", "taken_on", "sequence"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    consultation_id: Mapped[str | None] = points_to("consultation", optional=True)
    import_batch_id: Mapped[str | None] = points_to("import_batch", optional=True)
    series: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    unit: Mapped[str] = mapped_column(Text, default="")
    taken_on: Mapped[date] = mapped_column(Day)
    how: Mapped[How] = mapped_column(OneOf(How))
    source: Mapped[str] = mapped_column(Text, default="")
    noted_at: Mapped[datetime] = mapped_column(UtcTime)
    device: Mapped[str] = mapped_column(Text)
    sequence: Mapped[int]


class MedicineEntryRow(Table):
    """A medicine on the record, as a `Medicine` in the body; unconfirmed until `confirmed_on`."""

    __tablename__ = "medicine_entry"
    __table_args__ = (
        is_one_of("how", How),
        is_between("source", 0, 400),
        is_between("body", 2, _BODY),
        CheckConstraint("body_version >= 1", name="body_version_known"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    consultation_id: Mapped[str | None] = points_to("consultation", optional=True)
    import_batch_id: Mapped[str | None] = points_to("import_batch", optional=True)
    body: Mapped[str] = mapped_column(Text)
    body_version: Mapped[int]
    how: Mapped[How] = mapped_column(OneOf(How))
    source: Mapped[str] = mapped_column(Text, default="")
    started_on: Mapped[date | None] = mapped_column(Day)
    ended_on: Mapped[date | None] = mapped_column(Day)
    confirmed_on: Mapped[date | None] = mapped_column(Day)
    searched_back_to: Mapped[date | None] = mapped_column(Day)
    noted_at: Mapped[datetime] = mapped_column(UtcTime)


class ConditionEntryRow(Table):
    """A condition on the record, as a `Condition` in the body; unconfirmed until `confirmed_on`."""

    __tablename__ = "condition_entry"
    __table_args__ = (
        is_one_of("how", How),
        is_between("source", 0, 400),
        is_between("body", 2, _BODY),
        CheckConstraint("body_version >= 1", name="body_version_known"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    consultation_id: Mapped[str | None] = points_to("consultation", optional=True)
    import_batch_id: Mapped[str | None] = points_to("import_batch", optional=True)
    body: Mapped[str] = mapped_column(Text)
    body_version: Mapped[int]
    how: Mapped[How] = mapped_column(OneOf(How))
    source: Mapped[str] = mapped_column(Text, default="")
    started_on: Mapped[date | None] = mapped_column(Day)
    ended_on: Mapped[date | None] = mapped_column(Day)
    confirmed_on: Mapped[date | None] = mapped_column(Day)
    searched_back_to: Mapped[date | None] = mapped_column(Day)
    noted_at: Mapped[datetime] = mapped_column(UtcTime)


class CarerRow(Table):
    """A carer of one person, with what may be shared with them, in the body."""

    __tablename__ = "carer"
    __table_args__ = (
        is_between("body", 2, _BODY),
        CheckConstraint("body_version >= 1", name="body_version_known"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    body: Mapped[str] = mapped_column(Text)
    body_version: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
    changed_by: Mapped[str] = points_to("staff")
    ended_on: Mapped[date | None] = mapped_column(Day)


class ActionRow(Table):
    """A promise of the plan: worded in one visit, its outcome noted in a later one.

    A corrected visit words its promises anew: each such row says `instead_of` which, by its first id.
    """

    __tablename__ = "action"
    __table_args__ = (
        is_one_of("owner", Owner),
        is_one_of("outcome", Outcome),
        is_between("what", 1, 2000),
        is_between("owner_name", 0, 200),
        is_between("because_of", 0, 120),
        is_between("topic", 0, 120),
        is_between("outcome_note", 0, 2000),
        CheckConstraint("outcome = 'open' OR outcome_on IS NOT NULL", name="outcome_has_a_date"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    consultation_id: Mapped[str] = points_to("consultation")
    place_in_plan: Mapped[int]
    what: Mapped[str] = mapped_column(Text)
    owner: Mapped[Owner] = mapped_column(OneOf(Owner))
    owner_name: Mapped[str] = mapped_column(Text, default="")
    by_when: Mapped[date | None] = mapped_column(Day)
    because_of: Mapped[str] = mapped_column(Text, default="")
    topic: Mapped[str] = mapped_column(Text, default="")
    promised_on: Mapped[date | None] = mapped_column(Day)
    outcome: Mapped[Outcome] = mapped_column(OneOf(Outcome), default=Outcome.OPEN, index=True)
    outcome_note: Mapped[str] = mapped_column(Text, default="")
    outcome_on: Mapped[date | None] = mapped_column(Day)
    outcome_consultation_id: Mapped[str | None] = points_to("consultation", optional=True)
    instead_of: Mapped[str | None] = points_to("action", optional=True)


class PromptDecisionRow(Table):
    """What was decided about one prompt in one visit; a changed mind is a new row."""

    __tablename__ = "prompt_decision"
    __table_args__ = (
        is_between("rule", 1, 120),
        is_between("topic", 1, 120),
        is_between("level", 1, 20),
        is_between("decision", 1, 40),
        is_between("reason", 0, 2000),
        CheckConstraint("rule_version >= 1", name="rule_version_known"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    consultation_id: Mapped[str] = points_to("consultation")
    rule: Mapped[str] = mapped_column(Text)
    rule_version: Mapped[int]
    topic: Mapped[str] = mapped_column(Text)
    level: Mapped[str] = mapped_column(Text)
    decision: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    offer_again_on: Mapped[date | None] = mapped_column(Day)
    decided_at: Mapped[datetime] = mapped_column(UtcTime)
    decided_by: Mapped[str] = points_to("staff")


class SealedPromptRow(Table):
    """A prompt as it was worded when the visit was signed: both wordings, and the whole of it in the body."""

    __tablename__ = "sealed_prompt"
    __table_args__ = (
        is_between("rule", 1, 120),
        is_between("step", 0, 120),
        is_between("topic", 1, 120),
        is_between("level", 1, 20),
        is_between("said", 1, 4000),
        is_between("said_to_hca", 1, 4000),
        is_between("body", 2, _BODY),
        CheckConstraint("rule_version >= 1", name="rule_version_known"),
        UniqueConstraint("consultation_id", "place"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    consultation_id: Mapped[str] = points_to("consultation")
    place: Mapped[int]
    rule: Mapped[str] = mapped_column(Text)
    rule_version: Mapped[int]
    step: Mapped[str] = mapped_column(Text, default="")
    topic: Mapped[str] = mapped_column(Text)
    level: Mapped[str] = mapped_column(Text)
    said: Mapped[str] = mapped_column(Text)
    said_to_hca: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)


class RuleSignOffRow(Table):
    """One rule's content signed by a named clinician, or their signature taken back; the newest row holds."""

    __tablename__ = "rule_sign_off"
    __table_args__ = (
        is_between("content_hash", 64, 64),
        is_between("rule", 1, 120),
        is_between("registration", 1, 60),
        is_between("why", 0, LONGEST_WHY),
        CheckConstraint("rule_version >= 1", name="rule_version_known"),
        CheckConstraint("holds IN (0, 1)", name="holds_or_not"),
        STRICT,
    )

    id: Mapped[str] = key_column()
    content_hash: Mapped[str] = mapped_column(Text, index=True)
    rule: Mapped[str] = mapped_column(Text)
    rule_version: Mapped[int]
    holds: Mapped[int]
    registration: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    written_by: Mapped[str] = points_to("staff")


class RuleQuizRow(Table):
    """How somebody answered one case of a rule before seeing what the rule says."""

    __tablename__ = "rule_quiz"
    __table_args__ = (
        is_between("content_hash", 64, 64),
        is_between("rule", 1, 120),
        is_between("given", 2, _BODY),
        is_between("answered", 1, 60),
        is_between("rule_said", 1, 60),
        STRICT,
    )

    id: Mapped[str] = key_column()
    content_hash: Mapped[str] = mapped_column(Text, index=True)
    rule: Mapped[str] = mapped_column(Text)
    given: Mapped[str] = mapped_column(Text)
    answered: Mapped[str] = mapped_column(Text)
    rule_said: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    written_by: Mapped[str] = points_to("staff")


class ImportBatchRow(Table):
    """One record brought in: from where, by whom, and what the summary said before it was saved."""

    __tablename__ = "import_batch"
    __table_args__ = (
        is_between("source", 1, 400),
        is_between("summary", 2, _BODY),
        is_between("content_hash", 0, 128),
        STRICT,
    )

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    source: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text)
    content_hash: Mapped[str] = mapped_column(Text, default="")
    imported_at: Mapped[datetime] = mapped_column(UtcTime)
    imported_by: Mapped[str] = points_to("staff")


class ImportLeftOutRow(Table):
    """One thing of an import that was not taken, and why."""

    __tablename__ = "import_left_out"
    __table_args__ = (
        is_between("what", 1, 400),
        is_between("why", 1, 400),
        is_between("body", 0, _BODY),
        STRICT,
    )

    id: Mapped[str] = key_column()
    import_batch_id: Mapped[str] = points_to("import_batch")
    what: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text, default="")


class SearchNoteRow(Table):
    """How far back one source was searched for one series ('*' for all): only then is 'none found' a fact."""

    __tablename__ = "search_note"
    __table_args__ = (is_between("series", 1, 80), is_between("source", 1, 400), STRICT)

    id: Mapped[str] = key_column()
    person_id: Mapped[str] = points_to("person")
    import_batch_id: Mapped[str | None] = points_to("import_batch", optional=True)
    series: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    searched_back_to: Mapped[date] = mapped_column(Day)
    noted_at: Mapped[datetime] = mapped_column(UtcTime)
    noted_by: Mapped[str] = points_to("staff")


class AuditRow(Table):
    """One thing done or seen; written by `audit.append` alone."""

    __tablename__ = "audit_event"
    __table_args__ = (
        is_between("what", 1, 60),
        is_between("hash", 64, 64),
        is_between("previous_hash", 36, 64),
        CheckConstraint("sequence >= 1", name="numbers_from_one"),
        UniqueConstraint("id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcTime)
    staff_id: Mapped[str] = points_to("staff")
    what: Mapped[str] = mapped_column(Text)
    person_id: Mapped[str | None] = points_to("person", optional=True)
    subject_id: Mapped[str | None] = mapped_column(Text)
    device: Mapped[str] = mapped_column(Text)
    previous_hash: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(Text)
