"""Deng Kai: in three projects at once for six weeks, and what was put off once in a while is put off twice a week for five of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bole.sandbox.rules.checkpoints import Checkpoints
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import step
from bole.sandbox.rules.hand import Hand
from bole.sandbox.rules.months import Stint, drawn_sheet
from bole.sandbox.rules.plants import Plant, Plants
from bole.sandbox.rules.sheet import after, before, write
from bole.sandbox.rules.solving import Plan
from bole.values.period import Period

DENG_KAI = "BL0340"
OWN, SECOND, THIRD = "恒泰保险质检", "云栈质检二期", "青岛政务热线"
PROJECTS = (OWN, SECOND, THIRD)
STEPS_BACK = 25  # working days before today
TAKEN_ON = 4  # so many working days earlier the work of the two other projects came in
USUAL, NOW = 0.4, 2.0  # delays a week
_TITLES = ("规则配置", "接口联调", "培训材料", "上线检查", "数据核对", "需求确认", "验收准备")
_OPEN = 8


def busy_since(clock: Clockwork) -> date:
    """Return the day from which things are put off twice a week."""
    return step(clock.almanac.anchor, -STEPS_BACK)


def delay_days(clock: Clockwork, days: Sequence[date]) -> list[date]:
    """Return on which of the days something was put off: evenly, as often as was usual then."""
    base = clock.index(busy_since(clock))
    places = [clock.index(day) - base for day in days]
    return [day for day, place in zip(days, places, strict=True) if _falls(place)]


def _falls(place: int) -> bool:
    """Test if a working day before (negative) or since the first one has a delay."""
    pace = USUAL / 5 if place < 0 else NOW / 5
    return (
        int((place + 1000) * pace + 0.4) != int((place + 999) * pace + 0.4) if place < 0 else int((place + 1) * pace) != int(place * pace)
    )


def plant_usual(plants: Plants, clock: Clockwork, headline: Period) -> None:
    """Plant the months before the headline one."""
    for month in clock.almanac.months:
        if month.last_day < headline.first_day:
            plants[DENG_KAI, month.code] = _ordinary


def _ordinary(hand: Hand, stint: Stint) -> bool:
    """Write a month of chance, but for what was put off."""
    if not stint.days:
        return False
    drawn = drawn_sheet(hand, stint)
    write(hand, replace(drawn, on_time=drawn.due, delays=0), stint.days)
    _put_off(hand, delay_days(hand.clock, stint.days), stint.days, 0)
    return True


def delays_before(clock: Clockwork, points: Checkpoints) -> int:
    """Return how often something was put off in the headline month, up to last Sunday."""
    return len(delay_days(clock, points.before))


def busy_month(plan: Plan, points: Checkpoints) -> Plant:
    """Return the plant of the headline month: the counts up to last Sunday with their delays on their days, then this week's."""

    def plant(hand: Hand, _stint: Stint) -> bool:
        days = delay_days(hand.clock, points.before)[-plan.before.delays :] if plan.before.delays else []
        tasks = min(len(days), plan.before.on_time)
        sheet = replace(plan.before, due=plan.before.due - tasks, on_time=plan.before.on_time - tasks, delays=0)
        write(hand, sheet, points.before)
        _put_off(hand, days, points.before, tasks)
        if points.way != "late":
            write(hand, plan.week, points.week)
            _open_tasks(hand)
            return True
        late = replace_hand(hand)
        write(late, plan.week, points.week)
        for source, items in late.items.items():
            hand.late[source] += items
        _open_tasks(hand)
        return True

    return plant


def replace_hand(hand: Hand) -> Hand:
    """Return another hand of the same person, for what is told only this morning."""
    return Hand(worker=hand.worker, month=hand.month, clock=hand.clock, rng=hand.rng, project=hand.project, count=hand.count + 300)


def _put_off(hand: Hand, days: Sequence[date], all_days: Sequence[date], tasks: int) -> None:
    """Write tasks that were put off on these days and done in time after all: so many tasks, or one for each day (0)."""
    count = tasks or len(days)
    since = busy_since(hand.clock)
    for n in range(count):
        marks = [day for k, day in enumerate(days) if k % count == n]
        closed = all_days[min(all_days.index(marks[-1]) + 1 + n % 2, len(all_days) - 1)]
        project = PROJECTS[n % 3] if marks[-1] >= since else OWN
        opened = before(hand.clock, marks[0], 3)
        title = f"{project}：{_TITLES[n % len(_TITLES)]}"
        hand.task(
            max(opened, before(hand.clock, since, 2)) if project != OWN else opened,
            after(hand.clock, closed, 1),
            closed,
            postponed=marks,
            title=title,
            project=project,
        )


def _open_tasks(hand: Hand) -> None:
    """Write what is open in the three projects today."""
    today = hand.clock.almanac.anchor
    since = busy_since(hand.clock)
    for n in range(_OPEN):
        project = PROJECTS[(n + 1) % 3]
        opened = step(since, n // 2 - TAKEN_ON)
        hand.task(
            min(opened, step(today, -1)), step(today, 2 + n), None, title=f"{project}：{_TITLES[(n + 3) % len(_TITLES)]}", project=project
        )
