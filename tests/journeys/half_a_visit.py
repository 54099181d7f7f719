"""Half a visit, a field at a time. Run as a program, it says each one only once the hand has left it.

A test kills that program, and then looks for every field that was said, in the draft and on the screen.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from app.consultation import carers, dialog, medicines, opening, physical_checks
from app.consultation.answers import value_of
from app.consultation.carers.record import Consent, Topic
from app.consultation.draft import Draft
from app.consultation.opening.record import Company, Identifier, Place
from demo import story
from demo.hand import Hand
from tests.journeys.steps import nothing, open_nora, says, typed

IN_THEIR_WORDS = "To get to the allotment, and to sleep through."
OWN_ACTION = "walk to the allotment on Saturdays"


@dataclass(frozen=True)
class Field:
    """What the hand does, and where it must be found again: in the draft, and on which screen."""

    enter: Callable[[Hand], object]
    is_kept: Callable[[Draft], bool]
    is_shown: Callable[[Hand], bool]
    section: str = "Physical checks"


def _checks(draft: Draft):
    return draft.record(physical_checks.SECTION)


def _both_pressures_stand(hand: Hand) -> bool:
    hand.press("Blood pressure. 142/90 mmHg")
    readings = (("First reading", "146", "92"), ("Second reading", "142", "90"))
    return all(
        (typed(hand, f"{which}, upper"), typed(hand, f"{which}, lower")) == (upper, lower)
        for which, upper, lower in readings
    )


def _rate(number: int, rating: int) -> Field:
    def enter(hand: Hand) -> None:
        hand.key(getattr(Qt.Key, f"Key_{rating}"))
        hand.key(Qt.Key.Key_N)
        hand.key(Qt.Key.Key_Return)

    item = dialog.record.ITEMS[number - 1]
    return Field(
        enter,
        lambda draft: value_of(draft.record(dialog.SECTION).area(item.key).rating) == rating,
        lambda hand: hand.names(f"{item.title}, {rating}, "),
        "How life is going",
    )


def _consent(topic: Topic, answer: Consent) -> Field:
    return Field(
        lambda hand: hand.choose(topic.value, answer.value),
        lambda draft: draft.record(carers.SECTION).rows[0].consents.get(topic) is answer,
        lambda hand: hand.is_on(f"{topic.value}: {answer.value}"),
        "Carers",
    )


def _give_back(hand: Hand) -> None:
    hand.press("Stop for now")
    hand.write("PIN", story.PIN, leave=False)
    hand.key(Qt.Key.Key_Return)


def _a_medicine(hand: Hand) -> None:
    hand.go_to("Medicines")
    hand.press("Add a medicine")
    hand.write("Medicine", "clozapine", leave=False)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)


def _a_carer(hand: Hand) -> None:
    hand.go_to("Carers")
    hand.choose("Is there anyone who supports you?", "Yes")
    hand.press("Add someone")
    hand.write("Name of the carer", "Yvonne Brennan")
    hand.press("Done")


def _an_action(hand: Hand) -> None:
    hand.go_to("Care plan")
    hand.press("Add an action")
    hand.choose("Who", "Nora")
    hand.write("What", OWN_ACTION)


FIELDS: dict[str, Field] = {
    "name said": Field(
        lambda hand: (open_nora(hand), hand.press("Full name")),
        lambda draft: Identifier.NAME in draft.record(opening.SECTION).identifiers,
        lambda hand: hand.is_on("Full name"),
        "Opening",
    ),
    "birth date said": Field(
        lambda hand: hand.press("Date of birth"),
        lambda draft: Identifier.BIRTH_DATE in draft.record(opening.SECTION).identifiers,
        lambda hand: hand.is_on("Date of birth"),
        "Opening",
    ),
    "place": Field(
        lambda hand: hand.choose("Where are we?", "At home"),
        lambda draft: value_of(draft.record(opening.SECTION).place) is Place.HOME,
        lambda hand: hand.is_on("Where are we?: At home"),
        "Opening",
    ),
    "company": Field(
        lambda hand: hand.choose("Who else is present?", "Nobody else"),
        lambda draft: value_of(draft.record(opening.SECTION).company) is Company.ALONE,
        lambda hand: hand.is_on("Who else is present?: Nobody else"),
        "Opening",
    ),
    "what matters": Field(
        lambda hand: (hand.write("What matters to you today?", IN_THEIR_WORDS), hand.press("Start")),
        lambda draft: value_of(draft.record(opening.SECTION).what_matters) == IN_THEIR_WORDS,
        lambda hand: typed(hand, "What matters to you today?") == IN_THEIR_WORDS,
        "Opening",
    ),
    "blood pressure": Field(
        lambda hand: story._pressure(hand, (146, 92), (142, 90)),
        lambda draft: [str(r) for r in value_of(_checks(draft).blood_pressure) or ()] == ["146/92", "142/90"],
        _both_pressures_stand,
    ),
    "weight": Field(
        lambda hand: story._measure(hand, "Weight.", "Weight, kg", "84.6"),
        lambda draft: str(value_of(_checks(draft).weight)) == "84.6",
        lambda hand: hand.names("84.6 kg. No BMI yet: it needs a height. Measured"),
    ),
    "first rating": Field(
        lambda hand: (
            hand.go_to("How life is going"),
            hand.press("Turn the screen to Nora"),
            _rate(1, 5).enter(hand),
        ),
        _rate(1, 5).is_kept,
        _rate(1, 5).is_shown,
        "How life is going",
    ),
    **{f"rating {n}": _rate(n, rating) for n, rating in ((2, 3), (3, 1), (4, 7))},
    "medicine": Field(
        lambda hand: (_give_back(hand), _a_medicine(hand)),
        lambda draft: [row.ingredient for row in draft.record(medicines.SECTION).rows] == ["clozapine"],
        lambda hand: hand.sees("Change Clozapine"),
        "Medicines",
    ),
    "carer": Field(
        _a_carer,
        lambda draft: [row.name for row in draft.record(carers.SECTION).rows] == ["Yvonne Brennan"],
        lambda hand: says(hand, "Yvonne Brennan"),
        "Carers",
    ),
    "consent to the plan": _consent(Topic.CARE_PLAN, Consent.YES),
    "consent to medicines": _consent(Topic.MEDICINES, Consent.ASK_ME_FIRST),
    "an action": Field(
        _an_action,
        lambda draft: [action.what for action in draft.plan.actions] == [OWN_ACTION],
        lambda hand: hand.names(f"Action 1: {OWN_ACTION}. Nora"),
        "Care plan",
    ),
    "by when": Field(
        lambda hand: (hand.write("By when", "5 Dec 2026"), hand.press("Close this action")),
        lambda draft: str(draft.plan.actions[0].by_when) == "2026-12-05",
        lambda hand: hand.names(f"Action 1: {OWN_ACTION}. Nora, by 05-Dec-2026"),
        "Care plan",
    ),
}


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Open the window on the store that is named, sign in, and enter field after field; then wait."""
    from app.views.application import make_application
    from tests.journeys.laptop import Laptop

    application = make_application()
    hand = Laptop(Path(sys.argv[1])).sign_in()
    story.add_nora(hand, nothing)
    _say("ready")
    for name, field in FIELDS.items():
        field.enter(hand)
        _say(name)
    while True:
        application.processEvents()
        time.sleep(0.05)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main()
