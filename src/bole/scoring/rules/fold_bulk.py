"""The fold of a whole company: the same as `fold`, by Polars, for tens of millions of readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from bole.scoring.rules.fold import Folded, Span, blank


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


def fold_bulk(readings: pl.LazyFrame, spans: Spans, measures: Sequence[str]) -> Folded:
    """Return what the readings (person, measure, day, total, count) of each span add up to.

    :param readings: `measure` as text or categories; people without a span and measures that are not asked for are passed over
    """
    rows = pl.LazyFrame(
        {
            "person": spans.people,
            "row": np.arange(len(spans.people), dtype=np.int32),
            "first_day": spans.first_days,
            "last_day": spans.last_days,
        },
    )
    kind = pl.Enum(list(measures))
    sums = (
        readings.filter(pl.col("measure").cast(pl.String).is_in(list(measures)))
        .join(rows, on="person")
        .filter(pl.col("day").is_between(pl.col("first_day"), pl.col("last_day")))
        .group_by("row", pl.col("measure").cast(pl.String).cast(kind).to_physical())
        .agg(pl.col("total", "count").sum())
        .collect(engine="streaming")
    )
    folded = blank(len(spans.people), measures)
    place = sums["row"].to_numpy(), sums["measure"].to_numpy()
    folded.totals[place] = sums["total"].to_numpy()
    folded.counts[place] = sums["count"].to_numpy()
    return folded
