"""What can be observed of what stands behind: noisy, in the units in which it is known, with months and whole series missing."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.behind import Behind
from bole.sandbox.generated.units import SPEAKS_OF
from bole.signals.rules.daily import BoolArray, IntArray

Floats = NDArray[np.float64]

MISSING_MONTH, MISSING_SERIES = 0.04, 0.08
WITHOUT_A_CAUSE = 0.14  # of the groups: nothing is known of one of the causes


def draw_series(rng: np.random.Generator, behind: Behind, *, group: IntArray, months: int) -> dict[str, Floats]:
    """Draw the observed series."""
    units, part = len(group), behind.part
    scale = {name: rng.uniform(*bounds, (units, 1)) for name, bounds in _SCALES.items()}
    heads = np.round(behind.establishment[:, None] * behind.filled[:, None] * np.exp(part["staffing"]))
    posts = np.repeat(behind.establishment[:, None], months, axis=1)
    leaving = 0.015 + 0.25 * np.maximum(-np.diff(part["tenure"], axis=1, prepend=part["tenure"][:, :1]), 0.0)
    series = {
        "market": 100.0 * np.exp(part["market"] + rng.normal(0.0, 0.012, (units, months))),
        "demand": scale["demand"] * np.exp(part["market"] * rng.uniform(0.7, 1.1) + rng.normal(0.0, 0.03, (units, months))),
        "headcount": heads,
        "establishment": posts,
        "vacancies": np.maximum(posts - heads, 0.0),
        "budget": np.round(scale["budget"] * np.exp(part["budget"] + rng.normal(0.0, 0.01, (units, months))), -2),
        "hours": np.round(scale["hours"] * np.exp(part["hours"] + rng.normal(0.0, 0.01, (units, months)))),
        "tools": np.round(scale["tools"] * np.exp(part["tools"] + rng.normal(0.0, 0.015, (units, months))), 1),
        "skills": np.round(scale["skills"] * np.exp(part["skills"] + rng.normal(0.0, 0.015, (units, months))), 1),
        "training": np.round(scale["training"] * np.exp(part["training"] + rng.normal(0.0, 0.03, (units, months))), 1),
        "tenure": np.round(scale["tenure"] * np.exp(part["tenure"] + rng.normal(0.0, 0.005, (units, months))), 2),
        "staying": 1 - rng.binomial(heads.astype(np.int64), np.minimum(leaving, 0.5)) / np.maximum(heads, 1),
    }
    _lose(rng, series, group=group)
    return series


_SCALES = {
    "demand": (200.0, 900.0),
    "budget": (50_000.0, 400_000.0),
    "hours": (160.0, 172.0),
    "tools": (70.0, 90.0),
    "skills": (65.0, 80.0),
    "training": (4.0, 12.0),
    "tenure": (2.0, 6.0),
}


def _lose(rng: np.random.Generator, series: dict[str, Floats], *, group: IntArray) -> None:
    """Lose single months, whole series of a group, and for some groups all that speaks of a cause; tests of skills are quarterly."""
    for name, values in series.items():
        values[rng.random(values.shape) < MISSING_MONTH] = np.nan
        if name == "skills":
            values[:, np.arange(values.shape[1]) % 3 != 2] = np.nan
        lacks = rng.random(int(group.max()) + 1) < MISSING_SERIES
        values[lacks[group]] = np.nan
    for one in np.flatnonzero(rng.random(int(group.max()) + 1) < WITHOUT_A_CAUSE):
        for name in SPEAKS_OF[str(rng.choice(list(SPEAKS_OF)))]:
            series[name][group == one] = np.nan


def has_no_series(series: Mapping[str, Floats], *, causes: tuple[str, ...]) -> BoolArray:
    """Return for each unit and cause if nothing that speaks of it was observed."""
    units = len(next(iter(series.values())))
    lacks = np.zeros((units, len(causes)), dtype=np.bool_)
    for place, cause in enumerate(causes):
        names = SPEAKS_OF.get(cause, ())
        if names:
            lacks[:, place] = np.all([~np.isfinite(series[name]).any(axis=1) for name in names], axis=0)
    return lacks
