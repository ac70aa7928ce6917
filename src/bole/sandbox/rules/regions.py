"""Story 7: what the three sales regions sign each month, and how their markets went. The south's shrank; the others' did not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import MONTHS_OF_DATA, Almanac, months_between
from bole.sandbox.rules.hand import TABLE, Items
from bole.values.period import Period
from bole.values.workdays import working_days

TARGETS = {"SALES-E": 520, "SALES-S": 420, "SALES-N": 420}  # in 10,000 yuan a month, as they hold today
SOUTH = "SALES-S"
# Months before the headline one: what was signed. The east always met its target, the north missed it twice, the south three times.
TOLD: Mapping[str, Mapping[int, float]] = {
    "SALES-E": {3: 530.4, 2: 521.0, 1: 524.2, 0: 525.2},
    SOUTH: {3: 352, 2: 338, 1: 341, 0: 345},
    "SALES-N": {3: 424.2, 2: 399.8, 1: 398.2, 0: 428.4},
}
# A sixth less than a year before.
MARKET_OF_SOUTH = {15: 100.4, 14: 101.2, 13: 100.8, 3: 84.3, 2: 85.0, 1: 84.7, 0: 84.9}
MARKET_NAMES = {"SALES-E": "华东行业指数", SOUTH: "华南行业指数", "SALES-N": "华北行业指数"}
# From when on a target held, by months before the headline one, as a part of today's: the regions grew.
STEPS = ((23, 0.60), (22, 0.66), (16, 0.82), (10, 1.0))
WAN = 10_000
WAN_IN_CENTS = WAN * 100
LOWERED, LOWERED_ON = 360, date(2026, 11, 16)  # what the south's head asked for, and when
_MOST_MISSES = 2


@dataclass(frozen=True, slots=True)
class RegionMonth:
    """A month of a region: the market's index (100 is usual), the target, what was signed (10,000 yuan)."""

    market: float
    target: float
    signed: float


@cache
def region_line(unit: str) -> Mapping[int, RegionMonth]:
    """Return a region's months, by how many months before the headline one they lie: what was told, else what the market brought."""
    rng, line, missed = dice("region", unit), {}, 0
    for back in range(MONTHS_OF_DATA, -1, -1):
        target = target_of(unit, back)
        market = 101.5 + rng.uniform(-4.5, 4.5)
        signed = target * market / 100 * (1 + rng.gauss(0, 0.012)) * _ease(unit, back)
        if missed == _MOST_MISSES or back == 4:
            market = 102.5 + rng.uniform(0, 3)
            signed = target * market / 100 * max(_ease(unit, back), 1.0)
        market = MARKET_OF_SOUTH.get(back, market) if unit == SOUTH else market
        signed = round(TOLD[unit].get(back, signed), 1)
        missed = missed + 1 if signed < target else 0
        line[back] = RegionMonth(round(market, 1), target, signed)
    return line


def _ease(unit: str, back: int) -> float:
    """Return what of its target a region signs in a usual market: the south's last one was set higher than those before."""
    return 1.0 if unit != SOUTH else 1.04 if back > STEPS[-1][0] else 0.995


def target_of(unit: str, back: int) -> float:
    """Return the target of a month, in 10,000 yuan."""
    share = next(share for since, share in reversed(STEPS) if back <= since) if back < STEPS[0][0] else STEPS[0][1]
    return round(TARGETS[unit] * share / 10) * 10


def targets_since(almanac: Almanac) -> list[tuple[str, date, float]]:
    """Return unit, first day and target of each change of a target, the oldest first."""
    months = {months_between(month, almanac.headline): month for month in almanac.months}
    starts = {min(since, max(months)): since for since, _ in STEPS}
    return [(unit, months[at].first_day, target_of(unit, since)) for at, since in starts.items() for unit in TARGETS]


def month_of_region(unit: str, month: Period, almanac: Almanac) -> RegionMonth:
    """Return what a region did in a month."""
    line = region_line(unit)
    return line[min(max(months_between(month, almanac.headline), 0), max(line))]


def scale_revenue(items: Items, plan: CompanyPlan, month: Period) -> None:
    """Bring each region's revenue of the month to what it signed, each sale in proportion."""
    last = min(month.last_day, plan.almanac.anchor)
    share = working_days(month.first_day, last) / max(working_days(month.first_day, month.last_day), 1)
    units = {one.number: post.unit for one in plan.people if (post := one.post_on(last)) and post.unit in TARGETS}
    for unit in TARGETS:
        places = [
            n for n, one in enumerate(items[TABLE]) if one.values and one.values[0][0] == "revenue" and units.get(one.account or "") == unit
        ]
        if places:
            _scale(items, places, round(month_of_region(unit, month, plan.almanac).signed * share * WAN_IN_CENTS))


def _scale(items: Items, places: list[int], wanted: int) -> None:
    table = items[TABLE]
    whole = sum(table[n].values[0][1] for n in places)
    left = wanted
    for n in places[:-1]:
        value = table[n].values[0][1] * wanted // whole
        left -= value
        table[n] = replace(table[n], values=(("revenue", value),))
    table[places[-1]] = replace(table[places[-1]], values=(("revenue", left),))


def signed(items: Items, units: Mapping[str, str]) -> dict[str, int]:
    """Return what each region signed, in cents."""
    found = dict.fromkeys(TARGETS, 0)
    for one in items[TABLE]:
        if one.values and one.values[0][0] == "revenue" and units.get(one.account or "") in found:
            found[units[one.account or ""]] += one.values[0][1]
    return found
