"""When a pair meets and takes its tests: found from the days on which the product will call them due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bole.mentoring.rules.calendar import due_day, nominal_days
from bole.mentoring.rules.dates import last_day_of
from bole.mentoring.rules.shipped import SHIPPED
from bole.sandbox.rules.days import Almanac, step
from bole.sandbox.rules.leaves import Leaves
from bole.sandbox.rules.mentoring_terms import PairPlan, Talk, Test
from bole.values.workdays import is_working_day

A_DAY = timedelta(days=1)
MORNING, AFTERNOON = 10.5, 15.5
PLACES = ("face", "face", "face", "video", "phone")
NAMES_TOPICS = 0.85
LENGTHS = (45, 60, 60, 60, 75, 90)


@dataclass(frozen=True)
class Diary:
    """The days of pairs: who is away when, and what today is."""

    almanac: Almanac
    leaves: Leaves

    def is_free(self, one: PairPlan) -> Callable[[date], bool]:
        """Return a test for days on which the two of a pair are here."""
        return lambda day: is_working_day(day) and not any(self.leaves.is_away(each, day) for each in (one.mentor, one.mentee))

    def due(self, one: PairPlan, kind: str) -> list[tuple[date, date]]:
        """Return the duties of a kind, as the product lays them: the day by the cadence, and the day that it is due."""
        framework = SHIPPED[one.framework]
        every = {"meeting": framework.meeting_every, "test": framework.test_every, "report": framework.report_every}[kind]
        begins = max(one.first_day, one.approved_on or one.first_day)
        free = self.is_free(one)
        last = last_day_of(one.first_day, one.months)
        return [(day, due_day(day, free)) for day in nominal_days(kind, every, begins, last)]  # type: ignore[arg-type]  # one of the three

    def last_day(self, one: PairPlan) -> date:
        """Return up to which day the pair has done things: yesterday, or the day it ended."""
        return min(step(self.almanac.anchor, -1), one.ended_on or date.max, last_day_of(one.first_day, one.months))

    def talks(self, one: PairPlan, rng: Random, *, on_time: float) -> tuple[Talk, ...]:
        """Return the meetings of an ordinary pair: one for each duty, in time as often as `on_time` says; the last one always is."""
        until, free, found = self.last_day(one), self.is_free(one), list[Talk]()
        duties = [(nominal, due) for nominal, due in self.due(one, "meeting") if due <= until]
        before = one.approved_on or one.first_day
        for n, (nominal, due) in enumerate(duties):
            is_late = n < len(duties) - 1 and rng.random() > on_time
            wanted = step(due, rng.randint(1, 4)) if is_late else step(due, -rng.randint(0, 4))
            day = wanted if is_late else _free_back(wanted, due, max(before, one.first_day), free)
            if day <= until:
                found.append(self.talk(day, rng, n))
            before = nominal + A_DAY
        return tuple(found)

    def talk(self, day: date, rng: Random, n: int) -> Talk:
        """Return a meeting on a day; topics come in the order of the plan."""
        hour, topics = rng.choice((MORNING, AFTERNOON)) + rng.random(), (n % 3,) if rng.random() < NAMES_TOPICS else ()
        return Talk(day=day, hour=hour, minutes=rng.choice(LENGTHS), place=rng.choice(PLACES), topics=topics)

    def tests(self, one: PairPlan, rng: Random, *, gain: float) -> tuple[Test, ...]:
        """Return a test at the beginning and one for each that was due."""
        points = rng.randint(58, 76)
        first = _free_on(step(one.approved_on or one.first_day, 1), self.is_free(one))
        until = self.last_day(one)
        found = [Test(day=first, points=points)] if first <= until else []
        for n, (_, due) in enumerate(self.due(one, "test"), 1):
            day = step(due, -rng.randint(0, 3))
            if due <= until:
                found.append(Test(day=day, points=min(round(points * (1 + gain * n) + rng.gauss(0, 2)), 98)))
        return tuple(found)


def _free_back(wanted: date, due: date, after: date, free: Callable[[date], bool]) -> date:
    """Return the first free day from `wanted` on, at most the due day, and after another one."""
    day = max(wanted, after + A_DAY)
    while day < due and not free(day):
        day += A_DAY
    return min(day, due)


def _free_on(day: date, free: Callable[[date], bool]) -> date:
    while not free(day):
        day += A_DAY
    return day


def every_so_often(first: date, last: date, *, days: int, free: Callable[[date], bool]) -> list[date]:
    """Return days about so far apart; one on which somebody is away moves to the next on which both are here."""
    found = [first]
    while found[-1] + days * A_DAY <= last:
        day = _free_on(found[-1] + days * A_DAY, free)
        if day > last:
            break
        found.append(day)
    return found
