"""People of a generated company with mentors, and what their scores would be without any."""

from dataclasses import dataclass

import numpy as np

from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.mentors import Bools, Climate, Floats, Ints

UNIT_SIZE = 24
FAMILIES, GRADES, SENIOR = 4, 5, 10  # a grade more after five years
PERSON, DRIFT, UNIT = 0.36, 0.06, 0.10  # spreads: of people, of a person's way from period to period, of units
BIG_SHOCK, HOW_BIG = 0.08, (0.25, 0.50)  # a unit-period has a big one so often; of this size, up or down
LEAVES, WEAK_LEAVE = 0.025, 0.06  # a half-year; so much likelier for each point below the middle
MISSING, MOVES = 0.06, 0.03
TAIL = 6  # degrees of freedom of the noise: now and then a score is far off


@dataclass(frozen=True, slots=True)
class People:
    """Who is there, and each score without mentors, not yet kept within the scale; `noise` of it is chance."""

    without_mentors: Floats  # [people, periods]
    noise: Floats
    heading: Floats  # [people, periods], what the next period brings by itself: nobody observes it
    unit: Ints
    grade: Ints
    tenure: Floats
    family: Ints
    is_here: Bools
    is_seen: Bools  # here, and the year is not missing
    shock: Floats  # [units, periods]


def draw_climate(seed: int) -> Climate:
    """Draw how the company is."""
    rng = stream(seed, "climate")
    return Climate(
        mean_effect=float(rng.uniform(-0.02, 0.22)),
        spread_of_effects=float(rng.uniform(0.05, 0.20)),
        noise=float(rng.uniform(0.18, 0.32)),
        shock=float(rng.uniform(0.04, 0.12)),
        choosing=float(rng.uniform(0.2, 1.2)),
        growth=float(rng.uniform(0.15, 0.5)),
    )


def draw_people(*, people: int, periods: int, climate: Climate, seed: int) -> People:
    """Draw people, where they are when, and their scores without mentors."""
    rng = stream(seed, "people", people)
    units = max(2, people // UNIT_SIZE)
    shape = (people, periods)
    joined = rng.integers(-24, periods, people)
    when = np.arange(periods)
    tenure = (when[None, :] - joined[:, None] + rng.uniform(0.2, 1.0, people)[:, None]).clip(0.0)
    unit = _units(rng, units=units, shape=shape)
    family = rng.integers(0, FAMILIES, people).astype(np.int32)
    grade = np.minimum(rng.binomial(GRADES - 1, 0.35, people)[:, None] + (tenure > SENIOR).astype(int), GRADES - 1)
    shock = climate.shock * rng.standard_normal((units, periods))
    is_big = rng.random(shock.shape) < BIG_SHOCK
    shock[is_big] += (rng.choice((-1.0, 1.0), shock.shape) * rng.uniform(*HOW_BIG, shock.shape))[is_big]
    steps = DRIFT * rng.standard_normal(shape)
    years = climate.growth * (1.0 - np.exp(-tenure / 4.0))
    level = 3.35 + PERSON * rng.standard_normal(people)[:, None] + np.cumsum(steps, axis=1) + years
    level += (0.07 * rng.standard_normal(FAMILIES))[family][:, None] + 0.04 * grade
    level += (UNIT * rng.standard_normal(units))[unit] + shock[unit, when[None, :]]
    noise = climate.noise * np.sqrt((TAIL - 2) / TAIL) * rng.standard_t(TAIL, shape)
    without = level + noise
    here = when[None, :] >= joined[:, None]
    gone = rng.random(shape) < LEAVES + WEAK_LEAVE * np.clip(3.5 - without, 0.0, 1.5)
    here &= np.cumsum(np.pad(gone[:, :-1], ((0, 0), (1, 0))) & here, axis=1) == 0
    return People(
        without_mentors=without, noise=noise, heading=np.pad(np.diff(level - shock[unit, when[None, :]], axis=1), ((0, 0), (0, 1))),
        unit=np.where(here, unit, -1).astype(np.int32), grade=grade.astype(np.int32), tenure=tenure, family=family, is_here=here,
        is_seen=here & (rng.random(shape) >= MISSING), shock=shock,
    )  # fmt: skip


def _units(rng: np.random.Generator, *, units: int, shape: tuple[int, int]) -> Ints:
    """Say in which unit everybody is; some move."""
    unit = np.repeat(rng.integers(0, units, shape[0])[:, None], shape[1], axis=1)
    for period in range(1, shape[1]):
        moves = rng.random(shape[0]) < MOVES
        unit[moves, period:] = rng.integers(0, units, int(moves.sum()))[:, None]
    return unit.astype(np.int32)
