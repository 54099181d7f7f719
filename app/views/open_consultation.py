"""The one object that changes: edits come in, the draft is saved and weighed, prompts go out.

Over 300 lines because nothing else may change a visit: each way to do so is a short method here.
"""

from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from PySide6.QtCore import QObject, Signal

from app.consultation.agenda import BY_KEY
from app.consultation.answers import Answer, How, Known
from app.consultation.care_plan import Action, CarePlan
from app.consultation.decisions import Choice, Decision
from app.consultation.draft import Draft, State
from app.consultation.ended_early import as_it_ended
from app.consultation.face_to_face import with_face_to_face_list
from app.consultation.finishing import loose_ends
from app.consultation.hand_overs import Acknowledgement, HandOver, Reached, ToldRole, awaiting_word_of
from app.consultation.history import History
from app.consultation.in_sight import progress_in_sight
from app.consultation.left_undecided import with_undecided
from app.consultation.loose_end import LooseEnd
from app.consultation.not_held import NotHeld
from app.consultation.opening import SECTION as OPENING
from app.consultation.opening.facts import is_private, missing_to_start
from app.consultation.person import Person, together
from app.consultation.promised_already import promised_already, same_promise
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment, assess
from app.consultation.questions import Record
from app.consultation.questions_back import QuestionBack
from app.consultation.ringing_999 import Rang999
from app.consultation.section import Progress
from app.consultation.taking_up import (
    actions_from,
    done_at_the_visit,
    follow_up,
    on_paper_of,
    promises_of,
    with_promise_of,
)
from app.consultation.visit import Visit
from app.models import consultations, corrections, duplicates, people, reviews
from app.models.sealed import sealed
from app.models.unavailable import StoreUnavailable
from app.rules.rulebook import Level
from app.services.autosave import Autosave
from app.views.session import Session


@dataclass(frozen=True)
class Undone:
    """A decision that was undone, and the actions that went with it, each with the place that it had."""

    title: str
    decision: Decision
    actions: tuple[tuple[int, Action], ...]


class OpenConsultation(QObject):
    """A visit in hand. Screens read `draft`, `visit` and `assessment`, and change it only by its methods."""

    changed = Signal()
    saved = Signal(object)
    not_saved = Signal(str)

    def __init__(self, session: Session, person: Person, history: History, draft: Draft) -> None:
        super().__init__()
        # A correction is about the visit: what is answered and weighed now counts for the visit's day.
        self.session = session.on(draft.correction.last_day) if draft.correction else session
        self.person = person
        self.history = history
        self.draft = draft
        self._autosave = Autosave(session.store, session.now)
        self._on_disk = draft
        self._is_over = False
        self.saved_at: datetime | None = None
        # Asked for at this printing, alone with the person; never stored.
        self.private_effects_too = False
        self.private_ratings_too = False
        # Of the moment at which the visit was opened: what is signed meanwhile counts from the next one.
        self.signed_rules = session.signed_rules
        self.assessment = self._weigh()

    @property
    def visit(self) -> Visit:
        """The surroundings of the visit, with the facts gathered so far."""
        return Visit(
            self.whole_person, self.session.today, self.history, self.assessment.facts, self.draft.day
        )

    @property
    def whole_person(self) -> Person:
        """The person with what linked records add; `person` is this record's own, which alone is changed."""
        return together(self.person, self.history.also)

    @property
    def may_go_on(self) -> bool:
        """Whether the four compulsory facts are there."""
        return not missing_to_start(self.draft.record(OPENING))

    @property
    def is_private(self) -> bool:
        """Whether private questions may be open."""
        return is_private(self.draft.record(OPENING))

    @property
    def is_remote(self) -> bool:
        """Whether the person is at the other end of a line: then nothing of them can be measured here."""
        return self.draft.record(OPENING).is_remote

    def progress(self, section: str) -> Progress:
        """How far a section is, as whoever is in the room may know it."""
        return progress_in_sight(BY_KEY[section], self.draft, self.visit)

    def known(self, value: object, how: How = How.SELF_REPORTED) -> Known[object]:
        """An answer given now, by this member of staff's hand."""
        return Known(value, how, self.session.today, self.session.store.staff.id)

    def answer(self, section: str, field: str, answer: "Answer[object]") -> None:
        """Take one committed answer."""
        self.edit(section, msgspec.structs.replace(self.draft.records[section], **{field: answer}))

    def edit(self, section: str, record: Record) -> None:
        """Take a section's new record."""
        if record != self.draft.records[section]:
            changed, session = self.draft.with_record(section, record), self.session
            worker = session.store.staff.name
            self._become(with_face_to_face_list(changed, self.draft, worker, session.today))

    def change_person(self, person: Person) -> None:
        """Keep a person's details as they were put right; raises StoreUnavailable where that fails."""
        people.change_person(self.session.store, person, self.session.now())
        self.person = person
        self.assessment = self._weigh()
        self.changed.emit()

    def mixed_up_with(self) -> tuple[str, ...]:
        """Why the person is easily mixed up with others kept here; nothing where that cannot be read."""
        try:
            return duplicates.mixed_up_with(self.session.store, self.person, self.session.now())
        except StoreUnavailable:
            return ()

    def plan(self, plan: CarePlan) -> None:
        """Take the plan as it is now."""
        if plan != self.draft.plan:
            self._become(self.draft.with_plan(plan))

    def take_up(self, prompt: Prompt) -> tuple[Action, ...]:
        """Turn a prompt into actions of the plan; pressing twice changes nothing.

        What is promised already in the very words stays as it is, with its day, and is not promised again.

        What must be done now is never settled by a line in the plan: it is done, or not done for a reason.
        """
        if prompt.decision in self.draft.decisions or prompt.level is Level.NOW:
            return ()
        session = self.session
        proposed = actions_from(prompt, session.new_id, session.today, session.store.staff.name, session.role)
        promised = promised_already(self.draft, self.history, prompt.topic)
        there = [same for each in proposed if (same := same_promise(promised, each.what))]
        actions = tuple(each for each in proposed if same_promise(promised, each.what) is None)
        plan = self.draft.plan
        for action in actions:
            plan = plan.with_action(action)
        today = {each.id for each in self.draft.plan.actions}
        decision = replace_decision(
            self._decision(prompt, Choice.TAKE_UP),
            actions=tuple(each.id for each in (*actions, *there) if each.id in today or each in actions),
            promised_before=tuple(each.id for each in there if each.id not in today),
        )
        self._become(self.draft.with_plan(plan).with_decision(decision))
        return actions

    def decide(self, prompt: Prompt, choice: Choice, **details: object) -> None:
        """Decide a prompt in another way than taking it up; `details` are fields of `Decision`.

        What could not wait and was done at this visit is asked about next time: by a line in the plan.

        Raises ValueError where that is not for this member of staff to decide.
        """
        if choice is not Choice.TAKE_UP and not prompt.may_be_decided_by(self.session.role):
            raise ValueError(f"{prompt.lead.rule.id} is not for this role to decide")
        decision = replace_decision(self._decision(prompt, choice), **details)
        draft, before = self.draft, prompt.decision or self.draft.decision_on(prompt.topic)
        if before is not None and before.what_was_done:
            draft = draft.without_actions(before.actions)
        if choice is Choice.DONE_ALREADY and not decision.what_was_done:
            decision, draft = self._done(prompt, decision, draft)
        self._become(draft.with_decision(decision))

    def _done(self, prompt: Prompt, decision: Decision, draft: Draft) -> tuple[Decision, Draft]:
        """What was done at this visit, with the line that asks about it next time."""
        done = done_at_the_visit(prompt, decision.done_on, self.visit.day)
        if not done:
            return decision, draft
        session = self.session
        action = follow_up(prompt, session.new_id(), session.today, session.store.staff.name)
        alone = prompt.is_told_alone
        said = replace_decision(decision, what_was_done=done, actions=(action.id,), is_told_alone=alone)
        return said, draft.with_plan(draft.plan.with_action(action))

    def undo(self, prompt: Prompt) -> Undone | None:
        """Open a prompt again; an action that came of it goes too. Gives what `bring_back` needs."""
        decision, plan = prompt.decision, self.draft.plan
        if decision is None:
            return None
        gone = tuple((at, each) for at, each in enumerate(plan.actions) if each.id in decision.actions)
        for _at, action in gone:
            plan = plan.without_action(action.id)
        self._become(self.draft.without_decision(prompt.topic).with_plan(plan))
        return Undone(prompt.title, decision, gone)

    def bring_back(self, undone: Undone) -> None:
        """Decide again what was undone, with its actions as they were worded, in their places."""
        plan = self.draft.plan
        for place, action in undone.actions:
            plan = plan.with_action_at(action, place)
        self._become(self.draft.with_plan(plan).with_decision(undone.decision))

    def would_promise(self, prompt: Prompt) -> tuple[str, ...]:
        """What adding an open prompt to the plan would promise, where that is more than one thing."""
        promised = self.promised_on(prompt)
        words = () if prompt.waits_alone or prompt.level is Level.NOW else promises_of(prompt)
        words = tuple(each for each in words if same_promise(promised, each) is None)
        return words if prompt.is_open and len(words) > 1 else ()

    def adds_nothing(self, prompt: Prompt) -> bool:
        """Whether all that adding it would promise is promised already, in the very words."""
        promised = self.promised_on(prompt)
        return bool(promised) and all(same_promise(promised, each) for each in promises_of(prompt))

    def promised_on(self, prompt: Prompt) -> tuple[Action, ...]:
        """What is promised already on the topic of an open prompt; nothing while others may look."""
        if prompt.waits_alone or not prompt.is_open:
            return ()
        return promised_already(self.draft, self.history, prompt.topic)

    def loose_ends(self) -> tuple[LooseEnd, ...]:
        """What is still open, what blocks first."""
        reader = self.session.store.staff.name if self.is_review else ""
        return loose_ends(self.draft, self.assessment, self.visit, self.session.role, reader)

    @property
    def is_signed(self) -> bool:
        """Whether it was signed."""
        return self.draft.state is State.SIGNED

    @property
    def is_review(self) -> bool:
        """Whether a colleague's finished visit is read here, to be signed or sent back."""
        return self.draft.state is State.FINISHED and self.session.may_sign

    @property
    def is_a_colleagues(self) -> bool:
        """Whether somebody else was there with the person: it is only read, signed or corrected here."""
        return self.draft.held_by != self.session.store.staff.name

    def hand_over(
        self,
        prompt: Prompt,
        *,
        reached: Reached,
        at: datetime,
        said: str,
        to_name: str = "",
        to_role: ToldRole | None = None,
        rang_999: Rang999 | None = None,
    ) -> HandOver:
        """Keep that somebody was told, or why nobody was."""
        session = self.session
        hand_over = HandOver(
            id=session.new_id(),
            topic=prompt.topic,
            title=prompt.lead.rule.title,
            level=int(prompt.level),
            reasons=prompt.reasons_seen(),
            by=session.store.staff.name,
            by_id=session.store.staff.id,
            reached=reached,
            at=at,
            said=said,
            to_name=to_name,
            to_role=to_role,
            rang_999=rang_999,
            on_paper=on_paper_of(prompt),
        )
        self._become(self.draft.with_hand_over(hand_over))
        return hand_over

    def acknowledge(self, hand_over: HandOver, will_do: str, at: datetime, *, own: bool = False) -> None:
        """Keep that somebody has it: as they told whoever is at hand, or by their `own` sign-in.

        The first to say so stands, and their promise once.
        """
        staff = self.session.store.staff
        said = Acknowledgement(
            hand_over=hand_over.id,
            at=at,
            by=staff.name if own else hand_over.to_name,
            will_do=will_do,
            by_own_sign_in=own,
            noted_by=staff.name,
        )
        self._become(with_promise_of(self.draft.with_acknowledgement(said), hand_over, self.session.today))

    def say_it_never_reached(self, hand_over: HandOver) -> None:
        """Keep that whoever is signed in was never told, whatever was noted for them."""
        staff, now = self.session.store.staff, self.session.now()
        said = Acknowledgement(
            hand_over=hand_over.id,
            at=now,
            by=staff.name,
            will_do="",
            by_own_sign_in=True,
            noted_by=staff.name,
            never_reached=True,
        )
        self._become(with_promise_of(self.draft.with_acknowledgement(said), hand_over, self.session.today))

    def awaits_word_on(self, hand_over: HandOver) -> bool:
        """Whether it was handed over to whoever reads the visit now, and they said nothing of it yet."""
        draft, reader = self.draft, self.session.store.staff.name
        waiting = awaiting_word_of(reader, draft.hand_overs, draft.acknowledgements)
        return self.may_take_on(hand_over) and hand_over in waiting

    def may_take_on(self, hand_over: HandOver) -> bool:
        """Whether whoever is signed in may say "I have it": a reviewer, of what somebody else handed over."""
        return self.is_review and hand_over.by_id != self.session.store.staff.id

    def answer_question(self, question: QuestionBack, answer: str) -> None:
        """Keep what is answered to a reviewer's question."""
        staff, now = self.session.store.staff, self.session.now()
        said = msgspec.structs.replace(question, answer=answer, answered_by=staff.name, answered_at=now)
        self._become(self.draft.with_question(said))

    def ask_back(self, words: str) -> None:
        """Send a finished visit back to its holder with a question. Raises as `reviews.ask_back` does."""
        staff, now = self.session.store.staff, self.session.now()
        question = QuestionBack(id=self.session.new_id(), asked=words, by=staff.name, at=now)
        asked = self.draft.with_question(question)
        reviews.ask_back(self.session.store, asked, self.visit, now)
        self._end(asked, State.DRAFT)

    @property
    def is_over(self) -> bool:
        """Whether the visit was ended here: nothing in it changes any more."""
        return self._is_over

    def finish(self) -> None:
        """End the visit; it waits for a nurse or prescriber."""
        kept = self.as_put_away
        consultations.finish(self.session.store, kept, self.visit, self.session.now())
        self._end(kept, State.FINISHED)

    def sign(self) -> None:
        """Sign the visit."""
        kept = self.as_put_away
        consultations.sign(
            self.session.store,
            kept,
            self.visit,
            sealed(self.assessment),
            self.session.rulebook.hash,
            self.session.now(),
        )
        self._end(kept, State.SIGNED)

    @property
    def as_put_away(self) -> Draft:
        """The draft as the record keeps it: what was left unasked, and what was left undecided.

        The paper is made of it before the visit ends too, so that the draft says what the plan will say.
        """
        if self._is_over:
            return self.draft
        return with_undecided(as_it_ended(self.draft, self.visit), self.assessment, self.visit)

    def did_not_happen(self, record: NotHeld) -> None:
        """End the visit as one that did not take place. Raises StoreUnavailable where that fails."""
        consultations.did_not_happen(self.session.store, self.draft, record, self.session.now())
        self._end(self.draft, State.DID_NOT_HAPPEN)

    def give_up_correction(self) -> None:
        """Take this correction away; the signed visit stands. Raises StoreUnavailable where that fails."""
        corrections.give_up(self.session.store, self.draft, self.session.now())
        self._is_over = True

    def _end(self, kept: Draft, state: State) -> None:
        """It is over, and reads from here on as the record keeps it: so does its paper."""
        self.draft = replace(kept, state=state)
        self._is_over = True
        self.changed.emit()

    def _decision(self, prompt: Prompt, choice: Choice) -> Decision:
        return Decision(
            topic=prompt.topic,
            choice=choice,
            level=int(prompt.level),
            reasons=prompt.reasons_seen(),
            decided_on=self.session.today,
            by=self.session.store.staff.name,
        )

    def _become(self, draft: Draft) -> None:
        """Take the new draft, save it before anything that could fail, weigh it, and tell the screens."""
        if self._is_over:
            return
        self.draft = draft
        self.save()
        self.assessment = self._weigh()
        shown = tuple(o.rule.id for p in self.assessment.prompts for o in p.outcomes)
        self.draft = self.draft.having_shown(shown)
        if not self.is_saved:
            self.save()
        self.changed.emit()

    @property
    def is_saved(self) -> bool:
        """Whether all of it is on the disk."""
        return self._is_over or self._on_disk is self.draft

    def save(self) -> None:
        """Write all that is not on the disk yet; what could not be written is tried at the next edit."""
        try:
            self.saved_at = self._autosave.keep(self._on_disk, self.draft, self.visit)
        except StoreUnavailable as problem:
            self.not_saved.emit(str(problem))
        else:
            self._on_disk = self.draft
            self.saved.emit(self.saved_at)

    def _weigh(self) -> Assessment:
        """What the rules say, in such words as whoever is in the room may read."""
        found = assess(
            self.draft,
            self.whole_person,
            self.history,
            self.session.rulebook,
            self.session.today,
            self.signed_rules,
        )
        return found if self.is_private else found.as_others_may_see()


def replace_decision(decision: Decision, **details: object) -> Decision:
    """The decision with some of its fields filled in."""
    return msgspec.structs.replace(decision, **details)
