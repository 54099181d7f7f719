"""A fact: a value with its date and source, or the reason why there is none."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Reason(Enum):
    """Why a fact has no value. None of these ever counts as no, or as normal."""

    NOT_ASKED = "not asked"
    DECLINED = "declined"
    NOT_KNOWN = "not known"
    TOO_OLD = "too old"
    NOT_CONFIRMED = "not confirmed"
    HIDDEN = "hidden from this role"
    NOT_SEARCHED = "not searched that far back"
    NOT_DONE_TODAY = "not done today"


@dataclass(frozen=True, slots=True)
class Never:
    """Nothing was found, as far back as the record was searched."""

    searched_back_to: date


@dataclass(frozen=True, slots=True)
class MedicineFact:
    """One medicine taken now; `ingredient` is None for free text that matched nothing."""

    ingredient: str | None
    label: str
    classes: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    form: str | None = None
    started: date | None = None


@dataclass(frozen=True, slots=True)
class MedicineList:
    """All medicines known, and whether the list was confirmed as complete."""

    items: tuple[MedicineFact, ...]
    is_complete: bool

    @property
    def settles_absence(self) -> bool:
        """True if a medicine that is not in the list is surely not taken."""
        return self.is_complete and all(item.ingredient is not None for item in self.items)


FactValue = Decimal | bool | str | date | Never | MedicineList


@dataclass(frozen=True, slots=True)
class Known:
    """A value as it is displayed (numbers rounded), the day it was true, and who or what says so."""

    value: FactValue
    on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Missing:
    """No value, and why."""

    reason: Reason
    note: str = ""


Fact = Known | Missing
Facts = Mapping[str, Fact]

NOT_ASKED = Missing(Reason.NOT_ASKED)


def fact_of(facts: Facts, name: str) -> Fact:
    """The fact of that name; one that nobody gave was not asked."""
    return facts.get(name, NOT_ASKED)


class Kind(Enum):
    """What a fact's value can be."""

    NUMBER = "number"
    YES_NO = "yes or no"
    CHOICE = "one of several"
    LAST_DONE = "when last done"
    MEDICINES = "medicines taken"


class VocabularyError(ValueError):
    """The closed list of facts contradicts itself."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """The declaration of one fact: what it is called, what it can be, and how to ask for it.

    A fact that `is_apart` was told by somebody else alone: the person must not come to know of it.
    """

    name: str
    label: str
    kind: Kind
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None
    options: tuple[str, ...] = ()
    asked_in: str = ""
    ask: str = ""
    is_apart: bool = False

    def __post_init__(self) -> None:
        """Refuse a declaration that a condition could not be checked against."""
        if not self.name.isidentifier() or self.name != self.name.lower():
            raise VocabularyError(f"{self.name!r} is not a snake_case name")
        limits = (self.low, self.high, self.step)
        if self.kind is Kind.NUMBER and (not self.unit or None in limits):
            raise VocabularyError(f"{self.name}: a number needs a unit, a range and a step")
        if self.kind is not Kind.NUMBER and (self.unit or limits != (None, None, None)):
            raise VocabularyError(f"{self.name}: only a number has a unit, a range or a step")
        if (self.kind is Kind.CHOICE) != bool(self.options):
            raise VocabularyError(f"{self.name}: a choice, and only a choice, has options")
        if self.kind is Kind.LAST_DONE and not self.name.startswith("last_"):
            raise VocabularyError(f"{self.name}: the name of a last-done fact begins with last_")

    @property
    def spoken(self) -> str:
        """The name as a rule's condition writes it: `last_metabolic_review` is "metabolic review"."""
        name = self.name.removeprefix("last_") if self.kind is Kind.LAST_DONE else self.name
        return name.replace("_", " ")


class Vocabulary:
    """The closed collection of facts that rules may name; no two share a name or a spoken form."""

    def __init__(self, kinds: Iterable[FactKind]) -> None:
        self._kinds: dict[str, FactKind] = {}
        self._spoken: dict[str, FactKind] = {}
        for kind in kinds:
            if kind.name in self._kinds:
                raise VocabularyError(f"two facts are called {kind.name}")
            if kind.spoken in self._spoken:
                raise VocabularyError(f"two facts are spoken as '{kind.spoken}'")
            self._kinds[kind.name] = kind
            self._spoken[kind.spoken] = kind

    @classmethod
    def joined(cls, parts: Iterable[Iterable[FactKind]]) -> "Vocabulary":
        """One vocabulary out of the facts of several sections."""
        return cls(kind for part in parts for kind in part)

    def __iter__(self) -> Iterator[FactKind]:
        return iter(self._kinds.values())

    def __len__(self) -> int:
        return len(self._kinds)

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def __getitem__(self, name: str) -> FactKind:
        return self._kinds[name]

    def spoken(self) -> Mapping[str, FactKind]:
        """The facts by their spoken form."""
        return self._spoken


@dataclass(frozen=True)
class MedicineVocabulary:
    """The closed words for medicines that conditions may use."""

    ingredients: frozenset[str]
    classes: frozenset[str]
    tags: frozenset[str]
    forms: frozenset[str]

    def __post_init__(self) -> None:
        """Refuse a word that could be read in two ways."""
        both = self.ingredients & self.classes
        if both:
            raise VocabularyError(f"both an ingredient and a class: {', '.join(sorted(both))}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The tail of an error message that names the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(known), 1, 0.6)
    return f"; did you mean '{near[0]}'?" if near else ""
