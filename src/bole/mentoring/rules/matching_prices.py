"""The proof that a matching is the best one: prices of mentors, and the bound that no matching can pass whatever the prices are.

A mentee who must be matched gets at most the best of gain less price; a seat is worth at most its own gain plus the price. The sum of both
bounds every matching with the most pairs, for any prices; where it equals what a matching reaches, that matching is the best. All in whole
numbers.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from bole.mentoring.rules.matching_values import NOBODY

Ints = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.int64]
LOW = np.iinfo(np.int64).min // 4
MOST_STEPS = 400


@dataclass(frozen=True, slots=True, eq=False)
class Half:
    """One half of the problem: `gain` of mentees and mentors; either every mentee is matched, or (`is_scarce`) every seat is filled."""

    gain: Ints
    seats: tuple[tuple[int, ...], ...]
    is_scarce: bool

    @property
    def counts(self) -> Numbers:
        """How many seats each mentor has."""
        return np.array([len(one) for one in self.seats], np.int64)


def reached(half: Half, mate: Numbers) -> int:
    """Return what a matching of the half gains, seats filled from the best on."""
    rows = np.flatnonzero(mate != NOBODY)
    taken = np.bincount(mate[rows], minlength=len(half.seats))
    return int(half.gain[rows, mate[rows]].astype(np.int64).sum()) + sum(sum(one[:n]) for one, n in zip(half.seats, taken, strict=True))


def bound(half: Half, prices: Numbers) -> tuple[int, Numbers]:
    """Return the bound by these prices, and of each mentee what they would gain with the mentor who is best for them at these prices."""
    best = _best(half.gain, prices)
    if half.is_scarce:
        seats = sum(sum(one) + len(one) * int(price) for one, price in zip(half.seats, prices, strict=True))
        best = np.maximum(best, 0)
    else:
        seats = sum(max(0, one + int(price)) for own, price in zip(half.seats, prices, strict=True) for one in own)
    return int(best.sum()) + seats, best


def _best(gain: Ints, prices: Numbers) -> Numbers:
    """Return each row's greatest gain less price, some rows at a time so that they stay in the cache."""
    found = np.empty(len(gain), np.int64)
    small = prices.astype(np.int32)
    for start in range(0, len(gain), 256):
        found[start : start + 256] = (gain[start : start + 256] - small).max(axis=1)
    return found


def steps_between(half: Half, mate: Numbers, candidates: sparse.csr_array | None) -> Numbers:
    """Return for each two mentors the most that a mentee of the first gains at the second instead, of all pairs or the candidates."""
    count = len(half.seats)
    found = np.full((count, count), LOW, np.int64)
    rows = np.flatnonzero(mate != NOBODY)
    rows = rows[np.argsort(mate[rows], kind="stable")]
    own = half.gain[rows, mate[rows]]
    if candidates is None:
        for mentor, group in _groups(mate[rows]):
            found[mentor] = (half.gain[rows[group]] - own[group][:, None]).max(axis=0)
        return found
    of_row = np.full(len(mate), NOBODY, np.int64)
    of_row[rows] = own
    row = np.repeat(np.arange(len(mate)), np.diff(candidates.indptr))
    is_matched = mate[row] != NOBODY
    row, column = row[is_matched], candidates.indices[is_matched]
    np.maximum.at(found, (mate[row], column), half.gain[row, column] - of_row[row])
    return found


def _groups(sorted_mates: Numbers) -> list[tuple[int, slice]]:
    """Return each mentor's rows."""
    if not len(sorted_mates):
        return []
    edges = np.flatnonzero(np.diff(sorted_mates)) + 1
    starts = np.concatenate([[0], edges])
    ends = np.concatenate([edges, [len(sorted_mates)]])
    return [(int(sorted_mates[a]), slice(int(a), int(b))) for a, b in zip(starts, ends, strict=True)]


def prices_of(half: Half, mate: Numbers, candidates: sparse.csr_array | None) -> Numbers | None:
    """Return prices that support the matching; None if there are none, because somebody could gain by a move.

    The least ones, counted up along the moves; where every seat is filled the greatest, counted down: a seat may have no least price.
    """
    steps = steps_between(half, mate, candidates)
    least, most = _limits(half, mate, candidates)
    if half.is_scarce:
        found = _settled(-most, -least, np.ascontiguousarray(steps.T))
        return None if found is None else -found
    return _settled(least, most, steps)


def _settled(prices: Numbers, most: Numbers, steps: Numbers) -> Numbers | None:
    """Raise prices until no step raises one; None if one would pass its limit, or if they never settle."""
    moved = np.arange(len(prices))
    for _ in range(MOST_STEPS):
        if (prices > most).any():
            return None
        if not len(moved):
            return prices
        offered = (prices[moved, None] + steps[moved]).max(axis=0)
        moved = np.flatnonzero(offered > prices)
        prices = np.maximum(prices, offered)
    return None


def _limits(half: Half, mate: Numbers, candidates: sparse.csr_array | None) -> tuple[Numbers, Numbers]:
    """Return between which least and greatest price each mentor's lies."""
    count = len(half.seats)
    taken = np.bincount(mate[mate != NOBODY], minlength=count)
    least, most = np.full(count, LOW, np.int64), np.full(count, -LOW, np.int64)
    if not half.is_scarce:
        for mentor, (own, n) in enumerate(zip(half.seats, taken, strict=True)):
            if n < len(own):
                most[mentor] = -own[n]
            least[mentor] = -own[n - 1] if n else most[mentor] if own else 0
        return least, most
    rows = np.flatnonzero(mate != NOBODY)
    np.minimum.at(most, mate[rows], half.gain[rows, mate[rows]])
    waiting = np.flatnonzero(mate == NOBODY)
    if candidates is None:
        least = np.maximum(least, half.gain[waiting].max(axis=0, initial=np.iinfo(np.int32).min).astype(np.int64))
    else:
        part = candidates[waiting]
        row = waiting[np.repeat(np.arange(len(waiting)), np.diff(part.indptr))]
        np.maximum.at(least, part.indices, half.gain[row, part.indices])
    return least, most
