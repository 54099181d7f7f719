"""Who signed which rule: over its content, so that any change of a rule's content leaves it unsigned.

The hands on a rule are only ever added to; the newest of a content holds. Nobody is named as an approver but
by signing here, under their own account and registration number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.account import MAY_SIGN
from app.models.audit import What
from app.models.folder import StoreKind
from app.models.ids import just_after, new_id
from app.models.store import Store
from app.models.tables import (
    ConsultationRow,
    ConsultationState,
    PersonRow,
    RuleQuizRow,
    RuleSignOffRow,
    SealedPromptRow,
    StaffRow,
)
from app.rules.rulebook import Rule


class NotSignedOff(Exception):
    """A rule cannot be signed, or a signature taken back, like that; the message says why."""


@dataclass(frozen=True)
class SignOff:
    """A clinician's hand on one content of a rule: signed, or taken back and why."""

    content_hash: str
    rule: str
    version: int
    holds: bool
    by: str
    registration: str
    at: datetime
    why: str


@dataclass(frozen=True)
class Answered:
    """One case of a rule as somebody answered it, and what the rule says of it."""

    given: str
    answered: str
    rule_said: str
    by: str

    @property
    def agrees(self) -> bool:
        """Whether the two are the same."""
        return self.answered == self.rule_said


@dataclass(frozen=True)
class VisitThatSaw:
    """A signed visit in which a rule's prompt stood, and the version that the rule had then.

    `was_corrected`: a newer version of the visit stands for it now; it was signed all the same.
    """

    version: int
    person: str
    held_at: datetime
    level: str
    was_corrected: bool


def why_not_sign(store: Store) -> str:
    """Why whoever is signed in cannot sign rules; empty where they can."""
    staff = store.staff
    if staff.role not in MAY_SIGN:
        return "A nurse or a prescriber signs rules."
    if not staff.registration.strip():
        return "Your account has no registration number: a colleague adds an account with it, then you sign."
    return ""


def sign_offs(store: Store) -> tuple[SignOff, ...]:
    """Every hand on every content, the newest first."""
    with store.reading_no_person() as session:
        return hands_in(session)


def hands_in(session: Session, known_by: datetime | None = None) -> tuple[SignOff, ...]:
    """The same within a session, as it was at a moment, or now."""
    wanted = (
        select(RuleSignOffRow, StaffRow.name)
        .join(StaffRow, StaffRow.id == RuleSignOffRow.written_by)
        .order_by(RuleSignOffRow.written_at.desc())
    )
    if known_by is not None:
        wanted = wanted.where(RuleSignOffRow.written_at <= known_by)
    return tuple(
        SignOff(
            r.content_hash, r.rule, r.rule_version, bool(r.holds), by, r.registration, r.written_at, r.why
        )
        for r, by in session.execute(wanted).all()
    )


def in_force(hands: Iterable[SignOff]) -> dict[str, SignOff]:
    """By content, the signature that holds now; `hands` run from the newest."""
    newest: dict[str, SignOff] = {}
    for hand in hands:
        newest.setdefault(hand.content_hash, hand)
    return {content: hand for content, hand in newest.items() if hand.holds}


def that_may_run(store: Store) -> frozenset[str] | None:
    """The content of the rules that may run: None is all of them (practice); live, those signed here."""
    return None if store.kind is StoreKind.PRACTICE else frozenset(in_force(sign_offs(store)))


def sign(store: Store, rule: Rule, now: datetime) -> None:
    """Sign a rule's content; raises NotSignedOff for who may not, or where a signature holds already."""
    if in_force(sign_offs(store)).get(rule.content_hash):
        raise NotSignedOff("This rule is signed already, as it stands.")
    _write(store, rule, now, What.RULE_SIGNED_OFF, holds=True, why="")


def take_back(store: Store, rule: Rule, why: str, now: datetime) -> None:
    """Leave a rule unsigned from now on, and say why; raises NotSignedOff without a reason."""
    if not why.strip():
        raise NotSignedOff("Write why the signature is taken back.")
    if rule.content_hash not in in_force(sign_offs(store)):
        raise NotSignedOff("This rule is not signed.")
    _write(store, rule, now, What.RULE_SIGNATURE_TAKEN_BACK, holds=False, why=why.strip())


def _write(store: Store, rule: Rule, now: datetime, what: What, *, holds: bool, why: str) -> None:
    if refused := why_not_sign(store):
        raise NotSignedOff(refused)
    hands = sign_offs(store)
    with store.transaction(store.event(what, now)) as session:
        session.add(
            RuleSignOffRow(
                id=new_id(now),
                content_hash=rule.content_hash,
                rule=rule.id,
                rule_version=rule.version,
                holds=int(holds),
                registration=store.staff.registration.strip(),
                why=why,
                written_at=just_after(hands[0].at if hands else None, now),
                written_by=store.staff.id,
            )
        )


def keep_answer(store: Store, rule: Rule, given: str, answered: str, rule_said: str, now: datetime) -> None:
    """Keep how one case of a rule was answered before it was seen."""
    with store.transaction(store.event(What.RULE_QUIZZED, now)) as session:
        session.add(
            RuleQuizRow(
                id=new_id(now),
                content_hash=rule.content_hash,
                rule=rule.id,
                given=given,
                answered=answered,
                rule_said=rule_said,
                written_at=now,
                written_by=store.staff.id,
            )
        )


def answers_about(store: Store, rule: Rule) -> Sequence[Answered]:
    """How the cases of a rule's present content were answered, in order."""
    with store.reading_no_person() as session:
        rows = session.execute(
            select(RuleQuizRow, StaffRow.name)
            .join(StaffRow, StaffRow.id == RuleQuizRow.written_by)
            .where(RuleQuizRow.content_hash == rule.content_hash)
            .order_by(RuleQuizRow.written_at)
        ).all()
    return [Answered(r.given, r.answered, r.rule_said, by) for r, by in rows]


def visits_that_saw(store: Store, rule_id: str, now: datetime) -> Sequence[VisitThatSaw]:
    """The signed visits in which a rule's prompt stood, the newest first."""
    event = store.event(What.RULE_VISITS_SEEN, now)
    with store.reading(event) as session:
        rows = session.execute(
            select(SealedPromptRow, ConsultationRow, PersonRow.family_name, PersonRow.given_name)
            .join(ConsultationRow, ConsultationRow.id == SealedPromptRow.consultation_id)
            .join(PersonRow, PersonRow.id == ConsultationRow.person_id)
            .where(SealedPromptRow.rule == rule_id, ConsultationRow.signed_at.is_not(None))
            .order_by(ConsultationRow.started_at.desc(), ConsultationRow.version.desc())
        ).all()
    return [
        VisitThatSaw(
            prompt.rule_version,
            f"{family}, {given}",
            visit.started_at,
            prompt.level,
            visit.state is ConsultationState.CORRECTED,
        )
        for prompt, visit, family, given in rows
    ]
