"""A rulebook made by hand for one test, through the same reader as the real one: no clinical content here."""

from pathlib import Path

from app.consultation.book import vocabulary
from app.consultation.medicines.catalogue import catalogue
from app.rules.language import Grammar
from app.rules.reading import read_library
from app.rules.rulebook import Rulebook

TOPICS = {
    name: name
    for name in ("how-life-is-going", "metabolic", "pressure", "smoking", "weight", "carer", "bowels")
}

_RULE = """
[[rule]]
id = "{id}"
version = {version}
title = "Title of {id}"
topic = "{topic}"
does = ["hca", "nurse"]
decides = ["nurse"]
kind = "{kind}"
applies = [{applies}]

{steps}
[rule.evidence]
text = "Made for a test"
url = "https://example.org/made-for-a-test"
mark = "K"
read = 2026-11-01
review_due = 2027-11-01
"""

_STEP = """
[[rule.step]]
level = "{level}"
when = "{when}"
say = "Say {id} {level}."
say_hca = "Tell the nurse: {id}."
plan = {{ do = "Do {id}", owner = "{owner}", within = "{within}" }}
"""


def rule(
    key: str,
    when: str | dict[str, str],
    level: str = "routine",
    topic: str = "pressure",
    kind: str = "finding",
    version: int = 1,
    applies: str = "",
    owner: str = "nurse",
    within: str = "2 weeks",
) -> str:
    """The text of one rule; `when` is one line, or a line for each level, the highest first."""
    lines = {level: when} if isinstance(when, str) else when
    steps = "".join(
        _STEP.format(id=key, level=at, when=line, owner=owner, within=within) for at, line in lines.items()
    )
    scope = f'"{applies}"' if applies else ""
    return _RULE.format(id=key, version=version, topic=topic, kind=kind, applies=scope, steps=steps)


def book(folder: Path, *rules: str) -> Rulebook:
    """These rules, read and checked."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "made.toml").write_text("".join(rules), encoding="utf-8")
    return read_library([folder], Grammar(vocabulary(), catalogue().vocabulary()), TOPICS, "test").book
