"""What HR gives beside the records of work: the markets' indices, posts that are planned, skill tests of units."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.days import Almanac, months_between
from bole.sandbox.rules.desk_load import POSTS
from bole.sandbox.rules.regions import MARKET_NAMES, TARGETS, month_of_region
from bole.values.period import Period

THOUSAND = 1000
SKILLS = {"SUP-BJ": 81.5, "SUP-SZ": 82.0, "SALES-E": 79.0, "SALES-S": 80.0, "SALES-N": 79.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A value of a kind of series, of a unit, of a month, in thousandths."""

    kind: str
    unit: str
    month: date
    value: int
    name: str


def given_values(almanac: Almanac) -> Iterator[Given]:
    """Yield the values of all months that are over."""
    for month in almanac.months:
        if month.last_day >= almanac.anchor:
            continue
        for unit in TARGETS:
            yield _given("market", unit, month, month_of_region(unit, month, almanac).market, MARKET_NAMES[unit])
        yield _given("market", "", month, round(100 + dice("market", month.code).gauss(0, 0.6), 1), "客服软件行业指数")
        for unit in POSTS:
            yield _given("establishment", unit, month, planned_posts(unit, month, almanac), "编制")
        for unit, usual in SKILLS.items():
            yield _given("skills", unit, month, round(usual + dice("skills", unit, month.code).gauss(0, 0.5), 1), "岗位技能测试平均分")


def planned_posts(unit: str, month: Period, almanac: Almanac) -> int:
    """Return how many posts a desk has in a month."""
    back = months_between(month, almanac.headline)
    return next((posts for since, posts in reversed(POSTS[unit]) if back <= since), POSTS[unit][0][1])


def _given(kind: str, unit: str, month: Period, value: float, name: str) -> Given:
    return Given(kind=kind, unit=unit, month=month.first_day, value=round(value * THOUSAND), name=name)
