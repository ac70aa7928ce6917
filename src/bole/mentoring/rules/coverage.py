"""How far the core topics are covered, and what comes up next time by itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bole.mentoring.rules.plan import PlanTopic


@dataclass(frozen=True, slots=True)
class Covered:
    """A topic of the plan; `on` is the day on which it was first talked about."""

    topic: PlanTopic
    on: date | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """All topics of a plan in their order."""

    topics: tuple[Covered, ...]

    @property
    def core(self) -> tuple[Covered, ...]:
        """The core topics."""
        return tuple(one for one in self.topics if one.topic.is_core)

    @property
    def done(self) -> int:
        """How many core topics were talked about."""
        return sum(one.on is not None for one in self.core)

    @property
    def all(self) -> int:
        """How many core topics there are."""
        return len(self.core)

    @property
    def left(self) -> tuple[PlanTopic, ...]:
        """The core topics that were not talked about yet."""
        return tuple(one.topic for one in self.core if one.on is None)


def coverage(plan: Sequence[PlanTopic], met: Mapping[date, Collection[str]]) -> Coverage:
    """Return what of a plan was covered; `met` are the days of meetings with the codes that were talked about."""
    first: dict[str, date] = {}
    for day in sorted(met):
        for code in met[day]:
            first.setdefault(code, day)
    return Coverage(tuple(Covered(one, first.get(one.code)) for one in plan))


def next_topics(found: Coverage, *, month: int) -> tuple[PlanTopic, ...]:
    """Return what belongs on the next agenda: core topics whose month has come and that were not covered, then the next of the plan.

    If nothing is behind, the first topic not covered yet stands alone.
    """
    left = [one.topic for one in found.topics if one.on is None]
    due = tuple(one for one in left if one.is_core and one.month <= month)
    return due or tuple(left[:1])


def month_of(day: date, *, first_day: date) -> int:
    """Return in which month of a programme a day lies; the first month is 1."""
    months = (day.year - first_day.year) * 12 + day.month - first_day.month
    return max(1, months + (1 if day.day >= first_day.day else 0))
