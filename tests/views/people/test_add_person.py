from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.consultation.person import Allergies, EthnicBackground
from app.models.histories import record_of
from app.views.look import theme
from app.views.parts.fit import clipped
from app.views.people.add_person import AddPersonScreen
from app.views.people.birth_date import is_adult
from app.views.people.nhs_number_field import what_is_wrong
from tests.models.rows import count_people
from tests.prepared_store import NOW
from tests.sizes import SCALES
from tests.views.people import clinic

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot, dressed, store):
    made = AddPersonScreen(clinic.at_work(store))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def write(qtbot, field, typed):
    line = field.first_stop()
    line.setFocus()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


def identify(qtbot, screen, family="Brennan", given="Nora", born="14/3/1979", number="999 068 7110"):
    form = screen.form
    for field, typed in ((form.family, family), (form.given, given), (form.born, born)):
        write(qtbot, field, typed)
    if number:
        write(qtbot, form.nhs_number, number)
    else:
        qtbot.mouseClick(form.nhs_number.not_known, LEFT)


def added(qtbot, screen, store):
    with qtbot.waitSignal(screen.added) as told:
        qtbot.mouseClick(screen.foot.primary, LEFT)
    person, _history = record_of(store, told.args[0], NOW)
    return person


def test_nothing_is_preselected_and_nothing_is_kept_before_add(qtbot, screen, store):
    form = screen.form
    assert not form.is_begun()
    assert (form.allergies.value(), form.background.value(), form.needs.value()) == (None, None, ())
    identify(qtbot, screen)
    assert count_people(store) == 0


def test_everything_typed_by_keyboard_is_kept_with_add(qtbot, screen, store):
    identify(qtbot, screen)
    form = screen.form
    write(qtbot, form.title, "Ms")
    write(qtbot, form.called, "Norrie")
    write(qtbot, form.address, "4 Mill Lane")
    write(qtbot, form.phone, "01632 960001")
    form.allergies.segment("LISTED").setFocus()
    qtbot.keyClick(form.allergies.segment("LISTED"), Qt.Key.Key_Space)
    qtbot.keyClicks(form.which.page, "penicillin (rash)")
    qtbot.keyClick(form.which.page, Qt.Key.Key_Return)
    qtbot.keyClicks(form.which.page, "nuts")
    qtbot.keyClick(form.needs.tick("large print"), Qt.Key.Key_Space)
    qtbot.keyClick(form.needs.tick("help with hearing"), Qt.Key.Key_Return)
    write(qtbot, form.more_needs, "Punjabi")
    qtbot.keyClick(form.background.chip("SOUTH_ASIAN"), Qt.Key.Key_Space)
    person = added(qtbot, screen, store)
    assert (person.family_name, person.given_name, person.title) == ("Brennan", "Nora", "Ms")
    assert (person.birth_date, person.nhs_number) == (date(1979, 3, 14), "9990687110")
    assert (person.likes_to_be_called, person.address, person.phone) == (
        "Norrie",
        "4 Mill Lane",
        "01632 960001",
    )
    assert person.allergies == ("penicillin (rash)", "nuts")
    assert person.allergies_known is Allergies.LISTED
    assert person.needs == ("large print", "help with hearing", "Punjabi")
    assert person.ethnic_background is EthnicBackground.SOUTH_ASIAN


def test_what_was_not_asked_stays_not_asked(qtbot, screen, store):
    identify(qtbot, screen, number="")
    person = added(qtbot, screen, store)
    assert person.allergies_known is Allergies.NOT_ASKED
    assert person.ethnic_background is None
    assert (person.nhs_number, person.needs) == ("", ())


def test_no_known_allergies_is_kept_as_such(qtbot, screen, store):
    identify(qtbot, screen)
    qtbot.mouseClick(screen.form.allergies.segment("NONE_KNOWN"), LEFT)
    assert added(qtbot, screen, store).allergies_known is Allergies.NONE_KNOWN


def test_a_listed_allergy_that_was_taken_back_is_not_kept(qtbot, screen, store):
    identify(qtbot, screen)
    form = screen.form
    qtbot.mouseClick(form.allergies.segment("LISTED"), LEFT)
    qtbot.keyClicks(form.which.page, "penicillin")
    qtbot.mouseClick(form.allergies.segment("NOT_ASKED"), LEFT)
    assert not form.which.isVisible()
    person = added(qtbot, screen, store)
    assert (person.allergies, person.allergies_known) == ((), Allergies.NOT_ASKED)


def test_allergies_without_a_name_are_asked_for(qtbot, screen, store):
    identify(qtbot, screen)
    qtbot.mouseClick(screen.form.allergies.segment("LISTED"), LEFT)
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert screen.form._allergy_note.isVisible()
    assert screen.form.which.page.hasFocus()
    assert count_people(store) == 0


def test_every_gap_is_said_at_once_and_the_keyboard_goes_to_the_first(qtbot, screen, store):
    qtbot.mouseClick(screen.foot.primary, LEFT)
    form = screen.form
    assert "Write the family name" in form._name_note.sentence.said()
    assert "Write the date of birth" in form.born_note.sentence.said()
    assert "tick that it is not known" in form.nhs_number.note.sentence.said()
    assert form.family.line.hasFocus()
    assert count_people(store) == 0


def test_a_person_with_one_name_can_be_added(qtbot, screen, store):
    identify(qtbot, screen, given="")
    assert added(qtbot, screen, store).given_name == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("14/3/79", "four digits"),
        ("14/3/2027", "after 22-Nov-2026"),
        ("14/3/1879", "before 01-Jan-1906"),
        ("31/2/1979", "no such day"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused(qtbot, screen, store, typed, said):
    identify(qtbot, screen, born=typed)
    assert said in screen.form.born.note.sentence.said()
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert count_people(store) == 0


def test_somebody_under_18_is_refused_and_on_the_birthday_taken(qtbot, screen, store):
    identify(qtbot, screen, born="23/11/2008")
    assert "for adults" in screen.form.born_note.sentence.said()
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert count_people(store) == 0
    screen.form.born.line.clear()
    write(qtbot, screen.form.born, "22/11/2008")
    assert not screen.form.born_note.isVisible()
    assert added(qtbot, screen, store).birth_date == date(2008, 11, 22)
    assert is_adult(date(2008, 11, 22), clinic.TODAY)
    assert not is_adult(date(2008, 11, 23), clinic.TODAY)


@pytest.mark.parametrize(
    ("typed", "practice", "said"),
    [
        ("999 068 7110", True, ""),
        ("999-068-7110", True, ""),
        ("999 068 7111", True, "last digit"),
        ("999 068 711", True, "ten digits"),
        ("999 068 711O", True, "ten digits"),
        ("943 476 5919", True, "test numbers only"),
        ("943 476 5919", False, ""),
        ("999 068 7110", False, ""),
    ],
)
def test_an_nhs_number_is_checked_before_it_is_kept(typed, practice, said):
    wrong = what_is_wrong(typed, is_practice=practice)
    assert said in wrong
    assert bool(wrong) == bool(said)


def test_a_test_number_wears_its_name_and_is_shown_in_groups(qtbot, screen):
    field = screen.form.nhs_number
    assert not field.tag.isVisible()
    write(qtbot, field, "9990687110")
    assert field.tag.isVisible()
    assert field.line.text() == "999 068 7110"


def test_a_real_number_is_refused_in_a_practice_store(qtbot, screen, store):
    identify(qtbot, screen, number="943 476 5919")
    assert "begin with 999" in screen.form.nhs_number.note.sentence.said()
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert count_people(store) == 0


def test_not_known_and_a_number_never_stand_together(qtbot, screen):
    field = screen.form.nhs_number
    write(qtbot, field, "9990687110")
    qtbot.mouseClick(field.not_known, LEFT)
    assert (field.value(), field.line.text(), field.is_not_known) == (None, "", True)
    write(qtbot, field, "9990687110")
    assert (field.value(), field.is_not_known) == ("9990687110", False)


def test_the_same_person_is_shown_as_soon_as_enough_is_known(qtbot, screen, store):
    nora = clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0])
    clinic.keep(store, nora, clinic.somebody("Hallam", "Peter", date(1968, 9, 2)))
    write(qtbot, screen.form.family, "Brennan")
    assert screen.alike.shown == ()
    write(qtbot, screen.form.born, "14/3/1979")
    assert [person.id for person in screen.alike.shown] == [nora.id]
    with qtbot.waitSignal(screen.person_asked) as asked:
        qtbot.mouseClick(screen.alike.buttons[nora.id][0], LEFT)
    assert asked.args == [nora.id]
    assert count_people(store) == 2


def test_an_nhs_number_alone_is_enough_to_compare(qtbot, screen, store):
    clinic.keep(store, clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0]))
    write(qtbot, screen.form.nhs_number, clinic.NUMBERS[0])
    assert len(screen.alike.shown) == 1


def test_nobody_is_added_until_every_likeness_is_decided(qtbot, screen, store):
    nora = clinic.somebody("Brennan")
    clinic.keep(store, nora)
    identify(qtbot, screen, given="Norah")
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert count_people(store) == 1
    assert screen.message.isVisible()
    qtbot.mouseClick(screen.alike.buttons[nora.id][1], LEFT)
    assert screen.alike.undecided == ()
    assert added(qtbot, screen, store).given_name == "Norah"


def test_two_people_never_share_an_nhs_number(qtbot, screen, store):
    nora = clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0])
    clinic.keep(store, nora)
    identify(qtbot, screen, family="Hallam", given="Peter", born="2/9/1968")
    qtbot.mouseClick(screen.alike.buttons[nora.id][1], LEFT)
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert "no two people share one" in screen.message.kept.said()
    assert count_people(store) == 1


def test_a_store_out_of_reach_adds_nobody_and_keeps_what_is_typed(qtbot, screen, store):
    identify(qtbot, screen)
    with clinic.record_file_gone(store):
        qtbot.mouseClick(screen.foot.primary, LEFT)
    assert screen.message.isVisible()
    assert "stays" in screen.message.kept.said()
    assert screen.form.family.value() == "Brennan"
    assert added(qtbot, screen, store).family_name == "Brennan"
    assert count_people(store) == 1


def test_leaving_is_asked_about_only_when_something_was_begun(qtbot, screen):
    with qtbot.waitSignal(screen.closed):
        qtbot.mouseClick(screen.foot.back, LEFT)
    write(qtbot, screen.form.family, "B")
    with qtbot.assertNotEmitted(screen.closed):
        qtbot.mouseClick(screen.foot.back, LEFT)
    assert screen.leaving.isVisible()
    qtbot.mouseClick(screen.leaving.buttons[0], LEFT)
    assert not screen.leaving.isVisible()
    qtbot.mouseClick(screen.foot.back, LEFT)
    with qtbot.waitSignal(screen.closed):
        qtbot.mouseClick(screen.leaving.buttons[1], LEFT)


def test_tab_goes_through_who_in_the_order_that_is_read(qtbot, screen):
    screen.first_stop().setFocus()
    stops = []
    for _ in range(8):
        stops.append(screen.focusWidget().accessibleName())
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert stops == [
        *("Family name", "Given name", "Date of birth", "NHS number", "NHS number: not known"),
        *("Likes to be called", "Title", "Address"),
    ]


def test_every_control_has_a_name(screen):
    stops = [w for w in screen.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [w for w in stops if w.isVisible() and not w.accessibleName()] == []


@pytest.mark.parametrize("scale", SCALES)
def test_nothing_is_cut_at_any_size(qtbot, dressed, store, scale):
    clinic.keep(store, clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0]))
    theme.wear(dressed, text_scale=scale)
    screen = AddPersonScreen(clinic.at_work(store))
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    identify(qtbot, screen)
    qtbot.mouseClick(screen.form.allergies.segment("LISTED"), LEFT)
    screen.add()
    screen.leave()
    qtbot.wait(20)
    assert clipped(screen) == []


def test_nobody_is_added_with_words_in_place_of_a_phone_number(qtbot, screen, store):
    identify(qtbot, screen)
    write(qtbot, screen.form.phone, "ring her sister")
    qtbot.mouseClick(screen.foot.primary, LEFT)
    assert count_people(store) == 0
    assert screen.form.phone.note.isVisible()
    assert screen.form.address.width() > screen.form.phone.width(), "a refusal wraps under its own field"
    screen.form.phone.line.clear()
    write(qtbot, screen.form.phone, "07700 900316")
    assert added(qtbot, screen, store).phone == "07700 900316"


def test_what_is_marked_can_be_read_and_that_nobody_is_alike_is_said(qtbot, screen):
    screen.resize(1366, 560)
    identify(qtbot, screen)
    assert screen.alike._explained.said() == "Nobody kept here is alike in name, birth date or NHS number."
    qtbot.mouseClick(screen.form.allergies.segment("LISTED"), LEFT)
    qtbot.wait(1)
    screen.add()
    marked = screen.form._allergy_note.sentence
    assert "Write at least one allergy" in marked.said()
    qtbot.waitUntil(lambda: marked.visibleRegion().boundingRect().height() == marked.height())
