"""When somebody may be disturbed: quiet hours, days off, and the morning of the digest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

IsWorkingDay = Callable[[date], bool]
DIGEST_AT = time(9, 30)


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when it is quiet; over midnight if `start` is later than `end`, never if they are equal."""

    start: time = time(20, 0)
    end: time = time(8, 30)

    def is_quiet(self, clock: time) -> bool:
        """Test if it is quiet at this time of day; the minute at which it ends is not."""
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


def opening(local: datetime, hours: Hours, is_working_day: IsWorkingDay) -> datetime:
    """Return the first moment from `local` on that is neither quiet nor on a day off."""
    moment = local
    while not is_working_day(moment.date()) or hours.is_quiet(moment.time()):
        is_before_end = hours.is_quiet(moment.time()) and moment.time() < hours.end
        if is_working_day(moment.date()) and is_before_end:
            return datetime.combine(moment.date(), hours.end)
        moment = datetime.combine(moment.date() + timedelta(days=1), time(0))
    return moment


def digest_at(local: datetime, hours: Hours, is_working_day: IsWorkingDay) -> datetime:
    """Return the next morning of a digest after `local`: Monday 9:30; of a week whose Monday is a day off, its first working day."""
    monday = local.date() - timedelta(days=local.weekday())
    for week in range(3):
        first = _first_working_day(monday + timedelta(weeks=week), is_working_day)
        moment = datetime.combine(first, DIGEST_AT) if first else local
        if moment > local:
            return opening(moment, hours, is_working_day)
    return opening(local + timedelta(days=1), hours, is_working_day)


def _first_working_day(monday: date, is_working_day: IsWorkingDay) -> date | None:
    return next((day for day in (monday + timedelta(days=step) for step in range(5)) if is_working_day(day)), None)
