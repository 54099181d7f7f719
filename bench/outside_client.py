"""Run by bench/outside.py with the system's own Python: uses the app only as a screen reader does.

    outside_client.py NAME PASSPHRASE

Knows nothing of our code: it sees what the app tells the desktop through AT-SPI, and presses real keys.
Prints one line of what was seen, or what was wrong and ends with 1.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_SECONDS = 20
MOST_TABS = 120
SECTIONS = "Sections of the consultation"


class WrongError(Exception):
    """Something that a screen reader would not find, or would find wrong."""


def is_in(thing: Any, *states: str) -> bool:
    found = thing.get_state_set()
    return all(found.contains(getattr(Atspi.StateType, state)) for state in states)


def all_of(thing: Any) -> Iterator[Any]:
    yield thing
    for at in range(thing.get_child_count()):
        child = thing.get_child_at_index(at)
        if child is not None:
            yield from all_of(child)


def shown(app: Any) -> list[Any]:
    return [thing for thing in all_of(app) if is_in(thing, "SHOWING")]


def wait_for(what: str, look: Callable[[], Any]) -> Any:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # what was being read has gone: the screen changes
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise WrongError(f"not found: {what}")


def the_app() -> Any:
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    return next((app for app in apps if app and app.get_name() == "One Conversation"), None)


def find(app: Any, role: str, words: str) -> Any:
    def look() -> Any:
        return next(
            (t for t in shown(app) if t.get_role_name() == role and (t.get_name() or "").startswith(words)),
            None,
        )

    return wait_for(f"{role} '{words}'", look)


def press(thing: Any) -> None:
    names = [Atspi.Action.get_action_name(thing, at) for at in range(Atspi.Action.get_n_actions(thing))]
    at = next((names.index(name) for name in ("Press", "Toggle") if name in names), None)
    if at is None or not Atspi.Action.do_action(thing, at):
        raise WrongError(f"cannot be pressed: {thing.get_name()}")


def keys(*names: str) -> None:
    subprocess.run(["xdotool", "key", *names], check=True)


def enter(rows: Any, at: int) -> None:
    """Choose a row of a list and press Enter on it."""
    Atspi.Component.grab_focus(rows)
    Atspi.Selection.select_child(rows, at)
    time.sleep(0.3)
    keys("Return")


def nameless(app: Any) -> list[str]:
    """What can be reached on this screen and does not say what it is."""
    return [
        thing.get_role_name()
        for thing in shown(app)
        if is_in(thing, "FOCUSABLE") and not (thing.get_name() or "").strip()
    ]


def in_focus(app: Any) -> tuple[str, str]:
    held = [(t.get_role_name(), t.get_name() or "") for t in shown(app) if is_in(t, "FOCUSED")]
    inner = [each for each in held if each[0] not in ("frame", "list item")] or held
    return inner[-1] if inner else ("", "")


class Walk:
    """What was seen so far."""

    def __init__(self) -> None:
        self.app = wait_for("the app", the_app)
        self.screens = 0
        self.stops = 0

    def look(self, screen: str) -> None:
        found = nameless(self.app)
        if found:
            raise WrongError(f"{screen}: without a name: {', '.join(found)}")
        self.screens += 1

    def sign_in(self, name: str, passphrase: str) -> None:
        press(find(self.app, "check box", name))
        find(self.app, "label", f"Welcome back, {name}")
        field = find(self.app, "password text", "Passphrase")
        Atspi.EditableText.set_text_contents(field, passphrase)
        self.look("Signing in")
        press(find(self.app, "push button", "Sign in"))
        find(self.app, "list", "People")
        self.look("Home")

    def start_a_visit(self) -> None:
        seen = subprocess.check_output(
            ["xdotool", "search", "--onlyvisible", "--name", "One Conversation"], text=True
        )
        subprocess.run(["xdotool", "windowfocus", "--sync", seen.split()[-1]], check=True)
        enter(find(self.app, "list", "People"), 0)
        find(self.app, "list", SECTIONS)

    def answer_the_opening(self) -> None:
        for words in (
            "Said by the person, and matches: Full name",
            "Said by the person, and matches: Date of birth",
            "Where are we?: In clinic",
            "Who else is present?: Nobody else",
        ):
            press(find(self.app, "check box", words))
            self.wait_for_tick(words)

    def wait_for_tick(self, words: str) -> None:
        wait_for(f"'{words}' ticked", lambda: is_in(find(self.app, "check box", words), "CHECKED"))

    def go_to(self, at: int, title: str) -> None:
        Atspi.Selection.select_child(find(self.app, "list", SECTIONS), at)
        wait_for(title, lambda: title in self.headings())
        time.sleep(0.3)
        self.look(title)

    def headings(self) -> list[str]:
        return [
            thing.get_name() for thing in shown(self.app) if thing.get_role_name() in ("label", "heading")
        ]

    def every_part(self) -> None:
        for at, title in enumerate(self.titles()):
            self.go_to(at, title)

    def titles(self) -> list[str]:
        listed = find(self.app, "list", SECTIONS)
        rows = [listed.get_child_at_index(at).get_name() for at in range(listed.get_child_count())]
        return [row.split(". ")[1] for row in rows]

    def write_a_reading(self) -> None:
        """What is told to a field from outside is what the app keeps and says again."""
        self.go_to(self.titles().index("Physical checks"), "Physical checks")
        press(find(self.app, "push button", "Pulse."))
        field = find(self.app, "text", "Pulse")
        Atspi.Component.grab_focus(field)
        Atspi.EditableText.set_text_contents(field, "72")
        keys("Tab")
        self.go_to(self.titles().index("Opening"), "Opening")
        self.go_to(self.titles().index("Physical checks"), "Physical checks")
        kept = Atspi.Text.get_text(find(self.app, "text", "Pulse"), 0, -1)
        if kept != "72":
            raise WrongError(f"a pulse of 72 was told, the field says '{kept}'")

    def tab_through(self) -> None:
        """Every stop of the Tab key is named, and it comes round again."""
        first, seen = in_focus(self.app), []
        for _ in range(MOST_TABS):
            keys("Tab")
            time.sleep(0.06)
            stop = in_focus(self.app)
            if not stop[1].strip():
                raise WrongError(f"Tab stops where nothing has a name, after {seen[-1:] or first}")
            if stop == first:
                self.stops = len(seen) + 1
                return
            seen.append(stop)
        raise WrongError(f"Tab does not come round within {MOST_TABS} stops")

    def lock(self, person: str) -> None:
        press(find(self.app, "push button", "Lock the screen"))
        self.app = wait_for("the app after it was locked", self.locked)
        self.look("Locked")
        if any(person in (thing.get_name() or "") for thing in shown(self.app)):
            raise WrongError("locked, and the person is still named")

    def locked(self) -> Any:
        """The app starts afresh when it is locked; nothing of the one before is left to be read."""
        app = the_app()
        return app if any(t.get_role_name() == "password text" for t in shown(app)) else None


def main(name: str, passphrase: str) -> int:
    Atspi.init()
    try:
        walk = Walk()
        walk.sign_in(name, passphrase)
        person = find(walk.app, "list", "People").get_child_at_index(0).get_name().split(".")[0]
        walk.start_a_visit()
        walk.answer_the_opening()
        walk.every_part()
        walk.write_a_reading()
        walk.tab_through()
        walk.lock(person)
    except WrongError as wrong:
        print(wrong)
        return 1
    print(f"{walk.screens} screens, {walk.stops} stops of Tab in Physical checks, all named; a reading kept")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
