"""A prompt taken up becomes an action: what, whose, by when."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta

from app.consultation.apart import is_apart
from app.consultation.bank_holidays import working_day_after, working_day_before
from app.consultation.care_plan import Action, Owner
from app.consultation.days import on_this_laptop
from app.consultation.draft import Draft
from app.consultation.hand_overs import ON_THE_TEAM, Acknowledgement, HandOver, OnPaper
from app.consultation.keys import RANDOM_BYTES, uuid7
from app.consultation.prompt import Prompt
from app.consultation.subjects import TOLD_ALONE, subject_of
from app.rules.dates import months_after
from app.rules.rulebook import Level, PlanLine, Role
from app.rules.weighing import Outcome

DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
ASK_HOW_IT_WENT = "ask me how it went with"
WAS_IT_DONE = "whether this was done"
ASK_HOW_I_AM = f"ask me {TOLD_ALONE}"
NOT_STAFF = frozenset({"person", "carer"})
"""Whose days are their own: a Saturday is as good as any."""


def actions_from(
    prompt: Prompt, new_id: Callable[[], str], today: date, worker: str, role: Role = Role.NURSE
) -> tuple[Action, ...]:
    """The actions that a prompt proposes, one for each thing to do, for the person and the worker to reword.

    `worker` and `role` are the member of staff in the room; an owner who is not there is asked, never tasked.
    """
    to_do = _things_to_do(prompt).items()
    return tuple(_action(words, outcome, new_id(), today, worker, role) for words, outcome in to_do)


def promises_of(prompt: Prompt) -> tuple[str, ...]:
    """What taking it up would promise, in words: merged rules may each have a thing to do."""
    return tuple(_things_to_do(prompt))


def _things_to_do(prompt: Prompt) -> dict[str, Outcome]:
    things: dict[str, Outcome] = {}
    for outcome in prompt.outcomes:
        if outcome.step is not None:
            things.setdefault(f"{outcome.step.plan.do}{_for_what(prompt)}", outcome)
    return things


def _for_what(prompt: Prompt) -> str:
    """The parts of life that a step is agreed for: a promise that names none cannot be kept."""
    *others, last = prompt.parts_of_life or ("",)
    named = " and ".join([", ".join(others), last] if others else [last])
    return f" for {named}" if named else ""


def done_at_the_visit(prompt: Prompt, done_on: date | None, day: date) -> tuple[str, ...]:
    """What its rules ask for, where something was done about it since the visit began and it could not wait.

    Never what a carer told alone: that it was done goes on the person's paper.
    """
    if prompt.level < Level.URGENT or done_on is None or done_on < day:
        return ()
    steps = (outcome.step for outcome in prompt.outcomes if not is_apart(outcome.rule))
    return tuple(dict.fromkeys(step.plan.do for step in steps if step is not None))


def follow_up(prompt: Prompt, action_id: str, today: date, worker: str) -> Action:
    """That somebody asks how it went, and it manages nothing by itself.

    After what had to be done now on the next working day; else no day, because no rule says one.

    Of what was told alone it names nothing: it goes on the person's paper.
    """
    words = ASK_HOW_I_AM if prompt.is_told_alone else f"{ASK_HOW_IT_WENT} {subject_of(prompt.topic)}"
    return Action(
        id=action_id,
        what=words,
        owner=Owner.WORKER,
        owner_name=worker,
        by_when=working_day_after(today) if prompt.level is Level.NOW else None,
        topic=prompt.topic,
        promised_on=today,
    )


def on_paper_of(prompt: Prompt) -> OnPaper:
    """What the person's paper may say of a prompt that was passed on."""
    if any(is_apart(outcome.rule) for outcome in prompt.outcomes):
        return OnPaper.NOTHING
    return OnPaper.NOT_NAMED if prompt.is_told_alone else OnPaper.NAMED


def with_promise_of(draft: Draft, told: HandOver, today: date) -> Draft:
    """The draft with what somebody took on as their promise, once; without it while nobody has it."""
    action_id, said = promise_id_of(draft, told), draft.acknowledgement_of(told)
    if said is None or told.on_paper is OnPaper.NOTHING:
        return draft.without_actions((action_id,))
    return draft.with_plan(draft.plan.with_action(_taken_on(told, said, action_id, today)))


def promise_id_of(draft: Draft, told: HandOver) -> str:
    """The key of what somebody took on: the same one however often they say so."""
    seed = hashlib.sha256(told.id.encode()).digest()
    return uuid7(int(draft.started_at.timestamp() * 1000), seed[:RANDOM_BYTES])


def _taken_on(told: HandOver, said: Acknowledgement, action_id: str, today: date) -> Action:
    """For the same day: it could not wait, so it is owed at once.

    Somebody outside the team is asked whether it was done. Of what was told alone it names nothing.
    """
    is_ours = said.by_own_sign_in or told.to_role in ON_THE_TEAM
    words = said.will_do if is_ours else f"{WAS_IT_DONE}: {said.will_do}"
    return Action(
        id=action_id,
        what=words if told.on_paper is OnPaper.NAMED else ASK_HOW_I_AM,
        owner=Owner.WORKER if is_ours else Owner.ASK,
        owner_name=said.by,
        by_when=max(today, on_this_laptop(said.at).date()),
        topic=told.topic,
        promised_on=today,
    )


def _action(words: str, outcome: Outcome, action_id: str, today: date, worker: str, role: Role) -> Action:
    if outcome.step is None:
        raise ValueError("only a rule that fires can be taken up")
    line = outcome.step.plan
    owner, name = owner_of(line.owner, worker, role)
    return Action(
        id=action_id,
        what=words,
        owner=owner,
        owner_name=name,
        by_when=due_day(line, today),
        because_of=outcome.rule.id,
        topic=outcome.rule.topic,
        promised_on=today,
    )


def due_day(line: PlanLine, today: date) -> date | None:
    """The last day of a rule's line; a span that ends where nobody works ends for staff on the day before."""
    day = latest_day(line.within, today)
    if day is None or line.owner in NOT_STAFF or not line.within[0].isdigit():
        return day
    worked = working_day_before(day)
    return worked if worked >= today else day


def owner_of(word: str, worker: str, role: Role = Role.NURSE) -> tuple[Owner, str]:
    """Whose action it is, from the rule's word for it; a health care assistant never takes on a nurse's."""
    if word == "person":
        return Owner.PERSON, ""
    if word == "hca" or (word == "nurse" and role is not Role.HCA):
        return Owner.WORKER, worker
    if word == "carer":
        return Owner.CARER, ""
    return Owner.ASK, "" if word == "other" else f"the {word.replace('gp', 'GP')}"


def latest_day(within: str, today: date) -> date | None:
    """The last day of 'today', 'next working day' or a span such as '4 weeks'; none for 'next review'."""
    if within == "next review":
        return None
    if within == "today":
        return today
    if within == "next working day":
        return working_day_after(today)
    count, unit = within.split()
    if unit.startswith("month"):
        return months_after(today, int(count))
    return today + timedelta(days=int(count) * DAYS[unit])
