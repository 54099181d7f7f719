"""What every part of the consultation offers the rest of the app."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Generic, TypeVar

from app.consultation.answers import Known, Unknown, is_answered
from app.consultation.history import Reading
from app.consultation.questions import Record, questions, questions_shown
from app.consultation.visit import Visit
from app.rules.facts import Fact, FactKind

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Progress:
    """How far a section is, in counts and in words."""

    answered: int
    asked: int
    lacks: str = ""
    """What is missing, in words of its own, where a count would not say it."""

    @property
    def words(self) -> str:
        """The state as the list of sections shows it."""
        if self.lacks:
            return self.lacks
        if self.answered == 0:
            return "Not started"
        if self.answered >= self.asked:
            return "Complete"
        return f"{self.answered} of {self.asked} answered"

    @property
    def is_complete(self) -> bool:
        """Whether everything that is asked was answered, if only by why not."""
        return 0 < self.asked <= self.answered


def count_answers(record: Record, visit: Visit) -> Progress:
    """Answered and asked, over the questions that matter here; what staff note for staff does not count."""
    asked = _asked(record, visit)
    return Progress(len(asked) - len(unanswered(record, visit)), len(asked))


def unanswered(record: Record, visit: Visit) -> tuple[str, ...]:
    """The questions that matter here and have no answer yet, by their fields, in the order they are asked."""
    return tuple(name for name in _asked(record, visit) if not _has_answer(getattr(record, name)))


def _asked(record: Record, visit: Visit) -> list[str]:
    return [name for name, asks in questions_shown(record, visit) if not asks.is_for_staff_alone]


def _has_answer(field: object) -> bool:
    return is_answered(field) if isinstance(field, Known | Unknown) else bool(field)


def no_readings(_record: Record, _visit: Visit) -> tuple[Reading, ...]:
    """A section that keeps no series."""
    return ()


def joins_nothing(_record: Record, _visit: Visit) -> Mapping[str, Fact]:
    """A section whose facts need nothing from another."""
    return {}


@dataclass(frozen=True)
class Section(Generic[R]):
    """A part of the consultation: its questions, what they mean, and what is worth keeping as a series."""

    key: str
    title: str
    record: type[R]
    vocabulary: tuple[FactKind, ...]
    facts: Callable[[R, Visit], Mapping[str, Fact]]
    joined: Callable[[R, Visit], Mapping[str, Fact]] = joins_nothing
    """Facts that need what another section said too: asked once all others stand in the visit's facts."""
    readings: Callable[[R, Visit], tuple[Reading, ...]] = no_readings
    progress: Callable[[R, Visit], Progress] = count_answers
    unanswered: Callable[[R, Visit], tuple[str, ...]] = unanswered
    topics: Mapping[str, str] = field(default_factory=dict)
    stands: tuple[str, ...] = ()
    """The questions whose answers stand until they are asked again (app/consultation/standing.py)."""
    asked_alone: frozenset[str] = frozenset()
    """The fields that are no `Question` and are asked of the person alone all the same."""
    version: int = 1

    @property
    def private_places(self) -> frozenset[str]:
        """Where the person is asked alone, as a fact's `asked_in` names it."""
        private = {name for name, question in questions(self.record).items() if question.is_private}
        return frozenset(f"{self.key}.{name}" for name in private | self.asked_alone)

    @property
    def rules_folder(self) -> Path:
        """The folder of this section's rule files."""
        return Path(str(files(f"app.consultation.{self.key}"))) / "rules"
