"""As many as possible: a matching with the most pairs, and the two halves that every such matching keeps apart.

When not everybody can be matched, let A be the mentees whom an alternating way joins to somebody unmatched, and B the mentors whom A may
have. Every matching with the most pairs fills all seats of B from A, and matches everybody outside A outside B (Dulmage and Mendelsohn):
two problems, each without a choice of how many.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import maximum_bipartite_matching

from bole.mentoring.rules.matching_values import NOBODY

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Halves:
    """A matching with the most pairs (`mate`: a mentor or `NOBODY`), and who is in A and in B. `size` pairs are the most there can be."""

    mate: Numbers
    short_mentees: Flags
    full_mentors: Flags

    @property
    def size(self) -> int:
        """How many pairs there are at most: the seats of B and the mentees outside A cover every permitted pair."""
        return int((self.mate != NOBODY).sum())


def most_pairs(allowed: Flags, seats: Numbers, candidates: sparse.csr_array) -> Halves:
    """Return a matching with the most pairs: begun on the candidates, completed on all permitted pairs."""
    mate = _begun(candidates, seats)
    left = seats - np.bincount(mate[mate != NOBODY], minlength=len(seats))
    _take_free(allowed, mate, left)
    while True:
        mentees, mentors, came_from, free = _reached(allowed, mate, left)
        if free == NOBODY:
            return Halves(mate, mentees, mentors)
        _augment(mate, came_from, free)
        left[free] -= 1


def _begun(candidates: sparse.csr_array, seats: Numbers) -> Numbers:
    """Match on the candidates, each seat a column of its own."""
    spread = with_seats(candidates, seats)
    found: npt.NDArray[np.int32] = maximum_bipartite_matching(sparse.csr_matrix(spread), perm_type="column")
    owner = np.repeat(np.arange(len(seats)), seats)
    return np.where(found >= 0, owner[np.maximum(found, 0)] if len(owner) else NOBODY, NOBODY).astype(np.int64)


def _take_free(allowed: Flags, mate: Numbers, left: Numbers) -> None:
    """Give each free seat to somebody unmatched who may have it."""
    for mentor in np.flatnonzero(left > 0):
        takers = np.flatnonzero(allowed[:, mentor] & (mate == NOBODY))[: left[mentor]]
        mate[takers] = mentor
        left[mentor] -= len(takers)


def with_seats(pairs: sparse.csr_array, seats: Numbers) -> sparse.csr_array:
    """Return the pairs with a column for each seat instead of one for each mentor."""
    first = np.concatenate([[0], np.cumsum(seats)])
    times = seats[pairs.indices]
    starts = np.concatenate([[0], np.cumsum(times)])
    columns = np.repeat(first[pairs.indices], times) + np.arange(starts[-1]) - np.repeat(starts[:-1], times)
    pointers = starts[pairs.indptr]
    data = np.repeat(pairs.data, times)
    return sparse.csr_array((data, columns, pointers), shape=(pairs.shape[0], int(first[-1])))


def _reached(allowed: Flags, mate: Numbers, left: Numbers) -> tuple[Flags, Flags, Numbers, int]:
    """Walk from the unmatched along permitted pairs and back along made ones; stop at a mentor with a free seat, if there is one."""
    mentees, mentors = mate == NOBODY, np.zeros(len(left), np.bool_)
    came_from = np.full(len(left), NOBODY, np.int64)
    front = np.flatnonzero(mentees)
    while len(front):
        among = allowed[front]
        fresh = np.flatnonzero(among.any(axis=0) & ~mentors)
        came_from[fresh] = front[among[:, fresh].argmax(axis=0)]
        mentors[fresh] = True
        free = fresh[left[fresh] > 0]
        if len(free):
            return mentees, mentors, came_from, int(free[0])
        is_fresh = np.zeros(len(left), np.bool_)
        is_fresh[fresh] = True
        front = np.flatnonzero((mate != NOBODY) & is_fresh[mate] & ~mentees)
        mentees[front] = True
    return mentees, mentors, came_from, NOBODY


def _augment(mate: Numbers, came_from: Numbers, free: int) -> None:
    """Move everybody on the way one mentor on, so that one more is matched."""
    mentor = free
    while mentor != NOBODY:
        mentee = came_from[mentor]
        mate[mentee], mentor = mentor, mate[mentee]
