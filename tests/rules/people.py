"""Facts written short, and medicines described as the app's own catalogue knows them."""

from datetime import date
from decimal import Decimal
from typing import Any

from app.consultation.medicines.catalogue import catalogue
from app.rules.facts import Fact, Known, MedicineFact, MedicineList

TODAY = date(2026, 11, 22)


def describe(ingredient: str) -> MedicineFact | None:
    return catalogue().fact_of(ingredient)


def taking(
    *ingredients: str, confirmed: bool = True, form: str | None = None, started: date | None = None
) -> MedicineList:
    items = []
    for name in ingredients:
        found = describe(name)
        if found is None:
            items.append(MedicineFact(None, name))
        else:
            items.append(
                MedicineFact(found.ingredient, found.label, found.classes, found.tags, form, started)
            )
    return MedicineList(tuple(items), confirmed)


def known(**values: Any) -> dict[str, Fact]:
    return {
        name: Known(
            Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value,
            TODAY,
            "test",
        )
        for name, value in values.items()
    }
