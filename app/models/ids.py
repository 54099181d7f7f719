"""New keys, which never collide between laptops."""

import secrets
from datetime import datetime

from app.consultation.keys import RANDOM_BYTES, uuid7


def new_id(now: datetime) -> str:
    """Make a new key for something that came to be at `now` (with its time zone)."""
    if now.tzinfo is None:
        raise ValueError("a time without its zone cannot make a key")
    return uuid7(max(0, int(now.timestamp() * 1000)), secrets.token_bytes(RANDOM_BYTES))
