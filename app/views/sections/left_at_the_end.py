"""What a visit that was just ended leaves: undecided, promised for today, and typed but not kept."""

from collections.abc import Iterable

from app.consultation.finishing import promised_for_today
from app.consultation.loose_end import LooseEnd
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import Card
from app.views.parts.layout import Row
from app.views.parts.list_card import ListCard
from app.views.parts.words import Voice, Words
from app.views.sections.promise_words import whose

LEFT_UNDECIDED = "Left undecided"
FOR_TODAY = "Promised for today"
NOT_IN_IT = "Typed and not kept: not in this visit, and not on its plan"


def left_at_the_end(
    consultation: OpenConsultation, ends: Iterable[LooseEnd], unkept: Iterable[LooseEnd]
) -> tuple[Card, ...]:
    """A card for each of the three that is not empty; `ends` as they stood when the visit was ended."""
    groups = (
        (LEFT_UNDECIDED, "warning", "warn", [end.words for end in ends if end.cannot_wait]),
        (FOR_TODAY, "info", "primary", _for_today(consultation)),
        (NOT_IN_IT, "warning", "warn", [end.words for end in unkept]),
    )
    return tuple(_card(title, icon, ink, said) for title, icon, ink, said in groups if said)


def _for_today(consultation: OpenConsultation) -> list[str]:
    """Whose each is, and what."""
    promised = promised_for_today(consultation.draft, consultation.visit)
    return [f"{whose(action, consultation.visit.person)}: {action.what}" for action in promised]


def _card(title: str, icon: str, ink: str, said: Iterable[str]) -> Card:
    card = ListCard(icon, ink, title)
    for words in said:
        card.add_row(Row((Words(words, Voice.BODY, wraps=True), 1), margins=(18, 10, 18, 10)))
    return card
