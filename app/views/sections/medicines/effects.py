"""What the medicines do to the person: asked one by one, never added up."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.consultation.days import on_screen
from app.consultation.medicines import SECTION
from app.consultation.medicines.effects_asked import effects_asked
from app.consultation.medicines.record import EFFECT_BY_KEY, EFFECTS, Effect, Medicines, SideEffect
from app.views.form.waiting import Waiting
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.medicines.effect_row import EffectRow


class Effects(Card):
    """First what was noticed last time and eight that are asked first; all thirty on request."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self.consultation = consultation
        self.rows: dict[str, EffectRow] = {}
        self._shows_all = False
        self._rows_box = Column(gap=0)
        last = consultation.history.last_visit_on
        since = Words(f"since {on_screen(last)}" if last else "", Voice.SMALL)
        self.all_button = Button("", Kind.PLAIN)
        self.waits = Waiting()
        head = Row(
            Words("What it does to you", Voice.HEADING),
            since,
            Stretch(),
            self.all_button,
            gap=10,
            margins=(20, 3, 8, 3),
        )
        super().__init__(Held(head), Held(self._rows_box), self.waits, margins=FLUSH, gap=0)
        self.all_button.clicked.connect(self._turn)

    @property
    def record(self) -> Medicines:
        """The medicines as they stand."""
        return self.consultation.draft.record(SECTION)

    def show_record(self) -> None:
        """Show what was said; rows are only ever added below."""
        record, shown = self.record, self._shown()
        for effect in shown:
            self._row(effect).show_effect(record.effect(effect.key))
        keys = {effect.key for effect in shown}
        for key, row in self.rows.items():
            row.setVisible(key in keys)
        count = len(EFFECTS) - self._waiting()
        self.all_button.say("Show fewer" if self._shows_all else f"Show all {count}")
        self.waits.show_count(self._waiting())

    def _shown(self) -> list[Effect]:
        first = effects_asked(self.consultation.visit)
        keys = dict.fromkeys((*first, *(said.key for said in self.record.effects), *self.rows))
        order = [EFFECT_BY_KEY[key] for key in keys]
        if self._shows_all:
            order += [effect for effect in EFFECTS if effect.key not in keys]
        else:
            order = [e for e in order if e.key in first or self.record.effect(e.key) is not None]
        return [effect for effect in order if self.consultation.is_private or not effect.is_private]

    def _waiting(self) -> int:
        return 0 if self.consultation.is_private else sum(effect.is_private for effect in EFFECTS)

    def _row(self, effect: Effect) -> EffectRow:
        if effect.key not in self.rows:
            row = EffectRow(effect)
            row.answered.connect(lambda said, key=effect.key: self._take(key, said))
            self.rows[effect.key] = row
            self._rows_box.addWidget(row)
        return self.rows[effect.key]

    def _take(self, key: str, said: SideEffect | None) -> None:
        record = self.record.with_effect(said) if said is not None else self.record.without_effect(key)
        self.consultation.edit(SECTION.key, without_stale_wish(record))
        self.show_record()

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        self.show_record()

    def open_first(self) -> QWidget:
        """Where the keyboard goes for side effects."""
        row = next(row for row in self.rows.values() if not row.isHidden())
        stop = row.presence.first_stop()
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return stop


def without_stale_wish(record: Medicines) -> Medicines:
    """The record without a wish to change something that is no longer noticed."""
    said = record.effect(record.most_like_to_change)
    is_stale = record.most_like_to_change in EFFECT_BY_KEY and (said is None or not said.is_noticed)
    return msgspec.structs.replace(record, most_like_to_change="") if is_stale else record
