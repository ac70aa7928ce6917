"""Draws what happens day by day when nothing is planted, and makes it worse or better where something is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.indicators import INDICATORS, Kind
from bole.sandbox.generated.noise import Noise, answers, draw_noise, durations
from bole.sandbox.generated.weather import Weather
from bole.signals.rules.daily import IntArray

Floats = NDArray[np.float64]

ON_DUTY = 0.15  # of those at the service desk, who also work on days off
SMOOTHED_WEEKS = 13
BAD_ANSWER = 50.0  # points that an answer loses when it is one of the bad ones


@dataclass(frozen=True, slots=True)
class Usual:
    """A block of rows as they are when nothing is planted."""

    indicator: IntArray  # [n]
    level: Floats  # [n], in the indicator's unit
    rate: Floats  # [n], samples a working day
    total: Floats  # [n, days]
    count: Floats  # [n, days]
    worse: Floats  # [n, days], log of by how much things go worse, but for noise
    volume: Floats  # [n, days], how much there is to do, but for noise
    restless: Floats  # [n, days], how the spread of the noise changes

    def of_kind(self, *kinds: Kind) -> NDArray[np.int64]:
        """Return the places of the rows of these kinds."""
        return np.flatnonzero(np.isin([INDICATORS[one].kind for one in self.indicator], kinds))


def draw_usual(rng: np.random.Generator, *, indicator: IntArray, weather: Weather, works: NDArray[np.bool_]) -> Usual:
    """Draw levels, trends and noise, and what comes of them."""
    rows, days = len(indicator), len(works)
    level, rate = _between(rng, [INDICATORS[one].level for one in indicator]), _between(rng, [INDICATORS[one].rate for one in indicator])
    noise = draw_noise(rng, rows=rows, days=days)
    trend = rng.normal(0.0, 0.04, (rows, 1)) * (np.arange(days) / 365.0)
    shared = weather.worse[indicator] + trend
    worse = weather.worse[indicator] + noise.worse + trend
    is_time = np.array([INDICATORS[one].source == "service_desk" for one in indicator])
    duty = np.where(is_time & (rng.random(rows) < ON_DUTY), 0.3, 0.0)
    volume = weather.volume[indicator] * noise.busy * np.where(works, 1.0, duty[:, None])
    usual = Usual(
        indicator=indicator,
        level=level,
        rate=rate,
        total=np.zeros((rows, days)),
        count=np.zeros((rows, days)),
        worse=shared,
        volume=weather.volume[indicator].astype(np.float64),
        restless=noise.restless,
    )
    _times(rng, usual, worse=worse, volume=volume, noise=noise)
    _opinions(rng, usual, worse=worse, volume=volume, noise=noise)
    _ratios(rng, usual, worse=worse, volume=volume, noise=noise)
    _sums(rng, usual, worse=worse, volume=volume, works=works)
    return usual


def _between(rng: np.random.Generator, bounds: list[tuple[float, float]]) -> Floats:
    """Draw between bounds, evenly in the log."""
    low, high = np.log(np.array(bounds)).T
    return np.asarray(np.exp(rng.uniform(low, high)))


def _samples(count: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return row and cell of every single sample."""
    cell = np.repeat(np.arange(count.size), count.astype(np.int64).ravel())
    return cell // count.shape[1], cell


def _times(rng: np.random.Generator, usual: Usual, *, worse: Floats, volume: Floats, noise: Noise) -> None:
    """Draw durations."""
    at = usual.of_kind(Kind.TIME)
    count = rng.poisson(usual.rate[at, None] * volume[at]).astype(np.float64)
    row, cell = _samples(count)
    mean = (usual.level[at, None] * np.exp(worse[at])).ravel()[cell]
    drawn = durations(rng, mean=mean, row=at[row], noise=noise, hard=noise.hard_share[at].ravel()[cell])
    usual.count[at] = count
    usual.total[at] = np.bincount(cell, weights=drawn, minlength=count.size).reshape(count.shape)


def _opinions(rng: np.random.Generator, usual: Usual, *, worse: Floats, volume: Floats, noise: Noise) -> None:
    """Draw answers."""
    at = usual.of_kind(Kind.OPINION)
    count = rng.poisson(usual.rate[at, None] * volume[at]).astype(np.float64)
    row, cell = _samples(count)
    mean = 100.0 - (100.0 - usual.level[at, None]) * np.exp(np.minimum(worse[at] + noise.hard_share[at], 1.2))
    drawn = answers(rng, mean=mean.ravel()[cell], row=at[row], noise=noise)
    usual.count[at] = count
    usual.total[at] = np.bincount(cell, weights=drawn, minlength=count.size).reshape(count.shape)


def _ratios(rng: np.random.Generator, usual: Usual, *, worse: Floats, volume: Floats, noise: Noise) -> None:
    """Draw attempts, and how many of them succeed or fail."""
    at = usual.of_kind(Kind.SUCCESSES)
    usual.count[at] = rng.poisson(usual.rate[at, None] * volume[at])
    failing = np.clip((1 - usual.level[at, None]) * np.exp(worse[at] + noise.hard_share[at]), 0.0, 0.95)
    usual.total[at] = rng.binomial(usual.count[at].astype(np.int64), 1 - failing)
    at = usual.of_kind(Kind.FAILURES)
    usual.count[at] = rng.poisson(usual.rate[at, None] * volume[at])
    usual.total[at] = rng.poisson(usual.count[at] * usual.level[at, None] * np.exp(worse[at] + noise.hard_share[at]))


def _sums(rng: np.random.Generator, usual: Usual, *, worse: Floats, volume: Floats, works: NDArray[np.bool_]) -> None:
    """Draw pieces and troubles; every working day is a sample."""
    for kind, sign in ((Kind.TROUBLES, 1.0), (Kind.PIECES, -1.0)):
        at = usual.of_kind(kind)
        usual.count[at] = works
        usual.total[at] = rng.poisson(usual.level[at, None] * volume[at] * np.exp(sign * worse[at]))
        usual.total[at] *= works


def weekly_noise(usual: Usual) -> tuple[Floats, Floats, Floats]:
    """Return each row's spread of weekly values around their own slow course, its usual value, and its samples a week."""
    rows, days = usual.total.shape
    weeks = days // 7
    total, count = (part[:, : weeks * 7].reshape(rows, weeks, 7).sum(axis=2) for part in (usual.total, usual.count))
    has = count > 0
    value = np.divide(total, count, out=np.zeros_like(total), where=has)
    near = np.ones(SMOOTHED_WEEKS)
    around = np.stack([np.convolve(row, near, mode="same") for row in value * has])
    known = np.stack([np.convolve(row, near, mode="same") for row in has.astype(np.float64)])
    apart = (value - around / np.maximum(known, 1)) * has
    # The mean of 13 weeks holds the week itself: its own part in it is given back.
    own = known / np.maximum(known - 1, 1)
    spread = np.sqrt((apart**2 * own).sum(axis=1) / np.maximum(has.sum(axis=1), 1))
    return spread, usual.total.sum(axis=1) / np.maximum(usual.count.sum(axis=1), 1), count.mean(axis=1)


def bearable(usual: Usual, *, noise: Floats, value: Floats) -> Floats:
    """Return how many of its own weekly spreads a row can get worse at all."""
    room = np.full(len(noise), np.inf)
    for kind, left in ((Kind.SUCCESSES, 0.05), (Kind.OPINION, 45.0), (Kind.PIECES, 0.05)):
        at = usual.of_kind(kind)
        room[at] = value[at] - left if kind is not Kind.PIECES else value[at] * (1 - left)
    at = usual.of_kind(Kind.OPINION)
    room[at] = np.minimum(room[at], BAD_ANSWER * 0.9)
    return np.asarray(np.divide(room, noise, out=np.zeros_like(noise), where=noise > 0))


def shift(rng: np.random.Generator, usual: Usual, *, by: Floats, value: Floats) -> None:
    """Make rows worse day by day (better where `by` is negative), by amounts in the indicator's unit."""
    moved = np.flatnonzero(np.any(by != 0, axis=1))
    for at in moved:
        days = np.flatnonzero(by[at])
        usual.total[at, days] = _shifted(
            rng,
            kind=INDICATORS[usual.indicator[at]].kind,
            total=usual.total[at, days],
            count=usual.count[at, days],
            by=by[at, days],
            value=float(value[at]),
        )


def _shifted(rng: np.random.Generator, *, kind: Kind, total: Floats, count: Floats, by: Floats, value: float) -> Floats:
    """Return what is left of a row's days: fewer good things, or more bad ones, as many as the amounts say on average."""
    whole, worse, better = total.astype(np.int64), np.maximum(by, 0.0), np.maximum(-by, 0.0)
    if kind is Kind.TIME:
        return np.asarray(np.round(total * np.maximum(1 + by / value, 0.25)))
    if kind is Kind.OPINION:
        bad = rng.binomial(count.astype(np.int64), np.minimum(worse / BAD_ANSWER, 1.0))
        return np.clip(total - bad * BAD_ANSWER + better * count, 0.0, count * 100.0)
    if kind is Kind.SUCCESSES:
        kept = rng.binomial(whole, np.clip(1 - worse / value, 0.0, 1.0))
        saved = rng.binomial(count.astype(np.int64) - whole, np.clip(better / max(1 - value, 1e-6), 0.0, 1.0))
        return np.asarray(kept + saved, dtype=np.float64)
    if kind is Kind.PIECES:
        return np.asarray(rng.binomial(whole, np.clip(1 - worse / value, 0.0, 1.0)) + rng.poisson(better * count), dtype=np.float64)
    return np.asarray(rng.binomial(whole, np.clip(1 - better / value, 0.0, 1.0)) + rng.poisson(worse * count), dtype=np.float64)
