"""Signs of gaming: months of records that want a second look, against the person's own usual and the unit in the same month.

Evidence and nothing else: no sign lowers a score, and most have a harmless reason. Arrays are [people, months] of one measure.
"""

import warnings
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
SignKind = Literal["month_end", "self_report", "duplicates", "one_source"]
KINDS: tuple[SignKind, ...] = ("month_end", "self_report", "duplicates", "one_source")
LEAST: Final = 6  # records in a month
MONTHS_BACK: Final = 6  # that make the usual
LEAST_MONTHS: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """What each person's months hold of one measure. The last month is the one that is looked at."""

    unit: Ints  # [people]
    count: Ints  # records
    late: Ints  # of them on the month's last two working days
    twice: Ints  # of them entered before: same counterpart, same value
    given: Ints  # fed by hand or by a table
    told: Ints  # told by a tool
    top: Ints  # from the source that gave most


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Where a kind of sign shows [people], and the numbers that it stands on."""

    shows: NDArray[np.bool_]
    now: Floats
    usual: Floats
    unit: Floats


def signs_of(book: Book) -> dict[SignKind, Signs]:
    """Return the signs of the last month."""
    with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)  # a median of nothing is nothing
        return {
            "month_end": _more(book, _share(book.late, book.count), least=0.5, beyond=0.3),
            "duplicates": _more(book, _share(book.twice, book.count), least=0.12, beyond=0.1, some=book.twice[:, -1] >= 3),
            "self_report": _self_report(book),
            "one_source": _one_source(book),
        }


def _share(part: Ints, whole: Ints) -> Floats:
    return np.where(whole >= LEAST, part / np.maximum(whole, 1), np.nan)


def _usual(line: Floats) -> Floats:
    """Return each person's usual: the median of the months before, NaN where fewer than three are known."""
    before = line[:, -1 - MONTHS_BACK : -1]
    middle: Floats = np.where(np.isfinite(before).sum(axis=1) >= LEAST_MONTHS, np.nanmedian(before, axis=1), np.nan)
    return middle


def _unit_now(book: Book, line: Floats) -> Floats:
    """Return the median of the others in the unit in the same month: a season of all is nobody's sign."""
    found = np.full(len(line), np.nan)
    for unit in np.unique(book.unit):
        inside = np.flatnonzero(book.unit == unit)
        for place in inside:
            others = line[inside[inside != place], -1]
            others = others[np.isfinite(others)]
            if len(others):
                found[place] = np.median(others)
    return found


def _more(book: Book, line: Floats, *, least: float, beyond: float, some: NDArray[np.bool_] | None = None) -> Signs:
    """Return where a share is large, and larger than the person's usual and than that of the unit."""
    usual, unit, now = _usual(line), _unit_now(book, line), line[:, -1]
    shows = (now >= least) & (now - np.nan_to_num(usual, nan=0.0) >= beyond) & (now - np.nan_to_num(unit, nan=0.0) >= beyond * 0.8)
    return Signs(shows if some is None else shows & some, now, usual, unit)


def _self_report(book: Book) -> Signs:
    """Return where what was given by hand runs ahead of what the tool told, though the two usually agree; a late report is no sign."""
    line = np.where((book.told >= LEAST) & (book.given > 0), book.given / np.maximum(book.told, 1), np.nan)
    usual, unit, now = _usual(line), _unit_now(book, line), line[:, -1]
    both = (book.given[:, -1] + book.given[:, -2]) / np.maximum(book.told[:, -1] + book.told[:, -2], 1)
    return Signs((now >= 1.3) & (now - usual >= 0.25) & (both - usual >= 0.12), now, usual, unit)


def _one_source(book: Book) -> Signs:
    """Return where nearly all comes from one source, though usually several know of it, and of the others' work still do."""
    line = _share(book.top, book.count)
    usual, unit, now = _usual(line), _unit_now(book, line), line[:, -1]
    return Signs((now >= 0.9) & (usual <= 0.75) & (np.nan_to_num(unit, nan=0.0) <= 0.8), now, usual, unit)
