"""Working days and working time by the company calendar (Chinese public holidays, 调休 included)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import chinese_calendar

OPENS, CLOSES = time(9, 0), time(18, 0)
NOON, AFTER_NOON = time(12, 0), time(13, 0)
SECONDS_A_DAY = 8 * 3600


@cache
def is_published(year: int) -> bool:
    """Test if the public holidays of the year are known; weekends alone count where they are not."""
    try:
        chinese_calendar.is_workday(date(year, 6, 1))
    except NotImplementedError:
        return False
    return True


@cache
def is_working_day(day: date) -> bool:
    """Test if the company works on that day."""
    if is_published(day.year):
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < 5


@cache
def working_days(first: date, last: date) -> int:
    """Count the working days from `first` to `last`, both included; 0 if they are the wrong way round."""
    return sum(1 for _ in each_working_day(first, last))


def each_working_day(first: date, last: date) -> Iterator[date]:
    """Yield the working days from `first` to `last`, both included."""
    day = first
    while day <= last:
        if is_working_day(day):
            yield day
        day += timedelta(days=1)


def working_day_at(day: date, steps: int) -> date:
    """Return the working day `steps` working days after (before, if negative) `day`; 0 moves a day off to the next one."""
    way = -1 if steps < 0 else 1
    if steps == 0 and not is_working_day(day):
        return working_day_at(day, 1)
    for _ in range(abs(steps)):
        day += timedelta(days=way)
        while not is_working_day(day):
            day += timedelta(days=way)
    return day


def working_seconds(start: datetime, end: datetime, zone: ZoneInfo) -> int:
    """Count the seconds of working time (9:00-12:00, 13:00-18:00 on working days) between two moments; never negative."""
    start, end = start.astimezone(zone), end.astimezone(zone)
    if end <= start:
        return 0
    if start.date() == end.date():
        return _into_day(end) - _into_day(start) if is_working_day(start.date()) else 0
    first = SECONDS_A_DAY - _into_day(start) if is_working_day(start.date()) else 0
    last = _into_day(end) if is_working_day(end.date()) else 0
    between = working_days(start.date() + timedelta(days=1), end.date() - timedelta(days=1))
    return first + between * SECONDS_A_DAY + last


def _into_day(moment: datetime) -> int:
    """Count the working seconds of that day that had passed at the moment."""
    now = moment.hour * 3600 + moment.minute * 60 + moment.second
    morning = min(max(now - 9 * 3600, 0), 3 * 3600)
    return morning + min(max(now - 13 * 3600, 0), 5 * 3600)
