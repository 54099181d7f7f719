"""Our rules beside other engines: the same rules and people in one run, how fast each is and how often wrong.

Run: make peers (it puts the peers into out/peers first; they are no part of the product). Right is what the
plain interpreter says, three-valued. An engine that raises an error counts as "cannot tell".
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from app.consultation.book import rulebook
from app.rules.conditions import CANNOT_TELL, NO, YES, All, Condition, Not, Truth
from app.rules.facts import Fact
from app.rules.interpreter import truth
from app.rules.rulebook import Rulebook
from bench.all import machine
from bench.elm import library_of
from bench.invented import TODAY, people
from bench.table import Row, show, times_ms
from bench.translated import CEL, WITH_NULL, Words, column, lines_in, table_of, written

PEERS = Path(__file__).resolve().parent.parent / "out" / "peers"
PEOPLE, ROUNDS = 20, 3
Answers = list[list[Truth]]
Person = dict[str, Fact]


def conditions_of(book: Rulebook) -> list[Condition]:
    """One condition for each step of each rule: covered, not excepted, and the step's own."""
    return [All((rule.applies, Not(rule.unless), step.when)) for rule in book for step in rule.steps]


def rows() -> Iterator[Row]:
    book = rulebook()
    many = people(book, PEOPLE)
    right = [[truth(each, person, TODAY) for each in conditions_of(book)] for person in many]
    own = our_own(book)
    yield from told("One Conversation", [own(person) for person in many], right, 1.0)
    sys.path.append(str(PEERS / "python"))
    tables = [table_of(book, person, TODAY) for person in many]
    for name, make in (("CEL in Rust", cel), ("rule-engine", rule_engine), ("zen-engine", zen)):
        try:
            engine = make(book)
        except ImportError:
            yield Row(f"{name}: time", None, note="not there: run make peers")
            continue
        answers = [engine(table) for table in tables]
        times = in_turns(lambda: [own(p) for p in many], lambda engine=engine: [engine(t) for t in tables])
        yield from told(name, answers, right, times)
    yield from cql(book, tables, right, lambda: [own(person) for person in many])


def in_turns(ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    """How many times ours a peer takes: the median over turns in which both ran one after the other."""
    return statistics.median(times_ms(theirs, 1)[0] / times_ms(ours, 1)[0] for _ in range(ROUNDS))


def told(name: str, answers: Answers, right: Answers, times: float) -> Iterator[Row]:
    """How fast, and how often wrong, with what was wrong about it."""
    pairs = [pair for said, so in zip(answers, right, strict=True) for pair in zip(said, so, strict=True)]
    wrong = [said for said, is_so in pairs if said != is_so]
    note = f"{len(right)} people, {len(right[0])} conditions each"
    yield Row(f"{name}: time", times, "times ours", note=note)
    silent, spoke, unsure = (wrong.count(truth) for truth in (NO, YES, CANNOT_TELL))
    said = f"of {len(pairs)}: silent {silent}, spoke {spoke}, could not tell {unsure}"
    yield Row(f"{name}: wrong outcomes", len(wrong), "", note=said)


def our_own(book: Rulebook) -> Callable[[Person], list[Truth]]:
    compiled = book.compiled

    def answered(person: Person) -> list[Truth]:
        found = compiled.judge(*compiled.ask_lines(person, TODAY))
        return [
            min(truths.applies, YES - truths.unless, step)
            for rule, truths in zip(book, found, strict=True)
            for step in truths.steps or [NO] * len(rule.steps)
        ]

    return answered


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
    programs = [engine.Rule(each, context=context) for each in _expressions(book, WITH_NULL)]
    return lambda table: [_asked(lambda p=p: p.evaluate(table)) for p in programs]


def zen(book: Rulebook) -> Callable[[dict[str, Any]], list[Truth]]:
    import zen as engine

    programs = [engine.compile_expression(each) for each in _expressions(book, WITH_NULL)]
    return lambda table: [_asked(lambda p=p: p.evaluate(table)) for p in programs]


def cql(
    book: Rulebook, tables: list[dict[str, Any]], right: Answers, ours: Callable[[], object]
) -> Iterator[Row]:
    modules = PEERS / "node" / "node_modules"
    if shutil.which("node") is None or not (modules / "cql-execution").is_dir():
        yield Row("cql-execution: time", None, note="Node or the package is not there")
        return
    named = {f"c{number}": each for number, each in enumerate(conditions_of(book))}
    columns = sorted({column(line) for line in lines_in(book)})
    # What is missing is null in CQL; left out, this engine takes it for a value that equals nothing.
    asked = {
        "library": library_of(named, columns, TODAY),
        "people": [{**dict.fromkeys(columns), **table} for table in tables],
        "rounds": ROUNDS,
    }
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("cql.js"))],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NODE_PATH": str(modules)},
    )
    if done.returncode:
        yield Row("cql-execution: time", None, note=done.stderr.strip()[-120:])
        return
    found = json.loads(done.stdout)
    values = {True: YES, False: NO, None: CANNOT_TELL}
    answers = [[values[person.get(name)] for name in named] for person in found["answers"]]
    yield from told("cql-execution", answers, right, found["ms"] / statistics.median(times_ms(ours, ROUNDS)))


PAGE = Path(__file__).resolve().parent.parent / "docs" / "peers.md"
HOW = (
    "The same rules and invented people for every engine in one run; a third of what may be asked is missing."
    " Right is what the plain three-valued interpreter says. Medicines are worked out for the peers before,"
    ' an error of theirs counts as "cannot tell". "Silent" and "spoke": what they said and should not.'
)


def page(found: list[Row]) -> str:
    """The table that is committed."""
    day = f"{datetime.now().astimezone():%d %b %Y}"
    lines = ["# Rule engines beside ours", "", f"`make peers`, {day}. {machine()}", "", HOW, ""]
    lines += ["| what | figure | |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {row.what} | {row.said} | {row.note} |" for row in found)]) + "\n"


def measured() -> Iterator[Row]:
    """The rows as they come, kept for the page."""
    kept = []
    for row in rows():
        kept.append(row)
        yield row
    PAGE.write_text(page(kept), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(show(measured()))
