"""The demo company as the tests ask for it: planned once a day, and the work of single people, without a database."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pytest

from bole.sandbox.rules.checkpoints import Checkpoints, checkpoints_on
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import CompanyPlan, company_on
from bole.sandbox.rules.days import moment
from bole.sandbox.rules.facts_now import readings_of, total_of
from bole.sandbox.rules.hand import PLAN, Hand, Worker
from bole.sandbox.rules.history import History
from bole.sandbox.rules.morning import parted
from bole.sandbox.rules.posts import family_of
from bole.sandbox.rules.stories import plants_for
from bole.values.period import Period
from bole.work.rules.item import ItemVersion

EXAMPLE = date(2026, 11, 23)
MONTH = timedelta(days=31)  # what was begun the month before may end in this one
# The example; early in a month; a new year, whose holidays nobody knows; after a long holiday; the first of a month. In `make full` also a
# Friday, the day on which a month closes, months that had not five working days by last Sunday, and the spring after.
ANCHORS = [
    *(EXAMPLE, date(2026, 12, 2), date(2027, 1, 4), date(2026, 10, 9), date(2026, 9, 1)),
    *(
        pytest.param(day, marks=pytest.mark.full)
        for day in (date(2026, 11, 20), date(2026, 12, 7), date(2026, 10, 13), date(2026, 12, 8), date(2027, 3, 9))
    ),
]


@dataclass(frozen=True, slots=True)
class Told:
    """A demo on its day, made at half past nine."""

    plan: CompanyPlan
    clock: Clockwork
    history: History
    points: Checkpoints


@cache
def told(day: date) -> Told:
    """Plan the demo of a day."""
    plan = company_on(day)
    clock = Clockwork(plan.almanac, moment(day, 9.5))
    return Told(plan, clock, History(plan, clock, plants_for(plan, clock)), checkpoints_on(clock))


def work_of(day: date, number: str, first: date, last: date) -> tuple[tuple[ItemVersion, ...], tuple[ItemVersion, ...]]:
    """Return the newest version of somebody's items of these days, and of these what was known last night."""
    demo = told(day)
    wanted = [month for month in demo.plan.almanac.months if first - MONTH <= month.first_day <= last]
    hands = [hand for month in wanted for hand in written(day, number, month)]
    items = [item for hand in hands for some in hand.items.values() for item in some]
    late = [item for hand in hands for some in hand.late.values() for item in some]
    known, _ = parted(items, moment(day, 0))
    return _own(items + late, number), _own(known, number)


@cache
def written(day: date, number: str, month: Period) -> tuple[Hand, ...]:
    """Write one month of somebody."""
    demo = told(day)
    return tuple(demo.history.month_of(demo.plan.by_number[number], month))


def _own(items: list[ItemVersion], number: str) -> tuple[ItemVersion, ...]:
    """Keep the newest version of each item that is still the person's."""
    newest: dict[str, ItemVersion] = {}
    for item in items:
        if item.external_id not in newest or newest[item.external_id].version < item.version:
            newest[item.external_id] = item
    plan = Worker(number=number, name="", email="", family="", craft="", level=0).account(PLAN)
    return tuple(item for item in newest.values() if item.kind != "task" or item.account == plan)


def score(day: date, number: str, period: Period, *, until: date, is_last_night: bool = False) -> int | None:
    """Return somebody's score in hundredths, as the product computes it."""
    demo = told(day)
    post = demo.plan.by_number[number].post_on(min(until, period.last_day))
    items = work_of(day, number, period.first_day, period.last_day)[is_last_night]
    exact = total_of(readings_of(items), family_of(post.position), period, first_day=post.first_day, until=until)
    return None if exact is None else int(exact * 100 + 0.5)


def counts(day: date, number: str, first: date, last: date) -> dict[str, tuple[int, int]]:
    """Return total and count of each measure of somebody in a span."""
    found: dict[str, tuple[int, int]] = {}
    for reading in readings_of(work_of(day, number, first, last)[0]):
        if first <= reading.day <= last:
            total, count = found.get(reading.measure, (0, 0))
            found[reading.measure] = (total + reading.total, count + reading.count)
    return found
