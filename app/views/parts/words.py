"""Words on the screen: always plain text, with dates that never break at their hyphens."""

import re
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.views.look.theme import px

_DATE = r"(\d{1,2})-([A-Z][a-z]{2})(?:-(\d{4}))?"
_WEEKDAY = r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d)"
_SPACED = r"\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b"
_JOINER = "\u2060-\u2060"


class Voice(StrEnum):
    """How words are said: their size, weight and colour."""

    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    SMALL_TEXT = "small_text"
    SMALL_STRONG = "small_strong"
    EYEBROW = "eyebrow"
    QUOTE = "quote"
    CODE = "code"
    NAME = "name"
    ALLERGY = "allergy"
    NO_ALLERGY = "no_allergy"
    NEEDS = "needs"
    EVALUATION = "evaluation"
    ERROR = "error"
    CAUTION = "caution"
    GOOD = "good"
    INFO = "info"


def hold_dates(words: str) -> str:
    """The same words with every date held together when the line wraps."""
    if not any(letter.isdigit() for letter in words):
        return words
    held = re.sub(_DATE, lambda found: _JOINER.join(part for part in found.groups() if part), words)
    held = re.sub(_SPACED, "\\1\u00a0\\2\u00a0\\3", held)
    return re.sub(_WEEKDAY, "\\1\u00a0", held)


class Words(QLabel):
    """A label that never reads markup; when it wraps it keeps whole dates and asks for its height."""

    def __init__(
        self,
        words: str,
        voice: Voice = Voice.BODY,
        *,
        wraps: bool = False,
        align: Qt.AlignmentFlag | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wraps)
        if wraps:
            self.setMinimumWidth(1)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if align is not None:
            self.setAlignment(align)
        self.setProperty("voice", voice.value)
        self._said = ""
        self.say(words)

    def sizeHint(self) -> QSize:
        """All on one line; it wraps only where there is less room than that."""
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        words = self.fontMetrics().horizontalAdvance(self.text()) + self._around()
        return QSize(words, self.heightForWidth(words))

    def _around(self) -> int:
        # What the style sheet puts around the words; Qt tells it only inside a whole size hint.
        return px(34) if self.property("voice") in (Voice.ALLERGY, Voice.NO_ALLERGY, Voice.NEEDS) else px(2)

    def say(self, words: str) -> None:
        """Show other words."""
        if words == self._said:
            return
        self._said = words
        self.setText(hold_dates(words) if self.wordWrap() else words)
        self.setAccessibleName(words)

    def said(self) -> str:
        """The words as they were given, without the marks that hold dates together."""
        return self._said

    def speak(self, voice: Voice) -> None:
        """Say the same words in another voice."""
        if self.property("voice") != voice.value:
            self.setProperty("voice", voice.value)
            self.style().unpolish(self)
            self.style().polish(self)
