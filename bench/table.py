"""One row a figure, the same for every measurement, so that all of them fit one table."""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

AS_JSON = "--json"


@dataclass(frozen=True)
class Row:
    """One figure. A `limit` is the most that it may be; a row without `figure` says why in `note`."""

    what: str
    figure: float | None
    unit: str = "ms"
    limit: float | None = None
    note: str = ""

    @property
    def is_over(self) -> bool:
        return self.figure is not None and self.limit is not None and self.figure > self.limit

    @property
    def verdict(self) -> str:
        if self.figure is None:
            return "not run"
        if self.limit is None:
            return ""
        return f"OVER {self.limit:g}" if self.is_over else f"within {self.limit:g}"

    @property
    def said(self) -> str:
        if self.figure is None:
            return "-"
        digits = 3 if self.figure < 1 else 2 if self.figure < 10 else 1
        return f"{self.figure:.{digits}f} {self.unit}"


def show(rows: Iterable[Row]) -> int:
    """Print the rows as they come, for people or (--json) for bench/all.py; 1 where one is over its limit."""
    is_over = False
    for row in rows:
        is_over |= row.is_over
        if AS_JSON in sys.argv:
            print(json.dumps(asdict(row)), flush=True)
        else:
            print(f"{row.what:58} {row.said:>12}  {row.verdict:12} {row.note}".rstrip(), flush=True)
    return int(is_over)


def times_ms(work: Callable[[], object], times: int) -> list[float]:
    """How long each of several runs took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def median_ms(work: Callable[[], object], times: int = 9) -> float:
    """The middle of several runs."""
    return statistics.median(times_ms(work, times))


def p95(taken: list[float]) -> float:
    """The time that nineteen of twenty runs stayed under."""
    return statistics.quantiles(taken, n=20)[-1]
