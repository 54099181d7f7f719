"""Who could become pregnant, or feeds a baby: told alone, and asked because of a medicine."""

from collections.abc import Mapping

from app.consultation import known
from app.consultation.answers import Answer, Known, Unknown
from app.consultation.prevention import when
from app.consultation.prevention.record import Contraception, Pregnancy, Prevention
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact


def pregnancy_facts(record: Prevention, visit: Visit, womb: Fact) -> Mapping[str, Fact]:
    """The facts of pregnancy; of who has no womb, or is too old for it and said nothing, a known no."""
    settled = _nobody(record, womb, visit)
    wanted = known.is_one_of(record.pregnancy, Pregnancy.PREGNANT, Pregnancy.TRYING)
    return {
        "pregnant_or_trying": settled or _where(womb, wanted),
        "could_become_pregnant": settled or _unprotected(record.pregnancy, record.contraception, womb),
        "breast_feeding": settled or _where(womb, known.yes_or_no(record.breast_feeding)),
    }


def _nobody(record: Prevention, womb: Fact, visit: Visit) -> Fact | None:
    """What was said counts at any age: lithium has it asked after 60 too."""
    if isinstance(womb, rules.Known) and womb.value is False:
        return womb
    is_silent = isinstance(record.pregnancy, Unknown) and isinstance(record.breast_feeding, Unknown)
    if is_silent and visit.age >= when.PREGNANCY_UNDER:
        return rules.Known(False, visit.day, "date of birth")
    return None


def _unprotected(pregnancy: Answer[Pregnancy], used: Answer[Contraception], womb: Fact) -> Fact:
    """It could be, with no contraception or only at times."""
    if isinstance(pregnancy, Unknown):
        return _where(womb, known.missing(pregnancy))
    if pregnancy.value is not Pregnancy.COULD_BE:
        return rules.Known(False, pregnancy.taken_on, known.source_of(pregnancy))
    if not isinstance(used, Known):
        return known.missing(used)
    return rules.Known(used.value is not Contraception.YES, used.taken_on, known.source_of(used))


def _where(womb: Fact, told: Fact) -> Fact:
    """As long as nobody can tell whether it is asked, why that is so is also why this is not known."""
    return womb if isinstance(womb, rules.Missing) and isinstance(told, rules.Missing) else told
