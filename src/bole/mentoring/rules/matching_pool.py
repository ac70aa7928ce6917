"""A pool matched: the pairs with what they are worth, who stays unmatched and why, and what first come, first served would have reached."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from bole.mentoring.rules.matching import MOST_STYLE, Mentee, Mentor, Terms, counted, fit_of, seat_points
from bole.mentoring.rules.matching_values import NOBODY, Flags, Ints, Pool, fits, permitted, problem_of, styles

Why = Literal["no_mentor", "below_least", "no_seats", "others_first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """A mentee and a mentor: how well they fit, the points of the seat, and whether HR fixed the pair."""

    mentee: int
    mentor: int
    fit: int
    load: int
    is_fixed: bool = False

    @property
    def value(self) -> int:
        """What the pair is worth, of a hundred."""
        return self.fit + self.load


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """Somebody without a mentor: why, and the numbers that say so."""

    mentee: int
    why: Why
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What a pool comes to. `objective` is compared between results with as many pairs; `gap` 0: nothing is better."""

    pairs: tuple[Paired, ...]
    unmatched: tuple[Unmatched, ...]
    objective: int
    gap: int

    @property
    def total(self) -> int:
        """The value of all pairs together."""
        return sum(one.value for one in self.pairs)


def match_pool(pool: Pool) -> Matched:
    """Return the best matching: the most pairs; of those the greatest objective; of those the most in common in style."""
    from bole.mentoring.rules.matching_solving import solve  # here: it wants scipy, for which no process should wait before it can answer

    mentors = sorted(pool.mentors, key=lambda one: one.key)
    fixed, free_mentees, free_mentors = _apart(pool, mentors)
    free = replace(pool, mentees=free_mentees, mentors=free_mentors, fixed={})
    fit = fits(free_mentees, free_mentors, pool.terms.weights)
    allowed = permitted(free, fit)
    solution = solve(problem_of(free, fit, allowed))
    made = {
        free_mentees[row].key: (free_mentors[int(mentor)].key, int(fit[row, mentor]))
        for row, mentor in enumerate(solution.mate)
        if mentor != NOBODY
    }
    pairs = _with_loads(fixed, made, {one.key: one for one in pool.mentors}, pool.terms)
    unmatched = tuple(_why_not(one, fit[row], free, allowed[row]) for row, one in enumerate(free_mentees) if solution.mate[row] == NOBODY)
    return Matched(pairs=pairs, unmatched=unmatched, objective=objective_of(pairs, pool.terms), gap=solution.gap)


def objective_of(pairs: Sequence[Paired], terms: Terms) -> int:
    """Return what pairs come to: what each fit counts, and the load of its seat."""
    return sum(counted(one.fit, terms) + one.load for one in pairs)


def _apart(pool: Pool, mentors: list[Mentor]) -> tuple[dict[int, tuple[int, int]], list[Mentee], list[Mentor]]:
    """Take fixed pairs out: each has its mentor and uses one of the seats."""
    by_key = {one.key: one for one in mentors}
    mentees = sorted(pool.mentees, key=lambda one: one.key)
    fixed = {
        one.key: (pool.fixed[one.key], fit_of(one, by_key[pool.fixed[one.key]], pool.terms.weights))
        for one in mentees
        if pool.fixed.get(one.key) in by_key
    }
    used: defaultdict[int, int] = defaultdict(int)
    for mentor, _ in fixed.values():
        used[mentor] += 1
    rest = [replace(one, taken=one.taken + used[one.key]) for one in mentors]
    return fixed, [one for one in mentees if one.key not in fixed], rest


def _with_loads(
    fixed: Mapping[int, tuple[int, int]], made: Mapping[int, tuple[int, int]], mentors: Mapping[int, Mentor], terms: Terms
) -> tuple[Paired, ...]:
    """Give each pair the points of a seat: fixed ones sit first, then the better the fit, the earlier."""
    of_mentor: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for mentee, (mentor, fit) in {**fixed, **made}.items():
        of_mentor[mentor].append((0 if mentee in fixed else 1, -fit, mentee))
    pairs = []
    for mentor, rows in of_mentor.items():
        who = mentors[mentor]
        for seat, (order, fit, mentee) in enumerate(sorted(rows)):
            load = seat_points(who.capacity, who.taken, seat, terms.weights.load)
            pairs.append(Paired(mentee=mentee, mentor=mentor, fit=-fit, load=load, is_fixed=order == 0))
    return tuple(sorted(pairs, key=lambda one: one.mentee))


def _why_not(mentee: Mentee, fit: Ints, pool: Pool, allowed: Flags) -> Unmatched:
    """Return why somebody stays without a mentor."""
    barred = {mentor for one, mentor in pool.forbidden if one == mentee.key} | {mentee.key}
    may = np.array([one.key not in barred for one in pool.mentors], np.bool_)
    fitting = may & (fit >= pool.terms.least)
    why: Why
    if not may.any():
        why, numbers = "no_mentor", {"mentors": len(pool.mentors)}
    elif not fitting.any():
        why, numbers = "below_least", {"mentors": int(may.sum()), "best": int(fit[may].max()), "least": pool.terms.least}
    elif not allowed.any():
        why, numbers = "no_seats", {"mentors": int(fitting.sum())}
    else:
        seats = sum(one.seats for one, is_one in zip(pool.mentors, allowed, strict=True) if is_one)
        why, numbers = "others_first", {"mentors": int(allowed.sum()), "seats": seats}
    return Unmatched(mentee=mentee.key, why=why, numbers=tuple(numbers.items()))


def first_come(pool: Pool) -> Matched:
    """Return what first come, first served reaches: each mentee in turn takes the best mentor who still has a seat."""
    mentors, terms = sorted(pool.mentors, key=lambda one: one.key), pool.terms
    fit = fits(pool.mentees, mentors, terms.weights)
    allowed = permitted(pool, fit) if len(mentors) else np.zeros(fit.shape, np.bool_)
    alike = styles(pool.mentees, mentors)
    table = np.array([counted(value, terms) * (MOST_STYLE + 1) for value in range(int(fit.max(initial=0)) + 1)])
    given = np.zeros(len(mentors), np.int64)
    loads = [[seat_points(one.capacity, one.taken, seat, terms.weights.load) for seat in range(one.seats)] for one in mentors]
    next_load = np.array([one[0] if one else 0 for one in loads], np.int64)
    made: dict[int, tuple[int, int]] = {}
    for row, mentee in enumerate(pool.mentees):
        free = np.flatnonzero(allowed[row])
        if not len(free):
            continue
        chosen = int(free[(table[fit[row, free]] + next_load[free] * (MOST_STYLE + 1) + alike[row, free]).argmax()])
        made[mentee.key] = (mentors[chosen].key, int(fit[row, chosen]))
        given[chosen] += 1
        if given[chosen] < len(loads[chosen]):
            next_load[chosen] = loads[chosen][int(given[chosen])]
        else:
            allowed[:, chosen] = False
    pairs = _with_loads({}, made, {one.key: one for one in mentors}, terms)
    return Matched(pairs=pairs, unmatched=(), objective=objective_of(pairs, terms), gap=0)
