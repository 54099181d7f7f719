"""Whether the rules are sound, and whether their examples would notice a slip.

Nothing here knows the answers: a case that is missing is printed WITHOUT one, and
whoever writes rules fills it in from the source text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from app.rules.building import book_of
from app.rules.cells import Cell, case_in_words, cases, cells_of, lines_of_rule
from app.rules.conditions import IsKnown
from app.rules.examples import EXAMPLE_DAY, DescribeMedicine, Expected, expectation, facts_given
from app.rules.facts import NOT_ASKED, Fact, Known
from app.rules.interpreter import interpret
from app.rules.language import LanguageError
from app.rules.mutants import mutants
from app.rules.reading import Library
from app.rules.rulebook import Level, Rule
from app.rules.weighing import Outcome, Verdict, weigh
from app.rules.wording import wording_faults

MOST_COMPLETIONS = 400
SURELY_NO = (Verdict.SILENT, Verdict.NOT_COVERED)

Case = Mapping[str, Fact]


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a rule or with its examples."""

    rule: str
    kind: str
    words: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.kind}: {self.words}"


@dataclass(frozen=True)
class Tally:
    """How much was tried for one rule."""

    rule: str
    examples: int
    cases: int
    mutants: int
    declared: int


@dataclass(frozen=True)
class Worked:
    """An example ready to be weighed."""

    facts: dict[str, Fact]
    expected: Expected


def check_library(
    library: Library, describe: DescribeMedicine, *, is_whole: bool = True
) -> tuple[tuple[Fault, ...], tuple[Tally, ...]]:
    """Every fault of every rule, and how much was tried.

    Not whole: its wording and its examples alone, without what is tried around them.
    """
    faults: list[Fault] = []
    tallies: list[Tally] = []
    for rule in library.book:
        try:
            worked = _worked(rule, library, describe)
        except LanguageError as error:
            faults.append(Fault(rule.id, "example", str(error)))
            continue
        outcome_of = _Weighing(rule)
        faults += [Fault(rule.id, "wording", words) for words in wording_faults(rule)]
        faults += _examples_fail(rule, worked, outcome_of)
        faults += _examples_lack(rule, worked)
        if not is_whole:
            continue
        tried = cases(rule, [example.facts for example in worked], library.grammar, describe)
        faults += _unsound(rule, tried, outcome_of)
        faults += _gaps(rule, tried, cells_of(rule, library.grammar, describe), outcome_of)
        slips, count, declared = _slips(rule, worked, tried, library, outcome_of)
        faults += slips
        tallies.append(Tally(rule.id, len(worked), len(tried), count, declared))
    return tuple(faults), tuple(tallies)


def _worked(rule: Rule, library: Library, describe: DescribeMedicine) -> tuple[Worked, ...]:
    return tuple(
        Worked(
            facts_given(example.given, library.grammar, describe),
            expectation(example, library.grammar.facts),
        )
        for example in library.examples
        if example.rule == rule.id
    )


class _Weighing:
    """One rule alone, to be asked about many cases; what was asked once is not worked out again."""

    def __init__(self, rule: Rule) -> None:
        self._book = book_of([rule], "check")
        self._names = sorted(rule.reads)
        self._found: dict[tuple[Fact | None, ...], Outcome] = {}

    def __call__(self, case: Case) -> Outcome:
        asked = tuple([case.get(name) for name in self._names])
        found = self._found.get(asked)
        if found is None:
            [found] = weigh(self._book, case, EXAMPLE_DAY)
            self._found[asked] = found
        return found


def _signature(outcome: Outcome) -> tuple[Verdict, Level | None, tuple[Level, ...], frozenset[str]]:
    return outcome.verdict, outcome.level, tuple(c.level for c in outcome.could_be), frozenset(outcome.needs)


def _examples_fail(rule: Rule, worked: Iterable[Worked], outcome_of: _Weighing) -> list[Fault]:
    return [
        Fault(rule.id, "example fails", f"{case_in_words(example.facts, rule.reads)}: {differs}")
        for example in worked
        if (differs := example.expected.differs(outcome_of(example.facts)))
    ]


def _examples_lack(rule: Rule, worked: tuple[Worked, ...]) -> list[Fault]:
    """Each rule shows every step firing, silence, something missing, and its scope if it has one."""
    levels = {example.expected.level for example in worked}
    verdicts = {example.expected.verdict for example in worked}
    lacking = [f"fires {step.level.word}" for step in rule.steps if step.level not in levels]
    wanted = [Verdict.SILENT, Verdict.CANNOT_TELL]
    if any(lines_of_rule_scope(rule)):
        wanted.append(Verdict.NOT_COVERED)
    lacking += [verdict.value for verdict in wanted if verdict not in verdicts]
    return [Fault(rule.id, "no example", words) for words in lacking]


def lines_of_rule_scope(rule: Rule) -> tuple[object, ...]:
    """What stands under `applies`."""
    return getattr(rule.applies, "parts", (rule.applies,))


def _unsound(rule: Rule, tried: Iterable[Case], outcome_of: _Weighing) -> list[Fault]:
    """Closures against interpreter; knowing less never turns an answer round; every step is reached."""
    guarded = {line.fact for line in lines_of_rule(rule) if isinstance(line, IsKnown)}
    faults: list[Fault] = []
    reached: set[Level | None] = set()
    for case in tried:
        outcome = outcome_of(case)
        reached.add(outcome.level)
        oracle = interpret(rule, case, EXAMPLE_DAY)
        if (outcome.verdict.value, outcome.level, tuple(c.level for c in outcome.could_be)) != oracle:
            faults.append(
                Fault(rule.id, "closures differ from the interpreter", case_in_words(case, rule.reads))
            )
        for name in rule.reads - guarded:
            if isinstance(case.get(name), Known) and _turned(outcome, outcome_of({**case, name: NOT_ASKED})):
                faults.append(
                    Fault(rule.id, f"less known of {name} turns the answer", case_in_words(case, rule.reads))
                )
    faults += [
        Fault(rule.id, "never fires", step.level.word) for step in rule.steps if step.level not in reached
    ]
    return faults


def _turned(more: Outcome, less: Outcome) -> bool:
    """Whether an answer with less knowledge is surer than, or contradicts, the one with more."""
    if less.verdict is Verdict.CANNOT_TELL:
        return False
    if less.verdict is Verdict.FIRES:
        possible = {less.level, *(could.level for could in less.could_be)}
        return more.level not in possible
    return more.verdict not in SURELY_NO


def _gaps(
    rule: Rule, tried: Iterable[Case], cells: Mapping[str, Sequence[Cell]], outcome_of: _Weighing
) -> list[Fault]:
    """Where the rule says "cannot tell" although every completion of what is missing agrees."""
    for case in tried:
        outcome = outcome_of(case)
        if outcome.verdict is not Verdict.CANNOT_TELL:
            continue
        open_names = [name for name in outcome.needs if not isinstance(case.get(name), Known)]
        choices = [[cell for cell in cells[name] if isinstance(cell.fact, Known)] for name in open_names]
        size = 1
        for choice in choices:
            size *= len(choice)
        if not open_names or size > MOST_COMPLETIONS:
            continue
        ends = {
            _signature(outcome_of({**case, **{cell.name: cell.fact for cell in chosen}}))
            for chosen in product(*choices)
        }
        if len(ends) == 1 and next(iter(ends))[0] is not Verdict.CANNOT_TELL:
            return [Fault(rule.id, "every completion agrees", case_in_words(case, rule.reads))]
    return []


def _slips(
    rule: Rule,
    worked: tuple[Worked, ...],
    tried: tuple[Case, ...],
    library: Library,
    outcome_of: _Weighing,
) -> tuple[list[Fault], int, int]:
    """Every slip that the examples would not notice and nobody declared equivalent."""
    declared = {e.change: e.because for e in library.equivalents if e.rule == rule.id}
    faults: list[Fault] = []
    alive: set[str] = set()
    count = 0
    for mutant in mutants(rule, library.grammar.facts):
        count += 1
        slipped = _Weighing(mutant.rule)
        if any(example.expected.differs(slipped(example.facts)) for example in worked):
            continue
        alive.add(mutant.change)
        if not declared.get(mutant.change, "").strip():
            faults.append(
                Fault(
                    rule.id,
                    f"no example notices: {mutant.change}",
                    _missing_case(rule, outcome_of, slipped, tried),
                )
            )
    faults += [
        Fault(rule.id, "declared equivalent, but no such slip survives", change)
        for change in declared
        if change not in alive
    ]
    return faults, count, len(declared)


def _missing_case(rule: Rule, outcome_of: _Weighing, slipped: _Weighing, tried: Iterable[Case]) -> str:
    for case in tried:
        if _signature(outcome_of(case)) != _signature(slipped(case)):
            return f"write an example for: {case_in_words(case, rule.reads)}"
    return "no case tells them apart: a dead line, or declare it equivalent with a reason"
