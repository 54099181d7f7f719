"""The facts that the carers section holds ready for rules, and how to ask for each."""

from decimal import Decimal

from app.rules.facts import FactKind, Kind

VOCABULARY = (
    FactKind(
        "has_carer",
        "Has a carer",
        Kind.YES_NO,
        asked_in="carers.any_carer",
        ask="Is there someone who helps or looks out for you?",
    ),
    FactKind(
        "carer_strain",
        "The carer's strain, 0 to 10",
        Kind.NUMBER,
        "points",
        Decimal(0),
        Decimal(10),
        Decimal(1),
        asked_in="carers.strain",
        ask="Asked of the carer: how hard is it for you, from 0 to 10?",
        is_apart=True,
    ),
    FactKind(
        "carer_unwell_or_afraid",
        "The carer is unwell, worn out or afraid",
        Kind.YES_NO,
        asked_in="carers.unwell_or_afraid",
        ask="Asked of the carer: are you unwell, worn out or afraid?",
        is_apart=True,
    ),
)

TOPICS = {"carer": "The carer"}
