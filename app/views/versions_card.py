"""The versions of a signed visit: which of them counts, why each was made, and the way to each."""

from PySide6.QtCore import Signal

from app.consultation.days import on_screen
from app.models.signed_visits import SignedVisit, Version
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Hair, Row
from app.views.parts.words import Voice, Words


class VersionsCard(Card):
    """One row a version, the newest first; `version_asked` tells the key of the one to show."""

    version_asked = Signal(str)

    def __init__(self, visit: SignedVisit) -> None:
        head = Row(Words("Versions of this visit", Voice.HEADING), margins=(18, 12, 18, 10))
        super().__init__(head, margins=FLUSH, gap=0)
        for version in reversed(visit.versions):
            self.add(Hair(), self._row(version, visit))

    def _row(self, version: Version, visit: SignedVisit) -> Row:
        state = "counts" if version is visit.newest else "corrected, does not count"
        title = Words(f"Version {version.number}: {state}", Voice.STRONG, wraps=True)
        said = f"Signed by {version.by.name}, {version.by.role.label}, on {on_screen(version.signed_on)}."
        if version.correction:
            said += f" {version.correction.kind.value}: {version.correction.reason}"
        words = Column(title, Words(said, Voice.SMALL_TEXT, wraps=True), gap=0)
        if version.id == visit.draft.id:
            return Row((words, 1), Words("Shown here", Voice.SMALL), margins=(18, 8, 18, 8))
        show = Button("Show", Kind.PLAIN, name=f"Show version {version.number}")
        show.clicked.connect(lambda: self.version_asked.emit(version.id))
        return Row((words, 1), show, margins=(18, 4, 10, 4))
