"""Units in which nobody came or went while they missed their targets (stories 6 and 7): it was not for want of the old hands."""

from collections.abc import Mapping
from datetime import date

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.units import UnitPlan

SETTLED = ("SUP-BJ", "SUP-SZ", "SALES-S")
SINCE = date(2026, 5, 31)


def settle(units: dict[str, UnitPlan], joined: Mapping[str, tuple[date, bool]], left: Mapping[str, date]) -> None:
    """Let those who came or went since then change places with somebody of a unit where it tells nothing."""
    rng = dice("settled")
    moving = [number for number, unit in units.items() if unit.code in SETTLED and _moved(number, joined, left)]
    steady = [number for number, unit in units.items() if unit.code.startswith(("PLT", "MKT")) and not _moved(number, joined, left)]
    rng.shuffle(steady)
    for number in moving:
        other = next(one for one in steady if (one in left) == (number in left))
        steady.remove(other)
        units[number], units[other] = units[other], units[number]


def _moved(number: str, joined: Mapping[str, tuple[date, bool]], left: Mapping[str, date]) -> bool:
    return joined[number][0] > SINCE or left.get(number, date.min) > SINCE
