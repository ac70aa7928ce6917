"""What everybody shares: weekday, season, month's end, holidays, slow drifts, sources that fall silent, shocks of a whole unit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.indicators import INDICATORS, SOURCES
from bole.sandbox.generated.staff import Rows
from bole.sandbox.generated.year import FAR, Days
from bole.signals.rules.daily import BoolArray, FloatArray, IntArray

SHOCKED = 0.12  # of the pairs of team and indicator, over two years


@dataclass(frozen=True, slots=True)
class Weather:
    """The company's part in what happens on a day."""

    worse: FloatArray  # [indicators, days], log of by how much things go worse than usual
    volume: FloatArray  # [indicators, days], how much there is to do
    drifts: tuple[tuple[int, int, int], ...]  # indicator, first day, last day
    silent: BoolArray  # [sources, days]
    shocks: IntArray  # [shocks, 3], team, first day, last day
    shock_size: FloatArray  # [shocks]


def make_weather(*, days: Days, rows: Rows, seed: int) -> Weather:
    """Draw what everybody shares."""
    worse = np.stack([_worse(days, stream(seed, "worse", n)) for n in range(len(INDICATORS))])
    drifts = _drifts(stream(seed, "drift"), days=days.count)
    for indicator, first, last in drifts:
        worse[indicator] += _slow(first, last, days=days.count, height=float(stream(seed, "height", indicator).uniform(0.2, 0.4)))
    shocks, size = _shocks(stream(seed, "shocks"), teams=int(rows.team.max()) + 1, days=days.count)
    return Weather(
        worse=worse.astype(np.float32),
        volume=np.stack([_volume(days, stream(seed, "volume", n)) for n in range(len(INDICATORS))]).astype(np.float32),
        drifts=drifts,
        silent=np.stack([_silent(stream(seed, "silent", n), days=days.count) for n in range(len(SOURCES))]),
        shocks=shocks,
        shock_size=size,
    )


def _worse(days: Days, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return weekday, season, month's end and holidays as a log of worse."""
    by_weekday = np.append(rng.normal(np.array([0.08, 0.0, 0.0, 0.0, 0.02]), 0.06), [0.1, 0.1])
    season = rng.uniform(0.03, 0.12) * np.sin(2 * np.pi * (days.of_year / 365.25 + rng.random()))
    month_end = rng.uniform(0.0, 0.15) * (days.to_month_end < 3)
    before = rng.uniform(0.05, 0.25) * np.where(days.before_holiday < 5, 1 - days.before_holiday / 5, 0.0)
    after = rng.uniform(0.2, 0.6) * np.where(days.after_holiday < 5, 1 - days.after_holiday / 5, 0.0)
    return np.asarray(by_weekday[days.calendar.weekday] + season + month_end + before + after)


def _volume(days: Days, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return how much there is to do; on days off nothing, but for a few who are on duty (see `drawing`)."""
    by_weekday = np.append(1 + rng.normal(0.0, 0.08, 5), [1.0, 1.0])
    season = 1 + rng.uniform(0.03, 0.15) * np.sin(2 * np.pi * (days.of_year / 365.25 + rng.random()))
    before = np.where(days.before_holiday < 5, 1 - rng.uniform(0.2, 0.5) * (1 - days.before_holiday / 5), 1.0)
    after = np.where((days.after_holiday < 3) & (days.after_holiday < FAR), rng.uniform(0.6, 1.3), 1.0)
    return np.asarray(np.maximum(by_weekday[days.calendar.weekday] * season * before * after, 0.1))


def _drifts(rng: np.random.Generator, *, days: int) -> tuple[tuple[int, int, int], ...]:
    """Choose two indicators that drift for everybody, once each, over some months."""
    if days < 400:
        return ()
    chosen = rng.choice(len(INDICATORS), size=2, replace=False)
    return tuple((int(one), first, first + int(rng.integers(110, 170))) for one in chosen for first in [int(rng.integers(200, days - 175))])


def _slow(first: int, last: int, *, days: int, height: float) -> NDArray[np.float64]:
    """Return a slow swing up to a height and back."""
    at = (np.arange(days) - first) / (last - first)
    return np.where((at >= 0) & (at <= 1), height * np.sin(np.pi * np.clip(at, 0, 1)) ** 2, 0.0)


def _silent(rng: np.random.Generator, *, days: int) -> BoolArray:
    """Draw the days on which a source is not heard."""
    silent = np.zeros(days, dtype=np.bool_)
    for _ in range(1 + int(rng.poisson(1.5 * days / 730))):
        first = int(rng.integers(0, days))
        silent[first : first + int(rng.integers(2, 16))] = True
    return silent


def _shocks(rng: np.random.Generator, *, teams: int, days: int) -> tuple[IntArray, FloatArray]:
    """Draw which teams were hit as a whole, when, and how hard in standard deviations of each row's weekly values."""
    hit = np.flatnonzero(rng.random(teams) < SHOCKED)
    first = rng.integers(120, max(days - 40, 121), len(hit))
    last = first + rng.integers(14, 60, len(hit))
    return np.stack([hit, first, last], axis=1).astype(np.int32), rng.uniform(2.0, 5.0, len(hit)).astype(np.float32)
