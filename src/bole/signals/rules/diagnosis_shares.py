"""Shares of a gap: what of it vanishes when a cause is as usual, averaged over all orders in which causes are put right (Shapley)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial
from typing import Final

import numpy as np

from bole.signals.rules.diagnosis import Case, Floats, Outcome, Share, Sight
from bole.signals.rules.series import CAUSES, KINDS, Cause

SURE: Final = 0.96  # of the draws must say that causes took more than CLEAR of the gap
CLEAR: Final = 0.5
BLIND: Final = 0.35  # of the gap may be left without a name where data on a cause is missing


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """What a series did to the missed months (logs, more is better): draws, and the values that it stands on."""

    kind: str
    cause: Cause
    usual: float
    now: float
    drawn: Floats


@dataclass(frozen=True, slots=True)
class Shared:
    """The gap, shared out. `luck`: the part that no cause explains."""

    outcome: Outcome
    shares: tuple[Share, ...]
    sights: tuple[Sight, ...]
    luck: float
    sure: float  # the share of draws in which causes took most of the gap

    def of(self, cause: Cause) -> float:
        """Return the share of a cause."""
        return next((one.share for one in self.shares if one.cause == cause), 0.0)


def split(case: Case, usual: Floats, cuts: Sequence[Cut], *, blank: Sequence[str]) -> Shared:
    """Share the gap of the missed months out to four causes, draw by draw; `usual` is the target as it usually is."""
    sign = 1.0 if case.is_more_better else -1.0
    run = slice(case.first, case.last + 1)
    actual, target = case.subject.actual[run], case.subject.target[run]
    is_known = np.isfinite(actual) & np.isfinite(target) & (actual > 0) & (target > 0)
    reached, asked = sign * float(np.log(actual[is_known]).mean()), sign * float(np.log(target[is_known]).mean())
    by_cause = {cause: sum((one.drawn for one in cuts if one.cause == cause), np.zeros(len(usual))) for cause in CAUSES[1:]}
    worth = _Worth(asked, reached, usual, by_cause, sign)
    amounts, gap = shapley(worth), worth(frozenset())
    parts = {cause: np.maximum(amount, 0.0) for cause, amount in amounts.items()}
    _add_unseen(parts, np.maximum(worth(frozenset(CAUSES)), 0.0), blank)
    whole = sum(parts.values(), np.zeros(len(usual)))
    shares = tuple(_share(cause, part, whole, float(gap.mean())) for cause, part in parts.items())
    luck = float(np.mean(np.clip(worth(frozenset(CAUSES)) / gap, 0.0, 1.0)))
    seen = sum((np.maximum(amount, 0.0) for amount in amounts.values()), np.zeros(len(usual)))
    sure = float(np.mean(seen > CLEAR * gap))
    outcome: Outcome = "told" if sure >= SURE else "insufficient" if blank else "chance"
    if blank and luck > BLIND:
        outcome = "insufficient"
    return Shared(outcome, shares, _sights(cuts, shares), luck, sure)


def _add_unseen(parts: dict[Cause, Floats], left: Floats, blank: Sequence[str]) -> None:
    """Give a cause of which nothing is known anything from nothing to all of what the others leave: its range says so."""
    unseen = [KINDS[kind].cause for kind in blank]
    rng = np.random.default_rng(len(left))
    for cause in unseen:
        parts[cause] = parts[cause] + left * rng.beta(0.5, 0.5, len(left)) / len(unseen)


class _Worth:
    """The gap that is left when some causes are as usual, in the indicator's unit; below nought, the target is met."""

    def __init__(self, asked: float, reached: float, usual: Floats, by_cause: Mapping[Cause, Floats], sign: float) -> None:
        """Keep what it is made of."""
        self._asked, self._reached, self._usual, self._by_cause, self._sign = asked, reached, usual, by_cause, sign

    def __call__(self, right: frozenset[Cause]) -> Floats:
        """Return the gap, draw by draw."""
        asked = self._usual if "target" in right else np.full(len(self._usual), self._asked)
        lost = sum((self._by_cause[cause] for cause in right if cause != "target"), np.zeros(len(self._usual)))
        gap: Floats = self._sign * (np.exp(self._sign * asked) - np.exp(self._sign * (self._reached - lost)))
        return gap


def shapley(worth: _Worth) -> dict[Cause, Floats]:
    """Return each cause's part of the gap, averaged over all orders."""
    known = {frozenset(some): worth(frozenset(some)) for n in range(len(CAUSES) + 1) for some in combinations(CAUSES, n)}
    count = len(CAUSES)
    found: dict[Cause, Floats] = {}
    for cause in CAUSES:
        part = np.zeros_like(known[frozenset()])
        for some, gap in known.items():
            if cause not in some:
                weight = factorial(len(some)) * factorial(count - len(some) - 1) / factorial(count)
                part += weight * (gap - known[some | {cause}])
        found[cause] = part
    return found


def _share(cause: Cause, part: Floats, whole: Floats, gap: float) -> Share:
    one = np.divide(part, whole, out=np.full(len(part), 1 / len(CAUSES)), where=whole > 0)
    low, high = (float(x) for x in np.quantile(one, (0.05, 0.95)))
    return Share(cause, float(one.mean()), low, high, float(one.mean()) * gap)


def _sights(cuts: Sequence[Cut], shares: Sequence[Share]) -> tuple[Sight, ...]:
    """Return each series with its part of its cause's share, the greatest first."""
    of = {one.cause: one.share for one in shares}
    found = []
    for one in cuts:
        down = sum(max(-float(other.drawn.mean()), 0.0) for other in cuts if other.cause == one.cause)
        part = max(-float(one.drawn.mean()), 0.0) / down if down else 0.0
        found.append(Sight(one.kind, one.cause, one.usual, one.now, part * of[one.cause]))
    return tuple(sorted(found, key=lambda one: -one.share))
