"""Handing a prompt over to somebody by name: who, how, when, what was said, and whether they took it on."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal

from app.consultation.hand_overs import Reached, ToldRole, missing_to_hand_over
from app.consultation.prompt import Prompt
from app.views.fields.answers import Option, options
from app.views.fields.choice import Choice
from app.views.fields.clock import ClockField
from app.views.fields.field import Captioned
from app.views.fields.text import TextField
from app.views.hand_over_words import ON_THE_PLAN
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column, Held
from app.views.parts.words import Voice, Words
from app.views.sections.asking import options_of
from app.views.sections.asking_999 import NOTHING_SAID, Asking999, HalfSaid
from app.views.sections.asking_panel import AskingPanel
from app.views.sections.chips import Chips

HAS_IT = "has_it"
APP_TELLS_NOBODY = "This app contacts nobody. Ring or speak to them, then put it down here."
WHAT_WAS_SAID, WHOM_YOU_TRIED = "What was said", "Whom you tried, and how"


@dataclass(frozen=True)
class HalfHandedOver:
    """What was chosen and typed of a hand-over and is not kept yet."""

    reached: str | None = None
    name: str = ""
    role: str | None = None
    at: str = ""
    said: str = ""
    has_it: str | None = None
    will_do: str = ""
    of_999: HalfSaid = NOTHING_SAID


class HandingOver(AskingPanel):
    """Asks how somebody was reached, then for what that needs; `closed` once it is over, then `kept`."""

    kept = Signal()

    def __init__(self, prompt: Prompt, consultation: OpenConsultation, typed: HalfHandedOver) -> None:
        """`typed` is what stood in an earlier panel for the same prompt."""
        super().__init__("Keep this hand-over")
        self.setObjectName(f"handing-over-{prompt.topic}")
        self._prompt, self._consultation = prompt, consultation
        self.of_999 = Asking999(consultation, typed.of_999)
        is_said = _was_rung_before(prompt) or prompt.decision is not None
        if is_said or not prompt.names_999:
            self.of_999.hide()  # to show it before it has a place would open a window
        self.of_999.asked_further.connect(self.come_into_sight)
        now, began = consultation.session.now, consultation.draft.started_at
        self.reached = Choice("How you reached them", _capitalised(Reached), fills=True, compact=True)
        self.name = TextField("Their name", longest=120)
        self.role = Chips("Their role", _capitalised(ToldRole), compact=True)
        self.at = ClockField("When you told them", now=now, not_before=began)
        self.said = TextField(WHAT_WAS_SAID, hint="In a few words", longest=1000)
        took = options(has_it="They have it", not_yet="Not acknowledged yet")
        self.has_it = Choice("Did they take it on?", took, fills=True, compact=True)
        self.will_do = TextField("What they said they will do", hint=ON_THE_PLAN, longest=500)
        self._said_row = Captioned(WHAT_WAS_SAID, self.said)
        self._named = Held(
            Column(
                Captioned("Their name", self.name),
                Captioned("Their role", self.role),
                Captioned("When you told them", self.at),
            )
        )
        self._took_row = Captioned("Did they take it on?", self.has_it)
        self._will_row = Captioned("What they said they will do", self.will_do)
        self.lay_out(
            Words(APP_TELLS_NOBODY, Voice.SMALL, wraps=True),
            self.of_999,
            Captioned("How did you reach them?", self.reached),
            self._named,
            self._said_row,
            self._took_row,
            self._will_row,
        )
        self._fill(typed)
        for choice in (self.reached, self.has_it):
            choice.edited.connect(lambda _key: self._ask_further())
        self.keep.clicked.connect(self._keep)
        self._show_parts()

    def _fill(self, typed: HalfHandedOver) -> None:
        self.reached.set_value(typed.reached)
        self.role.set_value(typed.role)
        self.has_it.set_value(typed.has_it)
        self.name.line.setText(typed.name)
        self.at.set_text(typed.at)
        self.said.line.setText(typed.said)
        self.will_do.line.setText(typed.will_do)

    def typed(self) -> HalfHandedOver:
        """What stands in the panel now, kept or not."""
        return HalfHandedOver(
            reached=self.reached.value(),
            name=self.name.line.text(),
            role=self.role.value(),
            at=self.at.line.text(),
            said=self.said.line.text(),
            has_it=self.has_it.value(),
            will_do=self.will_do.line.text(),
            of_999=self.of_999.typed(),
        )

    def begin(self) -> None:
        """Start with 999 where it is asked, else with how they were reached."""
        first = self.reached if self.of_999.isHidden() else self.of_999.was_rung
        first.first_stop().setFocus()
        self.come_into_sight()

    @property
    def _way(self) -> Reached | None:
        key = self.reached.value()
        return Reached[key] if key else None

    def _ask_further(self) -> None:
        self._show_parts()
        self.come_into_sight()

    def _show_parts(self) -> None:
        way = self._way
        is_named = way not in (None, Reached.NOBODY)
        self._named.setVisible(is_named)
        self._said_row.setVisible(way is not None)
        words = WHAT_WAS_SAID if is_named else WHOM_YOU_TRIED
        self._said_row.caption.say(words)
        self.said.line.setAccessibleName(words)
        self._took_row.setVisible(is_named)
        self._will_row.setVisible(is_named and bool(self._has_it))
        self.keep.setVisible(way is not None)
        self.say_what_is_wrong("")

    def _keep(self) -> None:
        for field in (self.name, self.at, self.said, self.will_do):
            field.commit()
        missing = self._missing()
        if missing:
            self.say_what_is_wrong(f"Still to say: {'; '.join(missing)}.")
            return
        self._write()
        self.closed.emit()
        self.kept.emit()

    @property
    def _has_it(self) -> bool | None:
        key = self.has_it.value()
        return None if key is None else key == HAS_IT

    def _missing(self) -> tuple[str, ...]:
        of_999 = () if self.of_999.isHidden() else self.of_999.missing()
        return of_999 + missing_to_hand_over(
            reached=self._way,
            name=self.name.value() or "",
            role=self._role,
            at=self.at.value(),
            said=self.said.value() or "",
            has_it=self._has_it,
            will_do=self.will_do.value() or "",
        )

    @property
    def _role(self) -> ToldRole | None:
        key = self.role.value()
        return ToldRole[key] if key else None

    def _write(self) -> None:
        way, role, said = self._way, self._role, self.said.value() or ""
        rang = None if self.of_999.isHidden() else self.of_999.answer()
        if way is Reached.NOBODY:
            now = self._consultation.session.now()
            self._consultation.hand_over(self._prompt, reached=way, at=now, said=said, rang_999=rang)
            return
        at = self.at.value()
        if way is None or at is None or role is None:  # asked for above: nothing typed may be lost unsaid
            raise ValueError("a hand-over says to whom and when")
        told = self._consultation.hand_over(
            self._prompt,
            reached=way,
            at=at,
            said=said,
            to_name=self.name.value() or "",
            to_role=role,
            rang_999=rang,
        )
        if self._has_it:
            self._consultation.acknowledge(told, self.will_do.value() or "", at)


def _was_rung_before(prompt: Prompt) -> bool:
    """Whether an earlier hand-over of this visit says that 999 was rung for it: it is not asked again."""
    return prompt.rang_999 is not None and prompt.rang_999.was_rung


def _capitalised(answers: type[Enum]) -> list[Option]:
    """The answers of a closed set that stand in the middle of a sentence elsewhere."""
    return [Option(key, words[0].upper() + words[1:]) for key, words in options_of(answers)]
