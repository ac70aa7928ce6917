"""The best matching of a pool, with its proof: solved exactly on few candidates, proved on all pairs, widened where the proof fails."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from bole.mentoring.rules.matching_guess import MOST_SHORT, ROWS, drawn_apart, guessed
from bole.mentoring.rules.matching_most import Halves, most_pairs, with_seats
from bole.mentoring.rules.matching_prices import Half, Numbers, bound, prices_of, reached
from bole.mentoring.rules.matching_steps import Step, Steps, finished
from bole.mentoring.rules.matching_values import NEVER, NOBODY, Problem

FEW = 20
SPREAD = 8
MORE = 16
GROUPS = 8
NEAR = 32
Flags = npt.NDArray[np.bool_]
Whole = npt.NDArray[np.int16] | npt.NDArray[np.int32]


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


def solving(problem: Problem) -> Steps[Solution]:
    """Solve in steps: the first candidates, as many pairs as possible, then each round of each half."""
    yield Step("solve", 0)
    gain = problem.gain
    if not gain.size:
        return Solution(np.full(len(gain), NOBODY, np.int64), 0, 0, 0, 0)
    allowed = gain > NEVER
    seats = np.array([len(one) for one in problem.seats], np.int64)
    candidates = _first(problem, allowed)
    yield Step("solve", 1)
    halves = most_pairs(allowed, seats, candidates)
    candidates = _joined(candidates, _pairs(np.flatnonzero(halves.mate != NOBODY), halves.mate[halves.mate != NOBODY], gain.shape))
    mate, prices = np.full(len(gain), NOBODY, np.int64), np.zeros(gain.shape[1], np.int64)
    scarce = yield from _solving_half(problem, candidates, halves, is_scarce=True)
    parts = [scarce, (yield from _solving_half(problem, candidates, halves, is_scarce=False))]
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


def _first(problem: Problem, allowed: Flags) -> sparse.csr_array:
    """Return the first candidates: each mentee's best at guessed prices, and some spread over all, so that not all wait for the same."""
    mentees, mentors = problem.gain.shape
    if mentors <= 2 * FEW or not allowed.any():
        return sparse.csr_array(allowed.astype(np.int8))
    coarse, prices = guessed(problem)
    step = max(1, mentors // SPREAD)
    spread = (np.arange(mentees)[:, None] * 7919 + np.arange(SPREAD)[None, :] * step) % mentors
    best_rows, best = _best_of_each(coarse, prices, FEW, MOST_SHORT // NEAR)
    rows, columns = np.concatenate([best_rows, np.repeat(np.arange(mentees), SPREAD)]), np.concatenate([best, spread.ravel()])
    is_allowed = allowed[rows, columns]
    return _pairs(rows[is_allowed], columns[is_allowed], problem.gain.shape)


def _best_of_each(gain: Whole, prices: Whole, few: int, near: int) -> tuple[Numbers, Numbers]:
    """Return rows and columns of each row's few best pairs at these prices; of such as are as `near` as this, each row takes others."""
    others = drawn_apart(gain.shape[1], near).astype(gain.dtype)
    found = []
    for start in range(0, len(gain), ROWS):
        net = gain[start : start + ROWS] - prices
        np.add(net, others[: len(net)], out=net)
        at, columns = np.divmod(np.flatnonzero(_at_least_last(net, few)), net.shape[1])
        found.append((at + start, columns))
    return np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found])


def _at_least_last(net: Whole, few: int) -> Flags:
    """Return what is worth at least as much as the last of the few best, of groups where there are enough: a few more, much sooner."""
    count = net.shape[1] // GROUPS
    best = net[:, : count * GROUPS].reshape(len(net), GROUPS, count).max(axis=1) if count >= 2 * few else net
    last = best.shape[1] - few
    return np.asarray(net >= np.partition(best, last, axis=1)[:, last, None])


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


def _solving_half(problem: Problem, candidates: sparse.csr_array, halves: Halves, *, is_scarce: bool) -> Steps[_Part]:
    rows = np.flatnonzero(halves.short_mentees == is_scarce)
    columns = np.flatnonzero(halves.full_mentors == is_scarce)
    if not len(rows) or not len(columns):
        return _Part(rows, columns, np.full(len(rows), NOBODY, np.int64))
    whole = len(rows) == problem.gain.shape[0] and len(columns) == problem.gain.shape[1]
    gain = problem.gain if whole else problem.gain[np.ix_(rows, columns)]
    half = Half(gain, tuple(problem.seats[one] for one in columns), is_scarce)
    edges = candidates if whole else sparse.csr_array(candidates[rows][:, columns])
    rounds = 0
    while True:
        rounds += 1
        yield Step("solve", 1 + rounds)
        mate = _best_among(half, edges)
        proof = _proof(half, mate, edges)
        if proof.is_over:
            return _Part(rows, columns, mate, reached(half, mate), proof.bound, rounds, proof.edges.nnz, proof.edges, proof.prices)
        edges = proof.edges


@dataclass(frozen=True, slots=True, eq=False)
class _Proof:
    """What came of proving a matching: `is_over`, or with these wider candidates a better one exists."""

    prices: Numbers
    bound: int
    edges: sparse.csr_array
    is_over: bool


def _proof(half: Half, mate: Numbers, edges: sparse.csr_array) -> _Proof:
    """Look for prices that support the matching over all pairs; whoever would gain at those found so far has a candidate more."""
    gained, begun_with = reached(half, mate), edges.nnz
    while (prices := prices_of(half, mate, edges)) is not None:
        limit, best = bound(half, prices)
        wider = edges if limit == gained else _joined(edges, _better(half, mate, prices, best))
        if wider.nnz == edges.nnz:
            return _Proof(prices, limit, edges, is_over=True)
        edges = wider
    nothing = np.zeros(len(half.seats), np.int64)
    return _Proof(nothing, bound(half, nothing)[0], edges, is_over=edges.nnz == begun_with)


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
    """Return the pairs that would gain at these prices, of each mentee some of those that would gain most."""
    own = np.where(mate == NOBODY, 0, half.gain[np.arange(len(mate)), np.maximum(mate, 0)] - prices[np.maximum(mate, 0)])
    rows = np.flatnonzero(best > own)
    net = half.gain[rows] - prices.astype(np.int32)
    net[net <= own[rows, None]] = NEVER
    near = max(1, int(half.gain.max()) // NEAR)
    at, columns = _best_of_each(net, np.zeros(net.shape[1], np.int32), min(MORE, net.shape[1]), near)
    gains = net[at, columns] > NEVER
    return _pairs(rows[at][gains], columns[gains], half.gain.shape)
