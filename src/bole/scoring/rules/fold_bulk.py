"""The fold of a whole company: the same as `fold`, read by Polars in pieces and added up in place, for tens of millions of readings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bole.scoring.rules.fold import Folded, Span, blank

NO_ROW: Final = -1
# Readings that are in memory at once.
_PIECE: Final = 1_000_000
# A table by person number is quicker than a search, if the numbers are not far apart.
_SPARSE: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """The days of each row, as arrays: people and NumPy days, both included."""

    people: NDArray[np.int64]
    first_days: NDArray[np.datetime64]
    last_days: NDArray[np.datetime64]

    @classmethod
    def of(cls, spans: Sequence[Span]) -> "Spans":
        """Return the spans as arrays."""
        return cls(
            np.array([span.person for span in spans], np.int64),
            np.array([span.first_day for span in spans], "datetime64[D]"),
            np.array([span.last_day for span in spans], "datetime64[D]"),
        )

    @classmethod
    def whole(cls, people: NDArray[np.int64], first_day: date, last_day: date) -> "Spans":
        """Return one row a person, all of the same days."""
        first, last = np.datetime64(first_day, "D"), np.datetime64(last_day, "D")
        return cls(people, np.full(len(people), first), np.full(len(people), last))

    @property
    def is_one(self) -> bool:
        """Test if all rows have the same days."""
        return bool((self.first_days == self.first_days[0]).all() and (self.last_days == self.last_days[0]).all())


class _Layer:
    """Rows of which no two belong to one person, and where to find them."""

    def __init__(self, people: NDArray[np.int64], rows: NDArray[np.int64]) -> None:
        """Sort the people, or make a table of them."""
        order = np.argsort(people)
        self._people, self._rows = people[order], rows[order]
        self._table: NDArray[np.int64] | None = None
        if self._people[0] >= 0 and self._people[-1] < _SPARSE * len(people) + _PIECE:
            self._table = np.full(self._people[-1] + 1, NO_ROW, np.int64)
            self._table[people] = rows

    def rows_of(self, people: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the row of each person, NO_ROW for who has none."""
        if self._table is not None:
            is_known = (people >= 0) & (people < len(self._table))
            return np.where(is_known, self._table[np.where(is_known, people, 0)], NO_ROW)
        at = np.minimum(np.searchsorted(self._people, people), len(self._people) - 1)
        return np.where(self._people[at] == people, self._rows[at], NO_ROW)


def fold_bulk(readings: pl.LazyFrame, spans: Spans, measures: Sequence[str]) -> Folded:
    """Return what the readings (person, measure, day, total, count) of each span add up to.

    :param readings: `measure` as text or categories; people without a span and measures that are not asked for are passed over
    """
    folded = blank(len(spans.people), measures)
    if not len(folded):
        return folded
    # Columns lie together, so the place of a row and a column in one line is column x rows + row.
    totals, counts = folded.totals.T.reshape(-1), folded.counts.T.reshape(-1)
    layers = tuple(_layers(spans.people))
    is_one = spans.is_one
    for piece in _wanted(readings, spans, measures).collect_batches(chunk_size=_PIECE, maintain_order=False):
        people, column, total, count = (piece[name].to_numpy() for name in ("person", "measure", "total", "count"))
        for layer in layers:
            rows = layer.rows_of(people)
            is_inside = rows != NO_ROW if is_one else _is_inside(piece["day"].to_numpy(), rows, spans)
            place = column * np.int64(len(folded)) + rows
            if is_inside.all():
                np.add.at(totals, place, total)
                np.add.at(counts, place, count)
            else:
                np.add.at(totals, place[is_inside], total[is_inside])
                np.add.at(counts, place[is_inside], count[is_inside])
    return folded


def _wanted(readings: pl.LazyFrame, spans: Spans, measures: Sequence[str]) -> pl.LazyFrame:
    """Return the readings of the days and measures that are asked for, the measures by their column."""
    return (
        readings.filter(pl.col("day").is_between(spans.first_days.min(), spans.last_days.max()))
        .with_columns(pl.col("measure").cast(pl.Enum(list(measures)), strict=False).to_physical().cast(pl.Int64))
        .filter(pl.col("measure").is_not_null())
        .select("person", "measure", *(() if spans.is_one else ("day",)), "total", pl.col("count").cast(pl.Int64))
    )


def _is_inside(days: NDArray[np.datetime64], rows: NDArray[np.int64], spans: Spans) -> NDArray[np.bool_]:
    """Test if each reading lies in the days of its row."""
    is_inside: NDArray[np.bool_] = (rows != NO_ROW) & (days >= spans.first_days[rows]) & (days <= spans.last_days[rows])
    return is_inside


def _layers(people: NDArray[np.int64]) -> Iterator[_Layer]:
    """Yield the first row of every person, then the second of those who have two, and so on."""
    rows = np.argsort(people, kind="stable")
    starts = np.flatnonzero(np.diff(people[rows], prepend=people[rows[0]] - 1))
    nth = np.arange(len(rows)) - np.repeat(starts, np.diff(starts, append=len(rows)))
    for n in range(int(nth.max()) + 1):
        here = rows[nth == n]
        yield _Layer(people[here], here)
