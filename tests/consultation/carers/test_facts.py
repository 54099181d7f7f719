"""Carers: nobody is assumed, and one who was not asked could be the one who cannot go on."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import Unknown, WhyNot, YesNo
from app.consultation.carers.facts import facts, progress
from app.consultation.carers.record import AnyCarer, Assessment, Carer, Carers, Consent, Topic
from app.rules.facts import Known, Missing, Reason
from tests.consultation.a_visit import DECLINED, TODAY, past, told, visit


def carer(key="c1", strain=None, unwell=None, **more):
    def answer(value):
        return Unknown() if value is None else value if isinstance(value, Unknown) else told(value)

    hard = Decimal(strain) if isinstance(strain, int) else strain
    return Carer(id=key, name="Maria", strain=answer(hard), unwell_or_afraid=answer(unwell), **more)


def of(*rows, **record):
    return facts(Carers(rows=rows, **record), visit())


def test_whether_there_is_a_carer_is_told_or_open():
    assert of()["has_carer"] == Missing(Reason.NOT_ASKED)
    assert of(any_carer=told(AnyCarer.NOBODY))["has_carer"].value is False
    assert of(any_carer=told(AnyCarer.YES))["has_carer"].value is True
    assert of(any_carer=told(AnyCarer.RATHER_NOT_SAY))["has_carer"] == Missing(Reason.DECLINED)
    assert of(any_carer=Unknown(WhyNot.NOT_SURE))["has_carer"] == Missing(Reason.NOT_KNOWN)


def test_a_named_carer_is_a_carer_whatever_was_said_before():
    assert of(carer(), any_carer=told(AnyCarer.NOBODY))["has_carer"].value is True


def test_the_greatest_strain_among_the_carers_counts_with_its_day():
    rows = (carer("c1", 3), Carer(id="c2", name="Ola", strain=told(Decimal(6), date(2026, 11, 20))))
    assert of(*rows)["carer_strain"] == Known(Decimal(6), date(2026, 11, 20), "told by the carer")


@pytest.mark.parametrize(("greatest", "settles"), [(6, False), (7, True), (10, True)])
def test_a_carer_who_was_not_asked_leaves_it_open_unless_another_settles_it(greatest, settles):
    found = of(carer("c1", greatest), carer("c2"))["carer_strain"]
    assert (found == Missing(Reason.NOT_ASKED)) is not settles
    assert isinstance(found, Known) is settles


def test_without_a_carer_or_an_answer_strain_is_not_nought():
    assert of()["carer_strain"] == Missing(Reason.NOT_ASKED)
    assert of(carer(strain=DECLINED))["carer_strain"] == Missing(Reason.DECLINED)
    both = of(carer("c1", strain=DECLINED), carer("c2"))["carer_strain"]
    assert both == Missing(Reason.NOT_ASKED), "the second one may still be asked"


def test_one_unwell_carer_is_enough_and_all_must_be_asked_for_a_no():
    fact = "carer_unwell_or_afraid"
    assert of()[fact] == Missing(Reason.NOT_ASKED)
    assert of(carer("c1", unwell=YesNo.NO), carer("c2", unwell=YesNo.YES))[fact].value is True
    assert of(carer("c1", unwell=YesNo.NO), carer("c2"))[fact] == Missing(Reason.NOT_ASKED)
    assert of(carer("c1", unwell=YesNo.NO), carer("c2", unwell=YesNo.NO))[fact].value is False


def test_progress_asks_each_carer_about_sharing_topic_by_topic_and_an_assessment():
    assert progress(Carers(), visit()).words == "Not started"
    assert progress(Carers(any_carer=told(AnyCarer.NOBODY)), visit()).is_complete
    started = Carers(any_carer=told(AnyCarer.YES), rows=(carer(),))
    assert (progress(started, visit()).answered, progress(started, visit()).asked) == (1, 3)


def test_somebody_who_is_there_and_not_named_is_missing_and_said_so():
    for rows in ((), (Carer(id="c1", name=" "),)):
        found = progress(Carers(any_carer=told(AnyCarer.YES), rows=rows), visit())
        assert not found.is_complete
        assert found.words == "Nobody named yet"


def test_carers_who_stand_there_from_the_last_visit_were_not_named_today():
    last = past(last_visit_on=date(2026, 5, 4))
    found = facts(Carers(rows=(carer(),)), visit(last))["has_carer"]
    assert (found.value, found.on, found.source) == (True, date(2026, 5, 4), "last visit")
    assert progress(Carers(rows=(carer(),)), visit(last)).answered == 0
    named = facts(Carers(any_carer=told(AnyCarer.YES), rows=(carer(),)), visit(last))["has_carer"]
    assert (named.on, named.source) == (TODAY, "named by the person")


def test_a_carer_whose_topics_were_all_asked_and_who_was_offered_an_assessment_is_complete():
    some = carer(consents={Topic.MEDICINES: Consent.NO}, assessment=told(Assessment.OFFERED_DECLINED))
    yes = told(AnyCarer.YES)
    assert progress(Carers(any_carer=yes, rows=(some,)), visit()).answered == 2
    whole = carer(consents=dict.fromkeys(Topic, Consent.ASK_ME_FIRST), assessment=told(Assessment.ALREADY))
    assert progress(Carers(any_carer=yes, rows=(whole,)), visit()).is_complete


def test_a_carer_is_added_changed_in_place_and_taken_out():
    first, second = carer("c1"), carer("c2")
    record = Carers().with_carer(first).with_carer(second)
    changed = record.with_carer(carer("c1", 5))
    assert [row.id for row in changed.rows] == ["c1", "c2"]
    assert changed.rows[0].strain == told(Decimal(5))
    assert changed.without_carer("c1").rows == (second,)
