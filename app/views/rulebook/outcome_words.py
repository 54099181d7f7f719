"""What came of a rule, in words for whoever checks it."""

from app.consultation.fact_words import label_of
from app.consultation.rule_cases import Said
from app.rules.described import LEVEL_WORDS
from app.rules.explaining import Because
from app.rules.weighing import Outcome, Verdict

SAID_WORDS = {
    Said.NOW: "Now",
    Said.URGENT: "Urgent",
    Said.SOON: "Soon",
    Said.ROUTINE: "Routine",
    Said.NOTE: "For information",
    Said.NOTHING: "Nothing",
    Said.CANNOT_TELL: "It cannot tell",
}
_VERDICTS = {
    Verdict.SILENT: "It says nothing: its condition does not hold.",
    Verdict.CANNOT_TELL: "It cannot tell.",
    Verdict.NOT_COVERED: "It says nothing: the person is not covered.",
    Verdict.FAILED: "It failed. That is a fault of the app.",
}


def verdict_in_words(outcome: Outcome) -> str:
    """The first line: what came of it."""
    if outcome.level is not None:
        return f"It speaks. {LEVEL_WORDS[outcome.level]}."
    return _VERDICTS[outcome.verdict]


def why_in_words(outcome: Outcome) -> tuple[str, ...]:
    """The lines that settled it, what is missing, and which higher level is not ruled out."""
    lines = [_because(because) for because in outcome.reasons]
    if outcome.needs:
        lines.append(f"Missing: {', '.join(label_of(name) for name in outcome.needs)}.")
    lines += [f"Could still be: {LEVEL_WORDS[could.level].lower()}." for could in outcome.could_be]
    return tuple(lines)


def _because(because: Because) -> str:
    holds = {True: "holds", False: "does not hold", None: "cannot be told"}[because.holds]
    return f"{because.text}: {holds} ({because.shown})."
