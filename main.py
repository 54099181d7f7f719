"""The one entry: the window by default, sub-commands for what is done without one.

    main.py                                  open the window
    main.py assess FILE [--on DATE] [--json] what the rules say of a FHIR R4 bundle or a visit file
    main.py plan VISIT.json --pdf OUT.pdf    the care plan of a visit file
    main.py schema                           the JSON Schemas of visit file and output
    main.py demo --out DIR                   play one visit through the real window, with pictures

Bad input: one plain line on stderr, exit 2, nothing written. Imports are made where they are needed, so that
the sign-in window is painted before anything heavy is loaded.
"""

import argparse
import gc
import os
import sys
from datetime import date, datetime
from pathlib import Path

BAD_INPUT = 2
STORE_VARIABLE = "ONE_CONVERSATION_STORE"


class Refused(Exception):
    """What was asked cannot be done; the message is one plain line."""


def now() -> datetime:
    """The time where this machine is, with its zone: the one place that reads the clock."""
    return datetime.now().astimezone()


def store_place() -> Path:
    """Where this user's store is."""
    if chosen := os.environ.get(STORE_VARIABLE):
        return Path(chosen)
    from PySide6.QtCore import QStandardPaths

    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(own) / "One Conversation" / "store"


def arguments(argv: list[str]) -> argparse.Namespace:
    """What was asked on the command line."""
    parser = argparse.ArgumentParser(prog="main.py", description="One Conversation")
    parser.add_argument("--locked", action="store_true", help="open on the sign-in, after a lock")
    commands = parser.add_subparsers(dest="command")
    assess = commands.add_parser("assess", help="what the rules say of a FHIR bundle or a visit file")
    assess.add_argument("file", type=Path)
    assess.add_argument("--on", help="the day to judge it on, YYYY-MM-DD (today if not given)")
    assess.add_argument("--json", action="store_true", help="the output as JSON")
    plan = commands.add_parser("plan", help="the care plan of a visit file as a PDF")
    plan.add_argument("file", type=Path)
    plan.add_argument("--pdf", type=Path, required=True)
    commands.add_parser("schema", help="the JSON Schemas of the visit file and of the output")
    demo = commands.add_parser("demo", help="play one visit through the real window")
    demo.add_argument("--out", type=Path, required=True)
    return parser.parse_args(argv)


def read(file: Path) -> bytes:
    """The bytes of a file that was named on the command line."""
    try:
        return file.read_bytes()
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}.") from None


def day(text: str | None) -> date | None:
    """The day to judge on, where one was named."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--on takes a day as YYYY-MM-DD, not '{text}'.") from None


def assess(options: argparse.Namespace) -> None:
    """Print what the rules say."""
    from app.consultation.book import rulebook
    from app.exchange.assess_file import assess_file
    from app.exchange.assessment import assessment_json, assessment_text

    found = assess_file(read(options.file), day(options.on), rulebook(), now().date())
    for warning in found.warnings:
        print(f"main.py: {warning}", file=sys.stderr)
    if options.json:
        sys.stdout.buffer.write(assessment_json(found.assessment, rulebook(), found.on))
    else:
        print(assessment_text(found.assessment, rulebook(), found.on))


def plan(options: argparse.Namespace) -> None:
    """Write the care plan of a visit file: a draft, since nobody signed it in the app."""
    from app.consultation.book import rulebook
    from app.consultation.visit import Visit
    from app.exchange.visit_file import read_visit_file
    from app.models.folder import write_whole
    from app.reports.care_plan_pdf import care_plan_pdf
    from app.reports.paper_of_visit import Printing, paper_of

    found = read_visit_file(read(options.file)).visit()
    printing = Printing(
        worker="",
        is_draft=True,
        is_practice=True,
        rules_version=rulebook().version,
        rules_hash=rulebook().hash,
        rules_signed_off=False,
    )
    paper = paper_of(found.draft, found.person, Visit(found.person, found.on, found.history), printing)
    try:
        write_whole(options.pdf, care_plan_pdf(paper))
    except OSError as fault:
        raise Refused(f"{options.pdf} cannot be written: {fault.strerror}.") from None


def schema(_options: argparse.Namespace) -> None:
    """Print the JSON Schemas."""
    import json

    from app.exchange.assessment import assessment_schema
    from app.exchange.visit_file import visit_file_schema

    print(json.dumps({"visit_file": visit_file_schema(), "assessment": assessment_schema()}, indent=1))


def demo(options: argparse.Namespace) -> None:
    """Play one visit through the real window."""
    from demo.play import play

    play(options.out)


COMMANDS = {"assess": assess, "plan": plan, "schema": schema, "demo": demo}


def window(*, is_locked: bool) -> int:
    """Open the window."""
    # Collecting garbage walks all that is being imported, again and again; the window takes it up again.
    gc.disable()
    from app.views.plain_names import keep_plain_names

    keep_plain_names()
    from app.views.application import run

    return run(store_place(), now, is_locked=is_locked)


def main(argv: list[str]) -> int:
    """Do what was asked; gives the exit code."""
    options = arguments(argv)
    if options.command is None:
        return window(is_locked=options.locked)
    try:
        COMMANDS[options.command](options)
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
