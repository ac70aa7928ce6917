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
MOST_APART = 2**24


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


@dataclass(frozen=True, slots=True, eq=False)
class _Moves:
    """What the best of a mentor's mentees gains by going to another one who is a candidate, for each two mentors."""

    source: Numbers
    target: Numbers
    gain: Numbers

    @property
    def back(self) -> "_Moves":
        """The same moves, the other way round."""
        return _Moves(self.target, self.source, self.gain)


def prices_of(half: Half, mate: Numbers, candidates: sparse.csr_array) -> Numbers | None:
    """Return prices at which nobody gains by another candidate; None if there are none, because a better matching exists.

    Counted up along the moves they are the least, counted down the greatest ones. The middle of both, rounded down, supports the matching
    too (such prices are L-natural-convex: Murota 2003), and leaves the most room to pairs that are no candidates.
    """
    moves = _moves(half, mate, candidates)
    least, most = _limits(half, mate, candidates)
    if half.is_scarce:  # each seat is filled: a price may have no least, but has a greatest
        top = _raised(-most, -least, moves.back)
        return None if top is None else _middle(-top, _raised(np.maximum(least, -top - MOST_APART), most, moves))
    low = _raised(least, most, moves)
    if low is None:
        return None
    top = _raised(-np.minimum(most, low + MOST_APART), -least, moves.back)
    return low if top is None else _middle(low, -top)


def _middle(one: Numbers, other: Numbers | None) -> Numbers:
    return one if other is None else (one + other) // 2


def _moves(half: Half, mate: Numbers, candidates: sparse.csr_array) -> _Moves:
    """Return the moves along candidates."""
    row = np.repeat(np.arange(len(mate)), np.diff(candidates.indptr))
    is_matched = mate[row] != NOBODY
    row, column = row[is_matched], candidates.indices[is_matched]
    gain = half.gain[row, column].astype(np.int64) - half.gain[row, mate[row]]
    keys = mate[row] * len(half.seats) + column
    starts, order = _groups(keys)
    source, target = np.divmod(keys[order][starts], len(half.seats))
    return _Moves(source, target, np.maximum.reduceat(gain[order], starts) if len(gain) else gain)


def _groups(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return where each group of equal keys starts in sorted order, and that order."""
    order = np.argsort(keys, kind="stable")
    return np.flatnonzero(np.diff(keys[order], prepend=-1)), order


def _raised(prices: Numbers, most: Numbers, moves: _Moves) -> Numbers | None:
    """Raise prices until no move raises one; None if one would pass its limit, or if they never settle (Bellman and Ford)."""
    starts, order = _groups(moves.target)
    source, target, gain = moves.source[order], moves.target[order][starts], moves.gain[order]
    for _ in range(len(prices) + 1):
        if (prices > most).any():
            return None
        if not len(source):
            return prices
        offered = np.maximum.reduceat(prices[source] + gain, starts)
        if (offered <= prices[target]).all():
            return prices
        prices = prices.copy()
        prices[target] = np.maximum(prices[target], offered)
    return None


def _limits(half: Half, mate: Numbers, candidates: sparse.csr_array) -> tuple[Numbers, Numbers]:
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
    part = candidates[waiting]
    row = waiting[np.repeat(np.arange(len(waiting)), np.diff(part.indptr))]
    np.maximum.at(least, part.indices, half.gain[row, part.indices])
    return least, most
