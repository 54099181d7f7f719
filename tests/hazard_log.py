"""Which tests the hazard log names as controls."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOG = ROOT / "docs" / "hazards"
FILES = sorted(LOG.glob("HZ-*.md"))
NODE = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def named_by_a_hazard() -> frozenset[tuple[str, str]]:
    """The file and the name of each test that a hazard rests on."""
    return frozenset(node for file in FILES for node in NODE.findall(file.read_text(encoding="utf-8")))
