"""On which days results are published, and which rounds are old enough."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

DEFAULT_DAYS = ((5, 20), (11, 20))
LEAST_APART = 60
MOST_DAYS = 4
WINDOW_MONTHS = 24


def months_later(day: date, months: int) -> date:
    """Return the same day some months later; the last day of a shorter month stands for a day that it lacks."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def is_calendar(days: Sequence[tuple[int, int]]) -> bool:
    """Test if results can be published on these days of each year: one to four, real in every year, far enough apart."""
    try:
        sorted_days = sorted(date(2025, month, day) for month, day in days)  # 2025 has no 29 February
    except ValueError:
        return False
    if not 1 <= len(sorted_days) <= MOST_DAYS:
        return False
    around = [*sorted_days, sorted_days[0].replace(year=2026)]
    return all((later - day).days >= LEAST_APART for day, later in pairwise(around))


def publication_days(days: Sequence[tuple[int, int]], *, first_day: date, last_day: date) -> list[date]:
    """Return the publication days from a first to a last day, in order."""
    found = (date(year, month, day) for year in range(first_day.year, last_day.year + 1) for month, day in days)
    return sorted(day for day in found if first_day <= day <= last_day)


def next_day(days: Sequence[tuple[int, int]], *, after: date) -> date:
    """Return the next publication day after a day."""
    return publication_days(days, first_day=after + timedelta(days=1), last_day=after + timedelta(days=732))[0]


def is_old_enough(closed_on: date, *, day: date, months: int) -> bool:
    """Test if a round that closed on a day may be published on another: it has been closed for that many months."""
    return months_later(closed_on, months) <= day


def is_in_window(newest: date, *, day: date) -> bool:
    """Test if a batch still counts: its newest round closed less than two years before."""
    return months_later(newest, WINDOW_MONTHS) > day
