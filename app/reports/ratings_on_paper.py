"""DIALOG's ratings as they stand on the paper: today's beside the newest of before, each with its day."""

from datetime import date

from app.consultation import dialog
from app.consultation.answers import Known, is_answered
from app.consultation.days import in_words
from app.consultation.dialog.record import ITEMS, RATING_WORDS, Dialog, Item
from app.consultation.draft import Draft
from app.consultation.visit import Visit
from app.reports import plan_paper as paper
from app.rules.scores.dialog_means import DialogMean, life_mean, treatment_mean


def ratings(draft: Draft, visit: Visit) -> paper.Ratings | None:
    """All parts of life, the two means, and what the person chose; None where nothing was asked."""
    record = draft.record(dialog.SECTION)
    if not any(is_answered(record.area(item.key).rating) for item in ITEMS):
        return None
    rows = tuple(_area(record, item, visit) for item in ITEMS)
    life = [row.now for row, item in zip(rows, ITEMS, strict=True) if not item.is_treatment]
    treatment = [row.now for row, item in zip(rows, ITEMS, strict=True) if item.is_treatment]
    titles = {item.key: item.title for item in ITEMS}
    return paper.Ratings(
        areas=rows,
        means=(
            *_mean("My life, eight parts", life_mean(life)),
            *_mean("My treatment, three parts", treatment_mean(treatment)),
        ),
        then_words=_then_words(visit),
        chosen=tuple(titles[key] for key in record.chosen),
    )


def _area(record: Dialog, item: Item, visit: Visit) -> paper.RatedArea:
    answer = record.area(item.key)
    before = _before(item, visit)
    rating = answer.rating
    words = RATING_WORDS[rating.value] if isinstance(rating, Known) else rating.reason.value.capitalize()
    return paper.RatedArea(
        area=item.title,
        now_words=words,
        now=int(rating.value) if isinstance(rating, Known) else None,
        then=before[0] if before else None,
        wants_more_help=answer.more_help.value if isinstance(answer.more_help, Known) else None,
        note=answer.words,
    )


def _before(item: Item, visit: Visit) -> tuple[int, date] | None:
    """The newest rating before today and its day; a record's number off the scale is none."""
    reading = visit.history.last(f"dialog.{item.key}")
    if reading is None or reading.number is None or reading.number not in RATING_WORDS:
        return None
    return int(reading.number), reading.taken_on


def _then_words(visit: Visit) -> str:
    """When the earlier ratings were given: one day, or the newest of several and that others are older."""
    days = {before[1] for item in ITEMS if (before := _before(item, visit))}
    if not days:
        return ""
    return f"on {in_words(max(days))}" + ("" if len(days) == 1 else " or before")


def _mean(of_what: str, mean: DialogMean | None) -> tuple[paper.RatingMean, ...]:
    if mean is None:
        return ()
    return (paper.RatingMean(of_what, str(mean.mean), f"{mean.answered} of {mean.asked}"),)
