"""What stands on the care plan that the person takes home: words already decided, nothing else.

Whoever fills these in has settled the dates, the names and the plain words. The paper adds headings,
quotation marks round the person's own words, and a plain sentence where a part is empty.
"""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class HelpLine:
    """A number to call at any time, and when to call it."""

    number: str
    words: str


# For England. Sources: the NHS page "Where to get urgent help for mental health" and the Samaritans' contact
# page, as read for the study of instruments (section 4.4, source S88). To be checked at each site before use:
# the way to the mental health option may differ, so it is named in words and not by a number to press.
HELP_NOW = (
    HelpLine("999", "Danger to life, or suddenly very ill: chest pain, cannot breathe, a weak face or arm."),
    HelpLine("111", "Choose the mental health option. Day or night. If you are deaf: 18001 111."),
    HelpLine("116 123", "Samaritans, to talk to someone. Free, day or night."),
)


class Agreement(Enum):
    """What the person says to the plan, read out to them before it is signed."""

    AGREE = "I agree with this plan."
    PARTLY = "I agree with part of this plan."
    DISAGREE = "I do not agree with this plan."


@dataclass(frozen=True)
class PersonLine:
    """Whose plan it is. The birth date is in words, the NHS number in its groups of 3, 3 and 4."""

    full_name: str
    born: str
    called: str = ""
    nhs_number: str = ""
    language: str = ""


@dataclass(frozen=True)
class PaperAction:
    """One thing that will happen: "I will" / "Kim will" / "We will ask Dr Shah", what, and by when."""

    owner: str
    what: str
    by_when: str


@dataclass(frozen=True)
class KeyWorker:
    """Who to phone first, and the number."""

    name: str
    phone: str = ""


@dataclass(frozen=True)
class WhenThingsGetWorse:
    """The crisis lines, in the person's own terms; or that they did not say yet how much goes on paper."""

    signs: str = ""
    what_helps: str = ""
    who_i_call: str = ""
    is_not_agreed: bool = False
    put_off: str = ""  # that it was asked about today and left, in words


@dataclass(frozen=True)
class Said:
    """The person's words, and the day on which they said them where it was not today."""

    words: str
    said_on: str = ""


@dataclass(frozen=True)
class CrisisSide:
    """One matter of the crisis plan, in mind and in body."""

    topic: str
    mind: Said
    body: Said


@dataclass(frozen=True)
class CallerLine:
    """Somebody to call, and what they may do."""

    who: str
    phone: str = ""
    may_do: str = ""
    said_on: str = ""


@dataclass(frozen=True)
class CrisisPages:
    """The whole crisis plan, as far as the person wants it on paper."""

    sides: tuple[CrisisSide, ...] = ()
    callers: tuple[CallerLine, ...] = ()
    places: tuple[tuple[str, Said], ...] = ()
    own_paper: str = ""
    wishes: tuple[tuple[str, Said], ...] = ()
    may_see: tuple[str, ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether anything was said; who may see it is no word of it."""
        return bool(self.sides or self.callers or self.places or self.own_paper or self.wishes)


@dataclass(frozen=True)
class RatedArea:
    """One DIALOG part of life. Without a rating, `now_words` says why there is none."""

    area: str
    now_words: str
    now: int | None = None
    then: int | None = None
    wants_more_help: bool | None = None
    note: str = ""
    is_treatment: bool = False

    def __post_init__(self) -> None:
        """A rating off the scale would be drawn as a bar longer than the scale: refuse it."""
        if any(rating is not None and not 1 <= rating <= 7 for rating in (self.now, self.then)):
            raise ValueError("a DIALOG rating is a whole number from 1 to 7, or is missing")


@dataclass(frozen=True)
class RatingMean:
    """One of DIALOG's two means, rounded as shown, and what it rests on: "8 of 8"."""

    of_what: str
    value: str
    based_on: str


@dataclass(frozen=True)
class Ratings:
    """How satisfied the person is with each part of life. `then_words` names the time before: "in May"."""

    areas: tuple[RatedArea, ...] = ()
    means: tuple[RatingMean, ...] = ()
    then_words: str = ""
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class BodyCheck:
    """One body check: what we found, what it means, what happens next."""

    what: str
    found: str
    means: str = ""
    next_step: str = ""


@dataclass(frozen=True)
class MedicineLine:
    """One medicine as the person takes it and what it is for, in their words."""

    name: str
    how_i_take_it: str = ""
    what_for: str = ""
    since: str = ""


@dataclass(frozen=True)
class NoticedEffect:
    """A side effect that the person notices, and how much it bothers them, in words."""

    what: str
    bother: str = ""


@dataclass(frozen=True)
class Supporter:
    """Someone who supports the person, and what they may know."""

    who: str
    may_know: str
    phone: str = ""


@dataclass(frozen=True)
class NotDone:
    """Something that was not done today, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class Became:
    """A promise of an earlier plan, and what became of it."""

    what: str
    words: str


@dataclass(frozen=True)
class AgreementWords:
    """What the person says to the plan and, where they differ, their own words."""

    answer: Agreement
    my_words: str = ""


@dataclass(frozen=True)
class Signature:
    """A name under the plan, and when it was signed."""

    who: str
    words: str


@dataclass(frozen=True)
class RulesUsed:
    """Which edition of the rules was weighed for this plan."""

    version: str
    content_hash: str
    is_signed_off: bool = False


@dataclass(frozen=True)
class PlanPaper:
    """The whole plan as it is printed."""

    plan_number: str
    version: int
    person: PersonLine
    made_on: str
    is_draft: bool
    is_practice: bool
    place: str = ""
    with_whom: str = ""
    also_there: str = ""  # who else was there, for all of it or a part
    replaces: str = ""
    version_note: str = ""  # of a corrected plan: which version it is, and why
    review_by: str = ""
    own_words: str = ""
    actions: tuple[PaperAction, ...] = ()
    done_today: tuple[str, ...] = ()  # what could not wait and was done at the visit
    done_now: tuple[str, ...] = ()  # those of them that had to be done now: page one tells them
    became: tuple[Became, ...] = ()  # what became of what was planned before
    no_own_words: str = "I have not said yet what matters most to me."
    not_decided: str = ""  # what could not wait and was left undecided, and whom to ask
    is_more_owed: bool = False  # whether some of the actions were promised by an earlier plan
    next_visit: str = ""
    key_worker: KeyWorker | None = None
    crisis: WhenThingsGetWorse | None = WhenThingsGetWorse()  # None: the person wants none of it on paper
    crisis_pages: CrisisPages | None = None
    help_now: tuple[HelpLine, ...] = HELP_NOW
    going_well: tuple[str, ...] = ()
    ratings: Ratings | None = None
    checks: tuple[BodyCheck, ...] = ()
    allergies: str = ""
    medicines: tuple[MedicineLine, ...] = ()
    medicines_note: str = ""
    noticed: tuple[NoticedEffect, ...] = ()
    questions: tuple[str, ...] = ()
    staying_well: tuple[str, ...] = ()
    home_and_work: tuple[str, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    when_unwell: str = ""
    not_done: tuple[NotDone, ...] = ()
    agreement: AgreementWords | None = None
    copies: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    ranges_from: tuple[str, ...] = ()
    rules_used: RulesUsed | None = None
