"""Story 1: Zhang San takes on a project, his answers slow down from one hour to three, five tasks are moved, and he is back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bole.sandbox.rules.chance import dice, spread
from bole.sandbox.rules.checkpoints import Checkpoints, elapsed
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import step, steps_between
from bole.sandbox.rules.draws import place_on, shares
from bole.sandbox.rules.hand import Hand
from bole.sandbox.rules.months import Stint
from bole.sandbox.rules.plants import Plant, Plants, steadied
from bole.sandbox.rules.sheet import Sheet, write
from bole.sandbox.rules.solving import solved_month
from bole.values.period import Period

ZHANG_SAN, HAN_XUEFENG, LUO_JIANING = "BL0064", "BL0102", "BL0233"
TAKEN_ON = date(2026, 9, 7)
HOUR = 3600
PROJECT = "云栈质检二期"
# Working days after the project was taken on: answers slow down on the first, he is told on the fifth, tasks are moved on the seventh,
# all is well on the sixteenth.
SLOW_FROM, NOTICED, MOVED, WELL_AGAIN = 1, 5, 7, 16
_MENDING = (2.5, 2.2, 1.95, 1.75, 1.5, 1.6, 1.2, 1.15)
# No two days of the hour before are alike, but each two of them, and each month, make an hour on average: so many seconds of a day's
# answers more and less. The last ones before the project were quick, and the slowness that follows stands out at once.
_LEAST_UNEVEN, _MOST_UNEVEN = 500, 1200
_QUICK, _QUICKER = 3, 1800
_FIRST_OF_SIXTY = -59
# So many on each of the three days by which he is back, that a few lucky ones do not tell it.
_MANY = 5
# The same scores before and after, but for the response: 91.0 with one hour, 87.6 with three.
STEADY = Sheet(acceptances=10, passes=9, reworks=1, due=10, on_time=10, answers=(9, 10, 8, 9, 10, 8), peers=(8900,))
NEW_TASKS = ("坐席权限梳理", "质检规则迁移", "话术模板导入", "录音接口联调", "评分卡配置", "报表口径确认", "客户培训准备", "上线检查清单")
OLD_TASKS = ("海川知识库更新", "北辰外呼话术复核", "山屿工单字段调整", "恒泰质检规则微调", "筑梦报表修正", "明石接口升级")


def taken_on(clock: Clockwork) -> date:
    """Return the day on which the project was taken on."""
    return clock.almanac.in_month(TAKEN_ON)


def mean_on(day: date, base: date) -> float:
    """Return the mean response of a day in hours."""
    after = steps_between(base, day)
    if after < SLOW_FROM:
        return 1.0
    if after <= MOVED:
        return 3.0
    return _MENDING[after - MOVED - 1] if after < WELL_AGAIN else 1.1


def plant_slow_fortnight(plants: Plants, clock: Clockwork, points: Checkpoints) -> None:
    """Plant the three months before, the month itself, and the one after."""
    base = taken_on(clock)
    month = Period.of("month", base)
    plants[ZHANG_SAN, month.code] = _the_month(base)
    plants[ZHANG_SAN, month.before.code] = steadied(_with_tickets(STEADY, base), 91.0)
    earlier = month.before
    for target in (90.7, 90.2, 90.5):
        earlier = earlier.before
        sheet = solved_month(dice("zhang san", target), target, elapsed(earlier), hours=1.0)
        plants[ZHANG_SAN, earlier.code] = steadied(_with_tickets(sheet, base), target)
    if month.after != points.month and points.way != "previous":
        sheet = solved_month(dice("zhang san", "after"), 90.8, elapsed(month.after), hours=1.1)
        plants[ZHANG_SAN, month.after.code] = steadied(_with_tickets(sheet, base), 90.8)


def _with_tickets(sheet: Sheet, base: date) -> Plant:
    """Return the plant of counts whose tickets have the day's mean on every day."""

    def plant(hand: Hand, stint: Stint) -> bool:
        write(hand, replace(sheet, tickets=0, seconds=0), stint.days)
        _tickets(hand, stint.days, base)
        return True

    return plant


def _the_month(base: date) -> Plant:
    """Return the plant of the month in which the project was taken on."""

    def plant(hand: Hand, stint: Stint) -> bool:
        days = stint.days
        write(hand, STEADY, days[:4])
        _tickets(hand, [day for day in days if day > base], base)
        for title in OLD_TASKS:
            closed = step(base, MOVED + hand.rng.randint(1, 5))
            hand.task(step(base, -hand.rng.randint(3, 9)), step(closed, 1), closed, title=title)
        for n, title in enumerate(NEW_TASKS):
            closed = step(base, MOVED + 2 + n % 5)
            if n < 5:
                to = HAN_XUEFENG if n < 3 else LUO_JIANING
                hand.moved_task(base, step(base, MOVED), step(closed, 2), closed, to=to, title=title, project=PROJECT)
            else:
                hand.task(base, step(closed, 2), closed, title=title, project=PROJECT)
        last = [day for day in days if day >= step(base, MOVED + 3)]
        if last:
            write(hand, Sheet(acceptances=3, passes=3, answers=(10, 9)), last)
        return True

    return plant


def _tickets(hand: Hand, days: Sequence[date], base: date) -> None:
    uneven = _uneven(days, base)
    for day in days:
        after = steps_between(base, day)
        count = _MANY if WELL_AGAIN - 2 <= after <= WELL_AGAIN else 3 if after == SLOW_FROM else hand.rng.randint(2, 3)
        for seconds in shares(hand.rng, count, round(count * mean_on(day, base) * HOUR) + uneven.get(day, 0)):
            hand.ticket(place_on(hand.rng, hand.clock, day), seconds, hand.rng.randint(1800, 20_000))


def _uneven(days: Sequence[date], base: date) -> dict[date, int]:
    """Return by how many seconds the answers of the days before differ from an hour each; of a month they add up to nothing."""
    month = Period.of("month", base)
    if not days or days[0] >= month.first_day:
        return {}
    found = dict.fromkeys(days, 0)
    rest = list(days)
    if days[-1] >= month.before.first_day:
        quick, rest = rest[-_QUICK:], rest[:-_QUICK]
        found.update(dict.fromkeys(quick, -_QUICKER))
        found.update(zip(rest, spread(_QUICK * _QUICKER, [1] * len(rest)), strict=True))
    # No pair lies across the first of the sixty days, whose mean is told too.
    into = _FIRST_OF_SIXTY - steps_between(base, rest[0])
    for n in range(max(into, 0) % 2, len(rest) - 1, 2):
        more = dice("zhang san", "uneven", str(rest[n])).randint(_LEAST_UNEVEN, _MOST_UNEVEN)
        found[rest[n]] += more
        found[rest[n + 1]] -= more
    return found
