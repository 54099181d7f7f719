"""Prevention, home and work on the paper: a few plain lines, and only what may lie on a kitchen table.

Left out on purpose: what was asked alone, what staff note for staff, all of wellbeing, organs and the
screening that tells of them, money, who lives there, and what could be read against the person. What was
agreed about them stands among the actions.
"""

from app.consultation import home_and_work, prevention
from app.consultation.answers import Known, YesNo
from app.consultation.days import in_words
from app.consultation.decisions import Choice
from app.consultation.draft import Draft
from app.consultation.home_and_work.record import HomeTrouble, PhoneTrouble, ToldDvla, WorkWish
from app.consultation.last_done import LastDone

LAST_TIMES = (
    ("dentist", "Dentist: last seen", "Dentist: not seen yet"),
    ("eye_test", "Eyes: last tested", "Eyes: not tested yet"),
    ("bowel_screening", "Bowel kit: last returned", "Bowel kit: not done yet"),
)
VACCINES = (
    ("flu_vaccine", "Flu vaccine"),
    ("pneumococcal_vaccine", "Pneumococcal vaccine"),
    ("shingles_vaccine", "Shingles vaccine"),
)
HOME = {
    HomeTrouble.NO_HEATING: "My home has no heating.",
    HomeTrouble.DAMP: "My home is damp.",
    HomeTrouble.NO_TOILET: "My home has no working toilet.",
}
WORK = {
    WorkWish.HAS_WORK: "I have work, or I study.",
    WorkWish.WANTS_WORK: "I would like to work.",
    WorkWish.WANTS_STUDY: "I would like to study.",
}
DVLA = {
    ToldDvla.YES: "I have told DVLA about my illness.",
    ToldDvla.NO: "I have not told DVLA yet.",
}
REACHED = {
    PhoneTrouble.NO_PHONE: "I have no phone: please write to me.",
    PhoneTrouble.NO_CREDIT: "I often have no credit or data.",
    PhoneTrouble.NO_APPS: "Apps and web pages do not work for me.",
    PhoneTrouble.CALLS: "Calls are hard for me.",
}


def staying_well(draft: Draft) -> tuple[str, ...]:
    """When what keeps well was last done, and which vaccines were had."""
    record = draft.record(prevention.SECTION)
    lines = [_last_time(getattr(record, name), done, never) for name, done, never in LAST_TIMES]
    lines += [_vaccine(getattr(record, name), what) for name, what in VACCINES]
    return tuple(line for line in lines if line)


def _last_time(answer: object, done: str, never: str) -> str:
    if not isinstance(answer, Known) or not isinstance(answer.value, LastDone):
        return ""
    return f"{done} {in_words(answer.value.on)}." if answer.value.on else f"{never}."


def _vaccine(answer: object, what: str) -> str:
    if not isinstance(answer, Known):
        return ""
    return f"{what}: I have had it." if answer.value is YesNo.YES else f"{what}: not yet."


def at_home_and_work(draft: Draft) -> tuple[str, ...]:
    """What the person would like somebody to know of home, work, driving and how to reach them."""
    record = draft.record(home_and_work.SECTION)
    lines: list[str] = []
    if isinstance(record.home, Known):
        lines += [HOME[trouble] for trouble in record.home.value if trouble in HOME]
    if isinstance(record.work, Known) and record.work.value in WORK:
        lines.append(WORK[record.work.value])
    if isinstance(record.told_dvla, Known) and record.told_dvla.value in DVLA and not _need_not_tell(draft):
        lines.append(DVLA[record.told_dvla.value])
    if isinstance(record.phone, Known):
        lines += [REACHED[trouble] for trouble in record.phone.value]
    return tuple(lines)


def _need_not_tell(draft: Draft) -> bool:
    """Whether the prompt about driving was decided as not relevant: then nothing waits to be told."""
    decision = draft.decision_on("driving")
    return decision is not None and decision.choice is Choice.NOT_RELEVANT
