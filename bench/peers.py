"""Our rules beside other engines: the same rules and people in one run, how fast each is and how often wrong.

Run: make peers (it puts the peers into out/peers first; they are no part of the product). Right is what the
plain interpreter says, three-valued. An engine that raises an error counts as "cannot tell".
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.consultation.book import rulebook
from app.rules.conditions import CANNOT_TELL, NO, YES, All, Condition, Not, Truth
from app.rules.facts import Fact
from app.rules.interpreter import truth
from app.rules.rulebook import Rulebook
from bench.elm import library_of
from bench.invented import TODAY, people
from bench.table import Row, median_ms, show
from bench.translated import CEL, RULE_ENGINE, ZEN, Words, column, lines_in, table_of, written

PEERS = Path(__file__).resolve().parent.parent / "out" / "peers"
PEOPLE, ROUNDS = 100, 3
Answers = list[list[Truth]]
Person = dict[str, Fact]


def conditions_of(book: Rulebook) -> list[Condition]:
    """One condition for each step of each rule: covered, not excepted, and the step's own."""
    return [All((rule.applies, Not(rule.unless), step.when)) for rule in book for step in rule.steps]


def rows() -> Iterator[Row]:
    book = rulebook()
    many = people(book, PEOPLE)
    right = [[truth(each, person, TODAY) for each in conditions_of(book)] for person in many]
    ours, taken = our_own(book, many)
    yield from told("One Conversation", ours, right, taken, taken)
    sys.path.append(str(PEERS / "python"))
    tables = [table_of(book, person, TODAY) for person in many]
    for name, make in (("CEL in Rust", cel), ("rule-engine", rule_engine), ("zen-engine", zen)):
        try:
            engine = make(book)
        except ImportError:
            yield Row(f"{name}: time for one person", None, note="not there: run make peers")
            continue
        answers = [engine(table) for table in tables]
        peer = median_ms(lambda engine=engine: [engine(table) for table in tables], ROUNDS) / PEOPLE
        yield from told(name, answers, right, peer, taken)
    yield from cql(book, tables, right, taken)


def told(name: str, answers: Answers, right: Answers, taken: float, ours: float) -> Iterator[Row]:
    """How fast, and how often wrong, with what was wrong about it."""
    pairs = [
        pair for mine, theirs in zip(answers, right, strict=True) for pair in zip(mine, theirs, strict=True)
    ]
    wrong = [(said, is_so) for said, is_so in pairs if said != is_so]
    silent = sum(said == NO for said, _ in wrong)
    spoke = sum(said == YES for said, _ in wrong)
    note = f"{taken / ours:.1f} times ours" if taken != ours else f"{len(right[0])} conditions"
    yield Row(f"{name}: time for one person", taken, note=note)
    asks = len(wrong) - silent - spoke
    said = f"of {len(pairs)}: {silent} silent, {spoke} spoke, {asks} could not tell, and should not have"
    yield Row(f"{name}: wrong outcomes", len(wrong), "", note=said)


def our_own(book: Rulebook, many: list[Person]) -> tuple[Answers, float]:
    compiled = book.compiled

    def answered(person: Person) -> list[Truth]:
        found = compiled.judge(*compiled.ask_lines(person, TODAY))
        return [
            min(truths.applies, YES - truths.unless, step)
            for rule, truths in zip(book, found, strict=True)
            for step in truths.steps or [NO] * len(rule.steps)
        ]

    return [answered(p) for p in many], median_ms(lambda: [answered(p) for p in many], ROUNDS) / len(many)


def _asked(run: Callable[[], Any]) -> Truth:
    try:
        found = run()
    except Exception:  # Each engine has errors of its own; all of them mean that it cannot tell.
        return CANNOT_TELL
    return CANNOT_TELL if found is None else YES if found else NO


def _expressions(book: Rulebook, words: Words) -> list[str]:
    return [written(each, words, TODAY) for each in conditions_of(book)]


def cel(book: Rulebook) -> Callable[[dict[str, Any]], list[Truth]]:
    import cel as engine

    programs = [engine.compile(each) for each in _expressions(book, CEL)]

    def answered(table: dict[str, Any]) -> list[Truth]:
        person = engine.Context(variables={"f": table})  # read once, for all conditions
        return [_asked(lambda p=p: p.execute(person)) for p in programs]

    return answered


def rule_engine(book: Rulebook) -> Callable[[dict[str, Any]], list[Truth]]:
    import rule_engine as engine

    context = engine.Context(default_value=None)
    programs = [engine.Rule(each, context=context) for each in _expressions(book, RULE_ENGINE)]
    return lambda table: [_asked(lambda p=p: p.evaluate(table)) for p in programs]


def zen(book: Rulebook) -> Callable[[dict[str, Any]], list[Truth]]:
    import zen as engine

    programs = [engine.compile_expression(each) for each in _expressions(book, ZEN)]
    return lambda table: [_asked(lambda p=p: p.evaluate(table)) for p in programs]


def cql(book: Rulebook, tables: list[dict[str, Any]], right: Answers, ours: float) -> Iterator[Row]:
    modules = PEERS / "node" / "node_modules"
    if shutil.which("node") is None or not (modules / "cql-execution").is_dir():
        yield Row("cql-execution: time for one person", None, note="Node or the package is not there")
        return
    named = {f"c{number}": each for number, each in enumerate(conditions_of(book))}
    columns = sorted({column(line) for line in lines_in(book)})
    asked = {"library": library_of(named, columns, TODAY), "people": tables, "rounds": ROUNDS}
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("cql.js"))],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NODE_PATH": str(modules)},
    )
    if done.returncode:
        yield Row("cql-execution: time for one person", None, note=done.stderr.strip()[-120:])
        return
    found = json.loads(done.stdout)
    values = {True: YES, False: NO, None: CANNOT_TELL}
    answers = [[values[person.get(name)] for name in named] for person in found["answers"]]
    yield from told("cql-execution", answers, right, found["ms"] / len(tables), ours)


if __name__ == "__main__":
    sys.exit(show(rows()))
