"""The carers' screen: tiles on the left, what may be shared with the chosen one on the right."""

import msgspec
from PySide6.QtWidgets import QWidget

from app.consultation import carers
from app.consultation.answers import NOT_ASKED, Known, is_answered
from app.consultation.carers.record import LISTENING, AnyCarer, Assessment, Carer, Carers, Consent, Topic
from app.consultation.questions import questions
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Beside, Column, Columns, Held, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words
from app.views.sections.asking import answer_of, key_of, options_of, show
from app.views.sections.carers.carer_list import CarerList
from app.views.sections.carers.consent_grid import ConsentGrid
from app.views.sections.carers.consent_words import as_last_time, last_time, named_again, with_consent
from app.views.sections.carers.own_view import OwnView
from app.views.sections.carers.who_form import WhoForm
from app.views.sections.chips import Chips
from app.views.sections.screen import SectionScreen
from app.views.sections.undoing import Undo

KEY = carers.SECTION.key
IN_THE_GRID = ("consents", "rows")
APART = ("strain", "unwell_or_afraid", "own_view")


class CarersScreen(SectionScreen):
    """Consent and the carers' own views wait until the person is alone; who they are does not."""

    has_prompts_beside = False

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self._chosen = ""
        self._adding = False
        self._editing = False
        called = consultation.person.called
        asked = questions(Carers)["any_carer"]
        self.any_carer = Chips(asked.label, options_of(AnyCarer), compact=True)
        self.list = CarerList(consultation)
        self.own_view = OwnView(consultation)
        self.form = WhoForm(consultation)
        self.grid = ConsentGrid(called)
        self.change = Button("Change", Kind.PLAIN, icon="pencil")
        self.when_unwell = TextField("If I become unwell, tell them about", in_pauses=True)
        self.assessment = Chips(questions(Carer)["assessment"].label, options_of(Assessment), compact=True)
        self._build(asked.label)
        self._listen()
        self.show_record()

    def _build(self, question: str) -> None:
        self._who = Words("", Voice.STRONG, wraps=True)
        self._who_line = Held(Row((self._who, 1), self.change))
        self.undo = Undo()
        self._waits = _Waits(self.consultation.person.called)
        self._nobody = Words("", Voice.MUTED, wraps=True)
        self._wish = _card_of("If I become unwell, tell them about", self.when_unwell)
        self._needs = _card_of(questions(Carer)["assessment"].label, self.assessment)
        asked = Card(Words(question, Voice.SUBHEADING, wraps=True), self.any_carer, margins=(16, 12, 16, 14))
        left = Beside(
            Column(asked, self.list, self.undo, _listening(), self.own_view, Stretch(), gap=12), 352
        )
        parts: tuple[QWidget, ...] = (
            self._nobody,
            self.form,
            self._who_line,
            self._waits,
            self.grid,
            self._wish,
            self._needs,
        )
        right = Held(Column(*parts, Stretch(), gap=10))
        self.setLayout(Column(Columns((left, 0), (right, 1), gap=16, turn_at=860), Stretch(), gap=0))

    def _listen(self) -> None:
        self.any_carer.edited.connect(self._take_any)
        self.list.chosen.connect(self._choose)
        self.list.add_asked.connect(self._add)
        self.list.again_asked.connect(self._name_again)
        self.form.edited.connect(self._take_who)
        self.form.remove_asked.connect(self._remove)
        self.form.closed.connect(self._close_form)
        self.change.clicked.connect(self._edit)
        self.undo.asked.connect(self._bring_back)
        self.grid.chosen.connect(self._take_consent)
        self.grid.same_asked.connect(self._same_as_last_time)
        self.own_view.edited.connect(self._take_carer)
        self.when_unwell.edited.connect(lambda words: self._edit_record(when_unwell=words or ""))
        self.assessment.edited.connect(self._take_assessment)

    @property
    def heading(self) -> str:
        """The title of the screen."""
        return carers.SECTION.title

    @property
    def summary(self) -> str:
        """How long an answer holds."""
        return "Asked at every visit."

    @property
    def carer(self) -> Carer | None:
        """The carer who is shown."""
        rows = self._record().rows
        return next((row for row in rows if row.id == self._chosen), rows[0] if rows else None)

    def show_record(self) -> None:
        """Show what stands in the consultation."""
        record, carer = self._record(), self.carer
        show(self.any_carer, key_of(record.any_carer))
        self._chosen = carer.id if carer else ""
        self.list.show_record(record, self._chosen)
        self._show_form(carer)
        self._show_carer(carer if not self._adding else None)
        show(self.when_unwell, record.when_unwell or None)
        self._nobody.say(self._nobody_words(record))
        self._nobody.setVisible(carer is None and not self._adding)

    def _show_form(self, carer: Carer | None) -> None:
        self.form.setVisible(self._adding or self._editing)
        if not self._adding and carer is not None:
            self.form.show_carer(carer)

    def _show_carer(self, carer: Carer | None) -> None:
        there, private = carer is not None, self.consultation.is_private
        self._who_line.setVisible(there and not self._editing)
        self._needs.setVisible(there)
        self._wish.setVisible(there and private)
        self.grid.setVisible(there and private)
        self.own_view.setVisible(there and private)
        self._waits.setVisible(there and not private)
        if carer is None:
            return
        self._who.say(f"{carer.who}, {carer.phone}" if carer.phone else carer.who)
        self.grid.show_carer(carer, self.consultation.history.sharing_of(carer.id, carer.name))
        self.own_view.show_carer(carer)
        show(self.assessment, key_of(carer.assessment))

    def commit(self) -> None:
        """Take what is typed as final, and close what is kept apart."""
        self.form.commit()
        self.when_unwell.commit()
        self.own_view.open(False)

    def not_kept(self) -> list[str]:
        """What is typed as a carer's phone, and is no number."""
        return self.form.phone.not_kept() if self._adding or self._editing else []

    def first_stop(self) -> QWidget:
        """Whether there is anyone."""
        return self.any_carer.first_stop()

    def open_question(self, field: str) -> None:
        """Put the keyboard on one question; what is kept apart is only brought into sight, still closed."""
        places: dict[str, QWidget] = {
            "assessment": self.assessment.first_stop(),
            "when_unwell": self.when_unwell,
        }
        places |= dict.fromkeys(APART, self.own_view.toggle)
        places |= dict.fromkeys(IN_THE_GRID, next(iter(self.grid.rows.values())).cells["YES"])
        places.get(field, self.any_carer.first_stop()).setFocus()

    def _record(self) -> Carers:
        return self.consultation.draft.record(carers.SECTION)

    def _nobody_words(self, record: Carers) -> str:
        called = self.consultation.person.called
        if not is_answered(record.any_carer):
            return f"Ask {called} first whether there is anyone."
        if isinstance(record.any_carer, Known) and record.any_carer.value is AnyCarer.YES:
            return f"Add the person whom {called} names."
        return "Nothing more is asked here. General information is still printed."

    def _edit_record(self, **changed: object) -> None:
        self.consultation.edit(KEY, msgspec.structs.replace(self._record(), **changed))

    def _take_any(self, key: str | None) -> None:
        self._edit_record(any_carer=NOT_ASKED if key is None else answer_of(key, AnyCarer, self.consultation))

    def _take_carer(self, carer: Carer) -> None:
        self.consultation.edit(KEY, self._record().with_carer(carer))

    def _take_who(self, carer: Carer) -> None:
        """Who they are comes from the form; what else was said of them stays."""
        now = next((row for row in self._record().rows if row.id == carer.id), None)
        if now is not None:
            carer = msgspec.structs.replace(
                now,
                name=carer.name,
                relationship=carer.relationship,
                phone=carer.phone,
                is_under_18=carer.is_under_18,
            )
        self._chosen = carer.id
        if self._adding:
            self._adding, self._editing = False, True
        self._take_carer(carer)
        self.show_record()

    def _take_consent(self, topic: Topic, consent: Consent | None) -> None:
        if self.carer is not None:
            self._take_carer(with_consent(self.carer, topic, consent))

    def _same_as_last_time(self) -> None:
        carer = self.carer
        if carer is not None:
            before = self.consultation.history.sharing_of(carer.id, carer.name)
            self._take_carer(as_last_time(carer, before))

    def _take_assessment(self, key: str | None) -> None:
        if self.carer is not None:
            answer = answer_of(key, Assessment, self.consultation)
            self._take_carer(msgspec.structs.replace(self.carer, assessment=answer))

    def _choose(self, carer_id: str) -> None:
        self.form.commit()
        self.own_view.open(False)
        self._chosen, self._adding, self._editing = carer_id, False, False
        self.show_record()

    def _add(self) -> None:
        self.form.commit()
        self.own_view.open(False)
        self._adding, self._editing = True, False
        self.form.start_anew()
        self.show_record()
        self.form.name.line.setFocus()

    def _edit(self) -> None:
        self._editing = True
        self.show_record()
        self.form.name.line.setFocus()

    def _close_form(self) -> None:
        self._adding = self._editing = False
        self.show_record()
        self.list.add.setFocus()

    def _name_again(self, carer_id: str) -> None:
        last = last_time(self.consultation.history, carer_id)
        if last is not None:
            self._chosen = carer_id
            self._take_carer(named_again(last))
            self.show_record()

    def _remove(self) -> None:
        carer = self.carer
        if carer is None:
            return
        self.undo.offer(f"{carer.name} was taken off the list.", (carer, self._record().rows.index(carer)))
        self._editing, self._chosen = False, ""
        self.consultation.edit(KEY, self._record().without_carer(carer.id))
        self.show_record()
        self.undo.button.setFocus()

    def _bring_back(self, removed: tuple[Carer, int]) -> None:
        carer, at = removed
        self._chosen = carer.id
        rows = self._record().rows
        self._edit_record(rows=(*rows[:at], carer, *rows[at:]))
        self.show_record()
        self.change.setFocus()


class _Waits(Card):
    """Why nothing may be asked now of what is shared."""

    def __init__(self, called: str) -> None:
        words = Words(
            f"What may be shared, and carers' own views, wait until {called} is alone with you. "
            "Who is present is said in the opening. Who the carers are can be entered now.",
            wraps=True,
        )
        super().__init__(Row(Picture("people", 22), (words, 1), gap=12), surface=Surface.WELL)


def _listening() -> Card:
    heading, _, rest = LISTENING.partition(". ")
    words = Column(Words(heading, Voice.SUBHEADING, wraps=True), Words(rest, Voice.SMALL, wraps=True), gap=2)
    row = Row(Picture("ear", 22, "primary", stroke=2.2), (Held(words), 1), gap=12)
    return Card(row, surface=Surface.TINT, margins=(16, 10, 16, 10))


def _card_of(question: str, field: QWidget) -> Card:
    caption = Words(question, Voice.SUBHEADING, wraps=True)
    columns = Columns((Beside(Column(caption), 184), 0), (Held(Row((field, 1))), 1), gap=12, turn_at=620)
    return Card(columns, margins=(20, 8, 16, 8))
