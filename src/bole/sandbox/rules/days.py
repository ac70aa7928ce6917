"""Days of the story: written for one example day, moved to the day on which the demo is shown.

The stories are told for Monday, 23 November 2026. On another day every date moves by working days. What a month's score tells
(stories 1, 3 and 11) moves by months and keeps its working day of the month, because a score is made of whole months.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bole.values.period import Period
from bole.values.workdays import each_working_day, is_working_day, working_day_at, working_days

EXAMPLE = date(2026, 11, 23)
MONTHS_OF_DATA = 24
LEAST_DAYS = 5  # a score needs so many working days; until then the month before is still open
CHINA = ZoneInfo("Asia/Shanghai")
_YEARS_BACK = 8


def anchor_of(day: date) -> date:
    """Return the day itself, or the working day before it if it is a day off."""
    return day if is_working_day(day) else working_day_at(day, -1)


@cache
def _working(first: date, last: date) -> tuple[date, ...]:
    """Return the working days in a span."""
    return tuple(each_working_day(first, last))


def _around(anchor: date) -> tuple[date, ...]:
    return _working(date(anchor.year - _YEARS_BACK, 1, 1), date(anchor.year + 2, 1, 1))


def steps_between(first: date, last: date) -> int:
    """Count the working days by which `last` follows `first` (negative, if it comes before it)."""
    days = _around(max(first, last))
    return bisect_left(days, last) - bisect_left(days, first)


def step(day: date, steps: int) -> date:
    """Return the working day `steps` working days after `day`; of a day off, counted from the next working day."""
    days = _around(day)
    return days[bisect_left(days, day) + steps]


@dataclass(frozen=True, slots=True)
class Almanac:
    """The demo's calendar: `anchor` is its today, a working day."""

    anchor: date

    def at(self, example: date) -> date:
        """Move a day of the example by working days."""
        return step(self.anchor, steps_between(EXAMPLE, example))

    def in_month(self, example: date) -> date:
        """Move a day of the example by months, so that it keeps its working day of the month (or the last one)."""
        months = _index(Period.of("month", example)) - _index(Period.of("month", EXAMPLE))
        month = _month(_index(self.headline) + months)
        wanted = working_days(Period.of("month", example).first_day, example)
        days = tuple(each_working_day(month.first_day, month.last_day))
        return days[min(max(wanted, 1), len(days)) - 1]

    def near(self, example: date) -> date:
        """Move a day of the example to the nearest real day of the same month and day (joiners from university in July)."""
        moved = self.at(example)
        years = [date(moved.year + n, example.month, example.day) for n in (-1, 0, 1)]
        nearest = min((day for day in years if day < self.anchor), key=lambda day: abs((day - moved).days))
        return nearest if is_working_day(nearest) else step(nearest, 0)

    @property
    def headline(self) -> Period:
        """The month whose score is shown first: this one, or the one before while this one is young."""
        month = Period.of("month", self.anchor)
        return month if working_days(month.first_day, self.anchor) >= LEAST_DAYS else month.before

    @property
    def live_months(self) -> tuple[Period, ...]:
        """The months that are open: this one, and the one before until it is closed."""
        month = Period.of("month", self.anchor)
        return (month,) if self.headline == month else (month.before, month)

    @property
    def first_month(self) -> Period:
        """The month in which the company began to use the product; work data begin on its first day."""
        return _month(_index(Period.of("month", self.anchor)) - MONTHS_OF_DATA + 1)

    @property
    def launch(self) -> date:
        """The first day of work data."""
        return self.first_month.first_day

    @property
    def months(self) -> tuple[Period, ...]:
        """The months with work data, the oldest first."""
        first = _index(self.first_month)
        return tuple(_month(first + n) for n in range(MONTHS_OF_DATA))

    @property
    def closed_months(self) -> tuple[Period, ...]:
        """The months that are closed."""
        return tuple(month for month in self.months if month not in self.live_months)

    @property
    def closed_halves(self) -> tuple[Period, ...]:
        """The halves that lie in the data whole and are closed."""
        first = Period.of("half", self.launch)
        halves = [first if first.first_day == self.launch else first.after]
        while closes_on(halves[-1]) <= self.anchor:
            halves.append(halves[-1].after)
        return tuple(halves[:-1])

    @property
    def last_sunday(self) -> date:
        """The end of the week before this one."""
        return self.anchor - timedelta(days=self.anchor.isoweekday())

    @property
    def week_ends(self) -> tuple[date, ...]:
        """The last working day of each week that is over, the oldest first."""
        last: dict[date, date] = {}
        for day in self.working:
            if day <= self.last_sunday:
                last[day - timedelta(days=day.weekday())] = day
        return tuple(last.values())

    @property
    def working(self) -> tuple[date, ...]:
        """The working days from the first of the data to today."""
        days = _around(self.anchor)
        return days[bisect_left(days, self.launch) : bisect_right(days, self.anchor)]


def closes_on(period: Period) -> date:
    """Return the day on which the product closes a period by itself."""
    return working_day_at(period.last_day, LEAST_DAYS)


def moment(day: date, hour: float) -> datetime:
    """Return the moment of a day at an hour of the company's zone (9.5 is half past nine)."""
    return (datetime.combine(day, time(), CHINA) + timedelta(seconds=round(hour * 3600))).astimezone(UTC)


def months_between(first: Period, last: Period) -> int:
    """Count the months by which `last` follows `first`."""
    return _index(last) - _index(first)


def _index(month: Period) -> int:
    return month.first_day.year * 12 + month.first_day.month - 1


def _month(index: int) -> Period:
    return Period(date(index // 12, index % 12 + 1, 1), "month")
