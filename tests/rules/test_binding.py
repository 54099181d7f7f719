import pytest

from app.rules.binding import BoundBookError, bind, open_bound
from app.rules.weighing import weigh
from tests.rules.people import TODAY, known, taking


def test_a_bound_book_opens_as_the_same_book(library, grammar, known_topics):
    again = open_bound(bind(library), grammar, known_topics)
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
    changed = bind(library).replace(b"25.0 kg/m2", b"26.0 kg/m2", 1)
    assert changed != bind(library)
    with pytest.raises(BoundBookError, match="changed after it was checked"):
        open_bound(changed, grammar, known_topics)


@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b'{"version": 1, "hash": "", "rules": []}'])
def test_what_is_no_book_is_refused(content: bytes, grammar, known_topics):
    with pytest.raises(BoundBookError, match="cannot be opened"):
        open_bound(content, grammar, known_topics)
