"""Small rule files as text, for tests that break them."""

from pathlib import Path

from app.rules.language import Grammar
from app.rules.reading import Library, read_library

EVIDENCE = """
[rule.evidence]
text = "a guideline"
url = "https://example.org/guideline"
mark = "K"
read = 2026-01-01
review_due = 2027-01-01
"""

TOPICS = {"metabolic": "Weight"}


def step(when: str, level: str = "soon") -> str:
    return f"""
[[rule.step]]
level = "{level}"
when{when}
say = "Ask."
say_hca = "Tell the nurse."
plan = {{ do = "Talk", owner = "nurse", within = "2 weeks" }}
"""


def rule(*steps: str, rule_id: str = "a-rule", extra: str = "", evidence: str = EVIDENCE) -> str:
    return f"""
[[rule]]
id = "{rule_id}"
version = 1
title = "A rule"
topic = "metabolic"
does = ["nurse"]
decides = ["nurse"]
kind = "finding"
{extra}
{"".join(steps)}
{evidence}
"""


def example(given: str, expect: str, rule_id: str = "a-rule") -> str:
    return f'\n[[example]]\nrule = "{rule_id}"\ngiven = {{ {given} }}\nexpect = "{expect}"\n'


def read(text: str, grammar: Grammar, folder: Path) -> Library:
    folder.mkdir(exist_ok=True)
    (folder / "rules.toml").write_text(text, encoding="utf-8")
    return read_library([folder], grammar, TOPICS, "test")
