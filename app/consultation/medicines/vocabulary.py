"""The facts that the medicines section holds ready for rules, and how to ask for each."""

from decimal import Decimal

from app.consultation.fact_kinds import AskedIn
from app.consultation.medicines.sign_vocabulary import SIGN_TOPICS, SIGNS
from app.consultation.medicines.watched_vocabulary import CLOZAPINE, LITHIUM, WATCHED_TOPICS
from app.rules.facts import FactKind, Kind

SECTION = "medicines"

_yes_no = AskedIn(SECTION).yes_no


VOCABULARY = (
    FactKind(
        "medicines",
        "Medicines",
        Kind.MEDICINES,
        asked_in=f"{SECTION}.everything",
        ask="Is the list of medicines everything, bought ones too?",
    ),
    _yes_no(
        "doses_missed",
        "Doses missed in a usual week",
        "missed_doses",
        "Many people miss doses. How many in a usual week?",
    ),
    _yes_no(
        "bowel_alarm_sign",
        "Bowel alarm sign",
        "bowel_signs",
        "Belly pain or swelling, being sick, no wind, bloody or leaking diarrhoea, or a fever?",
    ),
    _yes_no(
        "bowel_discomfort",
        "Belly feels uncomfortable",
        "bowel_discomfort",
        "Does your belly feel uncomfortable?",
    ),
    FactKind(
        "days_since_bowels_opened",
        "Days since bowels last opened",
        Kind.NUMBER,
        "days",
        Decimal(0),
        Decimal(60),
        Decimal(1),
        asked_in=f"{SECTION}.days_since_bowels_opened",
        ask="When did you last open your bowels?",
    ),
    FactKind(
        "stools_a_week",
        "Times bowels open in a week",
        Kind.NUMBER,
        "times",
        Decimal(0),
        Decimal(70),
        Decimal(1),
        asked_in=f"{SECTION}.stools_a_week",
        ask="How many times a week do you open your bowels?",
    ),
    _yes_no(
        "bowels_straining_or_hard",
        "Straining, or hard stools",
        "bowels_straining_or_hard",
        "Do you have to strain, or is it hard and lumpy?",
    ),
    _yes_no(
        "laxative_recently_stopped",
        "A laxative stopped lately",
        "laxative_recently_stopped",
        "Has a laxative been stopped lately?",
    ),
    _yes_no(
        "sedatives_together",
        "Two kinds of sedating medicine together",
        "everything",
        "Is the list of medicines everything, bought ones too?",
    ),
    _yes_no(
        "another_qt_medicine",
        "Another medicine that can change the heart's rhythm (QT)",
        "everything",
        "Is the list of medicines everything, bought ones too?",
    ),
    _yes_no(
        "new_urges",
        "New urges that are hard to stop",
        "effects",
        "Are there new urges that are hard to stop, to spend, bet or eat?",
    ),
    *CLOZAPINE,
    *LITHIUM,
    *SIGNS,
)

TOPICS = {"clozapine-bowel": "Bowels on clozapine", **WATCHED_TOPICS, **SIGN_TOPICS}
