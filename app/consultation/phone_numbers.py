"""A telephone number as people write it: digits, spaces, +, brackets and hyphens, with an extension.

Short numbers such as 111, 999 and 116 123 are whole. Whose it is, or when, may follow in brackets. A number
is kept as it was written, never rewritten.
"""

import re

FEWEST_DIGITS, MOST_DIGITS = 3, 15
"""Three, as in 111; fifteen is the longest that can be dialled (ITU-T E.164), the extension left aside."""
AS_IN = "01632 960 118 or 01632 960 118 ext 12"
# (The digits are held together, or a long wrong number would be tried in every possible cut.)
_GROUP = r"(?:[0-9]++|\([0-9 ]*[0-9]\))"
_NUMBER = re.compile(rf"(?:\+|\(\+[0-9]+\))? ?{_GROUP}(?:[ -]*{_GROUP})*")
# (A bracket with no digit, at the very end: it is cut off before the number is read.)
_NOTE = re.compile(r" ?\([^\W\d_][^()0-9]{0,29}\)$")
_EXTENSION = re.compile(r"[ ,]*(?:extension|ext\.?|x) ?[0-9]{1,6}$", re.IGNORECASE)


def is_phone_number(words: str) -> bool:
    """Whether the words are a number that can be dialled, with at most a short note in brackets after it."""
    number = _EXTENSION.sub("", _NOTE.sub("", " ".join(words.split())))
    return (
        _NUMBER.fullmatch(number) is not None
        and FEWEST_DIGITS <= sum(sign.isdigit() for sign in number) <= MOST_DIGITS
    )
