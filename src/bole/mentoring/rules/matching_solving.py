"""The best matching of a pool, with its proof: solved exactly on few candidates, proved on all pairs, widened where the proof fails."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from bole.mentoring.rules.matching_most import Halves, most_pairs, with_seats
from bole.mentoring.rules.matching_prices import Half, Numbers, bound, prices_of, reached
from bole.mentoring.rules.matching_steps import Step, Steps, finished
from bole.mentoring.rules.matching_values import AT_ONCE, NEVER, NOBODY, Ints, Problem

FIRST_CANDIDATES = 28
SPREAD_CANDIDATES = 4
MORE_CANDIDATES = 8
LEAST_GUESSED = 1_000_000
NEAR = 200
EQUALS = 64
LEAST_NET = -(2**24)
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Each mentee's mentor (`NOBODY`: none), what that gains, and what no matching with as many pairs can pass: `gap` 0 is the proof."""

    mate: Numbers
    gained: int
    bound: int
    rounds: int
    candidates: int
    prices: Numbers | None = None
    halves: tuple[tuple[Numbers, Numbers, sparse.csr_array, bool], ...] = ()

    @property
    def gap(self) -> int:
        """How far the proof is from what was reached; 0: nothing better exists."""
        return self.bound - self.gained


def solve(problem: Problem) -> Solution:
    """Return the matching with the most pairs and, of all such, the greatest gain."""
    return finished(solving(problem))


def solving(problem: Problem, *, is_guess: bool = False) -> Steps[Solution]:
    """Solve in steps: prices guessed, as many pairs as possible, then each round of each half; a guess ends when it is near."""
    yield Step("solve", 0)
    gain = problem.gain
    if not gain.size:
        return Solution(np.full(len(gain), NOBODY, np.int64), 0, 0, 0, 0)
    allowed = gain > NEVER
    seats = np.array([len(one) for one in problem.seats], np.int64)
    candidates = _first(problem, allowed, _guessed(problem))
    yield Step("solve", 1)
    halves = most_pairs(allowed, seats, candidates)
    candidates = _joined(candidates, _pairs(np.flatnonzero(halves.mate != NOBODY), halves.mate[halves.mate != NOBODY], gain.shape))
    mate, prices = np.full(len(gain), NOBODY, np.int64), np.zeros(gain.shape[1], np.int64)
    scarce = yield from _solving_half(problem, candidates, halves, is_scarce=True, is_guess=is_guess)
    parts = [scarce, (yield from _solving_half(problem, candidates, halves, is_scarce=False, is_guess=is_guess))]
    for part in parts:
        if part.prices is not None:
            prices[part.columns] = part.prices
        mate[part.rows] = np.where(part.mate == NOBODY, NOBODY, part.columns[part.mate] if len(part.columns) else NOBODY)
    return Solution(
        mate,
        sum(one.gained for one in parts),
        sum(one.bound for one in parts),
        max(one.rounds for one in parts),
        sum(one.candidates for one in parts),
        prices,
        tuple(
            (one.rows, one.columns, one.edges, is_scarce)
            for one, is_scarce in zip(parts, (True, False), strict=True)
            if one.edges is not None
        ),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    rows: Numbers
    columns: Numbers
    mate: Numbers
    gained: int = 0
    bound: int = 0
    rounds: int = 0
    candidates: int = 0
    edges: sparse.csr_array | None = None
    prices: Numbers | None = None


def _guessed(problem: Problem) -> Numbers:
    """Return what the mentors' prices may be: those of a small pool, with one mentee and one seat for every few; a guess needs no proof."""
    counts = np.array([len(one) for one in problem.seats])
    every = round(float(counts[counts > 0].mean())) if counts.any() else 0
    if every < 2 or problem.gain.size < LEAST_GUESSED:
        return np.zeros(len(counts), np.int64)
    seats = tuple(own[: max(1, round(len(own) / every))] for own in problem.seats)
    guessed = finished(solving(Problem(problem.gain[::every], seats), is_guess=True)).prices
    return guessed if guessed is not None else np.zeros(len(counts), np.int64)


def _first(problem: Problem, allowed: Flags, prices: Numbers) -> sparse.csr_array:
    """Return the first candidates: each mentee's best at these prices, and some spread over all, so that nobody waits for the same few."""
    mentees, mentors = problem.gain.shape
    if mentors <= FIRST_CANDIDATES:
        return sparse.csr_array(allowed.astype(np.int8))
    step = max(1, mentors // SPREAD_CANDIDATES)
    spread = (np.arange(mentees)[:, None] * 7919 + np.arange(SPREAD_CANDIDATES)[None, :] * step) % mentors
    best_rows, best = _best_of_each(problem.gain, prices, FIRST_CANDIDATES)
    rows, columns = np.concatenate([best_rows, np.repeat(np.arange(mentees), SPREAD_CANDIDATES)]), np.concatenate([best, spread.ravel()])
    is_allowed = allowed[rows, columns]
    return _pairs(rows[is_allowed], columns[is_allowed], problem.gain.shape)


def _best_of_each(gain: Ints, prices: Numbers, few: int) -> tuple[Numbers, Numbers]:
    """Return rows and columns of each row's few best pairs at these prices; a few more where several are worth the same."""
    small = prices.astype(np.int32)
    found = []
    for start in range(0, len(gain), AT_ONCE):
        net = gain[start : start + AT_ONCE] - small
        is_best = _at_least_last(net, few)
        crowded = np.flatnonzero(is_best.sum(axis=1) > 2 * few)
        if len(crowded):  # many equals: each row takes others of them, so that not everybody waits for the same few
            is_best[crowded] = _at_least_last(np.maximum(net[crowded], LEAST_NET) * EQUALS + _drawn(crowded + start, net.shape[1]), few)
        rows, columns = np.nonzero(is_best)
        found.append((rows + start, columns))
    return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])


def _at_least_last(net: Ints, few: int) -> Flags:
    """Return what is worth at least as much as the last of each row's few best."""
    last = net.shape[1] - few
    return np.asarray(net >= np.partition(net, last, axis=1)[:, last, None])


def _drawn(rows: Numbers, columns: int) -> Ints:
    """Return numbers below `EQUALS` that look drawn, and are the same each time."""
    one, other = rows * 2_654_435_761 >> 16, np.arange(columns) * 2_246_822_519 >> 16
    return ((one[:, None] ^ other[None, :]) % EQUALS).astype(np.int32)


def _pairs(rows: Numbers, columns: Numbers, shape: tuple[int, ...]) -> sparse.csr_array:
    made = sparse.csr_array((np.ones(len(rows), np.int8), (rows, columns)), shape=shape)
    made.sum_duplicates()
    made.data[:] = 1
    return made


def _joined(one: sparse.csr_array, other: sparse.csr_array) -> sparse.csr_array:
    made = sparse.csr_array(one + other)
    made.data[:] = 1
    made.sort_indices()
    return made


def _solving_half(problem: Problem, candidates: sparse.csr_array, halves: Halves, *, is_scarce: bool, is_guess: bool) -> Steps[_Part]:
    rows = np.flatnonzero(halves.short_mentees == is_scarce)
    columns = np.flatnonzero(halves.full_mentors == is_scarce)
    if not len(rows) or not len(columns):
        return _Part(rows, columns, np.full(len(rows), NOBODY, np.int64))
    whole = len(rows) == problem.gain.shape[0] and len(columns) == problem.gain.shape[1]
    gain = problem.gain if whole else problem.gain[np.ix_(rows, columns)]
    half = Half(gain, tuple(problem.seats[one] for one in columns), is_scarce)
    edges = candidates if whole else sparse.csr_array(candidates[rows][:, columns])
    rounds, whole_number = 0, int((gain > NEVER).sum())
    while True:
        rounds += 1
        yield Step("solve", 1 + rounds)
        mate = _best_among(half, edges)
        gained = reached(half, mate)
        prices = prices_of(half, mate, None)
        if prices is None:
            prices = prices_of(half, mate, edges)
        if prices is None:
            prices = np.zeros(len(columns), np.int64)
        limit, best = bound(half, prices)
        if is_guess and limit - gained <= abs(gained) // NEAR:
            return _Part(rows, columns, mate, gained, limit, rounds, edges.nnz, edges, prices)
        wider = edges if limit == gained else _joined(edges, _better(half, mate, prices, best))
        if limit == gained or wider.nnz == edges.nnz == whole_number:
            return _Part(rows, columns, mate, gained, limit, rounds, edges.nnz, edges, prices)
        # Where prices lead no further, all permitted pairs are candidates.
        edges = wider if wider.nnz > edges.nnz else sparse.csr_array((gain > NEVER).astype(np.int8))


def _best_among(half: Half, edges: sparse.csr_array) -> Numbers:
    """Return the best matching of a half on its candidates."""
    counts = half.counts
    row = np.repeat(np.arange(edges.shape[0]), np.diff(edges.indptr))
    weighted = sparse.csr_array((half.gain[row, edges.indices].astype(np.float64), edges.indices, edges.indptr), shape=edges.shape)
    spread = with_seats(weighted, counts)
    if not half.is_scarce:
        spread.data += np.array([one for own in half.seats for one in own], np.float64)[spread.indices]
    # A weight of nothing would be no pair: all costs are at least one.
    spread.data = spread.data.max() + 1 - spread.data
    owner = np.repeat(np.arange(len(counts)), counts)
    mate = np.full(edges.shape[0], NOBODY, np.int64)
    matrix = sparse.csr_matrix(spread.T if half.is_scarce else spread)
    one, other = min_weight_full_bipartite_matching(matrix)
    found, seat = (other, one) if half.is_scarce else (one, other)
    mate[found] = owner[seat]
    return mate


def _better(half: Half, mate: Numbers, prices: Numbers, best: Numbers) -> sparse.csr_array:
    """Return the pairs that would gain at these prices, of each mentee the few that would gain most."""
    own = np.where(mate == NOBODY, 0, half.gain[np.arange(len(mate)), np.maximum(mate, 0)] - prices[np.maximum(mate, 0)])
    rows = np.flatnonzero(best > own)
    at, columns = _best_of_each(half.gain[rows], prices, min(MORE_CANDIDATES, len(half.seats)))
    gains = half.gain[rows[at], columns] - prices[columns] > own[rows[at]]
    return _pairs(rows[at][gains], columns[gains], half.gain.shape)
