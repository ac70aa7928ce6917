"""Plans what hits units: causes of missed targets, one or two together, and plain bad luck."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.units import CAUSES
from bole.signals.rules.daily import IntArray

Floats = NDArray[np.float64]

HIT, UNLUCKY, YOUNG = 0.5, 0.22, 0.06  # of the units
MIXED = 0.25  # of those hit
SHARED_MARKET = 0.4  # of the markets that shrink, those that shrink for all sisters
LEAST_BEFORE = 12  # months
DEPTH = (0.14, 0.38)  # of the log of what is reached
_SETTLES = {"target": 0, "resource": 1, "capability": 2, "market": 2}  # months until it is there in full


@dataclass(frozen=True, slots=True)
class Blow:
    """A cause at work in a unit for some months; `depth` is what it takes, in the log of what is reached."""

    unit: int
    cause: str
    first: int
    end: int
    depth: float


@dataclass(slots=True)
class UnitPlan:
    """What will hit whom."""

    blows: list[Blow] = field(default_factory=list)
    unlucky: list[tuple[int, int]] = field(default_factory=list)  # unit, first of three months
    born: dict[int, int] = field(default_factory=dict)  # unit, first month


def draw_unit_plan(rng: np.random.Generator, *, group: IntArray, months: int) -> UnitPlan:
    """Draw at most one story a unit; a market that shrinks may take the sisters with it."""
    plan = UnitPlan()
    taken: set[int] = set()
    for unit in rng.permutation(len(group)):
        if int(unit) in taken:
            continue
        kind = rng.random()
        first = int(rng.integers(LEAST_BEFORE, max(months - 5, LEAST_BEFORE + 1)))
        if rng.random() < YOUNG:
            plan.born[int(unit)] = first - int(rng.integers(2, 6))
        if kind < HIT:
            taken |= _hit(rng, plan, unit=int(unit), first=first, group=group, months=months, taken=taken)
        elif kind < HIT + UNLUCKY:
            plan.unlucky.append((int(unit), first))
    return plan


def _hit(rng: np.random.Generator, plan: UnitPlan, *, unit: int, first: int, group: IntArray, months: int, taken: set[int]) -> set[int]:
    """Plan one or two causes; return the units that have their story now."""
    depth, end = float(rng.uniform(*DEPTH)), min(first + int(rng.integers(5, 9)), months)
    cause = str(rng.choice(CAUSES))
    if rng.random() < MIXED:
        other = str(rng.choice([one for one in CAUSES if one != cause]))
        part, whole = float(rng.uniform(0.55, 0.8)), max(depth, 0.22)
        plan.blows += [Blow(unit, cause, first, end, whole * part), Blow(unit, other, first, end, whole * (1 - part))]
        return {unit}
    those = [unit]
    if cause == "market" and rng.random() < SHARED_MARKET:
        known = {one.unit for one in plan.blows} | {one for one, _ in plan.unlucky} | taken
        those += [int(one) for one in np.flatnonzero(group == group[unit]) if int(one) != unit and int(one) not in known]
    plan.blows += [Blow(one, cause, first, end, depth * float(rng.uniform(0.85, 1.15)) if one != unit else depth) for one in those]
    return set(those)


def depths(plan: UnitPlan, *, units: int, months: int) -> dict[str, Floats]:
    """Return by cause what is taken of each unit's months."""
    found = {cause: np.zeros((units, months)) for cause in CAUSES}
    for one in plan.blows:
        at = np.arange(one.first, one.end)
        found[one.cause][one.unit, one.first : one.end] += one.depth * np.minimum((at - one.first + 1) / (_SETTLES[one.cause] + 1), 1.0)
    return found
