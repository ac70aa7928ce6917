"""When mentees are asked: at the end of the first month, then every two months."""

from collections.abc import Iterator
from datetime import date, timedelta

from bole.mentoring.rules.dates import last_day_of

FIRST, EVERY = 1, 2  # months
OPEN_DAYS = 14
LATEST = timedelta(days=30)  # a job that comes later than this asks no more


def survey_days(first_day: date, *, until: date) -> Iterator[date]:
    """Yield the days on which a mentee is asked, up to the pair's last day: the ends of month 1, 3, 5 and so on."""
    months = FIRST
    while (day := last_day_of(first_day, months)) <= until:
        yield day
        months += EVERY


def asked_now(first_day: date, *, until: date, today: date) -> date | None:
    """Return the day of asking that has come, if it has come lately: the last one, once."""
    days = [day for day in survey_days(first_day, until=until) if day <= today]
    return days[-1] if days and today - days[-1] < LATEST else None


def closing_day(opens_on: date, *, today: date) -> date:
    """Return the last day to answer: two weeks, and a week at least if the asking came late."""
    return max(opens_on + timedelta(days=OPEN_DAYS - 1), today + timedelta(days=OPEN_DAYS // 2 - 1))
