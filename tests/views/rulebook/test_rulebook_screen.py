"""The rulebook on screen: found, read, tried, quizzed and signed by who may."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.models.sign_offs import answers_about, in_force, sign_offs
from app.views.fields.choice import Choice
from app.views.fields.number import NumberField
from app.views.fields.text import TextField
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.rulebook.screen import RulebookScreen
from tests.prepared_store import opened_by
from tests.views.people import clinic
from tests.views.sections.visit_in_hand import on_show

RULE = "bp-severe-symptoms"


@pytest.fixture
def show(qtbot, dressed):
    def shown(store, width=1366):
        page = on_show(qtbot, RulebookScreen(clinic.at_work(store)), width, 768)
        page.show_rule(RULE)
        return page

    return shown


def words_on(widget):
    settle()
    seen = (label for label in widget.findChildren(QWidget) if hasattr(label, "said") and label.isVisible())
    return "\n".join(label.said() for label in seen)


def settle():
    for _ in range(4):
        QApplication.processEvents()


def press(page, words):
    settle()
    [button] = [b for b in page.findChildren(QAbstractButton) if b.text() == words and b.isVisible()]
    button.click()


def look_at(page, part):
    page.part.segment(part).click()
    settle()
    return page.shown


def test_rules_are_found_by_any_word_that_stands_in_them(show, store):
    page = show(store)
    page.rules.search.setText("clozapine bowel")
    page.rules.search.textEdited.emit("clozapine bowel")
    found = {rule.id for rule in page.rules.rules()}
    assert "clozapine-bowel-red" in found
    assert RULE not in found


def test_the_rule_is_read_whole_with_its_source_and_what_its_words_mean(show, store):
    page = show(store)
    said = words_on(page.shown)
    for words in (
        "Any of these:",
        "systolic today >= 180 mmHg",
        "Ring 999 now, then the nurse.",
        "bp warning symptom: Warning sign with very high blood pressure",
        "NICE NG136",
        "Read in a copy or a digest, not at the source.",
    ):
        assert words in said


def test_values_tried_show_that_it_cannot_tell_then_speaks_and_what_is_missing(show, store):
    page = show(store)
    trying = look_at(page, "try_values")
    assert "It cannot tell." in words_on(trying)
    _lower, upper = sorted(trying.findChildren(NumberField), key=lambda f: f.line.accessibleName())
    upper.line.setText("190")
    upper.commit()
    assert "It speaks. Urgent" in words_on(trying)
    assert "Missing: Warning sign with very high blood pressure." in words_on(trying)
    [sign] = trying.findChildren(Choice)
    sign.segment("yes").click()
    assert "It speaks. Now: the same day, or 999." in words_on(trying)


def test_a_medicine_that_is_no_known_ingredient_is_refused_in_a_sentence(show, store):
    page = show(store)
    page.show_rule("quit-smoking-clozapine")
    trying = look_at(page, "try_values")
    [typed] = [f for f in trying.findChildren(TextField) if "edicine" in f.line.accessibleName()]
    typed.line.setText("clozapin")
    typed.commit()
    assert "is not a known ingredient" in words_on(trying)


def test_a_case_is_answered_before_the_rule_is_seen_and_both_are_kept(show, store):
    page = show(store)
    quiz = look_at(page, "quiz")
    assert "The rule says" not in words_on(quiz)
    press(quiz, "Keep my answer")
    assert "Choose an answer first." in words_on(quiz)
    [answer] = quiz.findChildren(Choice)
    answer.segment("note").click()
    press(quiz, "Keep my answer")
    assert "You answered: For information." in words_on(quiz)
    [kept] = answers_about(store, page._library.book[RULE])
    assert (kept.answered, kept.agrees) == ("note", False)
    press(quiz, "Next case")
    assert "You answered 1 of" in words_on(quiz)


def test_a_signature_is_given_in_two_steps_and_taken_back_with_a_reason(show, store):
    page = show(store)
    press(page, "Sign this rule")
    assert in_force(sign_offs(store)) == {}
    press(page, "Not now")
    settle()
    assert page.signing.isAncestorOf(page.focusWidget())
    press(page, "Sign this rule")
    press(page, "Sign as Ann Okafor, 12A3456E")
    assert "1 signed here" in page.rules.count.said()
    press(page, "Take the signature back")
    press(page, "Take it back")
    assert "Write why" in words_on(page.signing)
    [why] = page.signing.findChildren(TextField)
    why.line.setText("The source has changed")
    press(page, "Take it back")
    assert "took the signature back" in words_on(page.signing)
    assert in_force(sign_offs(store)) == {}


def test_who_may_not_sign_reads_and_is_told_why(show, store):
    clinic.with_colleague(store)
    theirs = opened_by(store, clinic.ASSISTANT)
    page = show(theirs)
    assert "A nurse or a prescriber signs rules." in words_on(page.signing)
    assert not [b for b in page.signing.findChildren(QAbstractButton) if b.isVisible()]
    theirs.close()


@pytest.mark.parametrize(
    ("worn", "scale"),
    [(Theme.LIGHT, 1.0), (Theme.DARK, 2.0), pytest.param(Theme.CONTRAST, 1.5, marks=pytest.mark.audit)],
)
def test_nothing_is_clipped(show, store, dressed, worn, scale):
    theme.wear(dressed, worn, scale)
    page = show(store)
    for part in ("read", "try_values", "quiz", "visits"):
        look_at(page, part)
        assert clipped(page) == []


def test_where_it_is_narrow_the_list_and_the_rule_stand_in_turn(show, store):
    page = show(store, width=881)
    settle()
    assert (page.rules.isVisible(), page.part.isVisible(), page._columns.is_turned()) == (True, True, False)
    page.resize(880, 768)
    settle()
    assert (page.rules.isVisible(), page.part.isVisible()) == (False, True)
    page.all_rules.click()
    settle()
    assert page.rules.isVisible()
    assert not page.part.isVisible()
    page.resize(1366, 768)
    settle()
    assert not page.all_rules.isVisible()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [page]


def press_row(page, at):
    found = page.rules.list
    row = found.model().index(at, 0)
    found.scrollTo(row)
    settle()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualRect(row).center())
    settle()


def test_where_it_is_narrow_the_rule_in_hand_can_be_opened_again_and_keeps_its_ways(show, store):
    page = show(store, width=700)
    for _again in range(2):
        page.all_rules.click()
        settle()
        press_row(page, 2)
        assert page.part.isVisible()
    page.all_rules.click()
    settle()
    QTest.keyClick(page.rules.list, Qt.Key.Key_Down)
    assert page.rules.isVisible()
    QTest.keyClick(page.rules.list, Qt.Key.Key_Return)
    assert page.part.isVisible()
    page.all_rules.click()
    page.resize(1366, 768)
    settle()
    assert "Known of an invented person" in words_on(look_at(page, "quiz"))


def test_a_rule_that_leaves_the_list_once_it_is_signed_is_marked_again_when_it_comes_back(show, store):
    page = show(store)
    page.rules.which.segment("unsigned").click()
    settle()
    press_row(page, 1)
    held = page.rules.list.currentIndex().data()
    press(page, "Sign this rule")
    press(page, "Sign as Ann Okafor, 12A3456E")
    page.rules.which.segment("all").click()
    assert page.rules.list.currentIndex().data() == held
