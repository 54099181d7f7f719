"""Every rule over everybody: who would be prompted, by which rules, and whether those are signed here."""

import csv
import io
from datetime import timedelta

import msgspec
import pytest

from app.consultation.answers import How
from app.consultation.book import rulebook
from app.consultation.history import Reading
from app.consultation.medicine import Medicine
from app.consultation.seen_here import Seen
from app.models import people
from app.models.folder import StoreFolder, StoreKind
from app.models.ids import new_id
from app.models.links import link
from app.models.seen_here import say_seen
from app.models.sign_offs import sign
from app.services.review import review
from headless.commands import Refused
from headless.review import write_review
from tests.models.a_whole_visit import SEALED, signed, someone
from tests.prepared_store import NOW, NURSE, opened, prepare

MISSION = "bmi-antipsychotic-metabolic-review"
TODAY = NOW.date()


def with_a_record(store):
    jan = someone(store)
    readings = tuple(
        Reading(
            series=series, value=value, taken_on=TODAY - timedelta(days=30), how=How.FROM_RECORD, source="GP"
        )
        for series, value in (("weight", "104"), ("height", "165"))
    )
    medicines = (Medicine(id=new_id(NOW), name="Olanzapine", ingredient="olanzapine"),)
    people.import_into(
        store, jan.id, people.Imported("a file", "a hash", (), readings=readings, medicines=medicines), NOW
    )
    return jan


def about(lines, rule):
    return [line for line in lines if line.rule == rule]


def test_a_raised_bmi_on_an_antipsychotic_is_found_without_a_visit_with_what_is_missing(store):
    jan = with_a_record(store)
    [line] = about(review(store, rulebook(), TODAY, NOW), MISSION)
    assert (line.person_id, line.level, line.is_in_use) == (jan.id, "cannot tell", "yes")
    assert "etabolic review" in line.missing  # nobody searched the record for one: missing is never no
    assert line.spoke_at_last_visit == "no"


def test_a_live_store_tells_who_would_newly_be_prompted_before_the_rule_is_signed(tmp_path):
    prepare(tmp_path / "live", StoreKind.LIVE)
    store = opened(StoreFolder(tmp_path / "live"))
    with_a_record(store)
    [before] = about(review(store, rulebook(), TODAY, NOW), MISSION)
    sign(store, rulebook()[MISSION], NOW)
    [after] = about(review(store, rulebook(), TODAY, NOW), MISSION)
    assert (before.is_in_use, after.is_in_use) == ("no", "yes")
    store.close()


def test_who_died_is_not_reviewed(store):
    jan = with_a_record(store)
    say_seen(store, jan.id, Seen.DIED, TODAY, "His sister rang", NOW)
    assert list(review(store, rulebook(), TODAY, NOW)) == []


def test_the_file_is_a_table_and_says_that_it_names_people(store, monkeypatch, tmp_path):
    with_a_record(store)
    place = store.folder.path
    store.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NURSE.passphrase}\n"))
    out = tmp_path / "out.csv"
    said = write_review(place, "", TODAY, NOW, out)
    assert "not encrypted" in said
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert MISSION in {row["rule"] for row in rows}


def test_a_wrong_passphrase_writes_nothing_and_says_so(store, monkeypatch, tmp_path):
    place = store.folder.path
    store.close()
    monkeypatch.setattr("sys.stdin", io.StringIO("not this one\n"))
    with pytest.raises(Refused, match="do not fit together"):
        write_review(place, NURSE.name, TODAY, NOW, tmp_path / "out.csv")
    with pytest.raises(Refused, match="--as NAME"):
        write_review(place, "Nobody", TODAY, NOW, tmp_path / "out.csv")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(Refused, match="No passphrase was given"):
        write_review(place, NURSE.name, TODAY, NOW, tmp_path / "out.csv")
    assert not list(tmp_path.glob("*.csv"))


def test_what_spoke_at_the_last_signed_visit_is_told_apart_from_what_is_new(store):
    jan = with_a_record(store)
    signed(store, jan, prompts=(msgspec.structs.replace(SEALED[0], rule=MISSION),))
    [line] = about(review(store, rulebook(), TODAY, NOW), MISSION)
    assert line.spoke_at_last_visit == "yes"
    stays = someone(store, given_name="Janek")
    link(store, stays.id, jan.id, "Same address", NOW)
    [line] = about(review(store, rulebook(), TODAY, NOW), MISSION)
    assert (line.person_id, line.spoke_at_last_visit) == (stays.id, "yes"), "held with the other record"
