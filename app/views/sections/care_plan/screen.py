"""The care plan: its parts on the left in the person's order, the page that they take home on the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.owed import still_owed
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Beside, Column, Columns, Held, Stretch
from app.views.sections.care_plan.actions import Actions
from app.views.sections.care_plan.own_words import OwnWords
from app.views.sections.care_plan.owners import counts_words
from app.views.sections.care_plan.preview import Preview
from app.views.sections.care_plan.rest_of_plan import Copies, GoingWell, Says, WhenWeMeet, WhenWorse
from app.views.sections.care_plan.still_owed import StillOwed
from app.views.sections.screen import SectionScreen


class CarePlanScreen(SectionScreen):
    """`save_asked` and `print_asked` ask for the plan as a file or on paper.

    `question_asked` leads to where what became of an earlier promise is said, or the crisis plan.
    """

    save_asked = Signal()
    print_asked = Signal()
    question_asked = Signal(str, str)

    has_prompts_beside = False

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self.own_words = OwnWords(consultation)
        self.promises = Actions(consultation)
        self.still_owed = StillOwed(consultation)
        self.still_owed.asked.connect(lambda promise: self.question_asked.emit("opening", promise))
        self.says = Says(consultation)
        self.going_well = GoingWell(consultation)
        self.when_worse = WhenWorse(consultation)
        self.when_worse.crisis_plan_asked.connect(
            lambda: self.question_asked.emit("crisis_plan", "hard_times")
        )
        self.when_we_meet = WhenWeMeet(consultation)
        self.copies = Copies(consultation)
        self.preview = Preview(consultation)
        left = Held(Column(*self._parts(), Stretch(), gap=10))
        right = Beside(Column(self.preview, Stretch()), 440)
        self.setLayout(Column(Columns((left, 1), (right, 0), gap=20, turn_at=880), Stretch(), gap=0))
        self.preview.save_asked.connect(self.save_asked)
        self.preview.print_asked.connect(self.print_asked)
        self.show_record()

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.own_words,
            self.promises,
            self.still_owed,
            self.says,
            self.going_well,
            self.when_worse,
            self.when_we_meet,
            self.copies,
        )

    @property
    def heading(self) -> str:
        """The title of the screen."""
        return "Care plan"

    @property
    def summary(self) -> str:
        """How many actions, and whose."""
        draft = self.consultation.draft
        owed = len(still_owed(draft, self.consultation.history.promises))
        return counts_words(draft.plan.actions, self.consultation.person, owed)

    def show_record(self) -> None:
        """Show what stands in the consultation."""
        self.own_words.show_record()
        self.promises.show_record()
        self.still_owed.show_record()
        self.says.show_record()
        self.going_well.show_record()
        self.when_worse.show_record()
        self.when_we_meet.show_record()
        self.copies.show_record()
        self.preview.show_record()

    def commit(self) -> None:
        """Take what is typed as final."""
        self.own_words.commit()
        self.promises.commit()
        self.says.commit()
        self.going_well.commit()
        self.when_worse.commit()
        self.when_we_meet.commit()
        self.copies.commit()

    def not_kept(self) -> list[str]:
        """What is typed as the key worker's phone, and is no number."""
        return self.when_we_meet.phone.not_kept()

    def first_stop(self) -> QWidget:
        """Adding an action."""
        return self.promises.add_one

    def open_question(self, field: str) -> None:
        """Open an action by its key, or put the keyboard on one line of the plan."""
        lines: dict[str, QWidget] = {
            "next_review": self.when_we_meet.next_review.line,
            "agreement": self.says.answer.first_stop(),
            "agreement_words": self.says.words.page,
        }
        if field in self.promises.rows:
            self.promises.open(field)
        elif field in lines:
            lines[field].setFocus()
        else:
            self.promises.add_one.setFocus()
