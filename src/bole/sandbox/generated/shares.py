"""Divides a gap among its factors: what of it vanishes when a factor is normal, averaged over all orders (Shapley, 1953)."""

from collections.abc import Callable
from math import factorial

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# Gap by what stands as it was; the others are normal. Flags in the order of the factors.
GapWhere = Callable[[tuple[bool, ...]], Floats]


def shapley(gap_where: GapWhere, *, factors: int) -> tuple[Floats, Floats]:
    """Return each factor's amount [n, factors], and what is left of the gap [n] when all are normal; together they are the gap."""
    gaps = [gap_where(_flags(code, factors)) for code in range(2**factors)]
    amounts = np.zeros((len(gaps[0]), factors))
    for code, gap in enumerate(gaps):
        size = code.bit_count()
        for one in range(factors):
            if not code >> one & 1:
                weight = factorial(size) * factorial(factors - size - 1) / factorial(factors)
                amounts[:, one] += weight * (gaps[code | 1 << one] - gap)
    return amounts, gaps[0]


def shares_of(amounts: Floats) -> Floats:
    """Return the shares of what widened the gap, adding up to 1; a factor that narrowed it has none; all 0 if nothing widened it."""
    widening = np.maximum(amounts, 0.0)
    whole = widening.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(widening, whole, out=np.zeros_like(widening), where=whole > 0))


def _flags(code: int, factors: int) -> tuple[bool, ...]:
    """Return the bits of a number."""
    return tuple(bool(code >> one & 1) for one in range(factors))
