"""The process is killed in the middle of a visit; whatever was said to be saved is found again."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.models import consultations
from app.models.folder import StoreFolder
from tests.journeys.half_a_visit import FIELDS
from tests.journeys.laptop import Laptop
from tests.journeys.steps import consultation, says
from tests.prepared_store import opened
from tests.sizes import in_audit

ROOT = Path(__file__).resolve().parents[2]
MOMENTS = (in_audit("blood pressure"), in_audit("rating 3"), "by when")
OF_NORA = ("Brennan", "9990687110", "999 068 7110", "allotment", "clozapine", "Yvonne")
"""None shorter than six letters: four in any case, as "Nora", come up by chance in what is encrypted."""


def hold_until_killed(place: Path, moment: str) -> list[str]:
    """Every field that the process said it had kept before it was killed at this moment, or just after it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.half_a_visit", str(place)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    said = []
    try:
        for line in process.stdout:
            said.append(line.strip())
            if said[-1] == moment:
                break
    finally:
        process.send_signal(signal.SIGKILL)
        rest, complaints = process.communicate()
    assert moment in said, complaints
    return [*said, *rest.split("\n")[:-1]][1:]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_visit_is_offered_again_with_every_field_that_was_kept(laptop: Laptop, moment: str) -> None:
    said = hold_until_killed(laptop.place, moment)

    files = [file for file in laptop.place.rglob("*") if file.is_file()]
    assert any(file.name == "record.db-wal" for file in files), "it was not closed"
    found = [w for w in OF_NORA for file in files if w.lower().encode() in file.read_bytes().lower()]
    assert not found, "nothing of her stands on the disk in clear"
    store = opened(StoreFolder(laptop.place))
    assert store.is_whole()
    assert store.first_broken_audit_link() is None
    store.close()

    hand = laptop.sign_in()
    assert says(hand, "Visit of 10:42 today.")
    hand.press("Carry on with Nora Brennan's visit of 10:42 today")
    draft = consultation(hand).draft
    assert not [name for name in said if not FIELDS[name].is_kept(draft)]
    for name in said:
        hand.go_to(FIELDS[name].section)
        assert FIELDS[name].is_shown(hand), name
    assert len(consultations.open_drafts(consultation(hand).session.store, laptop.clock())) == 1
