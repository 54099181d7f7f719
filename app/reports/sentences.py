"""What was typed, as a sentence on paper; it loads nothing heavy, because the visit's own pages need it too."""


def as_sentence(text: str) -> str:
    """The words with a full stop, unless they end in a mark of their own."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", "”")) else f"{text}."
