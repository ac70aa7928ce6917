"""Working time as numbers: a moment is a place on the line of all working seconds, so that spans of working time add up exactly."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bole.sandbox.rules.days import CHINA, Almanac
from bole.values.period import Period
from bole.values.workdays import SECONDS_A_DAY, each_working_day

_EAST = timedelta(hours=8)
_MORNING = 3 * 3600
_LOOK_AHEAD = 60


@dataclass(frozen=True)
class Clockwork:
    """The working days around the data, numbered; and when the demo is shown.

    `shown_at` is the moment up to which things have happened: half past nine of today, or earlier if it is made before.
    """

    almanac: Almanac
    shown_at: datetime
    days: tuple[date, ...] = field(init=False)
    _starts: dict[date, datetime] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Give each working day its number."""
        first, last = self.almanac.launch - timedelta(days=60), self.almanac.anchor + timedelta(days=_LOOK_AHEAD)
        object.__setattr__(self, "days", tuple(each_working_day(first, last)))

    def index(self, day: date) -> int:
        """Return the number of the first working day that is not before `day`."""
        return bisect_left(self.days, day)

    def between(self, first: date, last: date) -> Sequence[date]:
        """Return the working days of a span."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def of_month(self, month: Period) -> Sequence[date]:
        """Return the working days of a month."""
        return self.between(month.first_day, month.last_day)

    def at(self, day: date, hour: float) -> datetime:
        """Return the moment of a day at an hour, never later than what has happened if it is today."""
        start = self._starts.get(day)
        if start is None:
            start = self._starts[day] = datetime(day.year, day.month, day.day, tzinfo=UTC) - _EAST
        moment = start + timedelta(seconds=round(hour * 3600))
        return self._today(start, hour) if day == self.almanac.anchor else moment

    def _today(self, start: datetime, hour: float) -> datetime:
        """Squeeze the hours of today into what of it is over, at most until work begins."""
        over = min((self.shown_at - start).total_seconds(), 9 * 3600)
        return start + timedelta(seconds=round(over * min(max(hour, 0.0), 23.9) / 24))

    def has_happened(self, moment: datetime) -> bool:
        """Test if the moment has come."""
        return moment <= self.shown_at

    def place(self, day: date, second: int) -> int:
        """Return the place of a working second (0 to 28,799) of a working day on the line."""
        return bisect_left(self.days, day) * SECONDS_A_DAY + second

    def moment(self, place: int) -> datetime:
        """Return the moment of a place on the line."""
        number, second = divmod(place, SECONDS_A_DAY)
        day = self.days[number]
        start = self._starts.get(day)
        if start is None:
            start = self._starts[day] = datetime(day.year, day.month, day.day, tzinfo=UTC) - _EAST
        return start + timedelta(seconds=9 * 3600 + second + (3600 if second >= _MORNING else 0))

    def place_of(self, moment: datetime) -> int:
        """Return the place of a moment on the line: of one outside working time, where work goes on."""
        local = moment.astimezone(CHINA)
        number = bisect_left(self.days, local.date())
        if self.days[number] != local.date():
            return number * SECONDS_A_DAY
        second = local.hour * 3600 + local.minute * 60 + local.second - 9 * 3600
        return number * SECONDS_A_DAY + min(max(second if second < _MORNING else max(second - 3600, _MORNING), 0), SECONDS_A_DAY)

    def answered(self, place: int, count: int) -> datetime:
        """Return the moment of an answer: on the last day it is given before work begins, when no working time has gone by."""
        day = self.day(place)
        return self.at(day, 1.0 + count % 18) if day == self.almanac.anchor else self.moment(place)

    def day(self, place: int) -> date:
        """Return the day of a place on the line."""
        return self.days[place // SECONDS_A_DAY]
