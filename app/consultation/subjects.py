"""What something is about, in words that may stand on the person's paper."""

from app.consultation.book import topics

TOLD_ALONE = "how I am"
"""All that the paper says of what was told alone: others may read it."""
NO_NAME = "something that we found"


def subject_of(topic: str, *, is_told_alone: bool = False) -> str:
    """The topic's words in a sentence."""
    words = TOLD_ALONE if is_told_alone else topics().get(topic, NO_NAME)
    return f"{words[:1].lower()}{words[1:]}"
