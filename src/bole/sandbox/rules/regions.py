"""Story 7: what the three sales regions sign each month. The south falls short three months running, the others do not."""

from collections.abc import Mapping
from dataclasses import replace

from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import Almanac
from bole.sandbox.rules.hand import TABLE, Items
from bole.values.period import Period
from bole.values.workdays import working_days

TARGETS = {"SALES-E": 520, "SALES-S": 420, "SALES-N": 420}  # in 10,000 yuan a month
REACHED = {"SALES-E": 1.01, "SALES-S": 0.99, "SALES-N": 0.97}
SOUTH = {3: 352, 2: 338, 1: 341, 0: 345}  # months before the headline one
WAN_IN_CENTS = 10_000 * 100


def target_of(unit: str, month: Period, almanac: Almanac) -> float:
    """Return what a region signs in a month, in 10,000 yuan."""
    back = (almanac.headline.first_day.year - month.first_day.year) * 12 + almanac.headline.first_day.month - month.first_day.month
    if unit == "SALES-S" and back in SOUTH:
        return SOUTH[back]
    return TARGETS[unit] * REACHED[unit]


def scale_revenue(items: Items, plan: CompanyPlan, month: Period) -> None:
    """Bring each region's revenue of the month to what it signed, each sale in proportion."""
    last = min(month.last_day, plan.almanac.anchor)
    share = working_days(month.first_day, last) / max(working_days(month.first_day, month.last_day), 1)
    units = {one.number: post.unit for one in plan.people if (post := one.post_on(last)) and post.unit in TARGETS}
    today = {
        unit: sum(post.unit == unit for one in plan.here(plan.almanac.anchor) if (post := one.post_on(plan.almanac.anchor)))
        for unit in TARGETS
    }
    for unit in TARGETS:
        places = [
            n for n, one in enumerate(items[TABLE]) if one.values and one.values[0][0] == "revenue" and units.get(one.account or "") == unit
        ]
        if not places:
            continue
        heads = sum(held == unit for held in units.values())
        near = month.first_day > plan.almanac.headline.before.before.before.before.first_day
        wanted = target_of(unit, month, plan.almanac) * share * (1.0 if near else min(heads / today[unit], 1.0))
        _scale(items, places, round(wanted * WAN_IN_CENTS))


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
