"""Histories of units for tests of diagnoses: 24 months up to October 2026, with what the stories say of the last ones."""

from datetime import date

import numpy as np

from bole.signals.rules.diagnosis import Case, History
from bole.signals.rules.diagnosis_inputs import history_of

MONTHS = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(10, 34)]  # November 2024 to October 2026
YEAR = np.array([month.month for month in MONTHS], np.int64)


def line(usual: float, last: tuple[float, ...] = (), *, wobble: float = 0.0, seed: int = 1) -> dict[date, float]:
    """Return a value a month around its usual, ending with what is given."""
    around = usual * (1 + wobble * np.random.default_rng(seed).standard_normal(len(MONTHS)))
    around[len(MONTHS) - len(last) :] = last
    return dict(zip(MONTHS, around.tolist(), strict=True))


def unit(number: int, actual: dict[date, float], target: dict[date, float], *, is_sum: bool = False, **known: dict[date, float]) -> History:
    """Return the history of a unit."""
    samples = known.pop("samples", line(1000))
    return history_of(number, actual, target, samples, known, MONTHS, is_sum=is_sum)


def case(subject: History, *sisters: History, most: float | None = None, months: int = 3) -> Case:
    """Return the case of a unit that missed its target in the last months."""
    return Case(subject, sisters, YEAR, len(MONTHS) - months, len(MONTHS) - 1, True, most)


def beijing() -> Case:
    """Return story 6: 25 of 30 posts filled, 38 % more to do, the same people; the target had just been raised from 89 to 90."""
    target = {month: 90.0 if month >= date(2026, 7, 1) else 89.0 for month in MONTHS}
    subject = unit(
        1, line(90.4, (84, 81, 78), wobble=0.012), target, headcount=line(30, (25, 25, 25)), establishment=line(30),
        samples=line(2000, (2760, 2760, 2760), wobble=0.03, seed=2), market=line(100, wobble=0.01, seed=3),
        skills=line(82, wobble=0.01, seed=4), tenure=line(2.6, wobble=0.01, seed=5), staying=line(0.985),
    )  # fmt: skip
    shenzhen = unit(
        2, line(90.8, wobble=0.012, seed=6), line(90), headcount=line(8), establishment=line(8), samples=line(560, wobble=0.03, seed=7),
        market=line(100, wobble=0.01, seed=3), skills=line(82, wobble=0.01, seed=8), tenure=line(2.5, wobble=0.01, seed=9),
    )  # fmt: skip
    return case(subject, shenzhen, most=100.0)


def south_china() -> Case:
    """Return story 7: the industry's index is down by 16 %, the people and posts are the same; contracts in ten thousands."""
    index = line(100, (84, 84, 84), wobble=0.012, seed=11)
    target = {month: 420.0 if month >= date(2026, 7, 1) else 410.0 for month in MONTHS}
    subject = unit(
        1, line(412, (352, 338, 341), wobble=0.03, seed=12), target, is_sum=True, market=index, headcount=line(21), establishment=line(21),
        skills=line(80, wobble=0.01, seed=13), tenure=line(2.8, wobble=0.01, seed=14), staying=line(0.98),
    )  # fmt: skip
    east, north = _region(2, 520.0, 1.01), _region(3, 380.0, 0.97)
    return case(subject, east, north)


def _region(number: int, usual: float, met: float) -> History:
    """Return a region whose market stands still."""
    return unit(
        number, line(usual, (usual * met,) * 3, wobble=0.03, seed=20 + number), line(usual), is_sum=True,
        market=line(100, wobble=0.012, seed=30 + number), headcount=line(20), establishment=line(20),
        skills=line(80, wobble=0.01, seed=40 + number), tenure=line(2.8, wobble=0.01, seed=50 + number),
    )  # fmt: skip
