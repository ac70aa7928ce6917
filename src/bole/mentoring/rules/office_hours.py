"""Office hours: a stretch of a day, cut into places of some minutes; what fits, what overlaps, when somebody is reminded."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

LEAST_MINUTES, MOST_MINUTES = 10, 120
MOST_PLACES = 12
MOST_SKILLS = 5
MOST_AHEAD = timedelta(days=92)
TO_MARK = timedelta(days=31)  # after the day who came may be noted, and corrected
LONGEST_PLACE, LONGEST_ABOUT = 200, 200


def fits(begins_at: datetime, ends_at: datetime, *, places: int, minutes: int) -> bool:
    """Test if so many places of so many minutes lie within the stretch."""
    within = LEAST_MINUTES <= minutes <= MOST_MINUTES and 1 <= places <= MOST_PLACES
    return within and begins_at + timedelta(minutes=places * minutes) <= ends_at


def starts(begins_at: datetime, *, places: int, minutes: int) -> list[datetime]:
    """Return when each place begins, one after the other from the first moment on."""
    return [begins_at + timedelta(minutes=n * minutes) for n in range(places)]


def overlaps(one: tuple[datetime, datetime], others: Iterable[tuple[datetime, datetime]]) -> bool:
    """Test if a stretch shares a moment with one of the others; one that begins where another ends does not."""
    return any(one[0] < other[1] and other[0] < one[1] for other in others)


def remind_from(day: date) -> date:
    """Return from which day on people are reminded: the day before."""
    return day - timedelta(days=1)
