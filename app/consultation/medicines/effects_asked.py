"""Which of the thirty side effects are asked at a visit; the others are there on request."""

from app.consultation.bringing_urges import may_bring_urges
from app.consultation.medicines.record import EFFECT_BY_KEY, Medicines
from app.consultation.visit import Visit

ASKED_FIRST = ("sleepy", "appetite", "restless", "shaky", "dizzy", "dry_mouth", "bowels", "foggy")
KEY = "medicines"


def effects_asked(visit: Visit) -> tuple[str, ...]:
    """Their keys: noticed last time, the eight asked of everybody, and what their medicines can bring."""
    before = visit.history.last_records.get(KEY)
    noticed = [e.key for e in before.effects if e.is_noticed] if isinstance(before, Medicines) else []
    return tuple(dict.fromkeys((*noticed, *ASKED_FIRST, *_brought(visit))))


def _brought(visit: Visit) -> tuple[str, ...]:
    """Those that a rule asks of who takes such a medicine (rules/*.toml)."""
    items = visit.medicines_taken
    is_on = {word for item in items for word in (*item.classes, *item.tags)}
    strong = sum("anticholinergic_high" in item.tags for item in items)
    found = ["stiff", "movements", "unsteady"] if is_on & {"antipsychotic", "dopamine_blocking"} else []
    found += ["swallowing"] if is_on & {"antipsychotic", "sedation_high"} else []
    found += ["breathing"] if "sedation_high" in is_on else []
    found += ["heart"] if "qt" in is_on else []
    found += ["urges"] if may_bring_urges(visit) else []
    found += ["unsteady", "eyes"] if strong > 1 else []
    return tuple(found)


def counted_effects(visit: Visit) -> tuple[str, ...]:
    """Those that count towards how far the part is: a count with a private one in it would tell of it."""
    return tuple(key for key in effects_asked(visit) if not EFFECT_BY_KEY[key].is_private)
