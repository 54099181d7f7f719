"""What was typed, as a sentence on paper. It loads nothing heavy: the pages of a visit need it too."""


def as_sentence(text: str) -> str:
    """The words with a full stop, unless they end in a mark of their own; nothing where there are none."""
    text = text.strip()
    return text if not text or text.endswith((".", "?", "!", "”")) else f"{text}."
