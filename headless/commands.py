"""What is done without a window: each command reads a file and writes words, JSON or a PDF.

Bad input: one plain line on stderr, exit 2, nothing written. A module of its own, so that whoever opens the
window waits for none of it.
"""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

BAD_INPUT = 2


class Refused(Exception):
    """What was asked cannot be done; the message is one plain line."""


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong with the command line in one plain line."""

    def error(self, message: str) -> NoReturn:
        """End with one line and the exit code of bad input."""
        print(f"main.py: {message}. See main.py --help.", file=sys.stderr)
        raise SystemExit(BAD_INPUT)


def arguments(argv: list[str]) -> argparse.Namespace:
    """What was asked on the command line."""
    parser = OneLineParser(prog="main.py", description="One Conversation")
    parser.add_argument("--locked", nargs="*", help="open the window on the sign-in, after a lock")
    commands = parser.add_subparsers(dest="command", required=True)
    assess = commands.add_parser("assess", help="what the rules say of a FHIR bundle or a visit file")
    assess.add_argument("file", type=Path)
    assess.add_argument("--on", help="the day to judge it on, YYYY-MM-DD (today if not given)")
    assess.add_argument("--json", action="store_true", help="the output as JSON")
    plan = commands.add_parser("plan", help="the care plan of a visit file as a PDF")
    plan.add_argument("file", type=Path)
    plan.add_argument("--pdf", type=Path, required=True)
    commands.add_parser("schema", help="the JSON Schemas of the visit file and of the output")
    review = commands.add_parser("review", help="who would be prompted, over everybody in the store, as CSV")
    review.add_argument("--all", action="store_true", required=True, help="everybody who is seen here")
    review.add_argument("--csv", type=Path, required=True, help="the file to write; it names people")
    review.add_argument("--on", help="the day to judge it on, YYYY-MM-DD (today if not given)")
    review.add_argument("--as", dest="account", default="", help="whose account signs in")
    book = commands.add_parser("rulebook", help="every rule in words, as docs/rulebook.md has it")
    book.add_argument("--bound", action="store_true", help="as JSON, as resources/rulebook.json has it")
    demo = commands.add_parser("demo", help="play one visit through the real window")
    demo.add_argument("--out", type=Path, required=True)
    return parser.parse_args(argv)


def read(file: Path) -> bytes:
    """The bytes of a file that was named on the command line."""
    try:
        return file.read_bytes()
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}.") from None


def write(file: Path, content: bytes) -> None:
    """Put a file in place that was named on the command line, whole or not at all."""
    from app.models.folder import write_whole

    if not file.name:
        raise Refused(f"{file} is a folder, not a file.")
    try:
        write_whole(file, content)
    except OSError as fault:
        raise Refused(f"{file} cannot be written: {fault.strerror}.") from None


def day(text: str | None) -> date | None:
    """The day to judge on, where one was named."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--on takes a day as YYYY-MM-DD, not '{text}'.") from None


def assess(options: argparse.Namespace, today: date) -> None:
    """Print what the rules say."""
    from app.consultation.book import rulebook
    from app.exchange.assess_file import assess_file
    from app.exchange.assessment import assessment_json, assessment_text

    found = assess_file(read(options.file), day(options.on), rulebook(), today)
    for warning in found.warnings:
        print(f"main.py: {warning}", file=sys.stderr)
    if options.json:
        sys.stdout.buffer.write(assessment_json(found.assessment, rulebook(), found.on))
    else:
        print(assessment_text(found.assessment, rulebook(), found.on))


def plan(options: argparse.Namespace, today: date) -> None:
    """Write the care plan of a visit file: a draft, since nobody signed it in the app."""
    from app.consultation.book import rulebook
    from app.consultation.left_undecided import with_undecided
    from app.consultation.prompts import assess as weighed
    from app.consultation.prompts import surroundings
    from app.exchange.visit_file import read_visit_file
    from app.reports.care_plan_pdf import care_plan_pdf
    from app.reports.paper_of_visit import Printing, paper_of

    found = read_visit_file(read(options.file), today).visit()
    printing = Printing(
        worker="",
        is_draft=True,
        is_practice=True,
        rules_version=rulebook().version,
        rules_hash=rulebook().hash,
        rules_signed_off=False,
    )
    visit = surroundings(found.draft, found.person, found.history, found.on)
    assessment = weighed(found.draft, found.person, found.history, rulebook(), found.on)
    paper = paper_of(with_undecided(found.draft, assessment, visit), found.person, visit, printing)
    write(options.pdf, care_plan_pdf(paper))
    print(f"The plan is in {options.pdf}")
    if found.person.needs_large_print:
        print("Large print was asked for; this edition is not in large print.")


def schema(_options: argparse.Namespace, _today: date) -> None:
    """Print the JSON Schemas."""
    import json

    from app.exchange.assessment import assessment_schema
    from app.exchange.visit_file import visit_file_schema

    print(json.dumps({"visit_file": visit_file_schema(), "assessment": assessment_schema()}, indent=1))


def review(options: argparse.Namespace, today: date) -> None:
    """Write who would be prompted, over everybody in the store."""
    from headless.review import write_review

    on = day(options.on) or today
    if on > today:
        raise Refused(f"--on {on} is a day to come: nothing is known of it yet.")
    print(write_review(options.place, options.account, on, options.now, options.csv))


def rulebook(options: argparse.Namespace, _today: date) -> None:
    """Print every rule in words, or as the app opens them."""
    from app.consultation.book import bound_rulebook, open_library
    from headless.rulebook_page import rulebook_page

    sys.stdout.buffer.write(bound_rulebook() if options.bound else rulebook_page(open_library()).encode())


def demo(options: argparse.Namespace, _today: date) -> None:
    """Play one visit through the real window."""
    from demo.play import play

    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refused(f"{options.out} cannot be made: {fault.strerror}.") from None
    play(options.out)


COMMANDS: dict[str, Callable[[argparse.Namespace, date], None]] = {
    "assess": assess,
    "plan": plan,
    "schema": schema,
    "review": review,
    "rulebook": rulebook,
    "demo": demo,
}


def run(argv: list[str], now: datetime, place: Callable[[], Path]) -> int:
    """Do what the command line asks; gives the exit code. `place` tells where this user's store is."""
    options = arguments(argv)
    if options.command == "review":
        options.now, options.place = now, place()
    try:
        COMMANDS[options.command](options, now.date())
    except (Refused, ValueError) as refused:
        from app.exchange.unreadable import FileUnreadable

        if not isinstance(refused, Refused | FileUnreadable):
            raise
        print(f"main.py: {refused}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # Whoever reads our output had enough of it; that is no fault, and Python must not report one at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
