"""New keys, which never collide between laptops."""

import secrets
from datetime import datetime, timedelta

from app.consultation.keys import RANDOM_BYTES, uuid7


def new_id(now: datetime) -> str:
    """Make a new key for something that came to be at `now` (with its time zone)."""
    if now.tzinfo is None:
        raise ValueError("a time without its zone cannot make a key")
    return uuid7(max(0, int(now.timestamp() * 1000)), secrets.token_bytes(RANDOM_BYTES))


def just_after(last: datetime | None, now: datetime) -> datetime:
    """Now, or just after what was written last: the order holds whatever the laptop's clock says."""
    return now if last is None or now > last else last + timedelta(microseconds=1)
