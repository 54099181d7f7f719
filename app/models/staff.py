"""The accounts of a store: who may sign in, what they are, and the secrets that they change."""

from datetime import datetime

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.account import (
    MAY_MANAGE,
    MAY_SIGN,
    AccountRefused,
    NewAccount,
    Staff,
    what_is_wrong_with_account,
    what_is_wrong_with_passphrase,
    what_is_wrong_with_pin,
)
from app.models.audit import What
from app.models.founding import new_staff_row
from app.models.ids import new_id
from app.models.key_slots import SlotKind, Verifier, fits, verifier_of
from app.models.keyring import RECOVERY_SLOT
from app.models.store import Store, staff_of
from app.models.tables import AuditRow, StaffRow

_CODES_ARE_KEPT = tuple(
    what.value for what in (What.RECOVERY_CONFIRMED, What.RECOVERY_RENEWED, What.RECOVERY_USED)
)
NOT_YOURS = "Only a team lead, a nurse or a prescriber adds and ends accounts. Ask one of them."
_WHO_SIGNS = "An account that may sign visits is added by a nurse or a prescriber. Ask one of them."
_LAST_WHO_SIGNS = "This is the last account that may sign visits. Add another nurse or prescriber first."


def may_manage_accounts(store: Store) -> bool:
    """Whether the signed-in member of staff may add and end accounts."""
    return store.staff.role in MAY_MANAGE


def all_staff(store: Store) -> tuple[Staff, ...]:
    """Every account that this store ever had, by name; an ended one says when."""
    with store.reading_no_person() as session:
        rows = session.scalars(select(StaffRow).order_by(StaffRow.name, StaffRow.id))
        return tuple(staff_of(row) for row in rows)


def add_account(store: Store, account: NewAccount, now: datetime) -> Staff:
    """Let a colleague sign in from now on; raises AccountRefused with the reason in words.

    Nobody gives a right to sign that they have not themselves, but for the first who may sign at all.
    """
    if not may_manage_accounts(store):
        raise AccountRefused(NOT_YOURS)
    if (wrong := what_is_wrong_with_account(account)) is not None:
        raise AccountRefused(wrong)
    staff_id = new_id(now)
    row = new_staff_row(account, staff_id, now, store.keyring.cost())
    with store.transaction(store.event(What.ACCOUNT_ADDED, now, subject_id=staff_id)) as session:
        if _open_account_named(session, row.name):
            raise AccountRefused(
                "There is an account of that name already. Add something that tells them apart."
            )
        if account.role in MAY_SIGN and store.staff.role not in MAY_SIGN and _who_may_sign(session):
            raise AccountRefused(_WHO_SIGNS)
        session.add(row)
        session.flush()
        store.seal_key_for(staff_id, row.name, account.passphrase, SlotKind.STAFF)
    return staff_of(row)


def end_account(store: Store, staff_id: str, now: datetime) -> None:
    """Take a colleague's way in away, here and in every backup; what they wrote keeps their name.

    Raises AccountRefused with the reason in words. Somebody who may sign and somebody who may add accounts
    always remain.
    """
    if not may_manage_accounts(store):
        raise AccountRefused(NOT_YOURS)
    with store.transaction(store.event(What.ACCOUNT_ENDED, now, subject_id=staff_id)) as session:
        row = session.get(StaffRow, staff_id)
        if row is None or row.ended_at is not None:
            raise AccountRefused("That account has already ended.")
        if staff_id == store.staff.id:
            raise AccountRefused("Nobody ends their own account: a colleague does it.")
        if _who_may_sign(session) == {staff_id}:
            raise AccountRefused(_LAST_WHO_SIGNS)
        store.keyring.remove(staff_id)
        row.ended_at = now


def change_passphrase(store: Store, old: str, new: str, now: datetime) -> None:
    """Give the signed-in member of staff a new passphrase; raises WrongSecret if the old one is wrong."""
    if (wrong := what_is_wrong_with_passphrase(new, store.staff.name)) is not None:
        raise AccountRefused(wrong)
    store.keyring.unlock(store.staff.id, old, now)
    with store.transaction(store.event(What.PASSPHRASE_CHANGED, now, subject_id=store.staff.id)):
        store.seal_key_for(store.staff.id, store.staff.name, new, SlotKind.STAFF)


def owes_recovery(store: Store) -> bool:
    """Whether nobody ever showed that both recovery codes are kept, and whoever is signed in may see them.

    Both together open any account, so they are shown only to who may manage accounts.
    """
    shown = select(AuditRow.sequence).where(AuditRow.what.in_(_CODES_ARE_KEPT)).order_by(AuditRow.sequence)
    with store.reading_no_person() as session:
        is_confirmed = session.scalars(shown.limit(1)).first() is not None
    return may_manage_accounts(store) and not is_confirmed


def confirm_recovery(store: Store, now: datetime) -> None:
    """Note that both recovery codes are kept: the end of each was typed from its paper."""
    store.note(What.RECOVERY_CONFIRMED, now)


def renew_recovery(store: Store, recovery_secret: str, now: datetime) -> None:
    """Put new recovery codes, which were confirmed, in place of the old ones: those open nothing any more."""
    with store.transaction(store.event(What.RECOVERY_RENEWED, now)):
        store.seal_key_for(RECOVERY_SLOT, "", recovery_secret, SlotKind.RECOVERY)


def change_pin(store: Store, passphrase: str, pin: str, now: datetime) -> None:
    """Give the signed-in member of staff a new PIN for the cover; raises WrongSecret without the passphrase.

    Else whoever finds the laptop open could lift every later cover.
    """
    if (wrong := what_is_wrong_with_pin(pin)) is not None:
        raise AccountRefused(wrong)
    store.keyring.unlock(store.staff.id, passphrase, now)
    kept = msgspec.json.encode(verifier_of(pin, store.keyring.cost())).decode()
    with store.transaction(store.event(What.PIN_CHANGED, now, subject_id=store.staff.id)) as session:
        session.get_one(StaffRow, store.staff.id).pin_verifier = kept


def pin_fits(store: Store, pin: str) -> bool:
    """Whether this is the signed-in member of staff's PIN; counting the tries is `IdleWatch`'s."""
    with store.reading_no_person() as session:
        kept = session.get_one(StaffRow, store.staff.id).pin_verifier
    return fits(pin, msgspec.json.decode(kept, type=Verifier))


def _who_may_sign(session: Session) -> set[str]:
    signers = select(StaffRow.id).where(StaffRow.role.in_(MAY_SIGN), StaffRow.ended_at.is_(None))
    return set(session.scalars(signers))


def _open_account_named(session: Session, name: str) -> bool:
    same = select(StaffRow.id).where(func.lower(StaffRow.name) == name.lower(), StaffRow.ended_at.is_(None))
    return session.scalars(same).first() is not None
