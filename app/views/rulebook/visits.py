"""Which signed visits saw a rule speak, and in which version: names are read only when they are asked for."""

from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.days import on_screen, on_this_laptop
from app.models.sign_offs import visits_that_saw
from app.models.unavailable import StoreUnavailable
from app.rules.rulebook import Rule
from app.views.parts.buttons import Button
from app.views.parts.layout import Column, Flow, Held, Stretch, empty
from app.views.parts.words import Voice, Words
from app.views.session import Session


class VisitsThatSaw(QWidget):
    """Lists the visits by version, once it is asked to."""

    def __init__(self, session: Session, rule: Rule) -> None:
        super().__init__()
        self._session, self._rule = session, rule
        self.look = Button("List the visits")
        self.look.clicked.connect(self._list)
        self._found = QVBoxLayout()
        self._found.setContentsMargins(0, 0, 0, 0)
        said = "The list has people's names, and that you read it is written down."
        self.setLayout(
            Column(Words(said, Voice.SMALL, wraps=True), Held(Flow(self.look)), Held(self._found), Stretch())
        )

    def _list(self) -> None:
        empty(self._found)
        try:
            seen = visits_that_saw(self._session.store, self._rule.id, self._session.now())
        except StoreUnavailable as problem:
            self._found.addWidget(Words(str(problem), wraps=True))
            return
        if not seen:
            self._found.addWidget(Words("No signed visit saw this rule speak.", wraps=True))
        by_version = sorted(seen, key=lambda visit: -visit.version)
        for version, visits in groupby(by_version, key=lambda visit: visit.version):
            self._found.addWidget(Words(f"Version {version}", Voice.STRONG))
            for visit in visits:
                day = on_screen(on_this_laptop(visit.held_at).date())
                after = ", corrected since" if visit.was_corrected else ""
                self._found.addWidget(
                    Words(f"{day}, {visit.person}: {visit.level}{after}", Voice.SMALL_TEXT, wraps=True)
                )
