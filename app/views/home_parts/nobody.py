"""What stands where the list of people would be when it is empty: why, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words


class Nobody(QWidget):
    """Nobody yet, or nobody found: says what was searched for, and offers the next step."""

    add_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture("leaf", 26, "success")
        self._what = Words("", Voice.SUBHEADING, wraps=True)
        self._more = Words("", Voice.SMALL, wraps=True)
        self.add = Button("Add a person", Kind.OUTLINE)
        self.bring = Button("Import a record", Kind.PLAIN)
        self.add.clicked.connect(self.add_asked)
        self.bring.clicked.connect(self.import_asked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons = Held(Flow(self.add, self.bring, gap=6, line_gap=6))
        buttons.setSizePolicy(policy)
        words = Held(Column(self._what, self._more, gap=2))
        row = Row(self._picture, (words, 1), gap=14)
        row.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        self.setLayout(Column(row, buttons, Stretch(), gap=14, margins=(22, 22, 22, 22)))

    def show_why(self, searched: str, kept_in_all: int) -> None:
        """Say why nobody is listed."""
        if not kept_in_all:
            self._picture.draw("leaf", "success")
            self._what.say("Nobody is kept here yet")
            self._more.say("Add the first person, or import a record that another system exported.")
            return
        self._picture.draw("search", "text_muted")
        if not searched:
            self._what.say("Nobody is seen here now")
            self._more.say("Whoever died, moved away or was discharged keeps their record: see below.")
            return
        self._what.say(f"Nobody was found for \u201c{searched}\u201d")
        people = "one person" if kept_in_all == 1 else f"{kept_in_all:,} people"
        self._more.say(
            f"Names, likes to be called, NHS numbers and dates of birth of {people} were searched. "
            "Fewer letters find more."
        )
