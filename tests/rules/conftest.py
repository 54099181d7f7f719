"""The whole library of rules as the app has it, with the facts and medicines that it may name."""

import pytest

from app.consultation.book import open_library, topics
from app.rules.language import Grammar
from app.rules.reading import Library
from app.rules.rulebook import Rulebook


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def book(library: Library) -> Rulebook:
    return library.book


@pytest.fixture(scope="session")
def grammar(library: Library) -> Grammar:
    return library.grammar


@pytest.fixture(scope="session")
def known_topics() -> dict[str, str]:
    return dict(topics())
