"""The rest of the plan: going well, when things get worse, who to phone, when we meet, agreement, copies."""

import msgspec
from PySide6.QtCore import QTimer, Signal

from app.consultation import carers, crisis_plan
from app.consultation.answers import NOT_ASKED
from app.consultation.care_plan import Agreement, CarePlan
from app.consultation.carers.record import Carers, Consent, Topic
from app.consultation.crisis_plan.when import is_not_agreed
from app.consultation.days import on_screen
from app.reports.crisis_on_paper import (
    crisis_pages,
    from_the_crisis_plan,
    is_kept_off_paper,
    is_overtaken,
)
from app.reports.plan_paper import WhenThingsGetWorse
from app.views.fields.answers import Option, options
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.own_words import WordsField
from app.views.fields.phone import PhoneField
from app.views.fields.text import TextField
from app.views.fields.tick_list import TickList
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Quote
from app.views.parts.layout import Column, Columns, Held, Row, Stretch
from app.views.parts.scrolling import bring_into_sight
from app.views.parts.words import Voice, Words
from app.views.sections.asking import key_of, show, words_or_nothing

AGREEMENTS = options(AGREE="I agree", PARTLY="Partly", DISAGREE="I don't agree")
GP, PRESCRIBER = "GP practice", "Prescriber"


class PlanPart(Card):
    """A card whose fields each hold one value of the plan."""

    def __init__(self, consultation: OpenConsultation, title: str) -> None:
        super().__init__(Words(title, Voice.HEADING, wraps=True), margins=(18, 12, 18, 14), gap=10)
        self._consultation = consultation

    @property
    def plan(self) -> CarePlan:
        """The plan as it stands."""
        return self._consultation.draft.plan

    def take(self, **changed: object) -> None:
        """Put committed values into the plan."""
        self._consultation.plan(msgspec.structs.replace(self.plan, **changed))


class GoingWell(PlanPart):
    """What goes well comes before what does not."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation, "What is going well")
        self.words = WordsField("What is going well", height=62, own=False)
        self.add(self.words)
        self.words.edited.connect(lambda words: self.take(going_well=words or ""))

    def show_record(self) -> None:
        """Show what stands in the plan."""
        show(self.words, self.plan.going_well or None)

    def commit(self) -> None:
        """Take what is typed as final."""
        self.words.commit()


class WhenWorse(PlanPart):
    """The crisis card: what the crisis plan says is only shown, and the rest can be typed here.

    Tells `crisis_plan_asked` where that is to be changed.
    """

    crisis_plan_asked = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation, "When things get worse")
        self.from_before = Words("", Voice.SMALL, wraps=True)
        self.add(self.from_before)
        self.said: dict[str, Quote] = {}
        self.lines = {
            "signs": WordsField("My signs that things get worse", height=62, own=False),
            "what_helps": WordsField("What helps", height=62, own=False),
            "who_i_call": WordsField("Who I call", height=62, own=False),
        }
        for field, line in self.lines.items():
            self.said[field] = Quote("", voice=Voice.BODY)
            self.add(Captioned(line.page.accessibleName(), line), self.said[field])
            line.edited.connect(lambda words, field=field: self._take(field, words or ""))
        self.change = Button("Change it in the crisis plan", Kind.PLAIN, icon="pencil")
        self.change.clicked.connect(self.crisis_plan_asked)
        self._change = Held(Row(self.change, Stretch()))
        self.add(self._change)

    def _take(self, field: str, words: str) -> None:
        self.take(crisis=msgspec.structs.replace(self.plan.crisis, **{field: words}))

    def show_record(self) -> None:
        """Show what stands in the plan."""
        said = from_the_crisis_plan(self._consultation.draft, self._consultation.visit)
        for field, line in self.lines.items():
            show(line, getattr(self.plan.crisis, field) or None)
            words = getattr(said, field)
            line.setVisible(not words)
            self.said[field].setVisible(bool(words))
            self.said[field].words.say(f"\u201c{words}\u201d")
        self._change.setVisible(said != WhenThingsGetWorse())
        self.from_before.say(self._words_from_before())
        self.from_before.setVisible(bool(self.from_before.said()))

    def _words_from_before(self) -> str:
        """What is not printed, and why; else that it stands as it was written at an earlier visit."""
        consultation = self._consultation
        if is_kept_off_paper(consultation.draft, consultation.visit):
            return f"Nothing of this goes on paper: {consultation.person.called} said so."
        if is_not_agreed(consultation.draft.record(crisis_plan.SECTION), consultation.visit):
            return "Not on paper yet: the crisis plan does not say how much of this goes there."
        typed = [f for f, line in self.lines.items() if not line.isHidden() and getattr(self.plan.crisis, f)]
        dropped = [f for f in typed if is_overtaken(consultation.draft, consultation.visit, f)]
        named = "; ".join(self.lines[field].page.accessibleName() for field in dropped)
        sentences = (
            f"Not printed, because it was answered in the crisis plan: {named}." if named else "",
            self._still("The rest is as" if named else "As") if len(dropped) < len(typed) else "",
        )
        return " ".join(words for words in sentences if words)

    def _still(self, as_before: str) -> str:
        """That nobody changed it since the last plan."""
        history = self._consultation.history
        before, day = history.last_plan, history.last_visit_on
        if before is None or day is None or self.plan.crisis != before.crisis:
            return ""
        return f"{as_before} in the plan of {on_screen(day)}. Ask whether it still holds."

    def commit(self) -> None:
        """Take what is typed as final."""
        for line in self.lines.values():
            line.commit()


class WhenWeMeet(PlanPart):
    """Who to phone first, when we meet next, when the plan is looked at again."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation, "Who to phone, and when we meet")
        self.key_worker = TextField("Key worker", longest=120, in_pauses=True)
        self.phone = PhoneField("Phone of the key worker", in_pauses=True)
        self.next_visit = TextField(
            "Next visit, in words", hint="When, where and with whom", longest=300, in_pauses=True
        )
        self.next_review = DayField("Next review of the plan", earliest=consultation.session.today)
        pairs = (("Key worker", self.key_worker), ("Phone", self.phone))
        self.add(
            Columns(*((Captioned(caption, field), 1) for caption, field in pairs), gap=14, turn_at=420),
            Captioned("Next visit", self.next_visit),
            Captioned("Next review of the plan, by", self.next_review),
        )
        self.key_worker.edited.connect(lambda words: self.take(key_worker=words or ""))
        self.phone.edited.connect(lambda words: self.take(key_worker_phone=words or ""))
        self.next_visit.edited.connect(lambda words: self.take(next_visit=words or ""))
        self.next_review.edited.connect(lambda day: self.take(next_review=day))

    def show_record(self) -> None:
        """Show what stands in the plan."""
        show(self.key_worker, self.plan.key_worker or None)
        show(self.phone, self.plan.key_worker_phone or None)
        show(self.next_visit, self.plan.next_visit or None)
        show(self.next_review, self.plan.next_review)

    def commit(self) -> None:
        """Take what is typed as final."""
        for field in (self.key_worker, self.phone, self.next_visit, self.next_review):
            field.commit()


class Says(PlanPart):
    """Whether the person agrees, in their words where they do not."""

    def __init__(self, consultation: OpenConsultation) -> None:
        called = consultation.person.called
        super().__init__(consultation, f"{called} says of this plan")
        self.answer = Choice(f"{called} says of this plan", AGREEMENTS)
        self.words = WordsField(f"In {called}'s words", height=62, own=False)
        self.lacks = Words(f"Not said yet: ask what {called} does not agree with.", Voice.CAUTION, wraps=True)
        asked = Captioned(f"What {called} sees differently, in their words", self.words)
        self._more = Held(Column(asked, self.lacks, gap=4))
        self.add(Row(self.answer, Stretch()), self._more)
        self.answer.edited.connect(self._take)
        self.words.edited.connect(lambda words: self.take(agreement_words=words or ""))

    def _take(self, key: str | None) -> None:
        self.take(agreement=NOT_ASKED if key is None else self._consultation.known(Agreement[key]))
        if self.plan.lacks_words_of_differing:
            QTimer.singleShot(0, self, lambda: bring_into_sight(self._more))

    def show_record(self) -> None:
        """Show what stands in the plan."""
        show(self.answer, key_of(self.plan.agreement))
        show(self.words, self.plan.agreement_words or None)
        self.lacks.setVisible(self.plan.lacks_words_of_differing)
        self._more.setVisible(self.plan.is_differed_from or bool(self.plan.agreement_words))

    def commit(self) -> None:
        """Take what is typed as final."""
        self.words.commit()


class Copies(PlanPart):
    """Who gets a copy: a carer is offered only where the person said yes to sharing the plan."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation, "Who gets a copy")
        self._holder = Column(gap=0)
        self.ticks: TickList | None = None
        self._offered: tuple[str, ...] = ()
        self.others = TextField(
            "Anybody else who gets a copy", hint="Names, with commas between", longest=300
        )
        self._refused = Words("", Voice.CAUTION, wraps=True)
        self._refused.hide()
        self.add(Held(self._holder), self._refused, Captioned("Anybody else", self.others))
        self.others.edited.connect(lambda _words: self._take())

    def show_record(self) -> None:
        """Show what stands in the plan."""
        refused = self._carers.refused_a_copy(self.plan.copies_to)
        copies = tuple(name for name in self.plan.copies_to if name not in refused)
        self._say_refused(refused, self._crisis_plan_not_for(copies))
        offered = self._to_offer()
        if offered != self._offered or self.ticks is None:
            self._offer(offered)
        ticked = tuple(name for name in self._offered if name in copies)
        if self.ticks is not None and self.ticks.value() != ticked:
            self.ticks.set_value(ticked)
        show(self.others, ", ".join(name for name in copies if name not in self._offered) or None)

    def commit(self) -> None:
        """Take what is typed as final."""
        self.others.commit()

    @property
    def _carers(self) -> Carers:
        return self._consultation.draft.record(carers.SECTION)

    def _crisis_plan_not_for(self, copies: tuple[str, ...]) -> tuple[str, ...]:
        """Carers who get a copy, with a crisis plan on it that they were not given a yes to."""
        if crisis_pages(self._consultation.draft, self._consultation.visit) is None:
            return ()
        may = {row.name for row in self._carers.rows if row.consents.get(Topic.CRISIS) is Consent.YES}
        return tuple(row.name for row in self._carers.rows if row.name in copies and row.name not in may)

    def _say_refused(self, no_copy: tuple[str, ...], no_crisis_plan: tuple[str, ...]) -> None:
        """Whose copy fell away, and who would read too much; not while they may be reading along."""
        called = self._consultation.person.called
        sentences = (
            f"No copy for {', '.join(no_copy)}: {called} has not said yes to that." if no_copy else "",
            f"The crisis plan is on this paper: {called} has not said yes to it for "
            f"{', '.join(no_crisis_plan)}."
            if no_crisis_plan
            else "",
        )
        said = " ".join(words for words in sentences if words) if self._consultation.is_private else ""
        self._refused.say(said)
        self._refused.setVisible(bool(said))

    def _to_offer(self) -> tuple[str, ...]:
        agreed = tuple(row.name for row in self._carers.rows if row.may_have_the_plan)
        return tuple(dict.fromkeys((self._consultation.person.called, *agreed, GP, PRESCRIBER)))

    def _offer(self, names: tuple[str, ...]) -> None:
        """Other boxes, when carers or what they may see have changed."""
        if self.ticks is not None:
            self.ticks.hide()
            self._holder.removeWidget(self.ticks)
            self.ticks.deleteLater()
        self._offered = names
        self.ticks = TickList("Who gets a copy", [Option(name, name) for name in names])
        self.ticks.edited.connect(lambda _keys: self._take())
        self._holder.addWidget(self.ticks)
        self.ticks.show()

    def _take(self) -> None:
        ticked = self.ticks.value() if self.ticks is not None else ()
        typed = (name.strip() for name in words_or_nothing(self.others).split(","))
        self.take(copies_to=tuple(dict.fromkeys((*ticked, *(name for name in typed if name)))))
