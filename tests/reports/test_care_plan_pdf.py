from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pypdfium2
import pytest

from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.front_page import beginning
from app.reports.plan_paper import (
    Agreement,
    AgreementWords,
    KeyWorker,
    NotDone,
    PaperAction,
    PersonLine,
    PlanPaper,
    RatedArea,
    Ratings,
    WhenThingsGetWorse,
)
from app.reports.printable import printable
from app.rules.notice import EVALUATION
from tests.reports.invented import OWN_WORDS, invented_plan
from tests.reports.reading import all_heard, heard, opened, plain, seen
from tests.sizes import in_audit

HOSTILE = "<b>bold</b> & &amp; <br/> </para> <font size=99> %PDF ) \\ (  {x}"


def bare_plan() -> PlanPaper:
    return PlanPaper(
        plan_number="26-0001",
        version=1,
        person=PersonLine("Jo Li", "1 May 1990"),
        made_on="Monday 2 March 2026",
        is_draft=False,
        is_practice=False,
    )


def as_if_signed(page: str) -> str:
    """The words of a draft's page without those that only a draft has."""
    return plain(page.replace("Draft. Not signed.", "").replace("Once this plan is signed, ", ""))


def headings(pdf: bytes) -> list[str]:
    return [part.words.strip() for part in heard(pdf) if part.role.startswith("H")]


def test_the_same_plan_gives_the_same_bytes():
    assert care_plan_pdf(invented_plan()) == care_plan_pdf(invented_plan())


def test_a_plan_made_after_another_one_is_not_changed_by_it():
    first = care_plan_pdf(bare_plan())
    care_plan_pdf(invented_plan())
    assert care_plan_pdf(bare_plan()) == first


def test_the_realistic_plan_is_two_sheets():
    assert len(seen(care_plan_pdf(invented_plan()))) == 4


@pytest.mark.parametrize("agreement", [None, invented_plan().agreement])
def test_the_last_page_holds_more_than_who_gets_a_copy_and_the_sources(agreement):
    for undone in range(2, 9):
        not_done = tuple(NotDone(f"Check {n}", "I chose not to today.") for n in range(undone))
        pages = seen(care_plan_pdf(replace(invented_plan(), not_done=not_done, agreement=agreement)))
        assert "to sign by hand" in pages[-1], f"after {undone} checks that were not done"
        assert "Who gets a copy" in pages[-1]


def test_the_ratings_break_between_my_life_and_my_treatment_where_half_a_page_would_stay_empty():
    actions = tuple(PaperAction("I will", f"walk to the park, {n}", "Saturday 21 November") for n in range(9))
    pages = seen(care_plan_pdf(replace(invented_plan(), actions=actions, going_well=())))
    life, treatment = pages[1], pages[2]
    assert "How I am doing" in life
    assert "Personal safety" in life
    assert "Medication" not in life
    assert "Part of my life Now, in words" in plain(treatment)
    assert "Medication" in treatment


def test_every_page_says_whose_plan_it_is_and_which_page_of_how_many():
    pages = seen(care_plan_pdf(invented_plan()))
    for number, page in enumerate(pages, start=1):
        assert "Daniel Okafor born 9 March 1984" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "Plan 26-7Q2M, version 2. Replaces the plan of 14 May 2026. Review by 19 May 2027." in page


def test_the_first_page_holds_all_that_belongs_on_the_fridge():
    page = seen(care_plan_pdf(invented_plan()))[0]
    for words in (OWN_WORDS, "Kim will", "01632 960 142", "Signs I know", "07700 900 318", "999", "116 123"):
        assert words in page


@pytest.mark.parametrize("day", ["Wednesday 23 September", "Saturday 28 November", "Thursday 31 December"])
def test_the_day_of_a_promise_stands_on_one_line(day):
    pdf = care_plan_pdf(replace(invented_plan(), actions=(PaperAction("I will", "walk", day),)))
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        lines = document[0].get_textpage().get_text_range().splitlines()
    assert any(line.replace("\u00a0", " ").endswith(day) for line in lines)


def test_three_actions_of_two_lines_stand_on_the_first_page():
    said = "tell the clozapine team about my bowels today, so that I get treatment"
    actions = tuple(PaperAction("Priya will", f"{said}, {n}", "Tuesday 24 November") for n in range(4))
    page = plain(seen(care_plan_pdf(replace(invented_plan(), actions=actions)))[0])
    assert page.count("tell the clozapine team") == 3
    assert "1 more thing will happen. See after this page." in page


def test_the_sections_are_heard_in_the_order_of_the_paper():
    assert headings(care_plan_pdf(invented_plan())) == [
        "My plan",
        "In my words",
        "What happens now",
        "My next visit",
        "My key worker: Kim Hartley",
        "When things get worse",
        "What is going well",
        "How I am doing",
        "My body checks",
        "My medicines and my questions",
        "What I notice",
        "My questions",
        "People who support me",
        "Not done today, and why",
        "What we agreed",
        "Who signed",
        "Who gets a copy",
        "About this plan",
    ]


def test_practice_is_on_every_page_and_heard_once():
    pdf = care_plan_pdf(invented_plan())
    assert all(EVALUATION in page for page in seen(pdf))
    assert all_heard(pdf).count(EVALUATION) == 1


def test_a_live_plan_carries_no_practice_notice():
    pdf = care_plan_pdf(replace(invented_plan(), is_practice=False))
    assert not any(EVALUATION in page for page in seen(pdf))


def test_a_draft_says_so_on_every_page_and_breaks_its_pages_as_the_plan_will():
    draft = care_plan_pdf(replace(invented_plan(), is_draft=True))
    final = care_plan_pdf(invented_plan())
    assert all("Draft. Not signed." in page for page in seen(draft))
    assert not any("Draft" in page for page in seen(final))
    assert all_heard(draft).count("Draft. Not signed.") == 1
    assert [as_if_signed(page) for page in seen(draft)] == seen(final)


def test_the_title_names_the_plan_and_never_the_person():
    with opened(care_plan_pdf(invented_plan())) as document:
        assert str(document.docinfo.Title) == "Plan 26-7Q2M, version 2"
        shown = b" ".join(bytes(value) for value in document.docinfo.values())
        assert b"Okafor" not in shown + document.Root.Metadata.read_bytes()


def test_typed_markup_is_printed_as_it_was_typed():
    paper = replace(
        invented_plan(),
        own_words=HOSTILE,
        person=PersonLine(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        actions=(PaperAction(HOSTILE, HOSTILE, HOSTILE),),
        going_well=(HOSTILE,),
    )
    said = all_heard(care_plan_pdf(paper))
    assert said.count(plain(HOSTILE)) >= 8


def test_own_words_are_quoted_unchanged_and_in_one_quotation():
    quotes = [part for part in heard(care_plan_pdf(invented_plan())) if "BlockQuote" in part.path]
    assert quotes[0].words == f"“{OWN_WORDS}”"


def test_own_words_keep_their_lines():
    paper = replace(invented_plan(), own_words="First this.\n\nThen that.")
    quotes = [part.words for part in heard(care_plan_pdf(paper)) if "BlockQuote" in part.path]
    assert quotes[:2] == ["“First this.", "Then that.”"]


def test_long_own_words_are_printed_whole_and_leave_the_numbers_on_the_first_page():
    long = " ".join(f"word{number}" for number in range(600))
    pdf = care_plan_pdf(replace(invented_plan(), own_words=long))
    assert f"“{long}”" in all_heard(pdf)
    assert "116 123" in seen(pdf)[0]
    assert "word599" not in seen(pdf)[0]


def test_thirty_actions_are_all_printed_and_the_first_page_says_that_more_come():
    actions = tuple(PaperAction("Kim will", f"do thing {n}.", "Friday 4 December") for n in range(30))
    pdf = care_plan_pdf(replace(invented_plan(), actions=actions))
    said = all_heard(pdf)
    assert [n for n in range(30) if f"do thing {n}." not in said] == []
    assert "26 more things will happen." in seen(pdf)[0]
    assert "116 123" in seen(pdf)[0]


def test_an_action_longer_than_a_page_is_printed_whole():
    long = " ".join(f"step{number}" for number in range(700))
    actions = (PaperAction("I will", long, "Friday 4 December"),)
    assert long in all_heard(care_plan_pdf(replace(invented_plan(), actions=actions)))


QUIET = "I get very quiet and stop answering the phone. " * 130
CARD = "When things get worse Signs I know"


def on_page_one(paper: PlanPaper) -> str:
    return seen(care_plan_pdf(paper))[0]


@pytest.mark.parametrize("length", [200, 600, 1200, 6000])
def test_a_crisis_card_however_long_leaves_itself_and_the_numbers_on_the_first_page(length):
    lines = WhenThingsGetWorse(QUIET[:length], "A walk. " + QUIET[:length], "Grace, 07700 900 318")
    paper = replace(invented_plan(), crisis=lines)
    page, said = on_page_one(paper), all_heard(care_plan_pdf(paper))
    assert f"{CARD} I get very quiet" in page
    assert "Grace, 07700 900 318" in page
    assert all(number in page for number in ("999", "111", "116 123"))
    for line in (lines.signs, lines.what_helps, lines.who_i_call):
        assert plain(line) in said, "and all of it is printed somewhere"


def test_a_card_that_goes_on_says_so_where_it_is_cut():
    crisis = WhenThingsGetWorse(QUIET, "A walk.", "Grace.")
    page = on_page_one(replace(invented_plan(), crisis=crisis))
    assert " … " in page
    assert "I said more about this. See after this page." in page
    assert "things will happen. See after this page." in page
    assert "See after this page." not in on_page_one(
        replace(invented_plan(), crisis=WhenThingsGetWorse("Not sleeping.", "A walk.", "Grace."))
    )


def test_half_a_telephone_number_is_never_printed():
    for length in range(10, 30):
        assert not beginning("Grace first, 07700 900 318. Then Kim.", length)[:-2].endswith(("07700", "900"))


def test_the_card_and_the_numbers_stay_even_when_everything_else_is_too_long_as_well():
    name = "Maximilian " * 30
    paper = replace(
        invented_plan(),
        person=PersonLine(name, "9 March 1984", name),
        own_words=QUIET,
        crisis=WhenThingsGetWorse("x" * 6000, QUIET, QUIET),
        next_visit="w" * 300,
        key_worker=KeyWorker("k" * 120, "0" * 60),
    )
    page, said = on_page_one(paper), all_heard(care_plan_pdf(paper))
    assert f"{CARD} xxx" in page
    assert "Who I call" in page
    assert all(number in page for number in ("999", "111", "116 123"))
    assert "x" * 6000 in said
    assert "w" * 300 in said


@pytest.mark.parametrize("is_draft", [True, False])
def test_a_name_of_45_letters_stays_on_the_paper_on_every_page(is_draft):
    name = "Maximilian Wolfeschlegelsteinhausen-Featherstonehaughson-Wolfeschlegel"
    paper = replace(invented_plan(), person=PersonLine(name, "9 March 1984", "Max", ""), is_draft=is_draft)
    for page in seen(care_plan_pdf(paper)):
        assert f"{name} born 9 March 1984" in page


def test_a_name_without_any_break_is_cut_over_lines_and_heard_whole():
    name = "Wolfeschlegelsteinhausenbergerdorffwelchevorald"
    actions = (PaperAction(f"{name} will", "visit.", "Friday 4 December"),)
    assert f"{name} will" in all_heard(care_plan_pdf(replace(invented_plan(), actions=actions)))


def test_a_bare_plan_says_what_is_missing_and_has_no_table():
    pdf = care_plan_pdf(bare_plan())
    said = all_heard(pdf)
    for sentence in (
        "I have not said yet what matters most to me.",
        "Nothing was promised yet.",
        "We have no date yet.",
        "Nobody is named yet.",
        "We have not talked about this yet.",
        "I did not rate the parts of my life today.",
        "We wrote down no body checks today.",
        "We did not go through my medicines today.",
        "I have not said yet whether I agree.",
        "Not signed.",
        "We have not decided yet who gets a copy.",
        "NHS number not known.",
        "No rules were used for this plan.",
    ):
        assert sentence in said
    assert not any("Table" in part.path for part in heard(pdf))


def test_help_now_is_on_the_first_page_of_even_a_bare_plan():
    first = seen(care_plan_pdf(bare_plan()))[0]
    for number in ("999", "111", "116 123", "18001 111"):
        assert number in first


@pytest.mark.parametrize("answer", list(Agreement))
def test_what_the_person_says_to_the_plan_stands_with_their_words(answer):
    paper = replace(invented_plan(), agreement=AgreementWords(answer, "Not every week."))
    said = all_heard(care_plan_pdf(paper))
    assert f"{answer.value} “Not every week.”" in said
    assert not any(other.value in said for other in Agreement if other is not answer)


def test_a_missing_rating_has_no_number_and_a_missing_answer_is_not_no():
    area = RatedArea("Friendships", "I did not want to answer")
    pdf = care_plan_pdf(replace(bare_plan(), ratings=Ratings((area,))))
    said = all_heard(pdf)
    assert "Friendships I did not want to answer Now: no rating. Not asked" in said


@pytest.mark.parametrize("rating", [0, 8])
def test_a_rating_off_the_scale_is_not_accepted(rating):
    with pytest.raises(ValueError, match="1 to 7"):
        RatedArea("Friendships", "", now=rating)


def test_the_means_say_what_they_rest_on():
    assert "4.6 out of 7 on average, from 7 of 8 answers." in all_heard(care_plan_pdf(invented_plan()))


def test_higher_and_lower_count_only_what_was_rated_both_times():
    said = all_heard(care_plan_pdf(invented_plan()))
    assert "Higher than in May: mental health, job situation, leisure activities and friendships." in said
    assert "Lower than in May: physical health and medication." in said


def test_unsigned_rules_are_named_as_such():
    said = all_heard(care_plan_pdf(invented_plan()))
    assert "Rules used: version 2026.1 (3f9ac21e). Not signed off by a clinician." in said


def test_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    care_plan_pdf(invented_plan())
    assert list(tmp_path.iterdir()) == []


# Dates and numbers that the app itself words: nobody types them.
NEVER_TYPED = {"born", "then_words", "plan_number", "replaces", "review_by"}


def with_every_text(value: object, text: str) -> object:
    """The same paper with one text in all places where somebody types."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(with_every_text(part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        typed = [field.name for field in fields(value) if field.name not in NEVER_TYPED]
        return replace(value, **{name: with_every_text(getattr(value, name), text) for name in typed})
    return value


@pytest.mark.parametrize(
    "text",
    [
        "many words and more " * 60,
        in_audit("unbroken" * 60),
        in_audit("one\nline\n" * 40),
        "\U0001f600",
        " ",
        HOSTILE,
    ],
    ids=["long", "without a space", "many lines", "emoji", "blank", "markup"],
)
def test_no_text_however_long_or_odd_keeps_a_plan_from_being_printed(text):
    paper = with_every_text(invented_plan(), text)
    assert isinstance(paper, PlanPaper)
    assert plain(printable(text)) in all_heard(care_plan_pdf(paper))
