"""A pool matched: the pairs with what they are worth, who stays unmatched and why, and what first come, first served would have reached."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from bole.mentoring.rules.matching import MOST_STYLE, Mentee, Mentor, Terms, counted, fit_of, seat_points
from bole.mentoring.rules.matching_steps import Step, Steps, finished
from bole.mentoring.rules.matching_values import AT_ONCE, NOBODY, Flags, Ints, Pool, permitted, problem_of, styles, weighing

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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """What the pairs of a pool are worth without load: a row for each mentee, mentors in order of their keys."""

    fit: Ints
    row: Mapping[int, int]

    def rows_of(self, mentees: Sequence[Mentee]) -> Ints:
        """Return the rows of these, in their order."""
        return self.fit[[self.row[one.key] for one in mentees]]


def match_pool(pool: Pool) -> Matched:
    """Return the best matching: the most pairs; of those the greatest objective; of those the most in common in style."""
    return finished(matching(pool))


def matching(pool: Pool, table: Table | None = None) -> Steps[Matched]:
    """Match in steps; `table` are the pool's pairs, if they were weighed before."""
    from bole.mentoring.rules.matching_solving import solving  # here: it wants scipy, for which no process should wait before it can answer

    table = table or (yield from weighed(pool))
    mentors = sorted(pool.mentors, key=lambda one: one.key)
    fixed, free_mentees, free_mentors = _apart(pool, mentors)
    free = replace(pool, mentees=free_mentees, mentors=free_mentors, fixed={})
    fit = table.rows_of(free_mentees)
    allowed = permitted(free, fit)
    solution = yield from solving(problem_of(free, fit, allowed))
    made = {
        free_mentees[row].key: (free_mentors[int(mentor)].key, int(fit[row, mentor]))
        for row, mentor in enumerate(solution.mate)
        if mentor != NOBODY
    }
    pairs = _with_loads(fixed, made, {one.key: one for one in pool.mentors}, pool.terms)
    left = np.flatnonzero(solution.mate == NOBODY).tolist()
    barred = _barred({free_mentees[row].key for row in left}, pool)
    unmatched = tuple(_why_not(free_mentees[row], fit[row], free, allowed[row], barred) for row in left)
    return Matched(pairs=pairs, unmatched=unmatched, objective=objective_of(pairs, pool.terms), gap=solution.gap)


def weighed(pool: Pool) -> Steps[Table]:
    """Weigh all pairs of a pool, both sides in order of their keys."""
    mentees, mentors = sorted(pool.mentees, key=lambda one: one.key), sorted(pool.mentors, key=lambda one: one.key)
    fit = yield from weighing(mentees, mentors, pool.terms.weights)
    return Table(fit=fit, row={one.key: n for n, one in enumerate(mentees)})


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


def _barred(mentee_keys: Collection[int], pool: Pool) -> defaultdict[int, set[int]]:
    """Return whom each of these may never have."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for mentee, mentor in pool.forbidden:
        if mentee in mentee_keys:
            found[mentee].add(mentor)
    return found


def _why_not(mentee: Mentee, fit: Ints, pool: Pool, allowed: Flags, barred: Mapping[int, Collection[int]]) -> Unmatched:
    """Return why somebody stays without a mentor."""
    never = {*barred.get(mentee.key, ()), mentee.key}
    may = np.array([one.key not in never for one in pool.mentors], np.bool_)
    fitting = may & (fit >= pool.terms.least)
    why: Why
    if not may.any():
        why, numbers = "no_mentor", {"mentors": len(pool.mentors)}
    elif not fitting.any():
        why, numbers = "below_least", {"mentors": int(may.sum()), "best": int(fit[may].max()), "least": pool.terms.least}
    elif not allowed.any():
        in_hours = sum(one.in_hours for one, is_one in zip(pool.mentors, fitting, strict=True) if is_one)
        why, numbers = "no_seats", {"mentors": int(fitting.sum())} | ({"hours": in_hours} if in_hours else {})
    else:
        seats = sum(one.seats for one, is_one in zip(pool.mentors, allowed, strict=True) if is_one)
        why, numbers = "others_first", {"mentors": int(allowed.sum()), "seats": seats}
    return Unmatched(mentee=mentee.key, why=why, numbers=tuple(numbers.items()))


def first_come(pool: Pool) -> Matched:
    """Return what first come, first served reaches: each mentee in turn takes the best mentor who still has a seat."""
    return finished(coming_first(pool))


def coming_first(pool: Pool, table: Table | None = None) -> Steps[Matched]:
    """Let the mentees come in turn, some at a time."""
    table = table or (yield from weighed(pool))
    mentors, terms = sorted(pool.mentors, key=lambda one: one.key), pool.terms
    fit = table.rows_of(pool.mentees)
    in_order = replace(pool, mentors=mentors)
    allowed = permitted(in_order, fit) if len(mentors) else np.zeros(fit.shape, np.bool_)
    alike = styles(pool.mentees, mentors)
    counts = np.array([counted(value, terms) * (MOST_STYLE + 1) for value in range(int(fit.max(initial=0)) + 1)])
    given = np.zeros(len(mentors), np.int64)
    loads = [[seat_points(one.capacity, one.taken, seat, terms.weights.load) for seat in range(one.seats)] for one in mentors]
    next_load = np.array([one[0] if one else 0 for one in loads], np.int64)
    made: dict[int, tuple[int, int]] = {}
    for row, mentee in enumerate(pool.mentees):
        if row % AT_ONCE == 0:
            yield Step("compare", row, len(pool.mentees))
        free = np.flatnonzero(allowed[row])
        if not len(free):
            continue
        chosen = int(free[(counts[fit[row, free]] + next_load[free] * (MOST_STYLE + 1) + alike[row, free]).argmax()])
        made[mentee.key] = (mentors[chosen].key, int(fit[row, chosen]))
        given[chosen] += 1
        if given[chosen] < len(loads[chosen]):
            next_load[chosen] = loads[chosen][int(given[chosen])]
        else:
            allowed[:, chosen] = False
    pairs = _with_loads({}, made, {one.key: one for one in mentors}, terms)
    return Matched(pairs=pairs, unmatched=(), objective=objective_of(pairs, terms), gap=0)
