"""DIALOG's ratings as they stand on the paper: today's beside the newest of before, each with its day.

A private item is left out whole, unless it was asked for at this printing: its row, that it was chosen, and
its part in the mean, from which it could be worked out. The paper does not say so: it is like everybody's.
"""

from collections.abc import Mapping
from datetime import date

from app.consultation import dialog
from app.consultation.answers import Known, WhyNot, is_answered, value_of
from app.consultation.days import in_words
from app.consultation.dialog.record import ITEMS, RATING_WORDS, Dialog, Item
from app.consultation.draft import Draft
from app.consultation.visit import Visit
from app.reports import plan_paper as paper
from app.rules.scores.dialog_means import DialogMean, life_mean, treatment_mean

NO_RATING = {
    WhyNot.NOT_ASKED: "Not asked",
    WhyNot.DECLINED: "I would rather not say",
    WhyNot.RATHER_NOT_SAY: "I would rather not say",
    WhyNot.NOT_DONE: "Not done today",
    WhyNot.NOT_SURE: "I am not sure",
    WhyNot.DOES_NOT_APPLY: "Does not apply to me",
    WhyNot.FACE_TO_FACE: "Next time face to face",
    WhyNot.ENDED_EARLY: "We stopped before this",
}
COUNT_WORDS = {3: "three", 7: "seven", 8: "eight"}


def ratings(draft: Draft, visit: Visit, *, private_too: bool) -> paper.Ratings | None:
    """The parts of life, the two means, and what the person chose; None where nothing was asked."""
    record = draft.record(dialog.SECTION)
    items = {item.key: item for item in ITEMS if private_too or not item.is_private}
    if not any(is_answered(record.area(key).rating) for key in items):
        return None
    return paper.Ratings(
        areas=tuple(_area(record, item, visit) for item in items.values()),
        means=_means(record, items),
        then_words=_then_words(items, visit),
        chosen=tuple(items[key].title for key in record.chosen if key in items),
    )


def has_private(draft: Draft) -> bool:
    """Whether something was said that is printed only where somebody asks for it."""
    record = draft.record(dialog.SECTION)
    return any(
        is_answered(area.rating) or is_answered(area.more_help) or area.words
        for area in (record.area(item.key) for item in ITEMS if item.is_private)
    )


def _area(record: Dialog, item: Item, visit: Visit) -> paper.RatedArea:
    answer = record.area(item.key)
    before = _before(item, visit)
    rating = answer.rating
    words = RATING_WORDS[rating.value].capitalize() if isinstance(rating, Known) else NO_RATING[rating.reason]
    return paper.RatedArea(
        area=item.title,
        now_words=words,
        now=int(rating.value) if isinstance(rating, Known) else None,
        then=before[0] if before else None,
        wants_more_help=answer.more_help.value if isinstance(answer.more_help, Known) else None,
        note=answer.words,
        is_treatment=item.is_treatment,
    )


def _before(item: Item, visit: Visit) -> tuple[int, date] | None:
    """The newest rating before today and its day; a record's number off the scale is none."""
    reading = visit.history.last(f"dialog.{item.key}")
    if reading is None or reading.number is None or reading.number not in RATING_WORDS:
        return None
    return int(reading.number), reading.taken_on


def _then_words(items: Mapping[str, Item], visit: Visit) -> str:
    """When the earlier ratings were given: one day, or the newest of several and that others are older."""
    days = {before[1] for item in items.values() if (before := _before(item, visit))}
    if not days:
        return ""
    return f"on {in_words(max(days))}" + ("" if len(days) == 1 else " or before")


def _means(record: Dialog, items: Mapping[str, Item]) -> tuple[paper.RatingMean, ...]:
    """DIALOG's two means, over what stands on this paper."""
    now = {item: value_of(record.area(item.key).rating) if item.key in items else None for item in ITEMS}
    life = {item: rating for item, rating in now.items() if not item.is_treatment}
    treatment = {item: rating for item, rating in now.items() if item.is_treatment}
    return (
        *_mean("My life", life_mean(list(life.values())), sum(item.key in items for item in life)),
        *_mean("My treatment", treatment_mean(list(treatment.values())), len(treatment)),
    )


def _mean(of_what: str, mean: DialogMean | None, printed: int) -> tuple[paper.RatingMean, ...]:
    if mean is None:
        return ()
    name = f"{of_what}, {COUNT_WORDS[printed]} parts"
    return (paper.RatingMean(name, str(mean.mean), f"{mean.answered} of {printed}"),)
