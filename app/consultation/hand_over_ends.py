"""What of the hand-overs is open before a visit is finished or signed."""

from app.consultation.agenda import WHAT_WE_FOUND
from app.consultation.decisions import Choice, Decision
from app.consultation.draft import Draft
from app.consultation.hand_overs import awaiting_word_of
from app.consultation.loose_end import LooseEnd
from app.consultation.passing_on import title_of
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment
from app.rules.rulebook import Level, Role


def hand_over_ends(prompt: Prompt, role: Role) -> tuple[LooseEnd, ...]:
    """What must still be passed on, or was passed on and not taken on.

    A reason is an override, as everywhere: "could not be done", or whom one tried where nobody was reached.
    Whoever may settle it themselves is only reminded of a colleague's silence once they decided.
    """
    is_theirs, handed = not prompt.needs_hand_over(role), prompt.hand_over
    if prompt.acknowledgement and prompt.awaits_999 and not is_theirs:
        words = f"Not said whether 999 was rung: {prompt.title}"
        return (LooseEnd(words, WHAT_WE_FOUND, blocks=True, field=prompt.topic, is_grave=True),)
    if prompt.acknowledgement or (is_theirs and not prompt.awaits_acknowledgement):
        return ()
    is_reasoned = _has_a_reason(prompt.decision) or (handed is not None and not handed.was_told)
    is_settled = is_reasoned or (is_theirs and prompt.decision is not None)
    blocks = prompt.level is Level.NOW and not is_settled
    words = f"{_how_far(prompt)}: {prompt.title}"
    return (LooseEnd(words, WHAT_WE_FOUND, blocks=blocks, is_grave=True, cannot_wait=handed is None),)


def _how_far(prompt: Prompt) -> str:
    """How far it came on its way to somebody who may settle it."""
    handed = prompt.hand_over
    if handed is None:
        return "Not handed over to anybody yet"
    if not handed.was_told:
        return "Nobody could be reached"
    said = "Not acknowledged yet by" if prompt.has_reached else "It did not reach"
    return f"{said} {handed.whom}"


def ends_for_the_reader(draft: Draft, assessment: Assessment, reader: str) -> tuple[LooseEnd, ...]:
    """A colleague's word that the reader has it is not the reader's own."""
    waiting = awaiting_word_of(reader, draft.hand_overs, draft.acknowledgements) if reader else ()
    return tuple(
        LooseEnd(
            f"Handed over to you: say whether you have it: {title_of(each, assessment)}",
            WHAT_WE_FOUND,
            blocks=True,
            field=each.topic,
            is_grave=True,
        )
        for each in waiting
    )


def _has_a_reason(decision: Decision | None) -> bool:
    return decision is not None and decision.choice is Choice.LATER and bool(decision.why.strip())
