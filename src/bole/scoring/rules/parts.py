"""Parts of a period: whoever changed unit or family has one score for each part, and the mean of them by working days."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bole.scoring.rules.rounding import half_up
from bole.scoring.rules.rule import NO_SCORE


def join_totals(parts: Sequence[tuple[int, int]]) -> int | None:
    """Return the mean of scores (hundredths, working days) by days, rounded half up; None if there is none.

    The parts are taken as they are shown, so that anyone can work the mean out from the page.
    """
    days = sum(gone for _, gone in parts)
    return half_up(sum(total * gone for total, gone in parts), days) if days else None


def join_rows(totals: NDArray[np.int32], gone: NDArray[np.int64], whose: NDArray[np.int64], people: int) -> NDArray[np.int32]:
    """Return the same for many: the joint score of each person 0..people-1, NO_SCORE for who has none; `whose` owns each row."""
    is_scored = totals != NO_SCORE
    days = np.where(is_scored, gone, 0)
    weighed = np.zeros(people, np.int64)
    over = np.zeros(people, np.int64)
    np.add.at(weighed, whose, days * totals)
    np.add.at(over, whose, days)
    means = (2 * weighed + over) // np.maximum(2 * over, 1)
    return np.where(over > 0, means, NO_SCORE).astype(np.int32)
