"""The first weeks: how long somebody is new, and on which working day a line of the newcomer's list is meant."""

from datetime import date, timedelta

from bole.values.workdays import working_day_at

NEW_DAYS = 30  # as long as the score is the person's own
LIST_DAYS = 90  # a list that is not done is kept so long
MOST_DAY = 20


def is_new(joined_on: date, day: date) -> bool:
    """Test if somebody is in the first thirty days."""
    return joined_on <= day < joined_on + timedelta(days=NEW_DAYS)


def keeps_list(joined_on: date, day: date) -> bool:
    """Test if the newcomer's list is still shown to somebody."""
    return joined_on <= day < joined_on + timedelta(days=LIST_DAYS)


def nth_day(joined_on: date, n: int) -> date:
    """Return the n-th working day since somebody joined; whoever joins on a day off begins on the next working day."""
    return working_day_at(working_day_at(joined_on, 0), n - 1)


def week_of(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
