"""A target that similar units in similar months reach: what the market and a target set too high took is taken off, and nothing else."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from bole.signals.rules.diagnosis import Case, Floats, Proposal
from bole.signals.rules.diagnosis_shares import Cut, Shared

LOWERS: Final = 1 / 3  # the market and the target together must have taken so much of the gap
HARDLY: Final = 0.2  # or the target is out of reach even so
STEP: Final = 0.02  # a change smaller than this is none


def propose(case: Case, level: Floats, asked: Floats, noise: float, cuts: Sequence[Cut], shared: Shared) -> Proposal:
    """Return the target that a unit like this, with its posts filled and its people able, reaches in this market."""
    sign = 1.0 if case.is_more_better else -1.0
    held = case.subject.target[case.first : case.last + 1]
    old = float(held[np.isfinite(held)][-1])
    market = sum((one.drawn for one in cuts if one.cause == "market"), np.zeros(len(level)))
    usual = level + np.minimum(market, 0.0)
    rng = np.random.default_rng(len(level))
    reached = usual + noise * rng.standard_t(4, len(level)) * 0.8
    # What is asked usually, unless that was always more than is reached.
    base = asked if asked.mean() < level.mean() else level
    aims = np.exp(sign * (base + np.minimum(market, 0.0)))
    new = round_target(float(np.median(aims)))
    is_lower = sign * (old - new) / old > STEP
    chance_now = chance_of(reached, old, sign)
    lowers = shared.of("target") + shared.of("market") > LOWERS or chance_now < HARDLY
    target = new if is_lower and lowers else old
    low, high = (float(x) for x in np.quantile(aims, (0.05, 0.95)))
    return Proposal(target, chance_of(reached, target, sign), chance_now, low, high)


def chance_of(reached: Floats, target: float, sign: float) -> float:
    """Return the share of draws that reach the target."""
    return float(np.mean(reached >= sign * np.log(target)))


def round_target(value: float) -> float:
    """Return a round number near the value: steps of a fiftieth of it or less."""
    if value <= 0:
        return 0.0
    size = 10.0 ** (np.floor(np.log10(value)) - 1)
    step = next(one for one in (0.5 * size, 0.2 * size, 0.1 * size) if one / value <= 0.02)
    return float(round(round(value / step) * step, 6))
