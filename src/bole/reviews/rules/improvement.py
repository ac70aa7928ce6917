"""The arithmetic of an improvement plan: its weeks, what is on time, for how long it has gone up; and what a plan must hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from bole.reviews.refusals_improvement import GoalsMissing, MilestoneOutside, MilestonesMissing, StartsTooEarly, WeeksWrong

Way = Literal["better", "same", "harder"]
WAYS: Final[tuple[Way, ...]] = ("better", "same", "harder")
LEAST_WEEKS, MOST_WEEKS = 4, 26
MOST_GOALS, MOST_MILESTONES = 5, 8
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone: by when, and when it was done."""

    due_on: date
    done_on: date | None

    def is_late(self, today: date) -> bool:
        """Test if it was done too late, or should have been done."""
        return (self.done_on or today) > self.due_on


def last_day_of(first_day: date, weeks: int) -> date:
    """Return the last day of a plan."""
    return first_day + weeks * WEEK - timedelta(days=1)


def week_of(first_day: date, weeks: int, today: date) -> int:
    """Return in which week a plan is: 0 before it begins, its last week from then on."""
    return min(weeks, max(0, (today - first_day).days // 7 + 1))


def all_on_time(steps: Sequence[Step], *, today: date) -> bool:
    """Test if nothing is late, neither done nor open."""
    return not any(one.is_late(today) for one in steps)


def weeks_running_better(checks: Mapping[int, Way]) -> int:
    """Return for how many of the last checked weeks without a gap it has gone better."""
    count, week = 0, max(checks, default=0)
    while checks.get(week) == "better":
        count, week = count + 1, week - 1
    return count


def insist_whole(*, goals: Sequence[str], milestones: Sequence[date], first_day: date, weeks: int, today: date) -> None:
    """Refuse a plan that is not whole.

    :raises WeeksWrong, StartsTooEarly, GoalsMissing, MilestonesMissing, MilestoneOutside: then
    """
    if not LEAST_WEEKS <= weeks <= MOST_WEEKS:
        raise WeeksWrong(least=LEAST_WEEKS, most=MOST_WEEKS, where="weeks")
    if first_day < today:
        raise StartsTooEarly(where="first_day")
    if not 1 <= len(goals) <= MOST_GOALS:
        raise GoalsMissing(most=MOST_GOALS, where="goals")
    if not 1 <= len(milestones) <= MOST_MILESTONES:
        raise MilestonesMissing(most=MOST_MILESTONES, where="milestones")
    last = last_day_of(first_day, weeks)
    for one in milestones:
        if not first_day <= one <= last:
            raise MilestoneOutside(first=first_day, last=last, where="milestones")
