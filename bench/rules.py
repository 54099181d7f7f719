"""How long the rules take: one person weighed, the book opened, and the same scaled to 200 rules.

Run: .venv/bin/python -m bench.rules
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.consultation.book import open_library, topics
from app.consultation.medicines.catalogue import catalogue
from app.rules.binding import bind, open_bound
from app.rules.building import book_of
from app.rules.facts import Fact, FactValue, Known, MedicineFact, MedicineList, Never
from app.rules.interpreter import interpret
from app.rules.next_question import ask_next
from app.rules.weighing import weigh
from bench.table import Row, median_ms, show

TODAY = date(2026, 11, 22)
SCALED_RULES = 200


def one_person() -> dict[str, Fact]:
    """Half of what the rules may ask is known."""
    entry = catalogue().entry("clozapine")
    assert entry is not None
    clozapine = MedicineFact(entry.ingredient, entry.label, entry.classes, entry.tags)
    values: dict[str, FactValue] = {
        "age": Decimal(44),
        "bmi": Decimal("31.2"),
        "systolic": Decimal(152),
        "diastolic": Decimal(91),
        "systolic_today": Decimal(152),
        "diastolic_today": Decimal(91),
        "medicines": MedicineList((clozapine,), True),
        "smokes_tobacco": True,
        "hba1c": Decimal(45),
        "audit_c": Decimal(6),
        "last_metabolic_review": Never(date(2020, 1, 1)),
        "last_lipids_check": date(2025, 3, 1),
        "any_area_low_with_help_wanted": True,
        "has_carer": True,
    }
    return {name: Known(value, TODAY, "bench") for name, value in values.items()}


def rows() -> Iterator[Row]:
    library = open_library()
    book, person, facts = library.book, one_person(), library.grammar.facts
    copies = SCALED_RULES // len(book) + 1
    many = book_of(
        [replace(rule, id=f"{rule.id}-{n}") for n in range(copies) for rule in book][:SCALED_RULES], "bench"
    )
    bound = bind(library, "")
    outcomes = weigh(book, person, TODAY)
    yield Row(f"weigh and explain, {len(book)} rules", median_ms(lambda: weigh(book, person, TODAY), 500))
    yield Row(
        f"weigh and explain, {SCALED_RULES} rules",
        median_ms(lambda: weigh(many, person, TODAY), 100),
        note="every reason spelled out",
    )
    closures = median_ms(lambda: list(many.compiled.judge(*many.compiled.ask_lines(person, TODAY))), 100)
    yield Row(f"closures alone, {SCALED_RULES} rules", closures, limit=1)
    plain = median_ms(lambda: [interpret(rule, person, TODAY) for rule in many], 20)
    yield Row(
        f"plain interpreter, {SCALED_RULES} rules", plain, note=f"{plain / closures:.1f} times the closures"
    )
    yield Row("ask next", median_ms(lambda: ask_next(outcomes, facts), 200))
    yield Row(f"read TOML with examples, {len(book)} rules", median_ms(open_library, 5))
    opened = median_ms(lambda: open_bound(bound, library.grammar, topics(), ""), 20)
    proportion = opened * SCALED_RULES / len(book)
    note = f"{SCALED_RULES} rules by proportion: {proportion:.0f} ms (50 at most)"
    yield Row(f"open bound JSON, {len(book)} rules", opened, note=note)


if __name__ == "__main__":
    sys.exit(show(rows()))
