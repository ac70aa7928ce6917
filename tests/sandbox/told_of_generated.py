"""What the tests of generated companies ask of them."""

import gc
import zlib
from dataclasses import fields, is_dataclass

import numpy as np

from bole.sandbox.generated.company import LOOK_ALIKES, SHAPES, Declines, LookAlikes, Truth


def arrays(thing):
    """Yield every array of nested dataclasses, in their order."""
    for one in fields(thing):
        value = getattr(thing, one.name)
        if isinstance(value, np.ndarray):
            yield value
        elif is_dataclass(value):
            yield from arrays(value)


def checksum(thing):
    """Return one number for all arrays of nested dataclasses."""
    number = 0
    for one in arrays(thing):
        number = zlib.crc32(np.ascontiguousarray(one).tobytes(), number)
    return number


def ratios(company, code, *, is_declining):
    """Return of each row of an indicator that has a decline (or none): what came of it over what its course says, since the first onset."""
    daily, course, declines = company.observed.daily, company.truth.course, company.truth.declines
    mine = company.observed.indicator == [one.code for one in company.observed.indicators].index(code)
    found = []
    for row in np.flatnonzero(mine & (np.isin(np.arange(len(mine)), declines.row) == is_declining)):
        first = int(declines.onset[declines.row == row][0]) if is_declining else 0
        days = slice(first, first + 60 if is_declining else None)
        known = daily.here[row, days] & daily.heard[row, days]
        expected = (course.mean[row, days] * daily.count[row, days] * known).sum()
        if expected > 0:
            found.append(float((daily.total[row, days] * known).sum() / expected))
    return np.array(found)


def within_reach(thing):
    """Return everything that can be reached from a thing, but for classes, functions and modules."""
    seen, waiting = {}, [thing]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, type) or callable(one) or hasattr(one, "__spec__"):
            continue
        seen[id(one)] = one
        waiting += gc.get_referents(one) + ([one.base] if isinstance(one, np.ndarray) and one.base is not None else [])
    return list(seen.values())


def value_of(daily, row, first, end):
    """Return an indicator's value over days on which the person was here and the source was heard."""
    days = slice(first, end)
    known = daily.here[row, days] & daily.heard[row, days]
    return float((daily.total[row, days] * known).sum() / max((daily.count[row, days] * known).sum(), 1))


def steps(company):
    """Return of each planted step: how many of its weekly spreads it is worse in 60 days than in 150 before, by its planted size."""
    daily, truth = company.observed.daily, company.truth
    found = []
    for place in np.flatnonzero(truth.declines.shape == SHAPES.index("step")):
        row, onset = int(truth.declines.row[place]), int(truth.declines.onset[place])
        apart = value_of(daily, row, onset, onset + 60) - value_of(daily, row, onset - 150, onset)
        sign = 1 if daily.is_up_worse[row] else -1
        found.append(sign * apart / truth.noise[row] / truth.declines.size[place])
    return np.array(found)


def truth_of_one_row(*, onset=(), bad_day=()):
    """Return a truth by hand: declines of row 0 by their onsets, and bad days of it."""
    numbers = np.array(onset, dtype=np.int32)
    zeros = np.zeros(len(numbers), dtype=np.int32)
    declines = Declines(row=zeros, onset=numbers, end=zeros - 1, shape=zeros, cause=zeros, size=zeros.astype(np.float32) + 3)
    days = np.array(bad_day, dtype=np.int32)
    kind = np.full(len(days), LOOK_ALIKES.index("bad_day"), dtype=np.int32)
    alike = LookAlikes(row=np.zeros(len(days), dtype=np.int32), first=days, last=days, kind=kind)
    return Truth(declines=declines, look_alikes=alike, decoys=None, noise=np.ones(1, dtype=np.float32))
