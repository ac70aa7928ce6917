"""The days: the company calendar of the months that are generated, and where they lie to its long holidays."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from bole.signals.rules.daily import BoolArray, Calendar, IntArray
from bole.values.workdays import is_working_day

FIRST_DAY = date(2024, 1, 1)  # a Monday, and its holidays and those of the two years after it are published
LEAST_MONTHS, MOST_MONTHS = 12, 36
LONG_HOLIDAY = 5  # days off in a row
FAR = 99


@dataclass(frozen=True, slots=True)
class Days:
    """The calendar, and for each day what the season and the holidays make of it."""

    calendar: Calendar
    of_year: IntArray  # [days], 0 is 1 January
    to_month_end: IntArray  # [days], working days left in the month
    before_holiday: IntArray  # [days], working days until the next long holiday, FAR if none is near
    after_holiday: IntArray  # [days], working days since the last one, FAR if none is near
    holidays: tuple[tuple[int, int], ...]  # first and last day of each long holiday

    @property
    def count(self) -> int:
        """Return how many days there are."""
        return len(self.of_year)


def make_days(months: int) -> Days:
    """Return the days of so many months."""
    if not LEAST_MONTHS <= months <= MOST_MONTHS:
        raise ValueError(f"between {LEAST_MONTHS} and {MOST_MONTHS} months, not {months}")
    end = date(FIRST_DAY.year + months // 12, months % 12 + 1, 1)
    days = [FIRST_DAY + timedelta(days=n) for n in range((end - FIRST_DAY).days)]
    works = np.array([is_working_day(day) for day in days])
    holidays = tuple((first, end - 1) for first, end in runs(~works) if end - first >= LONG_HOLIDAY)
    before, after = np.full(len(days), FAR), np.full(len(days), FAR)
    for first, last in holidays:
        for near, way, start in ((before, -1, first - 1), (after, 1, last + 1)):
            _number(near, works, start=start, way=way)
    calendar = Calendar(first_day=FIRST_DAY, is_working=works, weekday=np.array([day.weekday() for day in days], dtype=np.int32))
    return Days(
        calendar=calendar,
        of_year=np.array([day.timetuple().tm_yday - 1 for day in days], dtype=np.int32),
        to_month_end=_to_month_end(days, works),
        before_holiday=before.astype(np.int32),
        after_holiday=after.astype(np.int32),
        holidays=holidays,
    )


def runs(flags: BoolArray) -> list[tuple[int, int]]:
    """Return each run of true, as its first place and the place after it."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [(int(first), int(end)) for first, end in zip(edges[::2], edges[1::2], strict=True)]


def _number(near: NDArray[np.int64], works: BoolArray, *, start: int, way: int) -> None:
    """Write numbers on the nearest eight working days from a place on, 0 on the first."""
    at, passed = start, 0
    while 0 <= at < len(works) and passed < 8:
        near[at] = min(near[at], passed)
        passed += int(works[at])
        at += way


def _to_month_end(days: list[date], works: BoolArray) -> IntArray:
    """Count the working days that are left in each day's month."""
    left = np.zeros(len(days), dtype=np.int32)
    running = 0
    for at in range(len(days) - 1, -1, -1):
        if at + 1 == len(days) or days[at + 1].month != days[at].month:
            running = 0
        left[at] = running
        running += int(works[at])
    return left
