"""What stands on a section's sheet: its rows, what each found, and what was found last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from app.consultation.answers import Known, Unknown, is_answered
from app.consultation.days import on_screen
from app.consultation.history import Reading
from app.consultation.last_done import LastDone
from app.consultation.physical_checks.words import NO_ANSWER, value_words
from app.consultation.questions import Question, Record, questions
from app.consultation.visit import Visit
from app.views.form.entry import Entry
from app.views.form.making import entry_for
from app.views.parts.chart_shape import ChartShape

NONE_BEFORE = "None before"
ON_RECORD = "on record"
NOT_ASKED_YET = "Not asked yet"


@dataclass(frozen=True)
class Plan:
    """One row of the sheet: the questions that stand in it, asked together and known the same way."""

    title: str
    fields: tuple[str, ...]
    sub: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Said:
    """What a closed row says: the value or why there is none, and a second line."""

    value: str
    beneath: str = ""


@dataclass(frozen=True)
class Last:
    """The last value on record, and its day."""

    value: str
    when: str
    lead: str = "Last time"

    @property
    def in_words(self) -> str:
        """Both on one line."""
        if self.value == NONE_BEFORE:
            return f"{self.value}, {self.when}"
        return f"{self.lead} {self.value}{f', {self.when}' if self.when else ''}"


NOTHING_BEFORE = Last(NONE_BEFORE, ON_RECORD)


class Sheet:
    """The sheet of any section: one row a question. A section with a screen of its own says more."""

    hands_on: frozenset[str] = frozenset()
    """The questions that need hands or a device: nobody answers them by phone."""

    def __init__(self, record_type: type[Record]) -> None:
        self.questions = questions(record_type)

    def plans(self) -> Sequence[Plan]:
        """The rows, in the order they are asked."""
        return [Plan(q.label, (name,), hint=q.hint) for name, q in self.questions.items()]

    def entry(self, name: str, question: Question, visit: Visit) -> Entry:
        """The field of one question."""
        return entry_for(question, visit.today)

    def said(self, plan: Plan, record: Record, visit: Visit) -> Said:
        """What the row found."""
        shown = [name for name in plan.fields if self.questions[name].shown(record, visit)]
        words = [answer_words(getattr(record, name), self.questions[name]) for name in shown]
        found = [said.value for said in words if said.value]
        if not found:
            return Said(NOT_ASKED_YET)
        if len(plan.fields) == 1:
            return Said(with_day(words[0].value, getattr(record, shown[0]), visit), words[0].beneath)
        labelled = [
            f"{self.questions[n].label}: {w.value}" for n, w in zip(shown[1:], words[1:], strict=True)
        ]
        rest = "; ".join(label for label, word in zip(labelled, words[1:], strict=True) if word.value)
        left = f"{len(found)} of {len(words)} answered" if len(found) < len(words) else ""
        value = (
            with_day(words[0].value, getattr(record, shown[0]), visit) if words[0].value else NOT_ASKED_YET
        )
        return Said(value, ". ".join(part for part in (rest, left) if part))

    def sub(self, plan: Plan, record: Record, visit: Visit) -> str:
        """The second line under the row's name."""
        return plan.sub

    def finding(self, plan: Plan, record: Record, visit: Visit) -> Said | None:
        """What the open row adds to its fields: a band, a sum; None where there is nothing to add."""
        return None

    def last(self, plan: Plan, visit: Visit, section: str) -> Last:
        """What was found last time."""
        name = plan.fields[0]
        question = self.questions[name]
        reading = visit.history.last(question.series) if question.series else None
        if reading is not None:
            return Last(reading_words(reading), on_screen(reading.taken_on))
        record = visit.history.last_records.get(section)
        answer = getattr(record, name, None)
        if isinstance(answer, Known):
            return Last(answer_words(answer, question).value, on_screen(answer.taken_on))
        if question.condition and (condition := visit.history.condition(question.condition)):
            since = f"since {on_screen(condition.since)}" if condition.since else ""
            return Last(condition.label, since, "On record:")
        return NOTHING_BEFORE

    def trends(self, plan: Plan, record: Record, visit: Visit) -> tuple[ChartShape, ...]:
        """The small charts beside the open row."""
        return ()


def answer_words(answer: Any, question: Question) -> Said:
    """One answer in words; empty where nothing was said."""
    if isinstance(answer, Unknown):
        return Said(NO_ANSWER[answer.reason], answer.note)
    if isinstance(answer, Known):
        return Said(value_words(answer, question))
    if isinstance(answer, tuple):
        return Said(", ".join(str(each.value) for each in answer if isinstance(each, Enum)))
    return Said(str(answer) if answer else "")


def with_day(value: str, answer: Any, visit: Visit) -> str:
    """A value, with the day it was taken where that is not today."""
    says_its_day = isinstance(answer, Known) and isinstance(answer.value, LastDone)
    if isinstance(answer, Known) and not says_its_day and answer.taken_on not in (visit.today, date.min):
        return f"{value}, taken {on_screen(answer.taken_on)}"
    return value


def reading_words(reading: Reading) -> str:
    """An earlier value with its unit."""
    return f"{reading.value} {reading.unit}".strip()


def how_words(plan: Plan, record: Record) -> tuple[str, str]:
    """An icon and the words for how a row is known; empty where nothing was said."""
    answers = [getattr(record, name) for name in plan.fields]
    known = next((a for a in answers if isinstance(a, Known)), None)
    if known is not None:
        return _HOW[known.how.name]
    unknown = next((a for a in answers if isinstance(a, Unknown) and is_answered(a)), None)
    if unknown is None:
        return "ring", ""
    return _UNKNOWN.get(unknown.reason.name, ("declined", unknown.reason.value.capitalize()))


_UNKNOWN = {
    "NOT_DONE": ("ring", "Not done"),
    "RATHER_NOT_SAY": ("declined", "Declined"),
    "FACE_TO_FACE": ("calendar", "Face to face"),
}
_HOW = {
    "MEASURED": ("gauge", "Measured"),
    "SELF_REPORTED": ("speech", "Self-reported"),
    "FROM_RECORD": ("document", "From a record"),
}
