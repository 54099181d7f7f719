"""The medicines that the app knows: by ingredient and form, found by generic name or UK brand.

The table beside this file holds one row a product line. Its grades are our own coarse ones (high and medium
only; a range counts at its higher end, for weight and glucose at its lower), each tag with the mark and the
source of the evidence table it stands on: V2 S25 = 2024 metformin guideline tiers, V2 S22 = relative-effect
tables, V S61 and V S11 = interactions with tobacco and with lithium, V2 S19 = bowel warning, K = not checked.
Doses are not in it, and never will be.
"""

import csv
import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from app.consultation.medicine import Form
from app.rules.facts import MedicineFact, MedicineVocabulary

ANTIPSYCHOTIC = "antipsychotic"
NEAR_ENOUGH = 0.75
SHORTEST_MISSPELLING = 4

STRENGTH = re.compile(
    r"\b\d+(?:[.,]\d+)*\s*(?:micrograms?|mcg|mg|g|ml|units?|hr|%)?(?:\s*/\s*(?:\d+\s*)?(?:ml|hr|actuat))?(?=\s|$)"
)
LONG_ACTING = r"decanoate|palmitate|embonate|pamoate|depot|long-acting|prolonged-release susp"
RELEASED_SLOWLY = r"(?:prolonged|extended)[ -]release"
STATED_FORMS = tuple(
    (re.compile(words, re.I), form)
    for words, form in (
        (
            rf"^(?!.*\btablet).*(?:{LONG_ACTING}|{RELEASED_SLOWLY}.*\binject|\binject.*{RELEASED_SLOWLY})",
            Form.DEPOT,
        ),
        (r"\b(?:transdermal|patch|patches)\b", Form.PATCH),
        (
            r"\b(?:vaginal|rectal|suppositor|pessar|implant|intrauterine|intranasal)|\b(?:ophthalmic|otic|eye|ear|nasal)\b",
            Form.OTHER,
        ),
        (r"\b(?:inhaler|inhalant|inhalation powder)s?\b", Form.INHALER),
        (r"\b(?:inhalation|nebuli|spray|cream|ointment|gel\b|lotion|topical)", Form.OTHER),
        (r"\b(?:inject|infusion|pre-?filled syringe)", Form.INJECTION),
        (r"\b(?:tablet|capsule|tab|cap)s?\b", Form.TABLET),
        (r"\boral (?:solution|suspension|liquid|drops)\b|\b(?:liquid|syrup|elixir|linctus)\b", Form.LIQUID),
    )
)
"""What words in a name say of its form: the first that fits stands, and where none fits nothing is known."""
FORM_WORDS = {
    *(
        "tablet",
        "velotab",
        "velotabs",
        "tablets",
        "capsule",
        "capsules",
        "tabs",
        "caps",
        "solution",
        "suspension",
        "liquid",
        "syrup",
    ),
    *("depot", "injection", "injectable", "patch", "patches", "transdermal", "system"),
    *("inhaler", "inhalant", "spray", "cream"),
}
RELEASE_WORDS = {
    "modified",
    "prolonged",
    "extended",
    "release",
    "delayed",
    "xl",
    "mr",
    "sr",
    "er",
    "pr",
    "ec",
}
TABLET_WORDS = {"oral", "orodispersible", "dispersible", "chewable", "sublingual", "coated", "film-coated"}
SALTS = {
    "hydrochloride",
    "sodium",
    "potassium",
    "maleate",
    "fumarate",
    "succinate",
    "mesilate",
    "besilate",
} | {"hydrobromide", "tartrate", "bitartrate", "propionate", "acetate"}
FILLING_WORDS = FORM_WORDS | RELEASE_WORDS | TABLET_WORDS | SALTS | {"gastro-resistant"}


@dataclass(frozen=True)
class Product:
    """One row of the table: a product line of one ingredient."""

    name: str
    ingredient: str
    classes: frozenset[str]
    forms: tuple[Form, ...]
    brands: tuple[str, ...]
    tags: frozenset[str]
    tag_sources: Mapping[str, str]
    source: str


@dataclass(frozen=True)
class Entry:
    """One ingredient, with everything that rules may ask of it."""

    ingredient: str
    products: tuple[Product, ...]

    @property
    def label(self) -> str:
        """The generic name as it is written on a screen."""
        return self.ingredient[:1].upper() + self.ingredient[1:]

    @property
    def classes(self) -> frozenset[str]:
        """The classes it belongs to."""
        return frozenset().union(*(product.classes for product in self.products))

    @property
    def tags(self) -> frozenset[str]:
        """What is marked about it in any of its forms."""
        return frozenset().union(*(product.tags for product in self.products))

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms it comes in, the usual one first."""
        return tuple(dict.fromkeys(form for product in self.products for form in product.forms))

    @property
    def is_antipsychotic(self) -> bool:
        """Whether it is an antipsychotic."""
        return ANTIPSYCHOTIC in self.classes


@dataclass(frozen=True)
class Match:
    """An ingredient found under some name; `form` only where the words or a depot's own name state it."""

    entry: Entry
    name: str
    form: Form | None
    is_guess: bool = False

    @property
    def ingredient(self) -> str:
        """The key by which a medicine is kept."""
        return self.entry.ingredient

    @property
    def in_words(self) -> str:
        """What a list of suggestions shows: the name found, and the ingredient where that differs."""
        same = self.name.lower() == self.entry.ingredient
        return self.name if same else f"{self.name} ({self.entry.ingredient})"


class Catalogue:
    """All known medicines; read once, never changed."""

    def __init__(self, products: Iterable[Product]) -> None:
        grouped: dict[str, list[Product]] = {}
        for product in products:
            grouped.setdefault(product.ingredient, []).append(product)
        self._entries = {name: Entry(name, tuple(found)) for name, found in grouped.items()}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every ingredient, in the order of the table."""
        return tuple(self._entries.values())

    def entry(self, ingredient: str) -> Entry | None:
        """The ingredient of that key, if it is known."""
        return self._entries.get(ingredient)

    def fact_of(self, ingredient: str) -> MedicineFact | None:
        """An ingredient as rules read it, with no form and no start; None where it is not known."""
        entry = self.entry(ingredient)
        return MedicineFact(entry.ingredient, entry.label, entry.classes, entry.tags) if entry else None

    def vocabulary(self) -> MedicineVocabulary:
        """The closed words that conditions may use for medicines."""
        return MedicineVocabulary(
            ingredients=frozenset(self._entries),
            classes=frozenset().union(*(entry.classes for entry in self.entries)),
            tags=frozenset().union(*(entry.tags for entry in self.entries)),
            forms=frozenset(form.value for form in Form),
        )

    @cached_property
    def _names(self) -> Mapping[str, Match]:
        """Every generic, product and brand name in small letters; only a depot's own name has a form."""
        forms: dict[str, set[Form]] = {}
        found: dict[str, tuple[Entry, str]] = {}
        for entry in self.entries:
            for form in entry.forms:
                forms.setdefault(entry.ingredient, set()).add(form)
            found.setdefault(entry.ingredient, (entry, entry.label))
            for product in entry.products:
                for name in (product.name, *product.brands):
                    key = name.lower()
                    if key != entry.ingredient:
                        forms.setdefault(key, set()).update(product.forms)
                        found.setdefault(key, (entry, name))
        return {key: Match(entry, name, _depot_alone(forms[key])) for key, (entry, name) in found.items()}

    def recognise(self, text: str) -> Match | None:
        """The medicine of exactly this name, strength and form words left aside; never by likeness.

        Two ingredients in one name, or a name not in the table, give None: then it stays free text.
        """
        match = self._names.get(" ".join(text.lower().split())) or self._names.get(_stripped(text))
        if match is None or match.form is not None:
            return match
        return Match(match.entry, match.name, stated_form(text))

    def find(self, text: str, limit: int = 8) -> tuple[Match, ...]:
        """Suggestions for what was typed, the best first; misspellings are guessed at only here.

        A guess says so (`is_guess`) and is offered, never taken by itself.
        """
        typed = " ".join(text.lower().split())
        if not typed:
            return ()
        ranked = sorted((rank, key) for key in self._names if (rank := _rank(typed, key)) is not None)
        matches = [self._names[key] for _, key in ranked]
        if not matches and len(typed) >= SHORTEST_MISSPELLING:
            near = difflib.get_close_matches(typed, self._names, limit, NEAR_ENOUGH)
            matches = [_guessed(self._names[key]) for key in near]
        return tuple(_once_each(matches))[:limit]


def _depot_alone(forms: set[Form]) -> Form | None:
    """A depot has a name of its own; any other name says nothing, however few forms the table lists."""
    return Form.DEPOT if forms == {Form.DEPOT} else None


def _rank(typed: str, key: str) -> int | None:
    if key == typed:
        return 0
    if key.startswith(typed):
        return 1
    if any(word.startswith(typed) for word in key.split()):
        return 2
    return 3 if typed in key and len(typed) >= SHORTEST_MISSPELLING else None


def _guessed(match: Match) -> Match:
    return Match(match.entry, match.name, match.form, is_guess=True)


def _once_each(matches: Iterable[Match]) -> Iterable[Match]:
    """The first match of each ingredient and form: a brand beside its own generic helps nobody."""
    seen: set[tuple[str, Form | None]] = set()
    for match in matches:
        key = (match.ingredient, match.form)
        if key not in seen:
            seen.add(key)
            yield match


def stated_form(text: str) -> Form | None:
    """The form that the words themselves state; never a guess."""
    return next((form for words, form in STATED_FORMS if words.search(text)), None)


def _stripped(text: str) -> str:
    """A name without strengths, form words and salts."""
    words = STRENGTH.sub(" ", text.lower().replace(",", " ")).split()
    return " ".join(word for word in words if word not in FILLING_WORDS)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _product(row: Mapping[str, str]) -> Product:
    sources = dict(tag.split("@", 1) for tag in _list(row["tags"]))
    return Product(
        name=row["name"],
        ingredient=row["ingredient"],
        classes=frozenset(_list(row["classes"])),
        forms=tuple(Form(form) for form in _list(row["forms"])),
        brands=_list(row["brands"]),
        tags=frozenset(sources),
        tag_sources=sources,
        source=row["source"],
    )


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue of this release."""
    table = files("app.consultation.medicines").joinpath("medicines.csv").read_text(encoding="utf-8")
    return Catalogue(_product(row) for row in csv.DictReader(table.splitlines(), strict=True))
