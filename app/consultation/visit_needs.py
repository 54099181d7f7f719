"""What a person needs for every visit, asked once and standing with its day until it is changed."""

import msgspec

from app.consultation.answers import NOT_ASKED, Answer, Known, YesNo
from app.consultation.days import on_screen


class VisitNeeds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Interpreter and language, who should come, what to respect, how long it takes."""

    interpreter: Answer[YesNo] = NOT_ASKED
    language: Answer[str] = NOT_ASKED
    preferred_worker: Answer[str] = NOT_ASKED
    wishes: Answer[str] = NOT_ASKED
    longer: Answer[YesNo] = NOT_ASKED

    @property
    def needs_interpreter(self) -> bool:
        """Whether somebody said that an interpreter is needed."""
        return _is_yes(self.interpreter)

    @property
    def language_words(self) -> str:
        """The language, where it was said."""
        return self.language.value if isinstance(self.language, Known) else ""

    @property
    def in_banner(self) -> tuple[str, ...]:
        """What everybody must see at once."""
        language = f" ({self.language_words})" if self.language_words else ""
        interpreter = (f"interpreter{language}",) if self.needs_interpreter else ()
        return (*interpreter, *(("longer appointment",) if _is_yes(self.longer) else ()))

    @property
    def lines(self) -> tuple[str, ...]:
        """Each in a sentence, with the day on which it was said."""
        said = (
            ("Language", self.language),
            ("Interpreter", self.interpreter),
            ("Who should come", self.preferred_worker),
            ("Wishes", self.wishes),
            ("Longer appointment", self.longer),
        )
        return tuple(
            f"{name}: {_plain(answer.value)} (said {on_screen(answer.taken_on)})"
            for name, answer in said
            if isinstance(answer, Known)
        )


def _is_yes(answer: Answer[YesNo]) -> bool:
    return isinstance(answer, Known) and answer.value is YesNo.YES


def _plain(value: object) -> str:
    return value.value.lower() if isinstance(value, YesNo) else str(value)
