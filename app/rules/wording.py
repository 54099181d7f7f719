"""Words that no prompt may use: orders about a medicine or its dose, labels, claims of what we did not do."""

import re
from collections.abc import Iterator

from app.rules.rulebook import Rule

BANNED = re.compile(
    r"\b(start|stop|increase|reduce|skip|diagnos\w*|prescribe[sd]?"
    r"|high-risk patient|alerted|sent|notified)\b",
    re.IGNORECASE,
)
EXCEPTIONS = (
    "do not stop valproate suddenly",
    "stop smoking",
    "stop-smoking service",
)
"""Named one by one: each is either not about a medicine, or keeps someone from harm."""

DOSE = re.compile(r"\bdos(e|es|age|ing)\b", re.IGNORECASE)


def texts_of(rule: Rule) -> Iterator[tuple[str, str]]:
    """Every text of a rule that somebody reads, with its place."""
    yield "title", rule.title
    for step in rule.steps:
        yield f"{step.level.word}: say", step.say
        yield f"{step.level.word}: say_hca", step.say_hca
        yield f"{step.level.word}: plan", step.plan.do


def banned_words(text: str) -> tuple[str, ...]:
    """The banned words of a text, the named exceptions taken out first."""
    for exception in EXCEPTIONS:
        text = re.sub(rf"\b{re.escape(exception)}\b", " ", text, flags=re.IGNORECASE)
    return tuple(found[0] for found in BANNED.finditer(text))


def wording_faults(rule: Rule) -> tuple[str, ...]:
    """What must be reworded, and where; a health care assistant's sentence never speaks of doses."""
    faults = [f"{place}: '{word}'" for place, text in texts_of(rule) for word in banned_words(text)]
    faults += [
        f"{step.level.word}: say_hca speaks of a dose" for step in rule.steps if DOSE.search(step.say_hca)
    ]
    return tuple(faults)
