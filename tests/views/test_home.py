from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.consultation.not_held import NotHeld, WhyNotHeld
from app.models import consultations
from app.models.tables import AuditRow
from app.views.home import HomeScreen
from app.views.home_parts.home_words import day_and_counts, greeting
from app.views.home_parts.listed import SortBy
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.people.person_words import ago, begun_at, counted, list_name, told_apart
from tests.prepared_store import NOW, opened, opened_by
from tests.sizes import LOOKS, SCALES
from tests.views.people import clinic

DAY = timedelta(days=1)


def shown(qtbot, session, size=(1366, 768)):
    home = HomeScreen(session)
    qtbot.addWidget(home)
    home.resize(*size)
    with qtbot.waitExposed(home):
        home.show()
    return home


@pytest.fixture
def nora():
    return clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0])


@pytest.fixture
def tariq():
    return clinic.somebody("Rahman", "Tariq", date(1991, 1, 30), clinic.NUMBERS[2])


def names(home):
    return [row.name for row in home.people.list.rows()]


def searched(qtbot, home, typed):
    qtbot.keyClicks(home.people.search, typed)
    qtbot.waitUntil(lambda: not home.people._pause.isActive())


def test_an_empty_store_says_so_and_offers_the_first_step(qtbot, dressed, store):
    home = shown(qtbot, clinic.at_work(store))
    assert home.people.nobody.isVisible()
    assert not home.people.list.isVisible()
    with qtbot.waitSignal(home.add_asked):
        qtbot.mouseClick(home.people.nobody.add, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(home.import_asked):
        qtbot.mouseClick(home.people.nobody.bring, Qt.MouseButton.LeftButton)


def test_everybody_is_listed_by_name_and_nobody_is_in_hand(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, tariq, nora)
    home = shown(qtbot, clinic.at_work(store))
    assert names(home) == ["BRENNAN, Nora", "RAHMAN, Tariq"]
    assert home.people.list.in_hand() is None
    assert not home.drafts.buttons
    assert not home.reviews.buttons


def test_two_people_of_one_name_are_told_apart_by_birth_date_and_nhs_number(qtbot, dressed, store, nora):
    other = clinic.somebody("Brennan", born=date(1984, 8, 1))
    clinic.keep(store, nora, other)
    rows = shown(qtbot, clinic.at_work(store)).people.list.rows()
    assert rows[0].name == rows[1].name
    assert rows[0].told_apart == "Born 14-Mar-1979, NHS\u00a0999\u00a0068\u00a07110"
    assert rows[1].told_apart == "Born 01-Aug-1984, NHS number not known"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bren", ["BRENNAN, Nora"]),
        ("tariq rah", ["RAHMAN, Tariq"]),
        ("999 570 6652", ["RAHMAN, Tariq"]),
        ("14/03/1979", ["BRENNAN, Nora"]),
        ("14-Mar-1979", ["BRENNAN, Nora"]),
        ("zeb", []),
    ],
)
def test_search_finds_by_name_nhs_number_and_birth_date(qtbot, dressed, store, nora, tariq, typed, found):
    clinic.keep(store, nora, tariq)
    home = shown(qtbot, clinic.at_work(store))
    searched(qtbot, home, typed)
    assert names(home) == found


def test_nobody_found_says_what_was_searched_for(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    searched(qtbot, home, "zeb")
    assert home.people.nobody.isVisible()
    assert "zeb" in home.people.nobody._what.said()
    assert home.people.nobody.add.isVisible()


def test_escape_empties_the_search(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    searched(qtbot, home, "zeb")
    qtbot.keyClick(home.people.search, Qt.Key.Key_Escape)
    assert names(home) == ["BRENNAN, Nora"]


def test_the_keyboard_alone_finds_somebody_and_starts_a_visit(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, nora, tariq)
    home = shown(qtbot, clinic.at_work(store))
    asked = []
    home.visit_asked.connect(asked.append)
    qtbot.keyClick(home, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(home.people.search.hasFocus)
    qtbot.keyClicks(home.people.search, "rah")
    qtbot.keyClick(home.people.search, Qt.Key.Key_Return)
    assert asked == [], "Enter right after typing only takes the row in hand"
    assert home.people.list.in_hand().name == "RAHMAN, Tariq"
    qtbot.keyClick(home.people.search, Qt.Key.Key_Return)
    assert asked == [tariq.id]


def test_arrows_in_the_search_move_the_row_in_hand(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, nora, tariq)
    home = shown(qtbot, clinic.at_work(store))
    for key, name in (("Down", "BRENNAN, Nora"), ("Down", "RAHMAN, Tariq"), ("Up", "BRENNAN, Nora")):
        qtbot.keyClick(home.people.search, getattr(Qt.Key, f"Key_{key}"))
        assert home.people.list.in_hand().name == name


def test_enter_in_the_list_does_the_button_of_the_row(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    home.people.list.take_in_hand(nora.id)
    with qtbot.waitSignal(home.visit_asked) as asked:
        qtbot.keyClick(home.people.list, Qt.Key.Key_Return)
    assert asked.args == [nora.id]


def test_a_press_beside_the_button_only_takes_the_row_in_hand(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, nora, tariq)
    home = shown(qtbot, clinic.at_work(store))
    asked = []
    home.visit_asked.connect(asked.append)
    view = home.people.list
    button = view.button_place(tariq.id)
    beside = button - button.__class__(300, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert (view.in_hand().person_id, asked) == (tariq.id, [])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert asked == [tariq.id]


def test_a_row_says_its_promises_and_when_the_person_was_last_seen(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, nora, tariq)
    due = (date(2026, 9, 30), date(2026, 11, 22), date(2026, 12, 1))
    clinic.signed_visit(store, nora, NOW - 67 * DAY, *due)
    rows = shown(qtbot, clinic.at_work(store)).people.list.rows()
    assert rows[0].reason == (
        "Three promises to report back on, the first due 30-Sep-2026, 7 weeks ago. "
        "Last seen 16-Sep-2026, 9 weeks ago."
    )
    assert rows[1].reason == "Never seen here."


def test_people_are_sorted_by_oldest_promise_and_by_last_seen(qtbot, dressed, store, nora, tariq):
    eva, kofi = clinic.somebody("Lindqvist", "Eva"), clinic.somebody("Asante", "Kofi")
    clinic.keep(store, nora, tariq, eva, kofi)
    clinic.signed_visit(store, nora, NOW - 10 * DAY, date(2026, 12, 1))
    clinic.signed_visit(store, tariq, NOW - 20 * DAY, date(2026, 11, 20))
    clinic.signed_visit(store, eva, NOW - 90 * DAY)
    home = shown(qtbot, clinic.at_work(store))

    def order(by):
        qtbot.mouseClick(home.people.sort.segment(by.name), Qt.MouseButton.LeftButton)
        return [name.split(",")[0] for name in names(home)]

    assert order(SortBy.OLDEST_PROMISE) == ["RAHMAN", "BRENNAN", "ASANTE", "LINDQVIST"]
    assert order(SortBy.LAST_SEEN) == ["LINDQVIST", "RAHMAN", "BRENNAN", "ASANTE"]
    assert order(SortBy.NAME) == ["ASANTE", "BRENNAN", "LINDQVIST", "RAHMAN"]


def test_pressing_the_sort_again_never_leaves_the_list_without_an_order(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    qtbot.mouseClick(home.people.sort.segment("NAME"), Qt.MouseButton.LeftButton)
    assert home.people.sort.value() == "NAME"


def test_my_open_visit_is_carried_on_from_the_row_and_from_the_card(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    draft = clinic.open_visit(store, nora, NOW - timedelta(minutes=42))
    home = shown(qtbot, clinic.at_work(store))
    row = home.people.list.rows()[0]
    assert (row.act.value, row.reason) == ("Carry on", "Your visit of 10:00 today is open. Never seen here.")
    button = home.drafts.buttons[draft.id]
    assert button.accessibleName() == "Carry on with Nora Brennan's visit of 10:00 today"
    with qtbot.waitSignal(home.carry_on_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [draft.id]
    home.people.list.take_in_hand(nora.id)
    with qtbot.waitSignal(home.carry_on_asked) as asked:
        qtbot.keyClick(home.people.list, Qt.Key.Key_Return)
    assert asked.args == [draft.id]


@pytest.fixture
def colleagues(store_folder, nora, tariq):
    """The assistant has an open visit and a finished one; the store is closed again."""
    store = opened(store_folder)
    clinic.with_colleague(store)
    clinic.keep(store, nora, tariq)
    store = opened_by(store, clinic.ASSISTANT)
    clinic.open_visit(store, nora, NOW - DAY)
    finished = clinic.held_visit(store, tariq, NOW - timedelta(hours=2))
    store.close()
    return finished


def test_a_colleagues_open_visit_is_shown_and_cannot_be_opened(qtbot, dressed, colleagues, store_folder):
    store = opened(store_folder)
    home = shown(qtbot, clinic.at_work(store))
    assert len(home.drafts._rows) == 1
    assert "Begun by Tom Birch" in home.drafts._rows[0].details[1]
    assert home.drafts.buttons == {}
    row = home.people.list.rows()[0]
    assert row.reason.startswith("Tom Birch's visit of 10:42 on 21-Nov-2026 is open.")
    assert row.act.value == "Start visit"
    store.close()


def test_a_nurse_reads_what_waits_and_an_assistant_only_sees_it(qtbot, dressed, colleagues, store_folder):
    store = opened(store_folder)
    home = shown(qtbot, clinic.at_work(store))
    with qtbot.waitSignal(home.review_asked) as asked:
        qtbot.mouseClick(home.reviews.buttons[colleagues.id], Qt.MouseButton.LeftButton)
    assert asked.args == [colleagues.id]
    store = opened_by(store, clinic.ASSISTANT)
    home = shown(qtbot, clinic.at_work(store))
    assert home.reviews.buttons == {}
    assert "A nurse or prescriber reads and signs it." in home.reviews._rows[0].details[1]
    store.close()


def test_promises_due_today_or_past_their_date_are_listed_and_lead_to_the_person(
    qtbot, dressed, store, nora, tariq
):
    clinic.keep(store, nora, tariq)
    later = clinic.somebody("Zeller", "Ada")
    clinic.keep(store, later)
    clinic.signed_visit(store, later, NOW - 30 * DAY, clinic.TODAY + DAY)
    clinic.signed_visit(store, nora, NOW - 30 * DAY, clinic.TODAY)
    clinic.signed_visit(store, tariq, NOW - 30 * DAY, clinic.TODAY - DAY, clinic.TODAY + DAY)
    home = shown(qtbot, clinic.at_work(store))
    assert list(home.promises.buttons) == [tariq.id, nora.id]
    past, today = (row.details[1] for row in home.promises._rows)
    assert past == "The first of the open promises was due 21-Nov-2026, yesterday."
    assert today == "The one open promise is due today."
    assert "due 22-Nov-2026, today." in next(
        row.reason for row in home.people.list.rows() if row.person_id == nora.id
    )
    searched(qtbot, home, "brennan")
    qtbot.mouseClick(home.promises.buttons[tariq.id], Qt.MouseButton.LeftButton)
    assert home.people.list.in_hand().person_id == tariq.id
    assert home.people.search.text() == ""


def test_a_long_card_shows_the_first_few_until_the_rest_is_asked_for(qtbot, dressed, store):
    people = [clinic.somebody(f"Family {n}") for n in range(6)]
    clinic.keep(store, *people)
    for person in people:
        clinic.open_visit(store, person, NOW)
    home = shown(qtbot, clinic.at_work(store))
    assert len(home.drafts.buttons) == 4
    home.drafts._show_all()
    assert len(home.drafts.buttons) == 6


def test_a_refresh_keeps_search_row_in_hand_and_keyboard(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, nora, tariq)
    home = shown(qtbot, clinic.at_work(store))
    searched(qtbot, home, "r")
    home.people.list.take_in_hand(tariq.id)
    home.people.search.setFocus()
    clinic.keep(store, clinic.somebody("Aaronson", "Ruth"))
    home.refresh()
    assert names(home) == ["AARONSON, Ruth", "BRENNAN, Nora", "RAHMAN, Tariq"]
    assert home.people.list.in_hand().person_id == tariq.id
    assert home.people.search.hasFocus()
    assert home.people.search.text() == "r"


def test_a_refresh_keeps_the_keyboard_on_the_button_of_a_card(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, nora, tariq)
    draft = clinic.open_visit(store, nora, NOW - DAY)
    home = shown(qtbot, clinic.at_work(store))
    home.drafts.buttons[draft.id].setFocus()
    clinic.open_visit(store, tariq, NOW)
    home.refresh()
    assert len(home.drafts.buttons) == 2
    assert home.drafts.buttons[draft.id].hasFocus()


def test_head_and_menu_tell_what_was_asked(qtbot, dressed, store):
    home = shown(qtbot, clinic.at_work(store))
    with qtbot.waitSignal(home.lock_asked):
        qtbot.mouseClick(home.header.lock, Qt.MouseButton.LeftButton)
    actions = {action.text(): action for action in home.header.make_menu().actions()}
    for words, signal, said in (
        ("Colleagues", home.colleagues_asked, []),
        ("My passphrase and PIN", home.secrets_asked, []),
        ("Back up now", home.backup_asked, []),
        ("Text size 150%", home.text_size_asked, [1.5]),
        ("High contrast", home.look_asked, [Theme.CONTRAST]),
    ):
        with qtbot.waitSignal(signal) as asked:
            actions[words].trigger()
        assert asked.args == said
    assert {"Text size 100%, as now", "Light, as now"} <= actions.keys()


def test_what_was_asked_for_is_answered_until_it_was_read(qtbot, dressed, store):
    home = shown(qtbot, clinic.at_work(store))
    home.say("A backup was made", "It is encrypted.")
    home.refresh()
    assert home.news.isVisible()
    qtbot.mouseClick(home.news.buttons[0], Qt.MouseButton.LeftButton)
    assert not home.news.isVisible()


def test_coming_home_puts_the_keyboard_into_the_search(qtbot, dressed, store):
    home = shown(qtbot, clinic.at_work(store))
    home.setFocus()
    assert home.people.search.hasFocus()


def test_a_practice_store_says_so_and_nobodys_name_is_in_the_window_title(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    said = [label.text() for label in home.findChildren(QWidget) if hasattr(label, "said")]
    assert "Practice store. Evaluation content. Not approved for clinical use." in said
    assert home.windowTitle() == ""


def test_every_look_at_the_list_leaves_an_audit_event(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    searched(qtbot, home, "bren")
    with store.reading_no_person() as session:
        happened = [row.what for row in session.query(AuditRow).order_by(AuditRow.sequence)]
    assert happened[-1] == "people searched"
    assert "people listed" in happened


def test_a_store_that_cannot_be_read_is_said_and_tried_again(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    with clinic.record_file_gone(store):
        home.refresh()
    assert home.problem.isVisible()
    assert "not where it was" in home.problem.to_do.said()
    assert names(home) == ["BRENNAN, Nora"]
    qtbot.mouseClick(home.problem.buttons[0], Qt.MouseButton.LeftButton)
    assert not home.problem.isVisible()


def test_a_search_in_a_store_that_cannot_be_read_says_so(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    with clinic.record_file_gone(store):
        searched(qtbot, home, "zeb")
    assert home.problem.isVisible()
    assert names(home) == ["BRENNAN, Nora"], "a failed search never looks like nobody found"


@pytest.mark.parametrize("worn", LOOKS)
@pytest.mark.parametrize("scale", SCALES)
def test_nothing_is_cut_at_any_size(qtbot, dressed, store, nora, tariq, worn, scale):
    long = clinic.somebody("Williams-Featherstonehaugh-Cholmondeley", "Christopher Alexander")
    clinic.keep(store, nora, tariq, long)
    clinic.signed_visit(store, nora, NOW - 30 * DAY, clinic.TODAY - DAY)
    clinic.open_visit(store, tariq, NOW)
    clinic.held_visit(store, long, NOW)
    theme.wear(dressed, worn, scale)
    home = shown(qtbot, clinic.at_work(store))
    assert clipped(home) == []


def test_the_words_of_every_row_fit_the_place_they_are_painted_in(qtbot, dressed, store, nora):
    long = clinic.somebody("Williams-Featherstonehaugh-Cholmondeley", "Christopher Alexander Bartholomew")
    clinic.keep(store, nora, long)
    home = shown(qtbot, clinic.at_work(store))
    view = home.people.list
    short, tall = (view.visualRect(view.model().index(at, 0)).height() for at in (0, 1))
    assert tall > short, "a long name takes a second line, never an ellipsis"


def test_thousands_of_people_are_one_list_and_not_thousands_of_widgets(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    home = shown(qtbot, clinic.at_work(store))
    row = home.people.list.rows()[0]
    before = len(home.findChildren(QWidget))
    home.people.list.show_rows([row] * 5000)
    assert home.people.list.model().rowCount() == 5000
    assert len(home.findChildren(QWidget)) == before


def test_a_row_in_hand_far_down_comes_into_sight(qtbot, dressed, store):
    people = [clinic.somebody(f"Family {n:03}") for n in range(60)]
    clinic.keep(store, *people)
    home = shown(qtbot, clinic.at_work(store))
    home.show_person(people[-1].id)
    view = home.people.list
    place = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(place.center())


def test_a_screen_reader_hears_the_whole_row_and_what_enter_does(qtbot, dressed, store, nora):
    clinic.keep(store, nora)
    model = shown(qtbot, clinic.at_work(store)).people.list.model()
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("BRENNAN, Nora. Born 14-Mar-1979")
    assert said.endswith("Never seen here. Enter: Start visit")


@pytest.mark.parametrize(
    ("hour", "said"), [(3, "evening"), (4, "morning"), (11, "morning"), (12, "afternoon"), (18, "evening")]
)
def test_the_greeting_follows_the_hour(hour, said):
    assert greeting("Ann", datetime(2026, 11, 22, hour, tzinfo=UTC)) == f"Good {said}, Ann"


def test_the_day_is_said_with_counts_in_words():
    assert day_and_counts(NOW, 0, 0, 0) == "Sunday 22-Nov-2026."
    assert day_and_counts(NOW, 1, 1, 0) == "Sunday 22-Nov-2026. One person, one visit to carry on."
    said = "Sunday 22-Nov-2026. 1,204 people, two visits to carry on, three visits wait for a nurse."
    assert day_and_counts(NOW, 1204, 2, 3) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        *((0, "today"), (1, "yesterday"), (13, "13 days ago"), (14, "2 weeks ago"), (112, "16 weeks ago")),
        *((370, "52 weeks ago"), (400, "over a year ago"), (800, "over 2 years ago")),
    ],
)
def test_how_long_ago_is_said_in_words(days, said):
    assert ago(clinic.TODAY - days * DAY, clinic.TODAY) == said


def test_people_are_named_family_first_and_a_missing_number_is_said():
    assert list_name("Brennan", "Nora") == "BRENNAN, Nora"
    assert list_name("Brennan", "") == "BRENNAN"
    assert told_apart(None, "") == "Date of birth not known, NHS number not known"
    assert counted(12, "visit", "visits") == "Twelve visits"
    assert counted(13, "visit", "visits") == "13 visits"


@pytest.mark.usefixtures("in_britain")
def test_a_visit_of_summer_time_keeps_its_hour_after_the_clocks_went_back():
    on_saturday = datetime(2026, 10, 24, 9, 42, tzinfo=UTC)
    assert begun_at(on_saturday, on_saturday.astimezone()) == "10:42 today"
    assert begun_at(on_saturday, datetime(2026, 10, 26, 9, 0, tzinfo=UTC).astimezone()) == (
        "10:42 on 24-Oct-2026"
    )


def test_the_visits_of_today_are_listed_by_time_with_what_became_of_each(qtbot, dressed, store, nora, tariq):
    clinic.keep(store, nora, tariq)
    clinic.signed_visit(store, nora, NOW - DAY)
    away = clinic.open_visit(store, tariq, NOW - timedelta(hours=2))
    consultations.did_not_happen(store, away, NotHeld(why=WhyNotHeld.NO_ANSWER), NOW)
    clinic.signed_visit(store, nora, NOW - timedelta(hours=1))
    home = shown(qtbot, clinic.at_work(store))
    assert [(row.name, row.details[1]) for row in home.today._rows] == [
        ("RAHMAN, Tariq", "Begun at 08:42 by Ann Okafor. It did not take place."),
        ("BRENNAN, Nora", "Begun at 09:42 by Ann Okafor. It is signed."),
    ]
    home.today.buttons[home.today._rows[1].key].click()
    assert home.people.list.in_hand().name == "BRENNAN, Nora"
