"""Matching a pool of 10,000 mentees and 2,000 mentors: time beside the bare solver, gap to the dense optimum.

The bare solver is SciPy's `min_weight_full_bipartite_matching` with a column for each seat. It stands beside ours twice. On the same candidates
its table is ready made, of the very pairs among which ours found and proved the best, and only the call is timed. Ours is timed with all that it
does beside such a call: which of the 20 million pairs can matter, how many can be matched, the table, and the proof over all pairs. By hand the
bare solver looks for its own candidates, from the same gains, and proves nothing. The floor for the worst served stands in the gains of both.
All times are the processor's, so that others on the machine do not count, and both sides take turns.

python -m benchmarks.matching                     # four pools; about 4 GB of memory for the dense solver
python -m benchmarks.matching 2000 400            # smaller ones
"""

import json
import sys
from dataclasses import asdict

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from benchmarks.measuring import Row, busy, in_turn, middle
from benchmarks.pools import KINDS, pool
from bole.mentoring.rules.matching_most import with_seats
from bole.mentoring.rules.matching_solving import Solution, solve
from bole.mentoring.rules.matching_values import NEVER, Problem, fits, permitted, problem_of

SEED = 9000
TURNS, TURNS_BY_HAND = 7, 3
BY_HAND, SPREAD = 28, 4


def dense(problem: Problem) -> tuple[float, int, int]:
    """Return seconds, pairs and gain of the dense solver over all pairs and seats; a pair more outweighs every gain."""
    counts = np.array([len(one) for one in problem.seats])
    owner = np.repeat(np.arange(len(counts)), counts)
    extra = np.array([one for own in problem.seats for one in own], np.float64)
    table = problem.gain[:, owner].astype(np.float64) + extra
    gains = table[table > NEVER / 2]
    more = (float(gains.max() - gains.min()) + 1) * (min(problem.gain.shape) + 1)
    table = np.where(table > NEVER / 2, table + more, 0.0)
    seconds, held = 0.0, ()

    def work() -> None:
        nonlocal held
        held = linear_sum_assignment(table, maximize=True)

    seconds = busy(work)
    rows, columns = held
    is_pair = table[rows, columns] > 0
    gain = table[rows, columns][is_pair] - more
    return seconds, int(is_pair.sum()), round(float(gain.sum()))


def bare(problem: Problem, solution: Solution) -> list[sparse.csr_matrix]:
    """Return what the bare solver is given: the very candidates by which ours was proved, with a column for each seat."""
    made = []
    for rows, columns, edges, is_scarce in solution.halves:
        gain = problem.gain[np.ix_(rows, columns)]
        counts = np.array([len(problem.seats[one]) for one in columns], np.int64)
        row = np.repeat(np.arange(edges.shape[0]), np.diff(edges.indptr))
        weighted = sparse.csr_array((gain[row, edges.indices].astype(np.float64), edges.indices, edges.indptr), shape=edges.shape)
        spread = with_seats(weighted, counts)
        if not is_scarce:
            spread.data += np.array([one for column in columns for one in problem.seats[column]], np.float64)[spread.indices]
        spread.data = spread.data.max() + 1 - spread.data
        made.append(sparse.csr_matrix(spread.T if is_scarce else spread))
    return made


def plain(problem: Problem) -> tuple[int, int]:
    """Return pairs and gain of the bare solver as one would use it by hand, from the same table: its own candidates, no proof.

    Each mentee's best and some spread over all, as ours begins, a column for each seat with its gain; more of them where it finds no
    full matching.
    """
    mentees, mentors = problem.gain.shape
    counts = np.array([len(one) for one in problem.seats], np.int64)
    owner, extra = np.repeat(np.arange(mentors), counts), np.array([one for own in problem.seats for one in own], np.float64)
    few = BY_HAND
    while True:
        best = np.argpartition(problem.gain, mentors - few, axis=1)[:, mentors - few :]
        step = mentors // SPREAD
        spread = (np.arange(mentees)[:, None] * 7919 + np.arange(SPREAD)[None, :] * step) % mentors
        columns = np.concatenate([best, spread], axis=1)
        rows, flat = np.repeat(np.arange(mentees), columns.shape[1]), columns.ravel()
        is_allowed = problem.gain[rows, flat] > NEVER
        shape = problem.gain.shape
        pairs = sparse.csr_array((np.ones(is_allowed.sum()), (rows[is_allowed], flat[is_allowed])), shape=shape)
        pairs.sum_duplicates()
        at = np.repeat(np.arange(mentees), np.diff(pairs.indptr))
        pairs.data = problem.gain[at, pairs.indices].astype(np.float64)
        wide = with_seats(pairs, counts)
        wide.data = wide.data + extra[wide.indices]
        most = wide.data.max() + 1
        wide.data = most - wide.data
        is_scarce = wide.shape[1] < mentees
        try:
            one, other = min_weight_full_bipartite_matching(sparse.csr_matrix(wide.T if is_scarce else wide))
        except ValueError:
            few *= 2
            continue
        found, seat = (other, one) if is_scarce else (one, other)
        return len(found), int(problem.gain[found, owner[seat]].astype(np.int64).sum() + extra[seat].sum())


def measure(kind: str, mentees: int, mentors: int) -> list[Row]:
    """Return the rows of one pool."""
    drawn = pool(kind, mentees=mentees, mentors=mentors, seed=SEED)
    values = busy(lambda: fits(drawn.mentees, drawn.mentors, drawn.terms.weights))
    fit = fits(drawn.mentees, drawn.mentors, drawn.terms.weights)
    problem = problem_of(drawn, fit, permitted(drawn, fit))
    found = solve(problem)
    given = bare(problem, found)
    limit, ours = in_turn(
        lambda _: busy(lambda: [min_weight_full_bipartite_matching(one) for one in given]),
        lambda _: busy(lambda: solve(problem)),
        rounds=TURNS,
    )
    by_hand, again = in_turn(lambda _: busy(lambda: plain(problem)), lambda _: busy(lambda: solve(problem)), rounds=TURNS_BY_HAND)
    hand_pairs, hand_gain = plain(problem)
    seconds, pairs, gain = dense(problem)
    mine = (int((found.mate >= 0).sum()), found.gained)
    ratio = middle(ours) / middle(limit)
    gap = abs(gain - found.gained) if pairs == mine[0] else None
    shape = f"{mentees:,} × {mentors:,}, {kind}"
    note = f"{found.rounds} round{'s' * (found.rounds > 1)}, {found.candidates:,} candidates; values {values:.1f} s"
    hand_ratio = middle(again) / middle(by_hand)
    worse = f"{(found.gained - hand_gain) / found.gained:.3%} less" if hand_pairs == mine[0] else f"{mine[0] - hand_pairs:,} pairs fewer"
    return [
        Row(
            f"matching: {shape}, by hand", f"{middle(by_hand):.2f} s", f"{middle(again):.2f} s", hand_ratio,
            "≤ 3 × the bare solver that looks for its own candidates", hand_ratio <= 3, f"it finds {worse}, and no proof",
        ),
        Row(f"matching: {shape}", f"{middle(limit):.2f} s", f"{middle(ours):.2f} s", ratio, "≤ 3 × the bare solver on the same candidates", ratio <= 3, note),
        Row(
            f"matching: {shape}, proved", f"{seconds:.1f} s dense", f"{middle(ours):.2f} s", middle(ours) / seconds, "gap 0, as many pairs",
            gap == 0 and found.gap == 0, f"{mine[0]:,} pairs, dense {pairs:,}; gap {gap}, own proof {found.gap}",
        ),
    ]  # fmt: skip


def main(given: list[str]) -> int:
    """Measure all pools and print the rows."""
    sizes = [int(one) for one in given if one.isdecimal()]
    mentees, mentors = sizes if len(sizes) == 2 else (10_000, 2_000)
    rows = [row for kind in KINDS for row in measure(kind, mentees, mentors)]
    sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
