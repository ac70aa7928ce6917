"""Months of a mentorship."""

import calendar
from datetime import date, timedelta

LEAST_MONTHS, MOST_MONTHS = 1, 24
TO_CORRECT = timedelta(days=31)


def months_later(day: date, months: int) -> date:
    """Return the same day of the month some months later, or the last day of that month if it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day_of(first_day: date, months: int) -> date:
    """Return the last day of some months that begin on `first_day`: six months from 18 May end on 17 November."""
    return months_later(first_day, months) - timedelta(days=1)


def months_between(first_day: date, last_day: date) -> int:
    """Return how many months lie between two days, both included, to the nearest whole one; at least one."""
    days = (last_day - first_day).days + 1
    return max(1, round(days * 12 / 365))


def may_still_correct(ended_on: date, why: str, day: date) -> bool:
    """Test if what was recorded of a pair that is over may be corrected; one that was called a mistake never was."""
    return why != "mistake" and day <= ended_on + TO_CORRECT
