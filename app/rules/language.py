"""One condition a line, in words that a nurse can read aloud, turned into a typed, checked condition.

The forms of a line (the name of a fact is its key with spaces; a last-done fact drops its "last"):

    bmi >= 30.0 kg/m2                     also <  <=  >  =
    bmi between 23.0 and 24.9 kg/m2       both ends included
    has diabetes                          also: has diabetes is yes, has diabetes is no
    ethnic background is asian
    metabolic review in last 6 months     days, weeks or calendar months
    no metabolic review in last 6 months
    takes clozapine                       takes any antipsychotic as depot
    started any antipsychotic in last 12 weeks
    at least 2 medicines tagged qt
    hba1c is known
    not <any of these>
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.rules.conditions import (
    Between,
    Compare,
    Condition,
    DoneWithin,
    Is,
    IsKnown,
    Line,
    Not,
    Selector,
    Sign,
    StartedWithin,
    Tagged,
    Takes,
)
from app.rules.dates import Span, SpanUnit
from app.rules.facts import FactKind, Kind, MedicineVocabulary, Vocabulary, did_you_mean
from app.rules.units import spelling

LONGEST_LINE = 200
_WORD_END = re.compile(r"\s|$")


class LanguageError(ValueError):
    """A condition that cannot be read; says what is wrong and marks where."""

    def __init__(self, message: str, text: str = "", at: int = 0) -> None:
        self.message, self.text, self.at = message, text, at
        super().__init__(f"{message}\n    {text}\n    {' ' * at}^" if text else message)


@dataclass(frozen=True)
class Grammar:
    """All words that conditions may use."""

    facts: Vocabulary
    medicines: MedicineVocabulary

    @cached_property
    def medicines_fact(self) -> str:
        """The name of the fact that holds the list of medicines."""
        return next((kind.name for kind in self.facts if kind.kind is Kind.MEDICINES), "medicines")

    @cached_property
    def spoken(self) -> Mapping[str, FactKind]:
        """The facts by their spoken form in small letters."""
        return {words.lower(): kind for words, kind in self.facts.spoken().items()}

    def read_line(self, text: str) -> Condition:
        """The condition that one line states; raises LanguageError."""
        if len(text) > LONGEST_LINE:
            raise LanguageError(f"a line is at most {LONGEST_LINE} characters long")
        reader = _Reader(text, self)
        condition = reader.condition()
        reader.expect_end()
        return condition


class _Reader:
    """Reads one line from left to right."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text, self.grammar = text, grammar
        self.at = len(text) - len(text.lstrip())

    @property
    def rest(self) -> str:
        return self.text[self.at :]

    def error(self, message: str, at: int | None = None) -> LanguageError:
        return LanguageError(message, self.text, self.at if at is None else at)

    def accept(self, pattern: str) -> re.Match[str] | None:
        """Take what the pattern matches here, and the spaces after it."""
        found = re.compile(rf"(?:{pattern})(?=\s|$)\s*", re.IGNORECASE).match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def longest(self, words: Container[str]) -> str | None:
        """Take the longest of these words that stands here."""
        rest = self.rest.lower()
        for found in reversed(list(_WORD_END.finditer(rest))):
            word = rest[: found.start()]
            if word in words:
                self.at += len(word)
                self.at += len(self.rest) - len(self.rest.lstrip())
                return word
        return None

    def expect_end(self) -> None:
        if not self.rest.strip():
            return
        if self.accept("and|or"):
            raise self.error("one condition a line: give each its own line under all or any")
        raise self.error(f"did not expect '{self.rest.split()[0]}' here")

    def condition(self) -> Condition:
        begin = self.at
        if self.accept("not"):
            return Not(self.condition())
        if self.accept("no"):
            # The words of the inner line leave the "no" out: an explanation says whether it holds as worded.
            begin = self.at
            return Not(self.done_within(self.fact(Kind.LAST_DONE), begin))
        if self.accept("takes"):
            return self.takes(begin)
        if self.accept("started"):
            return self.started(begin)
        if found := self.accept(r"at least (\d+) medicines? tagged"):
            return self.tagged(int(found[1]), begin)
        return self.about(self.fact(), begin)

    def said(self, begin: int) -> str:
        return self.text[begin : self.at].strip()

    def fact(self, kind: Kind | None = None) -> FactKind:
        at = self.at
        word = self.longest(self.grammar.spoken)
        if word is None:
            asked = re.split(r"\s+(?:[<>=]|is\b|in last\b|between\b)|$", self.rest, maxsplit=1)[0]
            near = did_you_mean(asked.lower(), self.grammar.spoken)
            raise self.error(
                f"no fact is called '{asked}'{near}" if asked else "the name of a fact is missing"
            )
        found = self.grammar.spoken[word]
        if kind and found.kind is not kind:
            raise self.error(f"'{word}' is {found.kind.value}, not {kind.value}", at)
        return found

    def about(self, fact: FactKind, begin: int) -> Line:
        if self.accept("is known"):
            return IsKnown(fact.name, self.said(begin))
        match fact.kind:
            case Kind.NUMBER:
                return self.number_line(fact, begin)
            case Kind.YES_NO:
                found = self.accept("is (yes|no)")
                return Is(fact.name, found is None or found[1].lower() == "yes", self.said(begin))
            case Kind.CHOICE:
                return self.choice(fact, begin)
            case Kind.LAST_DONE:
                return self.done_within(fact, begin)
            case Kind.MEDICINES:
                raise self.error("ask of medicines with 'takes', 'started' or 'at least 1 medicine tagged'")

    def number_line(self, fact: FactKind, begin: int) -> Line:
        if self.accept("between"):
            low = self.amount(fact)
            if not self.accept("and"):
                raise self.error("expected 'and' between the two numbers")
            at = self.at
            high = self.amount(fact)
            self.unit(fact)
            if high <= low:
                raise self.error("the second number must be the larger", at)
            return Between(fact.name, low, high, fact.unit, self.said(begin))
        sign = self.accept("<=|>=|<|>|=")
        if not sign:
            raise self.error("expected <, <=, >, >=, = or 'between'")
        amount = self.amount(fact)
        self.unit(fact)
        return Compare(fact.name, Sign(sign[0].strip()), amount, fact.unit, self.said(begin))

    def amount(self, fact: FactKind) -> Decimal:
        at = self.at
        found = self.accept(r"-?\d+(?:\.\d+)?")
        if not found:
            raise self.error(f"expected a number of {fact.unit}, a space before the unit")
        amount = Decimal(found[0].strip())
        assert fact.low is not None
        assert fact.high is not None
        assert fact.step is not None
        if not fact.low <= amount <= fact.high:
            limits = f"{fact.low} to {fact.high} {fact.unit}"
            raise self.error(f"{amount} is outside the plausible range of {fact.label}, {limits}", at)
        if amount % fact.step:
            raise self.error(f"{fact.label} is shown in steps of {fact.step} {fact.unit}", at)
        return amount

    def unit(self, fact: FactKind) -> None:
        found = re.match(r"[^\s].*?(?=\s+(?:and|or)\s|\s*$)", self.rest)
        if not found:
            raise self.error(f"the unit is missing: write '{fact.unit}' after the number")
        if spelling(found[0]) != spelling(fact.unit):
            raise self.error(f"the unit of {fact.label} is '{fact.unit}', not '{found[0]}'")
        self.at += found.end()
        self.at += len(self.rest) - len(self.rest.lstrip())

    def choice(self, fact: FactKind, begin: int) -> Line:
        if not self.accept("is"):
            raise self.error(f"write '{fact.spoken} is ...' or '{fact.spoken} is known'")
        options = {option.lower(): option for option in fact.options}
        word = self.longest(options)
        if word is None:
            near = did_you_mean(self.rest.lower(), options)
            raise self.error(f"'{self.rest}' is not one of the answers to {fact.label}{near}")
        return Is(fact.name, options[word], self.said(begin))

    def done_within(self, fact: FactKind, begin: int) -> DoneWithin:
        return DoneWithin(fact.name, self.span(), self.said(begin))

    def span(self) -> Span:
        at = self.at
        found = self.accept(r"in last (\d+) (day|week|month)s?")
        if not found:
            raise self.error("expected 'in last', a number, and days, weeks or months")
        if not int(found[1]):
            raise self.error("a span is at least 1 long", at)
        grace = self.accept(r"\+ (\d+) days?")
        return Span(int(found[1]), SpanUnit(f"{found[2].lower()}s"), int(grace[1]) if grace else 0)

    def selector(self) -> Selector:
        medicines = self.grammar.medicines
        must_be_class = bool(self.accept("any"))
        words = medicines.classes if must_be_class else medicines.ingredients | medicines.classes
        word = self.longest(words)
        if word is None:
            asked = re.split(r"\s+(?:as|in last)\b", self.rest, maxsplit=1)[0].strip()
            what = "class of medicines" if must_be_class else "medicine or class of medicines"
            raise self.error(f"'{asked}' is not a known {what}{did_you_mean(asked.lower(), words)}")
        return Selector(word, word in medicines.classes)

    def takes(self, begin: int) -> Takes:
        which, form = self.selector(), None
        if self.accept("as"):
            form = self.longest(self.grammar.medicines.forms)
            if form is None:
                near = did_you_mean(self.rest.lower(), self.grammar.medicines.forms)
                raise self.error(f"'{self.rest}' is not a known form{near}")
        return Takes(self.grammar.medicines_fact, which, form, self.said(begin))

    def started(self, begin: int) -> StartedWithin:
        which = self.selector()
        return StartedWithin(self.grammar.medicines_fact, which, self.span(), self.said(begin))

    def tagged(self, count: int, begin: int) -> Tagged:
        if not count:
            raise self.error("at least 0 is always so", begin)
        tags = {tag.replace("_", " "): tag for tag in self.grammar.medicines.tags}
        word = self.longest(tags)
        if word is None:
            raise self.error(f"no medicine is tagged '{self.rest}'{did_you_mean(self.rest.lower(), tags)}")
        return Tagged(self.grammar.medicines_fact, count, tags[word], self.said(begin))
