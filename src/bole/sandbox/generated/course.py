"""Tells how each row would go without its decline: what a limit needs, and no detector sees.

The means are the generator's own. What no formula says (the row's constant, how samples, days and weeks scatter) is read from the row's
two years as they were drawn before anything was planted.
"""

import numpy as np

from bole.sandbox.generated.company import Course, floats
from bole.sandbox.generated.drawing import Floats, Usual
from bole.sandbox.generated.indicators import INDICATORS, Kind

FULL = 100.0  # points of an answer
MOST_LOG = 1.2  # as the generator bounds what answers lose
FORTNIGHT = 10  # days with samples
MOST_HANGING = 6.0
LEAST = 1e-9


def course_of(usual: Usual, *, by: Floats, value: Floats) -> Course:
    """Return the course of a block of rows: `by` in the indicator's unit is what is known to happen to them, but declines."""
    rows, days = usual.total.shape
    mean, bad = np.zeros((rows, days)), _bad(usual)
    single, daily, bent, hangs = np.ones(rows), np.zeros((rows, days)), np.zeros((rows, 2)), np.ones(rows)
    for row in range(rows):
        kind, count = INDICATORS[usual.indicator[row]].kind, usual.count[row]
        one = _plain(usual, row, kind)
        one *= bad[row].sum() / max((one * count).sum(), LEAST)
        used = count > 0
        expected = one[used] * count[used]
        restless = usual.restless[row] ** 2
        restless /= max(float(restless.mean()), LEAST)
        if kind is Kind.TIME:
            single[row], of_days, bent[row], apart = _in_logs(bad[row, used], expected, count[used])
        else:
            single[row], of_days, apart = _in_counts(bad[row, used], expected, count[used], kind=kind)
        daily[row], hangs[row] = of_days * restless, _hanging(apart)
        mean[row] = moved(one, by[row], kind=kind, level=float(value[row]))
    return Course(*(floats(part) for part in (mean, single, daily, bent, hangs, value)))


def joined(parts: list[Course]) -> Course:
    """Return the course of all blocks."""
    return Course(*(np.concatenate([getattr(part, name) for part in parts]) for name in Course.__slots__))


def moved(mean: Floats, by: Floats | float, *, kind: Kind, level: Floats | float) -> Floats:
    """Return what a mean of bad things becomes where a row is worse by so much in its own unit; the same as is done to what was drawn."""
    worse, better = np.maximum(by, 0.0), np.maximum(-np.asarray(by), 0.0)
    if kind is Kind.TIME:
        return np.asarray(mean * np.maximum(1 + (worse - better) / level, 0.25))
    if kind is Kind.OPINION:
        return np.asarray(np.maximum(mean + worse - better, LEAST))
    if kind is Kind.SUCCESSES:
        failing = 1 - (1 - mean) * np.clip(1 - worse / level, 0.0, 1.0)
        return np.asarray(failing * (1 - np.clip(better / np.maximum(1 - level, 1e-6), 0.0, 0.999)))
    if kind is Kind.PIECES:
        return np.asarray(mean * np.clip(1 - worse / level, 0.0, 1.0) + better)
    return np.asarray(mean * np.clip(1 - better / level, 0.0, 1.0) + worse)


def _bad(usual: Usual) -> Floats:
    bad = usual.total.copy()
    for kind, full in ((Kind.OPINION, FULL), (Kind.SUCCESSES, 1.0)):
        at = usual.of_kind(kind)
        bad[at] = full * usual.count[at] - usual.total[at]
    return bad


def _plain(usual: Usual, row: int, kind: Kind) -> Floats:
    """Return the mean of one day's bad things, for one of `count`, but for the row's constant."""
    worse = usual.worse[row]
    if kind is Kind.PIECES:
        return np.asarray(usual.volume[row] * np.exp(-worse))
    if kind is Kind.TROUBLES:
        return np.asarray(usual.volume[row] * np.exp(worse))
    return np.asarray(np.exp(np.minimum(worse, MOST_LOG) if kind is Kind.OPINION else worse))


def _in_logs(bad: Floats, expected: Floats, count: Floats) -> tuple[float, float, Floats, Floats]:
    """Return how durations scatter in logarithms: by samples, by days, their mean, and how far each day is from it."""
    ratio: Floats = np.log(np.maximum(bad, LEAST) / np.maximum(expected, LEAST))
    per = np.stack([np.ones_like(count), 1 / count], axis=1)
    bent: Floats = np.linalg.lstsq(per, ratio, rcond=None)[0].astype(np.float64)
    away = ratio - per @ bent
    away = np.clip(away, -4 * away.std(), 4 * away.std())
    of_days, single = np.maximum(np.linalg.lstsq(per, away**2, rcond=None)[0], [0.002, 0.05])
    return float(single), float(of_days), bent, np.asarray(away / np.sqrt(of_days + single / count), dtype=np.float64)


def _in_counts(bad: Floats, expected: Floats, count: Floats, *, kind: Kind) -> tuple[float, float, Floats]:
    """Return how bad things scatter: by samples, by days, and how far each day is from its mean."""
    squares, left = (bad - expected) ** 2, 1 - expected / count if kind is Kind.SUCCESSES else 1.0
    single = 1.0
    if kind is Kind.OPINION:
        single = float(squares.sum() / max(expected.sum(), LEAST))
    of_days = max(float((squares - single * expected * left).sum() / max((expected**2).sum(), LEAST)), 0.0)
    return single, of_days, (bad - expected) / np.sqrt(np.maximum(single * expected * left + of_days * expected**2, LEAST))


def _hanging(apart: Floats) -> float:
    """Return how much more ten days scatter than ten times one day."""
    if apart.size < 10 * FORTNIGHT:
        return 1.0
    sums = np.convolve(apart - apart.mean(), np.ones(FORTNIGHT), mode="valid")
    return float(np.clip(sums.var() / FORTNIGHT / max(float(apart.var()), LEAST), 1.0, MOST_HANGING))
