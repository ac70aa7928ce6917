"""Rounding: a score is rounded once, and shown parts add up to the shown whole."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# A score in points is first taken to a billionth, where engines that add in another order agree, then half up to a hundredth.
_FINE = 1e9
_FINE_IN_A_HUNDREDTH = 10**7


def fine(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points as whole billionths."""
    return np.rint(points * _FINE)


def to_hundredths(points: NDArray[np.float64]) -> NDArray[np.int32]:
    """Round points half up to hundredths, after rounding to a billionth. None of them may be NaN."""
    # Whole numbers below 2**53 divided by 10**7 never round across a whole number, so the floor is exact.
    whole: NDArray[np.float64] = np.floor((fine(points) + _FINE_IN_A_HUNDREDTH / 2) / _FINE_IN_A_HUNDREDTH)
    return whole.astype(np.int32)


def shown(points: NDArray[np.float64]) -> list[int | None]:
    """Return points in hundredths, None where they are NaN."""
    is_there = ~np.isnan(points)
    rounded = to_hundredths(np.where(is_there, points, 0.0)).tolist()
    return [one if there else None for one, there in zip(rounded, is_there.tolist(), strict=True)]


def share_out(points: NDArray[np.float64], totals: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return each row's parts in hundredths so that they add up to the row's total, by the largest remainder.

    `points` [rows, parts] add up to the unrounded totals. Each part is cut down to a hundredth; what is then missing goes, a hundredth
    each, to the parts that lost most; of equal ones the first in the tree goes first.
    """
    whole = fine(points).astype(np.int64)
    cut, lost = np.divmod(whole, _FINE_IN_A_HUNDREDTH)
    left = totals - cut.sum(axis=1)
    order = np.argsort(-lost, axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.arange(points.shape[1])[None, :], axis=1)
    shared: NDArray[np.int64] = cut + (rank < left[:, None])
    return shared.astype(np.int32)


def apportion(parts: Sequence[int], total: int, *, step: int) -> tuple[int, ...]:
    """Return the parts in steps (10: from hundredths to tenths) so that they add up to `total` steps, by the largest remainder.

    Parts may be negative; `total` must lie less than a step from their sum.
    """
    cut = [part // step for part in parts]
    lost = [part % step for part in parts]
    left = total - sum(cut)
    first = sorted(range(len(parts)), key=lambda n: (-lost[n], n))[:left]
    return tuple(part + (n in first) for n, part in enumerate(cut))


def half_up(numerator: int, denominator: int) -> int:
    """Return the quotient rounded to a whole number, halves up."""
    return (2 * numerator + denominator) // (2 * denominator)


def to_tenths(hundredths: int) -> int:
    """Return the score as pages show it, in tenths."""
    return half_up(hundredths, 10)


def five_point(hundredths: int) -> int:
    """Return the score on the 5-point scale (100 points = 5), in hundredths. Compare boundaries with the score itself, not with this."""
    return half_up(hundredths, 20)
