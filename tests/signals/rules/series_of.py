"""Series made for tests: plain weeks from a Monday on, a row for each person's indicator."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from bole.signals.rules.daily import Calendar, Daily, Surroundings

MONDAY = date(2026, 1, 5)


def calendar(days, *, first_day=MONDAY, off: Sequence[date] = (), on: Sequence[date] = ()):
    every = [first_day + timedelta(days=n) for n in range(days)]
    working = [(day.weekday() < 5 and day not in off) or day in on for day in every]
    return Calendar(first_day, np.array(working), np.array([day.weekday() for day in every], dtype=np.int32))


def daily(values, days: Calendar, *, count=1.0, up_is_worse=True, here=None, heard=None, team=None, family=None):
    """Values of working days, [n, working days], put on their calendar days; `count` samples on each."""
    values = np.atleast_2d(np.asarray(values, dtype=np.float64))
    number, every = values.shape[0], days.is_working.size
    total, counts = np.zeros((number, every), np.float32), np.zeros((number, every), np.float32)
    total[:, days.is_working], counts[:, days.is_working] = values * count, count
    yes = np.ones((number, every), np.bool_)
    return Daily(
        total=total,
        count=counts,
        here=yes if here is None else here,
        heard=yes if heard is None else heard,
        is_up_worse=np.full(number, up_is_worse),
        team=np.arange(number, dtype=np.int32) if team is None else np.asarray(team, dtype=np.int32),
        family=None if family is None else np.asarray(family, dtype=np.int32),
    )


def surroundings(days: Calendar, number=1, *, open_work=6.0, projects=1.0):
    shape = (number, days.is_working.size)
    return Surroundings(
        open_work=np.full(shape, open_work, np.float32),
        projects=np.full(shape, projects, np.float32),
        absent=np.zeros(shape, np.bool_),
        mentoring=np.zeros(shape, np.float32),
    )


def until(data, days, column):
    """Data and calendar without what comes after the column."""
    part = {name: getattr(data, name)[:, : column + 1] for name in ("total", "count", "here", "heard")}
    return replace(data, **part), replace(days, is_working=days.is_working[: column + 1], weekday=days.weekday[: column + 1])


def workday(days: Calendar, number):
    """The column of a working day, by its number."""
    return int(np.flatnonzero(days.is_working)[number])


def noisy(rng, days: Calendar, number=1, *, level=1.0, scatter=0.2):
    """Values around a level, never below a tenth of it."""
    return np.maximum(level * (1 + scatter * rng.standard_normal((number, int(days.is_working.sum())))), level / 10)
