"""The same values for a whole pool at once, as arrays: `matching.py` says what they mean, a test holds that both agree."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from bole.mentoring.rules.matching import (
    ENOUGH_HOURS,
    MOST_LEVEL,
    ROLE_ALL,
    ROLE_FAMILY,
    ROLE_FRAMEWORK,
    ROLE_GRADE,
    Mentee,
    Mentor,
    Terms,
    Weights,
    counted,
    effect_points,
    seat_points,
    share,
)
from bole.mentoring.rules.matching_steps import Step, Steps

Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
NEVER = np.iinfo(np.int32).min // 2
NOBODY = -1
AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Everybody of a round. Pairs (mentee, mentor) in `forbidden` are never made, those in `fixed` always."""

    mentees: Sequence[Mentee]
    mentors: Sequence[Mentor]
    terms: Terms = field(default_factory=Terms)
    forbidden: Collection[tuple[int, int]] = frozenset()
    fixed: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """What is solved: the gain of each pair (`NEVER`: not permitted), and of each mentor the gains of the seats, the best first."""

    gain: Ints
    seats: tuple[tuple[int, ...], ...]


def fits(mentees: Sequence[Mentee], mentors: Sequence[Mentor], weights: Weights) -> Ints:
    """Return how well each mentee (row) and each mentor (column) fit, without load."""
    found = _skills(mentees, mentors, weights.skills)
    found += _role(mentees, mentors, weights.role)
    found += np.array([effect_points(one.effect, weights.effect) for one in mentors], np.int32)[None, :]
    found += _place(mentees, mentors, weights.place)
    found += _hours(mentees, mentors, weights.hours)
    _add_likes(found, mentees, mentors, weights)
    return found


def weighing(mentees: Sequence[Mentee], mentors: Sequence[Mentor], weights: Weights) -> Steps[Ints]:
    """Weigh all pairs, some mentees at a time."""
    found = np.empty((len(mentees), len(mentors)), np.int32)
    for start in range(0, len(mentees), AT_ONCE):
        yield Step("weigh", start * len(mentors), found.size)
        found[start : start + AT_ONCE] = fits(mentees[start : start + AT_ONCE], mentors, weights)
    return found


def _shares(weight: int, part: Ints, whole: Ints | int) -> Ints:
    """Return `share` of arrays."""
    return ((2 * weight * part + whole) // (2 * whole)).astype(np.int32, copy=False)


def _skills(mentees: Sequence[Mentee], mentors: Sequence[Mentor], weight: int) -> Ints:
    """Count by skill and own level, as a product of matrices: whole numbers below 2^24, so exact in single precision."""
    names = {pair: n for n, pair in enumerate(sorted({pair for one in mentees for pair in one.wants.items()}))}
    wants, held = np.zeros((len(mentees), len(names)), np.float32), np.zeros((len(names), len(mentors)), np.float32)
    for row, one in enumerate(mentees):
        for pair in one.wants.items():
            wants[row, names[pair]] = 1
    of_code: dict[str, list[tuple[int, int]]] = {}
    for (code, own), n in names.items():
        of_code.setdefault(code, []).append((own, n))
    for column, mentor in enumerate(mentors):
        for code, level in mentor.skills.items():
            for own, n in of_code.get(code, ()):
                if level > own:
                    held[n, column] = min(level, MOST_LEVEL)
    got = (wants @ held).astype(np.int32)
    count = np.array([len(one.wants) for one in mentees], np.int32)[:, None]
    return np.where(count > 0, _shares(weight, got, MOST_LEVEL * np.maximum(count, 1)), np.int32(share(weight, 1, 2)))


def _coded(*columns: Sequence[str]) -> list[npt.NDArray[np.int32]]:
    codes = {name: n for n, name in enumerate(sorted({name for column in columns for name in column if name}), start=1)}
    return [np.array([codes.get(name, 0) for name in column], np.int32) for column in columns]


def _role(mentees: Sequence[Mentee], mentors: Sequence[Mentor], weight: int) -> Ints:
    one, other = _coded([m.family for m in mentees], [m.family for m in mentors])
    got = ROLE_FAMILY * ((one[:, None] == other[None, :]) & (one > 0)[:, None]).astype(np.int32)
    names = sorted({m.framework for m in mentees})
    knows = np.array([[name in m.frameworks for m in mentors] for name in names], np.int32).reshape(len(names), len(mentors))
    row = {name: n for n, name in enumerate(names)}
    got += ROLE_FRAMEWORK * knows[[row[m.framework] for m in mentees]]
    below, above = np.array([m.grade for m in mentees], np.int32), np.array([m.grade for m in mentors], np.int32)
    got += ROLE_GRADE * (above[None, :] > below[:, None])
    points: Ints = np.array([share(weight, n, ROLE_ALL) for n in range(ROLE_ALL + 1)], np.int32)
    return np.asarray(points[got])


def _place(mentees: Sequence[Mentee], mentors: Sequence[Mentor], weight: int) -> Ints:
    one, other = _coded([m.place for m in mentees], [m.place for m in mentors])
    unknown = (one == 0)[:, None] | (other == 0)[None, :]
    return np.where(unknown, share(weight, 1, 2), weight * (one[:, None] == other[None, :])).astype(np.int32)


def _hours(mentees: Sequence[Mentee], mentors: Sequence[Mentor], weight: int) -> Ints:
    names = {name: n for n, name in enumerate(sorted({h for m in mentees for h in m.hours} | {h for m in mentors for h in m.hours}))}
    one, other = _marked([m.hours for m in mentees], names), _marked([m.hours for m in mentors], names)
    common = np.minimum(one @ other.T, ENOUGH_HOURS).astype(np.int32)
    points = np.array([share(weight, n, ENOUGH_HOURS) for n in range(ENOUGH_HOURS + 1)], np.int32)[common]
    unknown = np.array([not m.hours for m in mentees], np.bool_)[:, None] | np.array([not m.hours for m in mentors], np.bool_)
    return np.where(unknown, np.int32(share(weight, 1, 2)), points)


def _marked(held: Sequence[Collection[object]], names: Mapping[Any, int]) -> npt.NDArray[np.float32]:
    """Return a row for each, with a one where it holds a name."""
    table = np.zeros((len(held), len(names)), np.float32)
    for row, own in enumerate(held):
        table[row, [names[name] for name in own if name in names]] = 1
    return table


def _add_likes(found: Ints, mentees: Sequence[Mentee], mentors: Sequence[Mentor], weights: Weights) -> None:
    row, column = {one.key: n for n, one in enumerate(mentees)}, {one.key: n for n, one in enumerate(mentors)}
    for mentee in mentees:
        for key in mentee.likes & column.keys():
            found[row[mentee.key], column[key]] += weights.wanted_by_mentee
    for mentor in mentors:
        for key in mentor.likes & row.keys():
            found[row[key], column[mentor.key]] += weights.wanted_by_mentor


def styles(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Ints:
    """Return in how many ways each two like to work alike."""
    names = {way: n for n, way in enumerate(sorted({way for m in mentees for way in m.style.items()}))}
    one, other = _marked([m.style.items() for m in mentees], names), _marked([m.style.items() for m in mentors], names)
    return (one @ other.T).astype(np.int32)


def permitted(pool: Pool, fit: Ints) -> Flags:
    """Return which pairs may be made: not with oneself, not forbidden, not below the least, with a mentor who has a seat."""
    row = {one.key: n for n, one in enumerate(pool.mentees)}
    column = {one.key: n for n, one in enumerate(pool.mentors)}
    found = fit >= pool.terms.least
    found &= np.array([one.seats > 0 for one in pool.mentors], np.bool_)[None, :]
    for mentee, mentor in [*pool.forbidden, *((key, key) for key in row.keys() & column.keys())]:
        if mentee in row and mentor in column:
            found[row[mentee], column[mentor]] = False
    return found


def problem_of(pool: Pool, fit: Ints, allowed: Flags) -> Problem:
    """Return what is solved. Style counts less than one point of all pairs together, so it decides between equals only."""
    scale = scale_of(len(pool.mentees))
    table = np.array([counted(value, pool.terms) * scale for value in range(int(fit.max(initial=0)) + 1)], np.int32)
    gain = table[fit]
    if any(one.style for one in pool.mentees) and any(one.style for one in pool.mentors):
        gain += styles(pool.mentees, pool.mentors)
    gain[~allowed] = NEVER
    weight = pool.terms.weights.load
    seats = tuple(tuple(scale * seat_points(one.capacity, one.taken, seat, weight) for seat in range(one.seats)) for one in pool.mentors)
    return Problem(gain, seats)


def scale_of(mentees: int) -> int:
    """Return by how much points are stretched so that all style together is less than one."""
    return 4 * mentees + 1
