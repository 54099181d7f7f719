"""Which medicines can bring new urges, to bet, spend or eat: two sections ask because of them."""

from app.consultation.visit import Visit

INGREDIENTS, CLASS = ("aripiprazole", "cariprazine"), "dopamine agonist"
"""Those of the rule gambling-aripiprazole."""


def may_bring_urges(visit: Visit) -> bool:
    """Any of them is on the list."""
    return visit.takes(*INGREDIENTS) or any(CLASS in item.classes for item in visit.medicines_taken)
