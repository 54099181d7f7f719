"""Then and now, read together: strengths first, words before numbers, and the person chooses up to three."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.consultation import dialog
from app.consultation.days import on_screen
from app.consultation.dialog.record import ATTRIBUTION, ITEMS, RATING_WORDS
from app.views.fields.tick_list import Tick
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Beside, Column, Columns, Gap, Hair, Held, Row, Sized, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words
from app.views.sections.dialog.comparing import (
    Compared,
    compared,
    in_groups,
    means_words,
    then_words,
    without_private,
)
from app.views.sections.dialog.pair_bars import PairBars, Swatch

KEY = dialog.SECTION.key
MOST = 3
TITLES = {item.key: item.title for item in ITEMS}
SCALE_WORDS = "1 is totally dissatisfied, 7 is totally satisfied."


class ComparedRow(QFrame):
    """One item: its name, two bars, today's words, the change in words, and a box to choose it."""

    def __init__(self, row: Compared) -> None:
        super().__init__()
        self.key, self._title = row.item.key, row.item.title
        name = Words(self._title, Voice.STRONG, wraps=True)
        self._now = Words(row.now_words, Voice.SMALL_STRONG, wraps=True)
        self._change = Words("", Voice.SMALL, wraps=True)
        self._arrow = Picture("chevron_up", 16, "text", stroke=2.6)
        self.choose = Tick("Choose", bare=True)
        self._bars = PairBars(row)
        change = Row(self._arrow, (self._change, 1), gap=4)
        change.setAlignment(self._arrow, Qt.AlignmentFlag.AlignTop)
        words = Held(Column(Stretch(), self._now, change, Stretch(), gap=0))
        cells = Row(
            (name, 5),
            (self._bars, 6),
            (words, 5),
            Sized(Held(Row(self.choose, Stretch())), width=126),
            gap=10,
        )
        cells.setAlignment(name, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(Column(cells, margins=(20, 0, 4, 0)))
        self._say(row)

    def _say(self, row: Compared) -> None:
        self._now.speak(Voice.SMALL_STRONG if row.now else Voice.SMALL)
        more = "; wants more help" if row.wants_more_help else ""
        self._now.say(f"{row.now_words}{more}")
        moved = bool(row.change)
        self._arrow.setVisible(moved)
        self._arrow.draw("chevron_up" if (row.change or 0) > 0 else "chevron_down", "text")
        was = f", was {RATING_WORDS[row.then]}" if moved and row.then else ""
        self._change.say(f"{row.change_words}{was}")

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Show whether it is chosen, and as which of the three."""
        is_chosen = self.key in chosen
        self.choose.setChecked(is_chosen)
        full = len(chosen) >= MOST
        words = f"Chosen, {chosen.index(self.key) + 1}" if is_chosen else "3 chosen" if full else "Choose"
        if self.choose.text() != words:
            self.choose.setText(words)
        self.choose.setAccessibleName(f"{words}: {self._title}, to talk about today")
        look = "tint" if is_chosen else ""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)


class ThenAndNow(QWidget):
    """Built anew each time it is opened, so that nothing moves while it is read."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self._consultation = consultation
        self.is_for_alone = consultation.is_private
        rows = compared(consultation.draft.record(dialog.SECTION), consultation.history)
        self._told = tuple(row for row in rows if self.is_for_alone or not row.item.is_private)
        self.rows = {row.item.key: ComparedRow(row) for row in self._told}
        self._count = Words("", Voice.STRONG, wraps=True)
        self._full = Words("", Voice.CAUTION, wraps=True)
        self._full.hide()
        scale_words = Words(SCALE_WORDS, Voice.SMALL, wraps=True)
        means = Words(
            means_words(rows if self.is_for_alone else without_private(rows)), Voice.SMALL, wraps=True
        )
        source = Words(ATTRIBUTION, Voice.SMALL, wraps=True)
        self.legend = self._make_legend()
        self.setLayout(Column(self._card(), self._count, self._full, scale_words, means, source, gap=6))
        for row in self.rows.values():
            row.choose.clicked.connect(lambda _on=False, key=row.key: self._choose(key))
        self.show_chosen()

    def _make_legend(self) -> QWidget:
        then = Held(Row(Swatch(solid=False), Words(then_words(self._told), Voice.SMALL_TEXT)))
        now = Held(Row(Swatch(solid=True), Words("Now, today", Voice.SMALL_TEXT)))
        return Held(Row(then, now, gap=18))

    def _card(self) -> Card:
        card = Card(margins=FLUSH, gap=0)
        for at, (group, rows) in enumerate(in_groups(self._told)):
            if at:
                card.add(Hair())
            heading = Column(Words(group.value, Voice.EYEBROW), margins=(20, 13, 0, 0))
            members = Held(Column(*(self.rows[row.item.key] for row in rows), gap=0))
            card.add(Columns((Beside(heading, 120), 0), (members, 1), gap=0, turn_at=960))
        return card.add(Gap(4))

    def show_chosen(self) -> None:
        """Show which areas are chosen, in the order of choosing."""
        chosen = self._consultation.draft.record(dialog.SECTION).chosen
        for row in self.rows.values():
            row.show_chosen(chosen)
        called = self._consultation.person.called
        named = ", ".join(dict.fromkeys(self._name(key) for key in chosen))
        nothing = f"{called} can choose up to three to talk about today. None is fine too."
        self._count.say(f"{len(chosen)} of {MOST} chosen by {called}: {named}" if chosen else nothing)

    def _name(self, key: str) -> str:
        """A chosen area by its name, or without one where somebody else may read it."""
        return TITLES[key].lower() if key in self.rows else self._waits

    @property
    def _waits(self) -> str:
        return f"one that waits until {self._consultation.person.called} is alone"

    def _choose(self, key: str) -> None:
        record = self._consultation.draft.record(dialog.SECTION)
        full = key not in record.chosen and len(record.chosen) >= MOST
        self._full.say("Three are chosen. Take one off first." if full else "")
        self._full.setVisible(full)
        if full:
            self.show_chosen()
            return
        kept = tuple(each for each in record.chosen if each != key)
        chosen = kept if key in record.chosen else (*kept, key)
        self._consultation.edit(KEY, msgspec.structs.replace(record, chosen=chosen))


def last_rated_words(consultation: OpenConsultation) -> str:
    """When the person rated before, for the list."""
    days = [
        reading.taken_on for item in ITEMS if (reading := consultation.history.last(f"dialog.{item.key}"))
    ]
    return f"Last rated {on_screen(max(days))}" if days else "Never rated before, on record"
