"""Families of noise, mixed over the rows. Who writes a detector does not read this file, and no document names what stands in it.

Seven families: even; heavy tails; what sticks from day to day; moods, calm spells and wild ones; bursts of counts; values rounded to
coarse steps; two kinds of things whose mix changes from week to week.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EVEN, TAILS, STICKY, MOODS, BURSTS, ROUNDED, TWO_KINDS = range(7)
_SHARES = (0.22, 0.15, 0.17, 0.13, 0.13, 0.10, 0.10)
_HARD = 4.0  # how much longer a hard thing takes


@dataclass(frozen=True, slots=True)
class Noise:
    """What chance makes of rows: per day, and per single sample."""

    family: NDArray[np.int64]  # [n]
    worse: NDArray[np.float64]  # [n, days], log of by how much things go worse that day
    busy: NDArray[np.float64]  # [n, days], factor on how much there is
    hard_share: NDArray[np.float64]  # [n, days], share of hard things
    spread: NDArray[np.float64]  # [n], log-normal spread of single durations
    restless: NDArray[np.float64]  # [n, days], spread of `worse` as it changes from day to day, 1 where it does not


def draw_noise(rng: np.random.Generator, *, rows: int, days: int) -> Noise:
    """Draw a family for each row, and what it does day by day."""
    family = rng.choice(len(_SHARES), size=rows, p=_SHARES)
    worse = rng.standard_normal((rows, days)) * rng.uniform(0.04, 0.14, (rows, 1))
    for n in np.flatnonzero(family == TAILS):
        worse[n] = np.clip(rng.standard_t(2.6, days) * 0.12, -1.2, 2.5)
    sticky = np.flatnonzero(family == STICKY)
    worse[sticky] = _sticky(rng, rows=len(sticky), days=days)
    moody = np.flatnonzero(family == MOODS)
    restless = np.ones((rows, days))
    even = rng.standard_normal((len(moody), days))
    restless[moody] = _moods(rng, rows=len(moody), days=days)
    worse[moody] = even * restless[moody]
    busy = np.ones((rows, days))
    bursting = np.flatnonzero(family == BURSTS)
    shape = rng.uniform(0.7, 2.5, (len(bursting), 1))
    busy[bursting] = rng.gamma(np.broadcast_to(shape, (len(bursting), days))) / shape
    hard = np.zeros((rows, days))
    mixed = np.flatnonzero(family == TWO_KINDS)
    hard[mixed] = np.repeat(rng.beta(1.5, 6.0, (len(mixed), days // 7 + 1)), 7, axis=1)[:, :days]
    return Noise(family=family, worse=worse, busy=busy, hard_share=hard, spread=rng.uniform(0.6, 1.0, rows), restless=restless)


def _sticky(rng: np.random.Generator, *, rows: int, days: int) -> NDArray[np.float64]:
    """Return what carries over from day to day."""
    stays = rng.uniform(0.6, 0.85, rows)
    height = rng.uniform(0.10, 0.20, rows)
    fresh: NDArray[np.float64] = rng.standard_normal((rows, days)) * (height * np.sqrt(1 - stays**2))[:, None]
    state = rng.standard_normal(rows) * height
    for day in range(days):
        state = stays * state + fresh[:, day]
        fresh[:, day] = state
    return fresh


def _moods(rng: np.random.Generator, *, rows: int, days: int) -> NDArray[np.float64]:
    """Return a spread that changes between calm and wild every few weeks."""
    block = int(rng.integers(18, 35))
    by_block = np.exp(rng.normal(np.log(0.13), 0.65, (rows, days // block + 1)))
    return np.asarray(np.minimum(np.repeat(by_block, block, axis=1)[:, :days], 0.5))


def durations(
    rng: np.random.Generator, *, mean: NDArray[np.float64], row: NDArray[np.int64], noise: Noise, hard: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Draw single durations around their means: log-normal, with what each row's family adds."""
    spread = noise.spread[row]
    drawn = mean * np.exp(rng.standard_normal(len(mean)) * spread - spread**2 / 2)
    drawn *= np.where(rng.random(len(mean)) < hard, _HARD, 1.0)
    family = noise.family[row]
    lost = (family == TAILS) & (rng.random(len(mean)) < 0.02)
    drawn = np.where(lost, drawn * (1 + np.minimum(rng.pareto(1.7, len(mean)), 12.0)), drawn)
    coarse = family == ROUNDED
    return np.where(coarse, np.maximum(np.round(drawn / 900.0), 1.0) * 900.0, np.maximum(np.round(drawn), 1.0))


def answers(rng: np.random.Generator, *, mean: NDArray[np.float64], row: NDArray[np.int64], noise: Noise) -> NDArray[np.float64]:
    """Draw single answers from 0 to 100 around their means: ten steps, or four for the coarse, now and then a zero for the angry."""
    share = np.clip(mean / 100.0, 0.05, 0.99)
    person = rng.beta(share * 6.0, (1 - share) * 6.0)
    family = noise.family[row]
    steps = np.where(family == ROUNDED, 4, 10)
    drawn = rng.binomial(steps, person) / steps * 100.0
    return np.where((family == TAILS) & (rng.random(len(mean)) < 0.03), 0.0, drawn)
