"""The questions about pregnancy that valproate brings: asked alone, but for the day of the yearly form."""

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from app.consultation import known
from app.consultation.answers import Answer, Known, Unknown, YesNo
from app.consultation.fact_kinds import AskedIn
from app.consultation.last_done import last_told
from app.consultation.prevention import when
from app.consultation.questions import Kind, Question
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, FactKind, Missing
from app.rules.facts import Kind as FactType

if TYPE_CHECKING:
    from app.consultation.prevention.record import Prevention

SUREST_CONTRACEPTION = Question(
    Kind.CHOICE,
    "A coil, an implant, or sterilised",
    hint="On valproate nothing less counts. It is not printed.",
    options=YesNo,
    asks_how=False,
    is_private=True,
    shown=when.could_become_pregnant_on_valproate,
)
LATE_OR_POSITIVE = Question(
    Kind.CHOICE,
    "A period is late, or a test was positive",
    hint="It is not printed.",
    options=YesNo,
    asks_how=False,
    is_private=True,
    shown=when.could_become_pregnant_on_valproate,
)
VALPROATE_FORM = Question(
    Kind.DAY,
    "Valproate: yearly risk form signed",
    never="None found",
    series="valproate_form",
    shown=when.valproate_matters,
)
FATHER_ADVICE = Question(
    Kind.CHOICE,
    "Told: contraception for both, and 3 months after",
    hint="For who could father a child on valproate. It is not printed.",
    options=YesNo,
    asks_how=False,
    is_private=True,
    shown=when.could_father_on_valproate,
)
TWO_SPECIALISTS = Question(
    Kind.CHOICE,
    "Valproate: two specialists agreed",
    options=YesNo,
    asks_how=False,
    shown=when.takes_valproate_under_55,
)


_yes_no = AskedIn(when.SECTION).yes_no

VALPROATE = (
    _yes_no("pregnancy_possible", "A pregnancy is possible", "pregnancy", "Could you be pregnant?"),
    _yes_no(
        "surest_contraception",
        "A coil, an implant, or sterilised",
        "surest_contraception",
        "Do you have a coil or an implant, or are you sterilised?",
    ),
    _yes_no("pregnant_now", "Pregnant", "pregnancy", "Are you, or could you be, pregnant?"),
    _yes_no(
        "period_late_or_test_positive",
        "A late period, or a positive test",
        "late_or_positive",
        "Is a period late, or was a test positive?",
    ),
    _yes_no(
        "contraception_used",
        "Contraception is used",
        "contraception",
        "Is contraception used every time?",
    ),
    _yes_no(
        "father_advice_given",
        "Told about contraception on valproate",
        "father_advice",
        "Were you told about contraception for both, during valproate and 3 months after?",
    ),
    _yes_no(
        "two_specialists_agreed",
        "Two specialists agreed to valproate",
        "two_specialists",
        "Is it on record that two specialists agreed to valproate?",
    ),
    FactKind(
        "last_valproate_form",
        "Valproate risk form",
        FactType.LAST_DONE,
        asked_in=f"{when.SECTION}.valproate_form",
        ask="When was the yearly risk form for valproate last signed?",
    ),
)


def valproate_facts(record: "Prevention", womb: Fact, visit: Visit) -> Mapping[str, Fact]:
    """Who could become pregnant, who may be already, and what protects."""
    said = record.pregnancy
    return {
        "pregnancy_possible": _could_become(said, womb),
        "surest_contraception": known.yes_or_no(record.surest_contraception),
        "pregnant_now": _is_one_of(said, womb, frozenset({"PREGNANT"})),
        "period_late_or_test_positive": _perhaps(said, record.late_or_positive, womb),
        "contraception_used": _contraception(said, record.contraception),
        "father_advice_given": known.yes_or_no(record.father_advice),
        "two_specialists_agreed": known.yes_or_no(record.two_specialists),
        "last_valproate_form": last_told(record.valproate_form, visit, "valproate_form"),
    }


def _contraception(pregnancy: Answer[Enum], used: Answer[Enum]) -> Fact:
    """Used every time; who is trying uses none."""
    if isinstance(pregnancy, Known) and pregnancy.value.name == "TRYING":
        return rules.Known(False, pregnancy.taken_on, known.source_of(pregnancy))
    if isinstance(used, Known):
        return rules.Known(used.value.name == "YES", used.taken_on, known.source_of(used))
    return known.missing(used)


def _is_one_of(answer: Answer[Enum], womb: Fact, those: frozenset[str]) -> Fact:
    if not isinstance(answer, Known):
        return _open(answer, womb)
    if isinstance(womb, rules.Known) and womb.value is False:
        return womb
    return rules.Known(answer.value.name in those, answer.taken_on, known.source_of(answer))


def _could_become(answer: Answer[Enum], womb: Fact) -> Fact:
    """The womb is asked first: what follows from it is on the screen only then."""
    return womb if isinstance(womb, Missing) else _is_one_of(answer, womb, when.OPEN)


def _perhaps(answer: Answer[Enum], late: Answer[YesNo], womb: Fact) -> Fact:
    """Asked of whoever could be pregnant; of anybody else there is nothing to ask."""
    could = _could_become(answer, womb)
    return known.yes_or_no(late) if isinstance(could, rules.Known) and could.value is True else could


def _open(answer: Unknown, womb: Fact) -> Fact:
    """Without a womb there is nothing to ask; else why it is not known."""
    is_there = isinstance(womb, rules.Known) and womb.value is True
    return known.missing(answer) if is_there else womb
