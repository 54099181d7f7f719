"""`main.py review --all`: signs in at the terminal and writes who would be prompted as a CSV file."""

import csv
import getpass
import io
import sys
from datetime import date, datetime
from pathlib import Path

from app.consultation.book import rulebook
from app.models.folder import StoreFolder
from app.models.store import Store
from app.models.unavailable import StoreUnavailable
from app.services.review import Line, review
from app.services.sign_in import NotYet, SignIn
from headless.commands import Refused, write

CLEAR_WORDS = (
    "The file names people and is not encrypted: keep it where the record may be kept, and delete it after."
)


def write_review(place: Path, account: str, on: date, now: datetime, out: Path) -> str:
    """Review everybody in the store at `place` and write the CSV; gives what to say.

    Raises Refused where nobody can be signed in or the file cannot be written.
    """
    store = _signed_in(place, account, now)
    try:
        lines = list(review(store, rulebook(), on, now))
    except StoreUnavailable as problem:
        raise Refused(str(problem)) from None
    finally:
        store.close()
    write(out, _as_csv(lines))
    people = len({line.person_id for line in lines})
    return f"{len(lines)} prompts for {people} people are in {out}. {CLEAR_WORDS}"


def _signed_in(place: Path, account: str, now: datetime) -> Store:
    try:
        folder = StoreFolder(place)
        signing = SignIn(folder)
        chosen = [choice for choice in signing.choices() if choice.name == account or not account]
        if len(chosen) != 1:
            names = ", ".join(choice.name for choice in signing.choices())
            raise Refused(f"Say who signs in with --as NAME: {names}.")
        signing.choose(chosen[0].id)
        opened = signing.give_passphrase(_passphrase(chosen[0].name), now)
        if isinstance(opened, NotYet):
            raise Refused(opened.sentence)
        return Store.open(folder, opened, now)
    except StoreUnavailable as problem:
        raise Refused(str(problem)) from None


def _passphrase(name: str) -> str:
    """Typed unseen at a terminal; else the first line that is handed in. Nothing at all is no try of it."""
    try:
        typed = getpass.getpass(f"Passphrase of {name}: ") if sys.stdin.isatty() else sys.stdin.readline()
    except EOFError:
        typed = ""
    if passphrase := typed.rstrip("\r\n"):
        return passphrase
    raise Refused("No passphrase was given, so nobody signed in.")


def _as_csv(lines: list[Line]) -> bytes:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(Line._fields)
    table.writerows([_harmless(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")  # with the mark by which Excel knows UTF-8


def _harmless(cell: object) -> object:
    """A name that a spreadsheet would take for a formula is made plain words."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell
