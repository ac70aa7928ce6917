"""Rows of the table, and taking turns."""

import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: the limit and ours in the same unit, and what they are to each other."""

    what: str
    limit: str
    ours: str
    ratio: float | None
    aim: str
    is_met: bool
    note: str = ""


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds the work took."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def busy(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor the work took, whatever else the machine has to do."""
    began = time.process_time()
    work()
    return time.process_time() - began


def in_turn(limit: Callable[[int], float], ours: Callable[[int], float], *, rounds: int) -> tuple[list[float], list[float]]:
    """Run A B A B …; each gets the number of the round and returns its seconds."""
    pairs = [(limit(n), ours(n)) for n in range(rounds)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of all lie (the nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def peak_megabytes() -> float:
    """Return the greatest memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = ["| what | limit | ours | ratio | aim | met | note |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(f"| {row.what} | {row.limit} | {row.ours} | {ratio} | {row.aim} | {'yes' if row.is_met else 'no'} | {row.note} |")
    return "\n".join(lines)
