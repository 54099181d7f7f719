"""Names beside a chart, pushed apart where they would lie on one another."""

from collections.abc import Iterable, Iterator


def apart(words: Iterable[tuple[float, str]], line: float) -> Iterator[tuple[float, str]]:
    """Each name with the level that it is written at, from the top; `line` is the room that each needs."""
    free_from = 0.0
    for level, name in sorted(words):
        placed = max(level, free_from + line / 2)
        free_from = placed + line / 2
        yield placed, name
