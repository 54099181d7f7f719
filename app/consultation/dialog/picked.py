"""Which parts of life a step is to be agreed for: those that the person picked."""

from app.consultation.dialog.facts import low_with_help
from app.consultation.dialog.record import ITEMS, Dialog, Item
from app.consultation.visit import Visit
from app.rules.facts import Known


def picked(record: Dialog, visit: Visit) -> tuple[str, ...]:
    """In the person's voice, in the order of picking; where none was picked, those low with help wanted.

    What is asked alone is not named: it would stand on the paper.
    """
    items = {item.key: item for item in ITEMS if not item.is_private}
    chosen = [items[key] for key in record.chosen if key in items]
    return tuple(_my(item) for item in chosen or items.values() if chosen or _is_low(record, item, visit))


def _is_low(record: Dialog, item: Item, visit: Visit) -> bool:
    fact = low_with_help(record.area(item.key), visit)
    return isinstance(fact, Known) and fact.value is True


def _my(item: Item) -> str:
    """The item's official words, said by the person."""
    return item.words.replace("your ", "my ").replace("you receive", "I receive")
