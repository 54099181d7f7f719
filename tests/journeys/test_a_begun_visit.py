"""The visit that most journeys start from is the one that the window would have kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, kept, nothing
from tests.prepared_store import PreparedStore


def begin_by_hand(hand: Hand) -> None:
    story.add_nora(hand, nothing)
    story.opening(hand, nothing)


def test_a_visit_put_into_the_record_is_the_visit_that_is_begun_at_the_window(
    prepared_store: PreparedStore, new_laptop: Callable[[Path], Laptop], tmp_path: Path
) -> None:
    found = []
    for begin in (begin_by_hand, begin_visit):
        laptop = new_laptop(prepared_store.copied_to(tmp_path / begin.__name__).path)
        hand = laptop.sign_in()
        begin(hand)
        person = msgspec.structs.replace(consultation(hand).person, id="")
        draft = replace(kept(hand, laptop), id="", person_id="")
        in_sight = [words for words in hand.reads() if words != "Saved at 10:42"]
        found.append((person, draft, hand.window.desk.visit.current, in_sight))
    by_hand, put_in = found
    assert by_hand == put_in
