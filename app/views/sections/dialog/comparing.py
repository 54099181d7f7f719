"""Today's ratings beside last time's, in words and groups. No Qt: what is compared is tested by itself.

What was not asked yet today keeps its last rating to itself: it must not lead the answer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.consultation.answers import Known, Unknown, WhyNot
from app.consultation.days import on_screen
from app.consultation.dialog.record import ITEMS, RATING_WORDS, Dialog, Item
from app.consultation.history import History
from app.rules.scores.dialog_means import DialogMean, life_mean, treatment_mean

MIDDLE = 4
SKIPPED = {
    WhyNot.RATHER_NOT_SAY: "would rather not say",
    WhyNot.DECLINED: "would rather not say",
    WhyNot.NOT_SURE: "not sure",
    WhyNot.DOES_NOT_APPLY: "does not apply",
}


class Group(Enum):
    """Where today's answer lies on the scale, in the scale's own words."""

    SATISFIED = "Satisfied"
    IN_THE_MIDDLE = "In the middle"
    LESS_SATISFIED = "Less satisfied"
    NOT_ANSWERED = "Not answered"


@dataclass(frozen=True)
class Compared:
    """One item, then and now."""

    item: Item
    now: int | None
    why_not: WhyNot | None
    then: int | None
    then_on: date | None
    wants_more_help: bool | None

    @property
    def group(self) -> Group:
        """The group that today's answer puts it in."""
        if self.now is None:
            return Group.NOT_ANSWERED
        if self.now == MIDDLE:
            return Group.IN_THE_MIDDLE
        return Group.SATISFIED if self.now > MIDDLE else Group.LESS_SATISFIED

    @property
    def now_words(self) -> str:
        """Today's answer in words, or why there is none."""
        if self.now is not None:
            return RATING_WORDS[self.now].capitalize()
        return (
            SKIPPED.get(self.why_not, "not answered yet").capitalize() if self.why_not else "Not answered yet"
        )

    @property
    def then_words(self) -> str:
        """Why there is no rating of last time; nothing while it is only hidden until today's is given."""
        asked_today = self.now is not None or self.why_not is not None
        return "not rated then" if asked_today and self.then is None else ""

    @property
    def change(self) -> int | None:
        """How many steps up or down, where both were rated."""
        return None if self.now is None or self.then is None else self.now - self.then

    @property
    def change_words(self) -> str:
        """The change in words, never whether it is better or worse."""
        if self.change is None:
            return "no comparison"
        if self.change == 0:
            return "the same as then"
        return f"{abs(self.change)} {'up' if self.change > 0 else 'down'}"

    @property
    def spoken(self) -> str:
        """Both answers as one sentence, for a screen reader."""
        then = f"last time {self.then}, {RATING_WORDS[self.then]}" if self.then else "no last time to compare"
        now = (
            f"today {self.now}, {RATING_WORDS[self.now]}" if self.now else f"today: {self.now_words.lower()}"
        )
        return f"{self.item.title}: {now}; {then}; {self.change_words}"


def compared(record: Dialog, history: History) -> tuple[Compared, ...]:
    """Every item, in the official order."""
    return tuple(_compared(item, record, history) for item in ITEMS)


def last_rating(item: Item, history: History) -> tuple[int, date] | None:
    """The newest rating before today, and its day."""
    reading = history.last(f"dialog.{item.key}")
    if reading is None or reading.number is None or int(reading.number) not in RATING_WORDS:
        return None
    return int(reading.number), reading.taken_on


def _compared(item: Item, record: Dialog, history: History) -> Compared:
    area = record.area(item.key)
    rating = area.rating
    is_open = isinstance(rating, Unknown) and rating.was_not_asked
    before = None if is_open else last_rating(item, history)
    return Compared(
        item=item,
        now=rating.value if isinstance(rating, Known) else None,
        why_not=rating.reason if isinstance(rating, Unknown) and not is_open else None,
        then=before[0] if before else None,
        then_on=before[1] if before else None,
        wants_more_help=area.more_help.value if isinstance(area.more_help, Known) else None,
    )


def without_private(rows: Sequence[Compared]) -> tuple[Compared, ...]:
    """A private item as if it had never been rated: a mean beside the others would give it away."""
    return tuple(replace(row, now=None, then=None) if row.item.is_private else row for row in rows)


def in_groups(rows: Sequence[Compared]) -> tuple[tuple[Group, tuple[Compared, ...]], ...]:
    """Strengths first: by today's answer, then by the greatest rise, then in the official order."""
    ordered = sorted(rows, key=lambda row: (-(row.now or 0), -(row.change or 0)))
    groups = ((group, tuple(row for row in ordered if row.group is group)) for group in Group)
    return tuple((group, members) for group, members in groups if members)


def then_words(rows: Sequence[Compared]) -> str:
    """When the earlier ratings were given; they may be of several days."""
    days = Counter(row.then_on for row in rows if row.then_on)
    if not days:
        return "Nothing rated before"
    latest = max(days)
    return f"Then, {on_screen(latest)}" + ("" if len(days) == 1 else " or before")


def means_words(rows: Sequence[Compared]) -> str:
    """The two means in small print, and beside last time's over what was answered both times."""
    life = [row for row in rows if not row.item.is_treatment]
    treatment = [row for row in rows if row.item.is_treatment]
    return f"{_mean_words('Life', life)} {_mean_words('Treatment', treatment)}"


def _mean_words(of_what: str, rows: Sequence[Compared]) -> str:
    now = _mean([row.now for row in rows])
    if now is None:
        given = sum(row.now is not None for row in rows)
        return f"{of_what}: too few answered for a mean ({given} of {len(rows)})."
    words = f"{of_what}: mean {now.mean}, {now.basis}"
    both = [row for row in rows if row.change is not None]
    now_of_both = _mean([row.now if row in both else None for row in rows])
    then_of_both = _mean([row.then if row in both else None for row in rows])
    if now_of_both is None or then_of_both is None:
        return f"{words}; too few answered both times to compare."
    return (
        f"{words}; on the {len(both)} answered both times {then_of_both.mean} then, {now_of_both.mean} now."
    )


def _mean(ratings: Sequence[int | None]) -> DialogMean | None:
    return treatment_mean(ratings) if len(ratings) == TREATMENT else life_mean(ratings)


TREATMENT = sum(item.is_treatment for item in ITEMS)
