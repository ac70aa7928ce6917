"""The fold: readings of days become one total and one count for each row and measure.

A row is a person in a period, or one of several parts of it. `fold_bulk` does the same with Polars for a whole company.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)

# What `least` and `most` hold where there was no reading.
NO_LEAST = np.iinfo(np.int64).max
NO_MOST = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure of one person and local day, summed from facts."""

    person: int
    measure: str
    day: date
    total: int
    count: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Span:
    """The days, both included, of a person that make one row."""

    person: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """Totals and counts [rows, measures]; `least` and `most` where they were asked for."""

    measures: tuple[str, ...]
    totals: NDArray[np.int64]
    counts: NDArray[np.int64]
    least: NDArray[np.int64] | None = None
    most: NDArray[np.int64] | None = None

    def total(self, measure: str) -> NDArray[np.int64]:
        """Return the totals of a measure."""
        return self.totals[:, self.measures.index(measure)]

    def count(self, measure: str) -> NDArray[np.int64]:
        """Return how many facts of a measure there were."""
        return self.counts[:, self.measures.index(measure)]

    def rows(self, here: slice) -> "Folded":
        """Return some of the rows."""
        least, most = (None if given is None else given[here] for given in (self.least, self.most))
        return Folded(self.measures, self.totals[here], self.counts[here], least, most)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.totals)


def fold(readings: Iterable[Reading], spans: Sequence[Span], measures: Sequence[str]) -> Folded:
    """Return what the readings of each span add up to, for one person or a few."""
    column = {measure: n for n, measure in enumerate(measures)}
    rows_of: dict[int, list[int]] = {}
    for row, span in enumerate(spans):
        rows_of.setdefault(span.person, []).append(row)
    folded = blank(len(spans), measures)
    least, most = np.full_like(folded.totals, NO_LEAST), np.full_like(folded.totals, NO_MOST)
    for reading in readings:
        if reading.measure not in column:
            continue
        n = column[reading.measure]
        for row in rows_of.get(reading.person, ()):
            if spans[row].first_day <= reading.day <= spans[row].last_day:
                folded.totals[row, n] += reading.total
                folded.counts[row, n] += reading.count
                least[row, n] = min(least[row, n], reading.least)
                most[row, n] = max(most[row, n], reading.most)
    return Folded(folded.measures, folded.totals, folded.counts, least, most)


def add_up(rows: Iterable[tuple[int, str, date, int, int]], spans: Sequence[Span], measures: Sequence[str]) -> Folded:
    """Return the same totals and counts from plain rows (person, measure, day, total, count), as a database gives them; faster."""
    column = {measure: n for n, measure in enumerate(measures)}
    places: dict[int, list[tuple[date, date, list[int], list[int]]]] = {}
    totals, counts = [[0] * len(measures) for _ in spans], [[0] * len(measures) for _ in spans]
    for span, own, times in zip(spans, totals, counts, strict=True):
        places.setdefault(span.person, []).append((span.first_day, span.last_day, own, times))
    for person, measure, day, total, count in rows:
        n = column.get(measure)
        for first, last, own, times in places.get(person, ()) if n is not None else ():
            if first <= day <= last:
                own[n] += total  # type: ignore[index]  # it is known above
                times[n] += count  # type: ignore[index]
    folded = blank(len(spans), measures)
    if spans and measures:
        folded.totals[:], folded.counts[:] = totals, counts
    return folded


def arrange(sums: Iterable[tuple[Key, str, int, int]], rows: Mapping[Key, int], measures: Sequence[str]) -> Folded:
    """Return sums that a database has made already (key, measure, total, count) as arrays; `rows` says which row a key is.

    Keys without a row and measures that are not asked for are passed over; sums of one key and measure are added.
    """
    column = {measure: n for n, measure in enumerate(measures)}
    folded = blank(len(rows), measures)
    for key, measure, total, count in sums:
        row, n = rows.get(key), column.get(measure)
        if row is not None and n is not None:
            folded.totals[row, n] += total
            folded.counts[row, n] += count
    return folded


def blank(rows: int, measures: Sequence[str]) -> Folded:
    """Return a fold of nothing. Columns lie together in memory, because the rule reads them one by one."""
    shape = (len(measures), rows)
    return Folded(tuple(measures), np.zeros(shape, np.int64).T, np.zeros(shape, np.int64).T)
