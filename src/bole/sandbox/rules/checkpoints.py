"""Where a shown score comes from: the month of the headline, and what pages compare it with: the state at the end of last week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import LEAST_DAYS
from bole.sandbox.rules.sheet import Elapsed
from bole.values.period import Period
from bole.values.workdays import working_days

Way = Literal["same", "late", "previous", "none"]
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoints:
    """The days on which planned scores hold.

    `way` says how this week's change comes about: facts of this week in the same month; facts of a month that was over before this week
    began, told only this morning (late); last week still showed the month before (previous); last week showed nothing (none).
    `before` are the working days told by last Sunday, `week` those since; both of the headline month, `late` ones at its end.
    """

    month: Period
    way: Way
    before: Sequence[date]
    week: Sequence[date]
    whole: int

    @property
    def then(self) -> Elapsed:
        """What was over last Sunday (of the month before, if that was shown)."""
        return Elapsed(self.whole, len(self.before))

    @property
    def now(self) -> Elapsed:
        """What is over today."""
        return Elapsed(self.whole, len(self.before) if self.way == "late" else len(self.before) + len(self.week))


def checkpoints_on(clock: Clockwork) -> Checkpoints:
    """Return the checkpoints of a demo's day."""
    almanac = clock.almanac
    month, sunday = almanac.headline, almanac.last_sunday
    days = [day for day in clock.of_month(month) if day <= almanac.anchor]
    whole = len(clock.of_month(month))
    if sunday >= month.last_day:
        return Checkpoints(month=month, way="late", before=days, week=days[-3:], whole=whole)
    before = [day for day in days if day <= sunday]
    week = [day for day in days if day > sunday]
    if len(before) >= LEAST_DAYS:
        return Checkpoints(month=month, way="same", before=before, week=week, whole=whole)
    way: Way = "previous" if month.before.last_day > sunday - WEEK else "none"
    return Checkpoints(month=month, way=way, before=[], week=days, whole=whole)


def elapsed(month: Period) -> Elapsed:
    """Return a month that is over."""
    days = working_days(month.first_day, month.last_day)
    return Elapsed(days, days)
