"""The page that the person takes home: the real paper, white in every theme."""

from PySide6.QtCore import QRectF, QSize, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from app.consultation import medicines
from app.consultation.medicines.record import EFFECT_BY_KEY
from app.reports.printable import missing_glyphs
from app.reports.ratings_on_paper import has_private
from app.views.fields.tick_list import Tick
from app.views.look.theme import colour, px
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.plan_output import paper_in_hand
from app.views.sections.care_plan.page_making import PageMaking

WIDTH = 436
A4_WIDTH_PT, A4_HEIGHT_PT = 595.28, 841.89
WHITE = "#FFFFFF"
BEING_MADE = "The page is being made."
AS_IT_PRINTS, BEHIND = "as it prints", "being brought up to date"
FAILED = "The page could not be made. What was typed is kept."
PRIVATE_TOO = "Print the private side effects too"
SAFETY_TOO = "Print personal safety too"


class PageImage(QWidget):
    """One page as it will print."""

    def __init__(self, width: int = WIDTH) -> None:
        super().__init__()
        self._wide = width
        self._image: QImage | None = None
        self.setAccessibleName(BEING_MADE)
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The shape of A4."""
        wide = px(self._wide)
        return QSize(wide, round(wide * A4_HEIGHT_PT / A4_WIDTH_PT))

    def show_page(self, image: QImage | None, name: str) -> None:
        """Show another page, or none."""
        self._image = image
        self.setAccessibleName(name)
        self.update()

    @property
    def has_page(self) -> bool:
        """Whether there is anything to see."""
        return self._image is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), WHITE)
        if self._image is not None:
            painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QPen(colour("line_strong"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Preview(QWidget):
    """Tells `save_asked` and `print_asked`; the frame does both."""

    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self._consultation = consultation
        self._pdf = b""
        self._pages: list[QImage] = []
        self._holds_private = False
        self._at = 0
        self.page = PageImage()
        self._where = Words(BEING_MADE, Voice.SMALL, wraps=True)
        self._lacks = Words("", Voice.CAUTION, wraps=True)
        self._lacks.hide()
        self.before = Button("", Kind.PLAIN, icon="arrow_left", name="Page before")
        self.after = Button("", Kind.PLAIN, icon="arrow_right", name="Next page")
        self.save = Button("Save as PDF", Kind.OUTLINE, icon="document")
        self.print = Button("Print", Kind.PLAIN, icon="printer")
        self.private_too = Tick(PRIVATE_TOO)
        self.safety_too = Tick(SAFETY_TOO)
        for tick in (self.private_too, self.safety_too):
            tick.hide()
        buttons = Held(Flow(self.save, self.print, gap=6))
        switch = Row((self._where, 1), self.before, self.after, gap=4)
        self.setLayout(
            Column(
                *(buttons, self.private_too, self.safety_too, switch),
                *(self._lacks, Row(self.page, Stretch())),
                gap=6,
            )
        )
        self._making = PageMaking(self)
        self._listen()
        self._show_page()

    def _listen(self) -> None:
        self._making.made.connect(self._take)
        self._making.failed.connect(lambda: self._where.say(FAILED))
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.save.clicked.connect(lambda: self._hand_out(self.save_asked))
        self.print.clicked.connect(lambda: self._hand_out(self.print_asked))
        for tick in (self.private_too, self.safety_too):
            tick.clicked.connect(self._choose_private)

    def show_record(self) -> None:
        """Have the page made anew if what stands on it has changed; only while it can be seen."""
        self._offer_private()
        if not self.isVisible():
            return
        paper = paper_in_hand(self._consultation)
        lost = missing_glyphs(paper)
        self._lacks.say(f"The paper's letters lack: {' '.join(lost)}" if lost else "")
        self._lacks.setVisible(bool(lost))
        self._making.want(paper)
        self._show_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin when it comes into sight."""
        super().showEvent(event)
        self.show_record()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop when it goes out of sight."""
        super().hideEvent(event)
        self._making.stop()
        self._forget_private()

    def _hand_out(self, asked: SignalInstance) -> None:
        """Each sheet is asked for by itself: what was private on this one is not on the next."""
        asked.emit()
        self._forget_private()
        self.show_record()

    def _offer_private(self) -> None:
        """The choices are there for the person alone, where there is something private to print."""
        visit = self._consultation
        said = visit.draft.record(medicines.SECTION).effects
        has_effects = any(e.is_noticed and EFFECT_BY_KEY[e.key].is_private for e in said)
        self.private_too.setVisible(visit.is_private and has_effects)
        self.safety_too.setVisible(visit.is_private and has_private(visit.draft))
        for tick in (self.private_too, self.safety_too):
            if tick.isHidden():
                tick.setChecked(False)
        self._keep_choice()
        if not visit.is_private:
            self._forget_private()

    def _choose_private(self) -> None:
        self._holds_private = True  # until a page without it is there
        self.show_record()

    def _keep_choice(self) -> None:
        self._consultation.private_effects_too = self.private_too.isChecked()
        self._consultation.private_ratings_too = self.safety_too.isChecked()

    def _forget_private(self) -> None:
        """It is asked for anew each time: the next sheet, or the next look, may be somebody else's."""
        for tick in (self.private_too, self.safety_too):
            tick.setChecked(False)
        self._keep_choice()
        if self._holds_private:
            self._holds_private = False
            self._pdf, self._pages = b"", []
            self._making.forget()
            self._show_page()

    def restyle(self) -> None:
        """Draw the pages again at the size worn now."""
        if self._pdf:
            self._draw(self._pdf)

    def _take(self, pdf: bytes) -> None:
        """Show the newest page; only what was wanted last comes here."""
        self._holds_private = self.private_too.isChecked() or self.safety_too.isChecked()
        self._draw(pdf)

    def _draw(self, pdf: bytes) -> None:
        """Pictures are drawn here and not in the worker: their library takes one thread at a time."""
        from app.reports.page_pictures import page_pictures

        self._pdf = pdf
        ratio = self.devicePixelRatioF()
        scale = self.page.sizeHint().width() * ratio / A4_WIDTH_PT
        self._pages = [
            QImage(p.bgrx, p.width, p.height, p.width * 4, QImage.Format.Format_RGB32).copy()
            for p in page_pictures(pdf, scale)
        ]
        self._at = max(0, min(self._at, len(self._pages) - 1))
        self._show_page()

    def _turn(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._pages) - 1))
        self._show_page()

    def _show_page(self) -> None:
        count = len(self._pages)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < count - 1)
        if not count:
            self._where.say(BEING_MADE)
            self.page.show_page(None, BEING_MADE)
            return
        # Two lines of it are not higher than the buttons beside it: the page does not move.
        state = BEHIND if self._making.is_behind else AS_IT_PRINTS
        words = f"Page {self._at + 1} of {count}, {state}"
        self._where.say(words)
        self.page.show_page(self._pages[self._at], f"{words}: the plan in plain words is on the left")
