"""Which of the thirty side effects are asked at a visit; the others are there on request."""

from app.consultation.medicines.record import EFFECT_BY_KEY, Medicines
from app.consultation.visit import Visit

ASKED_FIRST = ("sleepy", "appetite", "restless", "shaky", "dizzy", "dry_mouth", "bowels", "foggy")
KEY = "medicines"


def effects_asked(visit: Visit) -> tuple[str, ...]:
    """Their keys: what was noticed last time, then the eight that are asked of everybody."""
    before = visit.history.last_records.get(KEY)
    noticed = [e.key for e in before.effects if e.is_noticed] if isinstance(before, Medicines) else []
    return tuple(dict.fromkeys((*noticed, *ASKED_FIRST)))


def counted_effects(visit: Visit) -> tuple[str, ...]:
    """Those that count towards how far the part is: a count with a private one in it would tell of it."""
    return tuple(key for key in effects_asked(visit) if not EFFECT_BY_KEY[key].is_private)
