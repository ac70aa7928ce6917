"""Until when a paper holds."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal


def holds_until(granted_on: date, *, months: int) -> date | None:
    """Return the last day of a paper that holds so many months; None for good. Granted on 20 November for 24 months: 19 November."""
    if months == 0:
        return None
    years, month = divmod(granted_on.month - 1 + months, 12)
    year = granted_on.year + years
    day = min(granted_on.day, monthrange(year, month + 1)[1])
    ends = date(year, month + 1, day)
    # A month that has no such day ends the paper on its last day.
    return ends - timedelta(days=1) if day == granted_on.day else ends


def state_on(day: date, *, granted_on: date, valid_until: date | None, revoked_on: date | None) -> Literal["valid", "ended", "revoked"]:
    """Return what a paper is on a day."""
    if revoked_on is not None and revoked_on <= day:
        return "revoked"
    if day < granted_on or (valid_until is not None and valid_until < day):
        return "ended"
    return "valid"
