import pytest

from app.rules.binding import BoundBookError, bind, open_bound, sources_of
from app.rules.weighing import weigh
from tests.rules.people import TODAY, known, taking

SOURCES = "of these files"


def test_a_bound_book_opens_as_the_same_book(library, grammar, known_topics):
    again = open_bound(bind(library, SOURCES), grammar, known_topics, SOURCES)
    assert (again.hash, again.version, len(again)) == (
        library.book.hash,
        library.book.version,
        len(library.book),
    )
    person = known(age=40, medicines=taking("clozapine"), bmi=31.0, smokes_tobacco=True)
    assert [(o.rule.id, o.verdict, o.level) for o in weigh(again, person, TODAY)] == [
        (o.rule.id, o.verdict, o.level) for o in weigh(library.book, person, TODAY)
    ]


def test_a_book_that_was_changed_is_refused(library, grammar, known_topics):
    changed = bind(library, SOURCES).replace(b"25.0 kg/m2", b"26.0 kg/m2", 1)
    assert changed != bind(library, SOURCES)
    with pytest.raises(BoundBookError, match="changed after it was checked"):
        open_bound(changed, grammar, known_topics, SOURCES)


@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b'{"version": 1, "hash": "", "rules": []}'])
def test_what_is_no_book_is_refused(content: bytes, grammar, known_topics):
    with pytest.raises(BoundBookError, match="cannot be opened"):
        open_bound(content, grammar, known_topics, SOURCES)


def test_a_book_of_other_rule_files_is_refused(library, grammar, known_topics):
    with pytest.raises(BoundBookError, match="other rule files"):
        open_bound(bind(library, "of others"), grammar, known_topics, SOURCES)


def test_a_changed_rule_file_changes_what_tells_the_sources(tmp_path):
    file = tmp_path / "some.toml"
    file.write_text("a")
    before = sources_of([tmp_path])
    file.write_text("b")
    assert sources_of([tmp_path]) != before
