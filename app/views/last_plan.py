"""The plan of the last signed visit, to be read, saved and printed again, in any of its versions.

Nothing in it can be changed; whoever may sign can begin a correction from here.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.days import on_screen
from app.models.signed_visits import OpenCorrection, SignedVisit
from app.models.unavailable import StoreUnavailable
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held, Row, Scrolled, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.prompt_card import Act
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.people.person_words import list_name, told_apart
from app.views.plan_output import Copy, print_copy, save_copy, signed_pdf
from app.views.sections.care_plan.preview import A4_WIDTH_PT, PageImage
from app.views.session import Session
from app.views.versions_card import VersionsCard

PAGE_WIDTH = 600
AS_SIGNED = (
    "As it was signed: nothing on it can be changed. What is private is left out. Name, number and allergies "
    "are those on the record today."
)
ASK_A_NURSE = "Is something wrong in it? Tell a nurse or prescriber: whoever may sign a visit corrects it."


class LastPlanScreen(QWidget):
    """All pages under one another; `closed` leads home, `version_asked` to another version by its key.

    Lock stands in the foot, which never scrolls away.
    """

    closed = Signal()
    lock_asked = Signal()
    version_asked = Signal(str)
    correct_asked = Signal()
    carry_on_asked = Signal(str)
    give_up_asked = Signal(str)

    def __init__(self, session: Session, visit: SignedVisit) -> None:
        super().__init__()
        self.setAccessibleName("Last plan")
        self._session = session
        self.pdf = signed_pdf(visit, session)
        self._copy = Copy(session, visit.draft, visit.left, lambda: self.pdf)
        self.save = Button("Save as PDF", Kind.OUTLINE, icon="document")
        self.print = Button("Print", Kind.PLAIN, icon="printer")
        self.pages = [PageImage(PAGE_WIDTH) for _ in self._drawn()]
        self.lock = Button("Lock", Kind.PLAIN, icon="lock", name="Lock the screen")
        self.foot = StatusFoot("", "Home")
        self.foot.add(self.lock)
        self.correct = Button("Correct this visit", Kind.PLAIN, icon="pencil")
        self._said = Message("")
        self._said.hide()
        self._build(visit)
        self._draw()
        self.save.clicked.connect(lambda: self._give_out(save_copy))
        self.print.clicked.connect(lambda: self._give_out(print_copy))
        self.correct.clicked.connect(self.correct_asked)
        self.foot.went_back.connect(self.closed)
        self.lock.clicked.connect(self.lock_asked)
        self.setFocusProxy(self.foot.back if self._copy.stays else self.print)

    def _build(self, visit: SignedVisit) -> None:
        person, signer = visit.person, visit.signed_by
        who = list_name(person.family_name, person.given_name)
        version = f", version\u00a0{visit.draft.version}" if len(visit.versions) > 1 else ""
        title = Words(f"{who}: plan of {on_screen(visit.draft.day)}{version}", Voice.TITLE, wraps=True)
        apart = Words(told_apart(person.birth_date, person.nhs_number), Voice.MUTED, wraps=True)
        signed = f"Signed by {signer.name}, {signer.role.label}, on {on_screen(visit.signed_on)}. {AS_SIGNED}"
        head = Column(title, apart, Words(signed, Voice.SMALL_TEXT, wraps=True), gap=2)
        buttons = Held(Flow(self.save, self.print, self.correct, gap=8))
        if self._copy.stays:
            self.save.hide()
            self.print.hide()
        self.correct.setVisible(self._session.may_sign and visit.counts and visit.open_correction is None)
        pages = Column(*(Row(Stretch(), page, Stretch()) for page in self.pages), gap=14)
        about = Column(*self._of_versions(visit), gap=10)
        body = Column(head, buttons, self._said, about, pages, Stretch(), gap=12, margins=(28, 16, 28, 16))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(Scrolled(Held(body)), 1)
        box.addWidget(self.foot)

    def _of_versions(self, visit: SignedVisit) -> list[QWidget]:
        """What is to be said of its versions, and of putting it right."""
        parts: list[QWidget] = []
        if visit.left is not None:
            said = self._copy.stays or f"{visit.left.words}. The address may be an old one."
            parts.append(Message(said, weight=Weight.CHECK))
        if visit.open_correction is not None:
            parts.append(self._open_correction(visit.open_correction))
        elif not self._session.may_sign:
            parts.append(Words(ASK_A_NURSE, Voice.SMALL_TEXT, wraps=True))
        if len(visit.versions) > 1:
            card = VersionsCard(visit)
            card.version_asked.connect(self.version_asked)
            parts.append(card)
        return parts

    def _open_correction(self, correction: OpenCorrection) -> QWidget:
        is_mine = correction.by.id == self._session.store.staff.id
        said = "Until it is signed, what was signed counts."
        acts: tuple[Act, ...] = ()
        if is_mine:
            acts = (Act("carry_on", "Carry on with the correction"),)
        elif self._session.may_sign:  # whoever began it may have left: the visit must stay correctable
            acts = (Act("give_up", "Give up that correction"),)
        if not is_mine:
            said += f" {correction.by.name} carries it on."
        message = Message("A correction of this visit is open", said, acts=acts, weight=Weight.CHECK)
        asked = self.carry_on_asked if is_mine else self.give_up_asked
        message.acted.connect(lambda _key: asked.emit(correction.id))
        return message

    def restyle(self) -> None:
        """Draw the pages again at the size worn now."""
        self._draw()

    def _draw(self) -> None:
        drawn = self._drawn()
        for number, (page, image) in enumerate(zip(self.pages, drawn, strict=True), start=1):
            page.show_page(image, f"Page {number} of {len(drawn)}, as it prints")

    def _drawn(self) -> list[QImage]:
        """The pages as pictures, as sharp as this screen shows them."""
        from app.reports.page_pictures import page_pictures

        scale = PageImage(PAGE_WIDTH).sizeHint().width() * self.devicePixelRatioF() / A4_WIDTH_PT
        return [
            QImage(p.bgrx, p.width, p.height, p.width * 4, QImage.Format.Format_RGB32).copy()
            for p in page_pictures(self.pdf, scale)
        ]

    def _give_out(self, way: Callable[[Copy, QWidget], str]) -> None:
        try:
            said = way(self._copy, self)
        except StoreUnavailable as problem:
            said = str(problem)
        self._said.say(said)
        self._said.setVisible(bool(said))
