"""Parts of a period: whoever changed unit or family has one score for each part, and the mean of them by working days."""

from collections.abc import Sequence

from bole.scoring.rules.rounding import half_up


def join_totals(parts: Sequence[tuple[int, int]]) -> int | None:
    """Return the mean of scores (hundredths, working days) by days, rounded half up; None if there is none.

    The parts are taken as they are shown, so that anyone can work the mean out from the page.
    """
    days = sum(gone for _, gone in parts)
    return half_up(sum(total * gone for total, gone in parts), days) if days else None
