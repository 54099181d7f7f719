"""The two recovery codes: shown once, put on paper, and confirmed by typing the end of each."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.text import TextField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Columns, Flow, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.pdf_place import ask_where
from app.views.welcome import recovery_paper

LAST_GROUP = 4
_FIRST = "Two codes for the day when a passphrase is forgotten"
_ANEW = "Nobody confirmed the recovery codes: here are two new ones"
_WHY_ANEW = (
    "Without them nobody gets back in when every passphrase is forgotten. Once both are confirmed here, an "
    "older paper opens nothing: destroy it."
)


class HalfCode(Card):
    """One half: whose it is, the code, Print, Save, and a line to type its last group into."""

    def __init__(self, keeper: str, advice: str, file_name: str) -> None:
        self.code = ""
        self._keeper, self._advice, self._file_name = keeper, advice, file_name
        self.shown = Words("", Voice.CODE, wraps=True)
        self.print = Button("Print", icon="printer", name=f"Print the code for {keeper}")
        self.save = Button("Save as PDF", Kind.PLAIN, name=f"Save the code for {keeper} as a PDF")
        self.note = Note()
        self.last = TextField(f"Last {LAST_GROUP} characters of the code for {keeper}", width=120, longest=12)
        super().__init__(
            Words(f"Kept by {keeper}", Voice.SUBHEADING, wraps=True),
            Words(advice, Voice.SMALL, wraps=True),
            self.shown,
            Held(Flow(self.print, self.save)),
            self.note,
            Captioned(
                f"Now type its last {LAST_GROUP} characters, from the paper",
                self.last,
                voice=Voice.SMALL_STRONG,
            ),
            surface=Surface.WELL,
            margins=(18, 14, 18, 16),
        )
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._choose_file)

    def show_code(self, code: str) -> None:
        """Show a code in its groups, on two lines, so that the eye keeps its place."""
        self.code = code
        groups = code.split()
        half = -(-len(groups) // 2)
        self.shown.say("\n".join(" ".join(part) for part in (groups[:half], groups[half:]) if part))

    def is_copied(self) -> bool:
        """Whether the last group was typed rightly, however cased and spaced."""
        typed = "".join((self.last.line.text()).split()).upper()
        return bool(self.code) and typed == "".join(self.code.split())[-LAST_GROUP:]

    def keeper(self) -> str:
        """Who keeps this half, in words."""
        return self._keeper

    def save_to(self, path: Path) -> None:
        """Write the sheet with this half as a PDF. Raises OSError where it cannot be written."""
        recovery_paper.save_half(path, self._keeper, self._advice, self.code)

    def _print(self) -> None:
        is_taken = recovery_paper.print_half(self.window(), self._keeper, self._advice, self.code)
        self._say(
            "" if is_taken else "The printer did not take it. Save it as a PDF, or write the code down."
        )

    def _choose_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = ask_where(self, "Save this half", Path(folder) / self._file_name)
        if chosen is None:
            return
        try:
            self.save_to(chosen)
        except OSError as fault:
            why = fault.strerror or fault
            self._say(f"It could not be saved there: {why}. Choose another place, or write the code down.")
        else:
            self._say("")

    def _say(self, problem: str) -> None:
        self.note.say(problem, State.REFUSED if problem else State.FINE)


class RecoveryCodes(QFrame):
    """Both halves side by side; `confirmed` once the end of each was typed from its paper.

    `anew`: those of the first day were never confirmed; `put_off` leaves it to the next sign-in.
    """

    confirmed = Signal()
    put_off = Signal()

    def __init__(self, *, anew: bool = False) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.half_a = HalfCode(
            "person A", "Somebody whom the team trusts, who keeps it away from the clinic.", "recovery-a.pdf"
        )
        self.half_team = HalfCode(
            "the team", "In the clinic, locked away, never with this laptop.", "recovery-team.pdf"
        )
        self.note = Note()
        self.go = Button("Both are safe: go on", Kind.PRIMARY)
        self.later = Button("Not now: ask at the next sign-in", Kind.PLAIN)
        if not anew:
            self.later.hide()
        self.setLayout(
            Column(
                Words(_ANEW if anew else _FIRST, Voice.HEADING, wraps=True),
                *([Words(_WHY_ANEW, Voice.SMALL_TEXT, wraps=True)] if anew else []),
                Words(
                    "Both together open this record; one alone opens nothing. They are shown only now. "
                    "Put each on its own paper and keep the papers apart. A saved file belongs on no disk "
                    "of this laptop.",
                    Voice.SMALL_TEXT,
                    wraps=True,
                ),
                Columns((self.half_a, 1), (self.half_team, 1), gap=16, turn_at=640),
                self.note,
                Row(Stretch(), self.later, self.go),
                gap=12,
                margins=(32, 24, 32, 24),
            )
        )
        self.go.clicked.connect(self._confirm)
        self.later.clicked.connect(self.put_off)
        self.half_a.last.entered.connect(self.half_team.last.line.setFocus)
        self.half_team.last.entered.connect(self._confirm)

    def show_codes(self, half_a: str, half_team: str) -> None:
        """Show both codes in their groups."""
        self.half_a.show_code(half_a)
        self.half_team.show_code(half_team)

    def show_working(self) -> None:
        """Say that the codes are being put in place."""
        self._allow(False)
        self.go.say("Putting them in place\u2026")

    def show_refused(self, sentence: str) -> None:
        """Say why they could not be put in place."""
        self._allow(True)
        self.go.say("Both are safe: go on")
        self.note.say(sentence, State.REFUSED)

    def _allow(self, allowed: bool) -> None:
        for button in (self.go, self.later):
            button.setEnabled(allowed)

    def _confirm(self) -> None:
        wrong = next((half for half in (self.half_a, self.half_team) if not half.is_copied()), None)
        if wrong is None:
            self.note.say("", State.FINE)
            self.confirmed.emit()
            return
        self.note.say(
            f"The last {LAST_GROUP} characters for {wrong.keeper()} are not as shown. "
            "Read them from the paper.",
            State.REFUSED,
        )
        first: QWidget = wrong.last.line
        first.setFocus()
