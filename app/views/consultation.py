"""The frame of a visit: whose record on top, sections left, one section in the middle, prompts right.

Over 300 lines because all parts of the frame share one height and one width, and fold for one another.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.consultation.agenda import BY_KEY
from app.consultation.days import clock_time
from app.consultation.finishing import DETAILS
from app.consultation.loose_end import LooseEnd
from app.consultation.opening import SECTION as OPENING
from app.consultation.opening.facts import in_an_emergency, missing_to_start
from app.consultation.red_flags import EMERGENCY_CARD
from app.rules.notice import EVALUATION
from app.rules.rulebook import Level
from app.views import hand_over_words
from app.views.correction_strip import CorrectionStrip
from app.views.fields.note import State, announce
from app.views.look.theme import px, scale
from app.views.open_consultation import OpenConsultation
from app.views.parts.banner import LOW_UNDER, Banner
from app.views.parts.capped import Capped
from app.views.parts.first_sight import FirstSight
from app.views.parts.layout import Column, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.prompt_card import Act
from app.views.parts.reading_order import stops_in
from app.views.parts.rooms import Rooms
from app.views.parts.scrolling import bring_into_sight, lay_out_now
from app.views.parts.sections_menu import SectionsMenu
from app.views.parts.status_foot import StatusFoot
from app.views.parts.stepper import Progress, ProgressBar, Step, Stepper
from app.views.parts.words import Voice, Words
from app.views.prompts_panel import PromptsPanel
from app.views.sections import pages
from app.views.sections.promise_words import promised_words
from app.views.sections.screen import SectionScreen
from app.views.visit_words import identity, room_words

SECTIONS_FOLD_UNDER = 1200
PROMPTS_FOLD_UNDER = 1320
GIVES_WAY_UNDER = 600
"""In design pixels: under a message that cannot wait the banner and the heading give way, as at 150 %."""
BANNER_AT_MOST = 0.365
"""The share of a low window that the banner may take where a message stands below it, opened or not."""
NOTES_AT_LEAST = 56
BANNER_IN_BRIEF, NOTES_AT_MOST = 0.3, 0.32
SETTLED_MS = 60
SAVE_AND_CONTINUE = "Save and continue"
SOMETHING_TYPED = "something typed there is not kept."


class ConsultationScreen(QWidget):
    """Moves between the parts of one visit; `left` when the member of staff goes home."""

    left = Signal()
    lock_asked = Signal()
    details_asked = Signal()
    trends_asked = Signal()
    turn_asked = Signal()
    not_held_asked = Signal()
    plan_save_asked = Signal()
    plan_print_asked = Signal()
    give_up_asked = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self.consultation = consultation
        self.setAccessibleName("Consultation")
        self.banner = Banner(identity(consultation))
        draft = consultation.draft
        self.correcting = CorrectionStrip(draft.correction, draft.day) if draft.correction else None
        self.stepper = Stepper("Sections of the consultation")
        self.sections_menu = SectionsMenu(self)
        self.done_bar = ProgressBar()
        self.panel = PromptsPanel(consultation.session.role)
        self.foot = StatusFoot(SAVE_AND_CONTINUE)
        self._count = Words("", Voice.SMALL_STRONG)
        self._room = Words("", Voice.SMALL, wraps=True)
        self._title = Words("", Voice.TITLE)
        self._summary = Words("", Voice.SMALL, wraps=True, align=Qt.AlignmentFlag.AlignRight)
        self._interruption = Message("", weight=Weight.GRAVE, acts=(Act("open", "Open it"),))
        self._interruption.to_do.speak(Voice.STRONG)
        self._unacknowledged = Message("", weight=Weight.CHECK, acts=(Act("open", "Open it"),))
        self._not_saved = Message("", weight=Weight.GRAVE, acts=(Act("again", "Try again"),))
        self._said = Message("")
        self._says_what_is_missing = False
        self._stack = Rooms()
        self._sight = FirstSight(self)
        self._screens: dict[str, SectionScreen] = {}
        self._scrolls: dict[str, Scrolled] = {}
        self._bodies: dict[str, Column] = {}
        self.current = ""
        self._build()
        self._listen()
        self.go_to("opening")

    def _build(self) -> None:
        self._side = self._make_side()
        head = Row(self._title, (self._summary, 1), gap=16, margins=(24, 14, 24, 4))
        notes = Column(self._interruption, self._not_saved, gap=8, margins=(24, 4, 24, 0))
        self._waiting = Held(Column(self._unacknowledged, margins=(24, 4, 24, 0)))
        self._notes = Capped(Held(notes))
        self._saying = Held(Column(self._said, margins=(24, 4, 24, 0)))
        self._saying.hide()
        self._interruption.hide()
        self._waiting.hide()
        self._not_saved.hide()
        self._head = Held(head)
        self._middle = Column(
            *(self._head, self._waiting, self._notes, self._saying), (self._stack, 1), self.foot, gap=0
        )
        self._panel_holder = Sized(self.panel, width=312)
        across = Row(self._side, (Held(self._middle), 1), self._panel_holder, gap=0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.banner)
        if self.correcting is not None:
            box.addWidget(self.correcting)
            self.correcting.give_up_asked.connect(self.give_up_asked)
        box.addWidget(Held(across), 1)

    def _make_side(self) -> QWidget:
        head = Row(Words("Consultation", Voice.SUBHEADING), Stretch(), self._count)
        practice = Words(EVALUATION if self.consultation.session.is_practice else "", Voice.SMALL, wraps=True)
        top = Held(Column(head, self.done_bar, gap=6, margins=(24, 10, 24, 6)))
        low = Held(Column(self._room, practice, gap=4, margins=(24, 6, 16, 8)))
        side = QFrame()
        side.setProperty("look", "side")
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        box.addWidget(self.stepper)
        box.addStretch(1)
        box.addWidget(low)  # who is in the room, and what this content is, never scroll out of sight
        return Sized(side, width=244)

    def _listen(self) -> None:
        self.banner.lock_asked.connect(self.lock_asked)
        self.banner.details_asked.connect(self.details_asked)
        self.banner.trends_asked.connect(self.trends_asked)
        self.banner.turned.connect(self._fold)
        self.stepper.chosen.connect(self.go_to)
        self.sections_menu.chosen.connect(self.go_to)
        self.foot.went_back.connect(self.go_back)
        self.foot.went_on.connect(self.go_on)
        self.foot.sections_asked.connect(self._show_menu)
        self.foot.prompts_asked.connect(lambda: self.go_to(pages.WHAT_WE_FOUND))
        self.panel.all_asked.connect(lambda: self.go_to(pages.WHAT_WE_FOUND))
        self.panel.question_asked.connect(self.open_question)
        self.panel.taken_up.connect(self.consultation.take_up)
        self._interruption.acted.connect(lambda _key: self.go_to(pages.WHAT_WE_FOUND))
        self._unacknowledged.acted.connect(lambda _key: self.go_to(pages.WHAT_WE_FOUND))
        self._not_saved.acted.connect(lambda _key: self.consultation.save())
        self.consultation.changed.connect(self.show_consultation)
        self.consultation.saved.connect(self._show_saved)
        self.consultation.not_saved.connect(self.show_not_saved)
        for number, key in enumerate(pages.ORDER, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self.go_to, key))
        onward = QShortcut(QKeySequence("Ctrl+Return"), self)
        onward.setAutoRepeat(False)
        onward.activated.connect(self._go_on_by_key)

    @property
    def screen_in_sight(self) -> SectionScreen:
        """The section that is shown."""
        return self._screens[self.current]

    def reading_order(self) -> tuple[QWidget, ...]:
        """The parts as Tab goes through them: the section first, what stands around it after."""
        strip = (self.correcting,) if self.correcting is not None else ()
        return (
            *(self._stack, self._panel_holder, self.foot, self.banner, *strip),
            *(self._side, self._waiting, self._notes, self._saying),
        )

    def first_stop(self) -> QWidget:
        """Where the keyboard begins in the section in sight; on Back where nothing in it can be pressed."""
        screen = self.screen_in_sight
        return screen.first_stop() or next(stops_in(screen), self.foot.back)

    def go_to(self, key: str) -> None:
        """Show a part of the visit; until the four compulsory facts are there, only the opening."""
        left_open: list[str] = []
        if self.current:
            self.screen_in_sight.commit()
            left_open = self.screen_in_sight.not_kept()
        if self.consultation.is_over and key != pages.FINISH:
            self.stepper.show_current(self.current)
            return
        if key != "opening" and not self.consultation.may_go_on:
            self._say_what_is_missing()
            self.stepper.show_current(self.current)
            return
        self.current = key
        self.panel.show_from_the_first()
        self.say("")
        screen = self._screen(key)
        self._show_record_on(screen)
        self._stack.setCurrentWidget(self._scrolls[key])
        self._sight.wait_for(self._scrolls[key].viewport())
        self.show_consultation()
        (_refused_line(screen) or self.first_stop()).setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_from_the_title)
        if left_open and key != pages.FINISH:  # the last page lists it, with the way there
            self.say(f"Not kept yet in the section you left: {' '.join(left_open)}")

    def go_on(self) -> None:
        """Do what the screen's primary button says: the next part, or home after the last."""
        self.screen_in_sight.commit()
        if not self.screen_in_sight.act():
            self._step(1)
        elif self.current:
            self.show_consultation()

    def _go_on_by_key(self) -> None:
        """A second press that was made before the screen after the first was seen skips nothing."""
        if self.is_seen:
            self.go_on()

    @property
    def is_seen(self) -> bool:
        """Whether the section in hand was painted yet."""
        return self._sight.is_seen

    def go_back(self) -> None:
        """The part before, or home from the first."""
        self._step(-1)

    def _step(self, by: int) -> None:
        at = pages.ORDER.index(self.current) + by
        if 0 <= at < len(pages.ORDER):
            self.go_to(pages.ORDER[at])
        else:
            self.leave()

    def leave(self) -> None:
        """Go home; what is only on this screen would be gone, so it is tried again first."""
        self.commit()
        if self.consultation.is_saved:
            self.left.emit()

    def say(self, words: str) -> None:
        """Show what became of saving or printing the plan, above whatever is in sight."""
        self._says_what_is_missing = False
        self._said.say(words, weight=Weight.CALM)
        self._saying.setVisible(bool(words))
        if words:
            QTimer.singleShot(0, self, lambda: bring_into_sight(self._said))

    def commit(self) -> None:
        """Take what is typed in the section in sight as final, and try again what could not be saved before.

        A cover, a lock or the end of the app may follow: whatever the screen does, the answers are written.
        """
        before = self.consultation.draft
        try:
            self.screen_in_sight.commit()
        finally:
            # An answer taken just now was tried with all before it: a held disk is not waited for again.
            if not self.consultation.is_saved and self.consultation.draft is before:
                self.consultation.save()

    def not_kept(self) -> list[str]:
        """What would be lost if the app ended now, a sentence each.

        A section out of sight is named without what stands in it.
        """
        if self.consultation.is_over:
            return []
        said = [] if self.consultation.is_saved else ["The last answers are not saved."]
        said += self.screen_in_sight.not_kept()
        return [*said, *(f"{pages.TITLES[key]}: {SOMETHING_TYPED}" for key in self._not_kept_elsewhere())]

    def _not_kept_elsewhere(self) -> dict[str, list[str]]:
        others = {key: screen.not_kept() for key, screen in self._screens.items() if key != self.current}
        return {key: said for key, said in others.items() if said}

    def _unkept(self) -> tuple[LooseEnd, ...]:
        """What stands typed in other sections and is not kept; said in full only where nobody else looks."""
        found = self._not_kept_elsewhere().items()
        in_full = self.consultation.is_private
        return tuple(
            LooseEnd(f"Not kept: {pages.TITLES[key]}: {words}", key)
            for key, said in found
            for words in (said if in_full else (SOMETHING_TYPED,))
        )

    def open_question(self, section: str, field: str) -> None:
        """Go where one question is asked."""
        self.go_to(section)
        if self.current == section:
            QTimer.singleShot(0, self, lambda: self._arrive_at(field))

    def _arrive_at(self, field: str) -> None:
        self.screen_in_sight.open_question(field)
        # Once more when the page has its final size: what is opened or built just now moves what is below it.
        for wait_ms in (0, SETTLED_MS):
            QTimer.singleShot(wait_ms, self, self._show_where_the_keyboard_is)

    def _show_from_the_title(self) -> None:
        """Where the heading scrolls with the section, the section is arrived at with its heading whole.

        The keyboard's place comes first all the same: nothing is pressed that is out of sight.
        """
        if self._is_low:
            lay_out_now()
            self._scrolls[self.current].verticalScrollBar().setValue(0)
            stop = self._stack.focusWidget()
            if stop is None or not stop.visibleRegion().isEmpty():
                return
        self._show_where_the_keyboard_is()

    def _show_where_the_keyboard_is(self) -> None:
        """Scroll so that the whole question with the keyboard can be read, not only its answer."""
        stop = self._stack.focusWidget()
        if stop is None or not self.screen_in_sight.isAncestorOf(stop):
            return
        most = self._stack.height() // 2
        while (around := stop.parentWidget()) is not None and around.height() <= most:
            stop = around
        bring_into_sight(stop)

    def _follow(self, where: str) -> None:
        """Go where a screen leads: another part of the visit, or the person's details."""
        if where == DETAILS:
            self.details_asked.emit()
        else:
            self.go_to(where)

    def _screen(self, key: str) -> SectionScreen:
        if key not in self._screens:
            screen = pages.make(key, self.consultation)
            screen.section_asked.connect(self._follow)
            screen.title_changed.connect(self.show_consultation)
            screen.turn_asked.connect(self.turn_asked)
            screen.not_held_asked.connect(self.not_held_asked)
            screen.save_asked.connect(self.plan_save_asked)
            screen.print_asked.connect(self.plan_print_asked)
            asked = getattr(screen, "question_asked", None)
            if asked is not None:
                asked.connect(self.open_question)
            below_heading = Held(Column(screen, Stretch(), margins=(24, 8, 24, 20)))
            self._bodies[key] = Column((below_heading, 1), gap=0)
            self._screens[key], self._scrolls[key] = screen, Scrolled(Held(self._bodies[key]))
            self._stack.addWidget(self._scrolls[key])
        return self._screens[key]

    def show_consultation(self) -> None:
        """Show the visit as it stands: the section in sight, its prompts, how far everything is."""
        screen = self.screen_in_sight
        self._show_record_on(screen)
        self.banner.show_identity(identity(self.consultation))
        self._title.say(screen.heading)
        self._summary.say(screen.summary)
        steps = [self._step_of(key) for key in pages.ORDER]
        self.stepper.show_steps(steps, self.current)
        done = sum(step.progress is Progress.DONE for step in steps)
        self._count.say(f"{done} of {len(steps)}")
        self.done_bar.show_done(done, len(steps))
        promised = partial(promised_words, visit=self.consultation)
        self.panel.show_assessment(self.consultation.assessment, promised)
        self._renew_what_is_missing()
        self._show_interruption()
        self._room.say(room_words(self.consultation))
        at = pages.ORDER.index(self.current)
        self.stepper.setEnabled(not self.consultation.is_over)
        self.panel.setEnabled(not self.consultation.is_over)
        self.foot.back.setEnabled(not self.consultation.is_over)
        usual = pages.PRIMARY.get(self.current, SAVE_AND_CONTINUE)
        self.foot.name_buttons(screen.primary or usual, "Back" if at else "Home")
        self.foot.primary.setEnabled(screen.may_act)
        self._fold()

    def _show_record_on(self, screen: SectionScreen) -> None:
        screen.show_unkept(self._unkept() if self.current == pages.FINISH else ())
        screen.show_record()

    def _step_of(self, key: str) -> Step:
        if key in BY_KEY:
            progress = self.consultation.progress(key)
            state = (
                Progress.DONE
                if progress.is_complete
                else Progress.BEGUN
                if progress.answered
                else Progress.NOT_STARTED
            )
            return Step(key, pages.TITLES[key], progress.words, state)
        words, state = pages.state_of(key, self.consultation)
        return Step(key, pages.TITLES[key], words, state)

    def _show_interruption(self) -> None:
        found = self.consultation.assessment.open_prompts
        pressing = [p for p in found if p.interrupts and not p.awaits_acknowledgement]
        shown = bool(pressing) and self.current != pages.WHAT_WE_FOUND
        flags = self.consultation.assessment.red_flags
        if pressing:
            role = self.consultation.session.role
            self._interruption.say(pressing[0].title, self._emergency, pressing[0].say(role))
        elif flags:
            self._interruption.say("; ".join(flags), self._emergency, EMERGENCY_CARD)
            shown = True
        self._interruption.setVisible(shown)
        self._show_unacknowledged()
        self._notes.setVisible(shown or self._not_saved.isVisibleTo(self._notes))

    def _show_unacknowledged(self) -> None:
        """What was handed over and nobody has taken on, on every screen; "What we found" lists it itself."""
        waiting = self.consultation.assessment.unacknowledged
        shown = bool(waiting) and self.current != pages.WHAT_WE_FOUND and not self.consultation.is_over
        if shown:
            today = self.consultation.session.today
            told = " ".join(hand_over_words.waiting_words(prompt, today) for prompt in waiting)
            now = [prompt for prompt in waiting if prompt.interrupts]
            said = [prompt.say(self.consultation.session.role) for prompt in now]
            to_do = "\n".join([*said, self._emergency] if now and self._emergency else said)
            titles = "; ".join(prompt.title for prompt in waiting)
            weight = Weight.GRAVE if now else Weight.CHECK
            self._unacknowledged.say(f"Not acknowledged yet: {titles}", told, to_do, weight=weight)
        self._waiting.setVisible(shown)

    @property
    def _emergency(self) -> str:
        return in_an_emergency(self.consultation.draft.record(OPENING))

    def _say_what_is_missing(self) -> None:
        """In the messages above, and not in the foot: there words fold away where the screen is narrow."""
        self.say(self._words_for_missing())
        self._said.say(self._words_for_missing(), weight=Weight.CHECK)
        self._says_what_is_missing = True
        announce(self._said, self._words_for_missing())

    def _words_for_missing(self) -> str:
        return "Before going on: " + "; ".join(missing_to_start(self.consultation.draft.record(OPENING)))

    def _renew_what_is_missing(self) -> None:
        """What was answered since is asked for no longer."""
        if not self._says_what_is_missing:
            return
        if self.consultation.may_go_on:
            self.say("")
        else:
            self._said.say(self._words_for_missing())

    def _show_saved(self, _at: object) -> None:
        self._not_saved.hide()
        if self.consultation.saved_at is not None:
            self.foot.show_saved(f"Saved at {clock_time(self.consultation.saved_at)}", "Saved")

    def show_not_saved(self, why: str) -> None:
        """Say that the last answer is not on the disk, why, and offer to try again."""
        self._not_saved.say("The last answer is not saved yet", "It is kept on this screen.", why)
        self._not_saved.show()
        self._notes.show()
        self.foot.show_unsaved("Not saved yet")

    def _show_menu(self) -> None:
        steps = [self._step_of(key) for key in pages.ORDER]
        self.sections_menu.open_over(self.foot.sections, steps, self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fold()

    def restyle(self) -> None:
        """Fold again at the text size worn now."""
        self._fold()

    def _fold(self) -> None:
        if not self.current:
            return
        room = self.width() / scale()
        beside = self.screen_in_sight.has_prompts_beside
        sections_fold, prompts_fold = room < SECTIONS_FOLD_UNDER, room < PROMPTS_FOLD_UNDER
        self._side.setVisible(not sections_fold)
        self._panel_holder.setVisible(beside and not prompts_fold)
        hidden = not (beside and not prompts_fold) and self.current != pages.WHAT_WE_FOUND
        found = self.consultation.assessment.open_prompts
        self.foot.show_folded(
            sections=sections_fold,
            prompts=len(found) if hidden and found else None,
            now=sum(prompt.level is Level.NOW for prompt in found),
            today=sum(prompt.level is Level.URGENT for prompt in found),
        )
        self.banner.show_evaluation(sections_fold and self.consultation.session.is_practice)
        is_low = self._is_low
        self._share_the_height(is_low=is_low)
        if self.correcting is not None:  # where there is little room, the way out is on the last page alone
            is_last = self.current == pages.FINISH
            self.correcting.give_up.setVisible((not is_low or is_last) and not self.consultation.is_over)
        self._place_heading(self._bodies[self.current] if is_low else self._middle)

    @property
    def _is_low(self) -> bool:
        """Under a message that cannot wait the banner and the heading give way sooner: it is read whole."""
        under = GIVES_WAY_UNDER if self._notes.isVisibleTo(self) else LOW_UNDER
        return self.height() / scale() < under

    def _share_the_height(self, *, is_low: bool) -> None:
        """What stands above the section takes at most about half: beyond that it scrolls within itself."""
        height = self.height()
        share = BANNER_AT_MOST if is_low and self._notes.isVisibleTo(self) else 0.5
        self.banner.show_compact(is_low, most=int(height * share))
        is_lowest = height / scale() < LOW_UNDER
        self._interruption.to_do.speak(Voice.SMALL_STRONG if is_lowest else Voice.STRONG)
        for message in (self._interruption, self._not_saved, self._said):
            message.show_tight(is_low)
        strip = self.correcting.sizeHint().height() if self.correcting is not None else 0
        banner = self.banner.heightForWidth(self.width())
        left = height // 2 - banner - strip
        if (
            banner <= height * BANNER_IN_BRIEF
        ):  # what cannot wait is read whole wherever that leaves a section
            left = max(left, min(self._notes.needed(self._middle_width()), int(height * NOTES_AT_MOST)))
        self._notes.cap(max(px(NOTES_AT_LEAST), left))

    def _middle_width(self) -> int:
        """What is left between the sections and the prompts, before it is laid out anew."""
        sides = (self._side, self._panel_holder)
        return self.width() - sum(side.width() for side in sides if not side.isHidden())

    def _place_heading(self, column: Column) -> None:
        """The heading and what is said below it stand above what scrolls, or scroll with it."""
        if column.indexOf(self._head) < 0:
            is_waiting, is_saying = not self._waiting.isHidden(), not self._saying.isHidden()
            column.insertWidget(0, self._head)
            column.insertWidget(1, self._waiting)
            column.insertWidget(3 if column is self._middle else 2, self._saying)
            self._head.show()
            self._waiting.setVisible(is_waiting)
            self._saying.setVisible(is_saying)


def _refused_line(screen: SectionScreen) -> QLineEdit | None:
    """What was typed there and refused: the keyboard goes where it waits to be put right."""
    lines = (each for each in screen.findChildren(QLineEdit) if each.isVisibleTo(screen))
    return next((each for each in lines if each.property("state") == State.REFUSED.value), None)
