"""Asking something of the last years' ratings: which years are looked at, and what a year without a rating does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

# What a year without a rating does: it breaks the run, or it is passed over and an earlier year is looked at instead.
Gap = Literal["breaks", "skipped"]
# How far back an earlier year is looked for.
LOOK_BACK: Final = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """What a year says: its score in hundredths of 100 (None: only a level was given), and whether its level is excellent."""

    year: int
    score: int | None
    is_excellent: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """The years that were looked at, the latest first, and those without a rating among them."""

    marks: tuple[Mark, ...]
    missing: tuple[int, ...]
    is_whole: bool


def years_looked_at(last: int) -> range:
    """Return every year that may be looked at."""
    return range(last - LOOK_BACK + 1, last + 1)


def look_back(marks: Mapping[int, Mark], *, last: int, years: int, gap: Gap) -> Looked:
    """Look at so many rated years, from the last one backwards; a year without a rating breaks the run, or is passed over."""
    seen: list[Mark] = []
    missing: list[int] = []
    for year in reversed(years_looked_at(last)):
        if len(seen) == years:
            break
        mark = marks.get(year)
        if mark is not None:
            seen.append(mark)
            continue
        missing.append(year)
        if gap == "breaks":
            break
    # Years before the first rating are no gap in a run: they are years that are still to come.
    first = min(marks, default=last + 1)
    kept = tuple(year for year in missing if gap == "breaks" or year > first)
    return Looked(tuple(seen), kept, len(seen) == years)


def excellent_run(looked: Looked) -> int:
    """Return how many years running, up to the last, were excellent."""
    count = 0
    for mark in looked.marks:
        if not mark.is_excellent:
            break
        count += 1
    return count


def is_excellent_throughout(looked: Looked) -> bool:
    """Test if each of the years asked for was excellent."""
    return looked.is_whole and excellent_run(looked) == len(looked.marks)


def reaches_each(looked: Looked, *, least: int) -> bool:
    """Test if each of the years reached the least, both in hundredths of 100: exactly the least is enough."""
    return looked.is_whole and all(mark.score is not None and mark.score >= least for mark in looked.marks)


def reaches_mean(looked: Looked, *, least: int) -> bool:
    """Test if the mean of the years reached the least; compared as whole numbers, so nothing is rounded."""
    scores = [mark.score for mark in looked.marks if mark.score is not None]
    return looked.is_whole and len(scores) == len(looked.marks) and sum(scores) >= least * len(scores)


def reaching_run(looked: Looked, *, least: int) -> int:
    """Return how many years running, up to the last, reached the least."""
    count = 0
    for mark in looked.marks:
        if mark.score is None or mark.score < least:
            break
        count += 1
    return count
