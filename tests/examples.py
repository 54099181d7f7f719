"""How many made-up cases a test looks at: few in `make check`, ten times as many in `make audit`."""

from hypothesis import settings


def examples(of_a_hundred: int) -> settings:
    """So many examples; `make audit` looks at more of them, by a profile with a larger hundred."""
    return settings(max_examples=settings.default.max_examples * of_a_hundred // 100, deadline=None)
