"""What stands behind the result of a unit: market, resources and capability, month by month, as they truly were.

Each is a sum of parts in logs, around 0, which is normal. The weights of the parts and the elasticities differ by company.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.signals.rules.daily import IntArray

Floats = NDArray[np.float64]

RESOURCES = ("staffing", "budget", "hours", "tools")
CAPABILITIES = ("skills", "tenure", "training")
LEAST_FILLED = 0.4  # of the posts


@dataclass(frozen=True, slots=True)
class Behind:
    """The truth behind the results."""

    elasticity: Floats  # [units, 3]: resource, capability, market
    weight: Mapping[str, float]  # of the parts of resource and of capability
    part: Mapping[str, Floats]  # [units, months] each, 0 is normal
    establishment: Floats  # [units], posts
    filled: Floats  # [units], part of the posts that is filled in normal months

    def sum_of(self, names: tuple[str, ...]) -> Floats:
        """Return the weighted sum of parts."""
        whole = np.zeros_like(next(iter(self.part.values())))
        for name in names:
            whole += self.weight[name] * self.part[name]
        return whole

    def factors(self) -> dict[str, Floats]:
        """Return what each factor does to the log of what is reached."""
        latent = (self.sum_of(RESOURCES), self.sum_of(CAPABILITIES), self.part["market"])
        names = ("resource", "capability", "market")
        return {name: self.elasticity[:, one, None] * value for one, (name, value) in enumerate(zip(names, latent, strict=True))}


def draw_behind(rng: np.random.Generator, *, group: IntArray, months: int, depth: Mapping[str, Floats]) -> Behind:
    """Draw the ordinary course of all parts, and take from them what the plan takes."""
    units = len(group)
    company = np.array([rng.uniform(0.5, 1.0), rng.uniform(0.4, 1.0), rng.uniform(0.5, 1.3)])
    by_group = company * np.exp(rng.normal(0.0, 0.15, (int(group.max()) + 1, 3)))
    weight = {
        **dict(zip(RESOURCES, rng.dirichlet([8.0, 5.0, 4.0, 3.0]), strict=True)),
        **dict(zip(CAPABILITIES, rng.dirichlet([8.0, 4.0, 3.0]), strict=True)),
    }
    part = {name: _wander(rng, units, months, stays=0.7, height=0.03) for name in (*RESOURCES, *CAPABILITIES)}
    shared = _wander(rng, int(group.max()) + 1, months, stays=0.8, height=0.02)
    part["market"] = shared[group] + _wander(rng, units, months, stays=0.6, height=0.014)
    elasticity = by_group[group]
    part["market"] -= depth["market"] / elasticity[:, 2, None]
    _take(rng, part, weight, depth=depth["resource"] / elasticity[:, 0, None], names=RESOURCES)
    _take(rng, part, weight, depth=depth["capability"] / elasticity[:, 1, None], names=CAPABILITIES)
    establishment = rng.integers(8, 41, units).astype(np.float64)
    filled = rng.uniform(0.92, 0.99, units)
    heads = np.round(establishment[:, None] * np.clip(filled[:, None] * np.exp(part["staffing"]), LEAST_FILLED, 1.05))
    part["staffing"] = np.log(heads / (establishment * filled)[:, None])
    return Behind(elasticity=elasticity, weight=weight, part=part, establishment=establishment, filled=filled)


def _wander(rng: np.random.Generator, rows: int, months: int, *, stays: float, height: float) -> Floats:
    """Return what wanders around 0 and carries over from month to month."""
    state = rng.standard_normal(rows) * height
    course = np.empty((rows, months))
    for month in range(months):
        state = stays * state + rng.standard_normal(rows) * height * np.sqrt(1 - stays**2)
        course[:, month] = state
    return course


def _take(rng: np.random.Generator, part: dict[str, Floats], weight: Mapping[str, float], *, depth: Floats, names: tuple[str, ...]) -> None:
    """Take from two or three of the parts of each unit that is hit what together has the depth."""
    for unit in np.flatnonzero(depth.any(axis=1)):
        chosen = rng.choice(len(names), size=int(rng.integers(2, 4)), replace=False, p=_weights(weight, names))
        pull = np.array([weight[names[one]] for one in chosen])
        for one in chosen:
            # All chosen parts fall by the same log, so that their weighted sum is what is to be taken.
            part[names[one]][unit] -= depth[unit] / pull.sum()


def _weights(weight: Mapping[str, float], names: tuple[str, ...]) -> Floats:
    """Return the weights of the names, as chances."""
    found = np.array([weight[name] for name in names])
    return np.asarray(found / found.sum())
