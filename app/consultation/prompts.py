"""From what was written to what is worth saying: draft in, prompts out, in one pure call."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.consultation.agenda import SECTIONS
from app.consultation.apart import is_apart, is_told_alone, private_facts
from app.consultation.book import vocabulary
from app.consultation.care_plan import Outcome as Ended
from app.consultation.decisions import Choice, Decision
from app.consultation.dialog import SECTION as DIALOG
from app.consultation.dialog.picked import picked
from app.consultation.draft import Draft
from app.consultation.hand_overs import HandOver
from app.consultation.history import History
from app.consultation.not_to_ask import not_to_ask
from app.consultation.opening import SECTION as OPENING
from app.consultation.owed import is_met
from app.consultation.person import Person
from app.consultation.prompt import LIFE_TOPIC, Prompt
from app.consultation.red_flags import raised
from app.consultation.visit import Visit
from app.rules.explaining import Because
from app.rules.facts import Fact, Known, Missing
from app.rules.next_question import NextQuestion, ask_next
from app.rules.rulebook import Level, Rule, Rulebook
from app.rules.weighing import Outcome, Verdict, weigh, why_silent

OPEN_AT_ONCE = 3
SPARED_AT_THE_END = frozenset({"metabolic"})
OVER = frozenset({Ended.DONE, Ended.NOT_DONE, Ended.LET_GO})
"""What was last said of a promise that then manages nothing any more."""


@dataclass(frozen=True)
class Gone:
    """A prompt that was shown in this visit and no longer applies, and why."""

    rule: Rule
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Assessment:
    """Everything the rules say about the visit as it stands."""

    facts: Mapping[str, Fact]
    outcomes: tuple[Outcome, ...]
    prompts: tuple[Prompt, ...]
    held_back: tuple[Prompt, ...]
    gone: tuple[Gone, ...]
    ask_next: tuple[NextQuestion, ...]
    apart: tuple[Prompt, ...] = ()
    """Prompts that come of what a carer told alone: only ever shown where that was told."""
    keeps_private: bool = False
    """Whether somebody else may look: then nothing that the person told alone is named."""

    def as_others_may_see(self) -> "Assessment":
        """While somebody else is in the room: no prompt is lost, and none says what was told alone."""
        return replace(
            self,
            prompts=tuple(map(_waiting, self.prompts)),
            held_back=tuple(map(_waiting, self.held_back)),
            gone=tuple(gone for gone in self.gone if not is_told_alone(gone.rule)),
            ask_next=tuple(q for q in self.ask_next if q.fact.name not in private_facts()),
            keeps_private=True,
        )

    @property
    def open_prompts(self) -> tuple[Prompt, ...]:
        """Those that wait for a decision, the most urgent first."""
        return tuple(p for p in self.prompts if p.is_open)

    @property
    def first_prompts(self) -> tuple[Prompt, ...]:
        """All that is urgent and at most three others; the rest waits in 'more'."""
        pressing = tuple(p for p in self.open_prompts if p.level >= Level.URGENT)
        others = tuple(p for p in self.open_prompts if p.level < Level.URGENT)
        return (*pressing, *others[:OPEN_AT_ONCE])

    @property
    def more_prompts(self) -> tuple[Prompt, ...]:
        """The open ones beyond the first."""
        first = self.first_prompts
        return tuple(p for p in self.open_prompts if p not in first)

    @property
    def unacknowledged(self) -> tuple[Prompt, ...]:
        """Those that somebody was told of who has not said yet that they have it."""
        return tuple(p for p in self.prompts if p.awaits_acknowledgement)

    @property
    def decided_prompts(self) -> tuple[Prompt, ...]:
        """Those with a decision that still holds, or that somebody has taken on."""
        return tuple(p for p in self.prompts if not p.is_open)

    def with_verdict(self, verdict: Verdict) -> tuple[Outcome, ...]:
        """The outcomes of one kind."""
        return tuple(o for o in self.outcomes if o.verdict is verdict)

    @property
    def _shared(self) -> tuple[Outcome, ...]:
        return tuple(
            o
            for o in self.outcomes
            if not is_apart(o.rule) and not (self.keeps_private and is_told_alone(o.rule))
        )

    @property
    def red_flags(self) -> tuple[str, ...]:
        """Red flags that no prompt speaks for: their rules are not in use, or failed."""
        pressing = (prompt for prompt in self.prompts if prompt.level >= Level.URGENT)
        spoken_for = {fact for prompt in pressing for o in prompt.outcomes for fact in o.rule.reads}
        return raised(self.facts, spoken_for, keeps_private=self.keeps_private)

    @property
    def not_in_use(self) -> tuple[Outcome, ...]:
        """The rules that do not run here, because no clinician signed them off."""
        return self.with_verdict(Verdict.NOT_IN_USE)

    @property
    def warnings(self) -> tuple[Outcome, ...]:
        """What must be seen although it cannot be told, the gravest first."""
        found = [outcome for outcome in self._shared if outcome.warns]
        return tuple(sorted(found, key=lambda o: -(o.highest_possible or 0)))

    @property
    def cannot_tell(self) -> tuple[Outcome, ...]:
        """The rules that need an answer, the gravest first."""
        found = [o for o in self._shared if o.verdict is Verdict.CANNOT_TELL]
        return tuple(sorted(found, key=lambda o: -(o.highest_possible or 0)))


def _waiting(prompt: Prompt) -> Prompt:
    return replace(prompt, waits_alone=prompt.is_told_alone)


def gather(draft: Draft, visit: Visit) -> dict[str, Fact]:
    """Every section's facts, numbers rounded to the places in which they are displayed and compared."""
    alone = _displayed(section.facts(draft.records[section.key], visit) for section in SECTIONS)
    told = replace(visit, facts=alone)
    return alone | _displayed(section.joined(draft.records[section.key], told) for section in SECTIONS)


def _displayed(found: Iterable[Mapping[str, Fact]]) -> dict[str, Fact]:
    kinds = vocabulary()
    return {name: _as_displayed(fact, kinds[name].step) for facts in found for name, fact in facts.items()}


def _as_displayed(fact: Fact, step: Decimal | None) -> Fact:
    if step is None or not isinstance(fact, Known) or not isinstance(fact.value, Decimal):
        return fact
    return replace(fact, value=(fact.value / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


def surroundings(draft: Draft, person: Person, history: History, today: date) -> Visit:
    """The visit with every fact gathered: without them a question or a word may not know that it matters."""
    bare = Visit(person, today, history, began_on=draft.day)
    return replace(bare, facts=gather(draft, bare))


def assess(
    draft: Draft,
    person: Person,
    history: History,
    rulebook: Rulebook,
    today: date,
    signed: AbstractSet[str] | None = None,
) -> Assessment:
    """What the rules say of this visit on this day; `signed` as in `weigh`."""
    visit = surroundings(draft, person, history, today)
    facts = visit.facts
    outcomes = weigh(rulebook, facts, today, signed)
    shared = tuple(outcome for outcome in outcomes if not is_apart(outcome.rule))
    prompts, held_back = _hold_back(_merge(shared, draft, visit), facts)
    apart = _merge((o for o in outcomes if is_apart(o.rule)), draft, visit)
    gone = tuple(
        Gone(outcome.rule, why)
        for outcome in shared
        if outcome.rule.id in draft.prompts_shown
        and outcome.verdict in (Verdict.SILENT, Verdict.NOT_COVERED)
        and (why := why_silent(rulebook, outcome.rule.id, facts, today))
    )
    questions_left = ask_next(shared, vocabulary(), not_to_ask(draft, visit))
    return Assessment(facts, outcomes, prompts, held_back, gone, questions_left, apart)


def _merge(outcomes: Iterable[Outcome], draft: Draft, visit: Visit) -> tuple[Prompt, ...]:
    by_topic: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.verdict is Verdict.FIRES:
            by_topic.setdefault(outcome.rule.topic, []).append(outcome)
    prompts = [_prompt(topic, found, draft, visit) for topic, found in by_topic.items()]
    return tuple(sorted(prompts, key=_order))


def _prompt(topic: str, found: list[Outcome], draft: Draft, visit: Visit) -> Prompt:
    history = visit.history
    ordered = tuple(sorted(found, key=lambda o: -(o.level or 0)))
    level = ordered[0].level or Level.NOTE
    is_managed = level < Level.URGENT and _is_promised(ordered[0], draft, history)
    if is_managed:
        level = Level(max(Level.NOTE, level - 1))
    prompt = Prompt(topic, level, ordered, is_managed=is_managed)
    handed = _hand_over(prompt, draft)
    return replace(
        prompt,
        decision=_decision(prompt, draft, history, visit.today),
        hand_over=handed,
        has_reached=handed is not None and draft.has_reached(handed),
        acknowledgement=draft.acknowledgement_of(handed) if handed else None,
        rang_999=draft.rang_999_on(topic),
        missing=_missing(ordered, visit.facts),
        parts_of_life=picked(draft.record(DIALOG), visit) if topic == LIFE_TOPIC else (),
    )


def _missing(outcomes: Iterable[Outcome], facts: Mapping[str, Fact]) -> tuple[tuple[str, str], ...]:
    """It fired without them, and they are said all the same: missing is never normal."""
    read = {name: facts.get(name) for outcome in outcomes for name in sorted(outcome.rule.reads)}
    return tuple(
        (name, fact.note or fact.reason.value) for name, fact in read.items() if isinstance(fact, Missing)
    )


def _hand_over(prompt: Prompt, draft: Draft) -> HandOver | None:
    """The last that covers it; one that somebody took on before any that nobody did."""
    reasons = prompt.reasons_seen()
    found = [
        each
        for each in draft.hand_overs
        if each.topic == prompt.topic and each.still_holds(prompt.level, reasons)
    ]
    taken_on = [each for each in found if draft.acknowledgement_of(each)]
    return next(reversed(taken_on or found), None)


def _is_promised(outcome: Outcome, draft: Draft, history: History) -> bool:
    """Whether a promise that this very rule led to is still on its way, as it was last said."""
    opened = draft.record(OPENING)
    return any(
        p.because_of == outcome.rule.id and opened.last_said_of(p) not in OVER for p in history.promises
    )


def _decision(prompt: Prompt, draft: Draft, history: History, today: date) -> Decision | None:
    """Today's decision, else an earlier refusal whose time to offer again has not come.

    Taking up holds as long as it stands in the plan. An earlier refusal never keeps back what is urgent.
    """
    reasons = prompt.reasons_seen()
    for decision in draft.decisions:
        stands = is_met(draft, decision) and decision.still_holds(prompt.level, reasons)
        if decision.topic == prompt.topic and stands:
            return decision
    if prompt.level >= Level.URGENT:
        return None
    for decision in history.decisions:
        waits = decision.offer_again_on is not None and decision.offer_again_on > today
        refused = decision.choice in (Choice.DECLINED, Choice.NOT_RELEVANT)
        if decision.topic == prompt.topic and refused and waits:
            return decision if decision.still_holds(prompt.level, reasons) else None
    return None


def _order(prompt: Prompt) -> tuple[int, int]:
    """Now, urgent, what the person chose to work on, soon, routine, note."""
    if prompt.level >= Level.URGENT:
        return (-prompt.level, 0)
    return (-Level.SOON, -1) if prompt.is_chosen else (-prompt.level, 0)


def _hold_back(
    prompts: tuple[Prompt, ...], facts: Mapping[str, Fact]
) -> tuple[tuple[Prompt, ...], tuple[Prompt, ...]]:
    """Part the prompts into those that are shown and those that wait, each with the reason why.

    Matters of habit wait while something must be done now; weight and habit wait at the end of life. Nothing
    urgent ever waits.
    """
    is_urgent_visit = any(p.level is Level.NOW for p in prompts)
    end_of_life = facts.get("receiving_end_of_life_care")
    is_end_of_life = isinstance(end_of_life, Known) and end_of_life.value is True
    shown, waiting = [], []
    for prompt in prompts:
        why = ""
        if is_end_of_life and (prompt.is_lifestyle or prompt.topic in SPARED_AT_THE_END):
            why = "because of end of life care"
        elif is_urgent_visit and prompt.is_lifestyle:
            why = "while something must be done now"
        if why and prompt.is_open and prompt.level < Level.URGENT:
            waiting.append(replace(prompt, held_because=why))
        else:
            shown.append(prompt)
    return tuple(shown), tuple(waiting)
