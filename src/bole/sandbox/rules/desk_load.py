"""Story 6: a new product brings Beijing's support more tickets than its people can answer in time; Shenzhen's load stays as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import MONTHS_OF_DATA, Almanac, months_between
from bole.sandbox.rules.hand import DESK, Items
from bole.values.period import Period
from bole.values.workdays import working_days

BEIJING, SHENZHEN = "SUP-BJ", "SUP-SZ"
# Percent of first responses within what the customer was promised, by months before the headline one.
TARGETS = ((23, 89), (10, 90))
TARGET = TARGETS[-1][1]
HELD = 10_000  # a kept promise, in hundredths of a percent
# Months before the headline one: what part was answered in time, and how many tickets came, against what is usual.
TOLD: Mapping[int, tuple[int, float]] = {3: (84, 1.30), 2: (81, 1.38), 1: (78, 1.46), 0: (86, 1.22)}
POWER = 0.38  # by which more work a head costs answers in time
_DAYS = 20.8  # working days of a usual month: customers write as often in a short one
_MOST_MISSES = 2
# Posts that are planned, by months before the headline one: with the new product came five more.
POSTS: Mapping[str, tuple[tuple[int, int], ...]] = {BEIJING: ((23, 20), (16, 21), (11, 23), (7, 25), (3, 30)), SHENZHEN: ((23, 5), (16, 8))}


@dataclass(frozen=True, slots=True)
class DeskMonth:
    """A month of a desk: tickets against the usual, and the percentage answered in time."""

    load: float
    in_time: float


@cache
def desk_line(unit: str) -> Mapping[int, DeskMonth]:
    """Return a desk's months, by how many months before the headline one they lie; what is usual goes down a little as more comes in."""
    rng, line, missed = dice("desk", unit), {}, 0
    for back in range(MONTHS_OF_DATA, -1, -1):
        load = 1 + rng.uniform(-0.11, 0.11)
        if missed == _MOST_MISSES or back == 4:
            load = 1 - rng.uniform(0.02, 0.08)
        in_time = 91.6 * load**-POWER + rng.gauss(0, 0.3)
        if unit == BEIJING and back in TOLD:
            in_time, load = TOLD[back]
        if unit == SHENZHEN and back in TOLD:
            load, in_time = 1 + rng.uniform(-0.03, 0.03), 91.5 + rng.uniform(0, 1.2)
        missed = missed + 1 if in_time < TARGET else 0
        line[back] = DeskMonth(round(load, 3), round(in_time, 1))
    return line


def promised_since(almanac: Almanac) -> list[tuple[str, date, int]]:
    """Return unit, first day and target of each change of a target, the oldest first."""
    months = {months_between(month, almanac.headline): month for month in almanac.months}
    starts = {min(since, max(months)): target for since, target in TARGETS}
    return [(unit, months[at].first_day, target) for at, target in starts.items() for unit in POSTS]


def load_of(unit: str, month: Period, almanac: Almanac) -> float:
    """Return how much comes to a unit on a working day of a month, against what is usual on one."""
    return _month_of(unit, month, almanac).load * _DAYS / working_days(month.first_day, month.last_day) if unit in POSTS else 1.0


def promise_kept(items: Items, plan: CompanyPlan, clock: Clockwork, month: Period) -> None:
    """Let the desk tell of each answered ticket whether it was in time: as many as the month says, those that were answered soonest."""
    last = min(month.last_day, plan.almanac.anchor)
    units = {one.email: post.unit for one in plan.people if (post := one.post_on(last)) and post.unit in POSTS}
    desk = items[DESK]
    for unit in POSTS:
        places = [n for n, one in enumerate(desk) if one.responded_at and units.get(one.account or "") == unit]
        places.sort(key=lambda n: _waited(clock, desk[n].opened_at, desk[n].responded_at))
        kept = round(len(places) * _month_of(unit, month, plan.almanac).in_time / 100)
        for rank, n in enumerate(places):
            desk[n] = replace(desk[n], values=(("responses_in_time", HELD if rank < kept else 0),))


def _month_of(unit: str, month: Period, almanac: Almanac) -> DeskMonth:
    line = desk_line(unit)
    return line[min(max(months_between(month, almanac.headline), 0), max(line))]


def _waited(clock: Clockwork, opened: datetime | None, answered: datetime | None) -> int:
    """Return how long the customer waited, in working seconds."""
    return clock.place_of(answered) - clock.place_of(opened) if opened and answered else 0
