"""The examples that a rule carries: facts as a rule file gives them, and what must come of them.

`given` speaks the facts of the conditions; what it leaves out is missing. A last-done fact is "never",
"none since 5 months ago" (searched back only that far), "today" or "14 months ago". Medicines are
`takes = [...]` for a confirmed list and `takes_at_least = [...]` for one that is not; an entry is an
ingredient, with "as depot" or "since 3 weeks ago" after it if need be, or "free text: ..." for words that
match nothing. `expect` is "fires", "fires soon", "fires urgent, could be now: needs <fact>", "silent",
"needs <fact>, <fact>" or "not covered".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.rules.dates import Span, SpanUnit, months_before
from app.rules.facts import (
    Fact,
    FactKind,
    Kind,
    Known,
    MedicineFact,
    MedicineList,
    Never,
    Vocabulary,
    did_you_mean,
)
from app.rules.language import Grammar, LanguageError
from app.rules.rulebook import Level
from app.rules.weighing import Outcome, Verdict
from app.rules.written import WrittenExample

EXAMPLE_DAY = date(2026, 6, 15)
SOURCE = "example"
LONG_AGO_MONTHS = 1200
FREE_TEXT = "free text:"
AGO = re.compile(r"(\d+) (day|week|month)s? ago")

DescribeMedicine = Callable[[str], MedicineFact | None]


def facts_given(given: Mapping[str, Any], grammar: Grammar, describe: DescribeMedicine) -> dict[str, Fact]:
    """The facts of an example; raises LanguageError for a name or a value that cannot be."""
    facts: dict[str, Fact] = {}
    for name, written in given.items():
        if name in ("takes", "takes_at_least"):
            items = tuple(_medicine(entry, describe) for entry in written)
            facts[grammar.medicines_fact] = _known(MedicineList(items, name == "takes"))
        elif name not in grammar.facts:
            names = [kind.name for kind in grammar.facts]
            raise LanguageError(f"no fact is called '{name}'{did_you_mean(name, names)}")
        else:
            facts[name] = _fact(grammar.facts[name], written)
    return facts


def _known(value: Any) -> Known:
    return Known(value, EXAMPLE_DAY, SOURCE)


def _fact(kind: FactKind, written: Any) -> Known:
    match kind.kind:
        case Kind.NUMBER if isinstance(written, int | Decimal) and not isinstance(written, bool):
            amount = Decimal(written)
            assert kind.low is not None
            assert kind.high is not None
            if kind.low <= amount <= kind.high and not amount % (kind.step or 1):
                return _known(amount)
        case Kind.YES_NO if isinstance(written, bool):
            return _known(written)
        case Kind.CHOICE if written in kind.options:
            return _known(written)
        case Kind.LAST_DONE if isinstance(written, str):
            return _known(_last_done(written))
    raise LanguageError(f"{written!r} cannot be a value of {kind.name}, which is {kind.kind.value}")


def _last_done(written: str) -> date | Never:
    if written == "never":
        return Never(months_before(EXAMPLE_DAY, LONG_AGO_MONTHS))
    if written == "today":
        return EXAMPLE_DAY
    if written.startswith("none since "):
        return Never(_ago(written.removeprefix("none since ")))
    return _ago(written)


def _ago(written: str) -> date:
    found = AGO.fullmatch(written)
    if not found:
        raise LanguageError(
            f"'{written}' is not 'never', 'today', '14 months ago' or 'none since 5 months ago'"
        )
    return Span(int(found[1]), SpanUnit(f"{found[2]}s")).before(EXAMPLE_DAY)


def _medicine(entry: str, describe: DescribeMedicine) -> MedicineFact:
    if entry.startswith(FREE_TEXT):
        return MedicineFact(None, entry.removeprefix(FREE_TEXT).strip())
    name, _, since = entry.partition(" since ")
    name, _, form = name.partition(" as ")
    found = describe(name)
    if found is None:
        raise LanguageError(f"'{name}' is not a known ingredient; write 'free text: {name}' if that is meant")
    started = _ago(since) if since else None
    return MedicineFact(found.ingredient, found.label, found.classes, found.tags, form or None, started)


@dataclass(frozen=True)
class Expected:
    """What an example says must come out; None leaves a thing open."""

    verdict: Verdict
    level: Level | None = None
    could_be: Level | None = None
    needs: frozenset[str] = frozenset()

    def differs(self, outcome: Outcome) -> str:
        """What differs from the outcome, in words; empty where they agree."""
        if outcome.verdict is not self.verdict:
            return f"expected {self.verdict.value}, got {outcome.verdict.value}"
        if self.verdict is Verdict.FIRES and self.level is None:
            return ""
        if self.level is not None and outcome.level is not self.level:
            return f"expected level {self.level.word}, got {outcome.level.word if outcome.level else 'none'}"
        if self.needs != frozenset(outcome.needs):
            return f"expected needs {sorted(self.needs)}, got {sorted(outcome.needs)}"
        if self.could_be is not None and outcome.highest_possible is not self.could_be:
            return f"expected could be {self.could_be.word}"
        return ""


EXPECTATION = re.compile(
    r"(?P<verdict>fires|silent|not covered|needs)"
    r"(?P<level> (?:now|urgent|soon|routine|note))?"
    r"(?:, could be (?P<could>now|urgent|soon|routine|note): needs)?"
    r"(?P<needs> .+)?"
)


def expectation(example: WrittenExample, vocabulary: Vocabulary) -> Expected:
    """What an example expects; raises LanguageError where that cannot be read."""
    found = EXPECTATION.fullmatch(example.expect)
    if not found or (found["verdict"] == "needs") != (found["needs"] is not None and not found["could"]):
        raise LanguageError(f"'{example.expect}' is not fires, silent, not covered or needs <fact>")
    verdict = Verdict.CANNOT_TELL if found["verdict"] == "needs" else Verdict(found["verdict"])
    if verdict is not Verdict.FIRES and (found["level"] or found["could"]):
        raise LanguageError(f"'{example.expect}': only a rule that fires has a level")
    needs = frozenset(
        _fact_name(word.strip(), vocabulary) for word in (found["needs"] or "").split(",") if word
    )
    level = Level[found["level"].strip().upper()] if found["level"] else None
    return Expected(verdict, level, Level[found["could"].upper()] if found["could"] else None, needs)


def _fact_name(word: str, vocabulary: Vocabulary) -> str:
    spoken = vocabulary.spoken()
    if word in spoken:
        return spoken[word].name
    if word in vocabulary:
        return word
    raise LanguageError(f"no fact is called '{word}'{did_you_mean(word, spoken)}")
