"""Who rates whom: a few colleagues for each, a few for each colleague, those who worked together first."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

MOST_RATERS: Final = 5
LEAST_RATERS: Final = 3


def raters_of(could: Mapping[int, Mapping[int, int]], *, most: int = MOST_RATERS) -> dict[int, tuple[int, ...]]:
    """Return who rates each: of those who could (with how many projects they share), at most `most`, and nobody rates more than `most`.

    In turns each takes the next colleague: one who shares a project before one who does not, then who has been asked about the fewest.
    Whoever comes to fewer than three is rated by nobody.
    """
    chosen: dict[int, list[int]] = {ratee: [] for ratee in could}
    load = dict.fromkeys((rater for options in could.values() for rater in options), 0)
    for _turn in range(most):
        for ratee in sorted(could, key=lambda one: (len(chosen[one]), len(could[one]), one)):
            free = [one for one in could[ratee] if one not in chosen[ratee] and load[one] < most and one != ratee]
            if not free:
                continue
            taken = min(free, key=lambda one: (could[ratee][one] == 0, load[one], -could[ratee][one], one))
            chosen[ratee].append(taken)
            load[taken] += 1
    return {ratee: tuple(sorted(raters)) if len(raters) >= LEAST_RATERS else () for ratee, raters in chosen.items()}


def hundredths(share: Fraction) -> int:
    """Return a share of 1 in hundredths of a scale to 100, rounded half up."""
    return (share * 10_000 + Fraction(1, 2)).__floor__()


def in_line(managers: Mapping[int, int | None]) -> dict[int, frozenset[int]]:
    """Return everybody above each person, as far as the managers are known."""
    found = {}
    for person in managers:
        above: list[int] = []
        at = managers.get(person)
        while at is not None and at not in above and at != person:
            above.append(at)
            at = managers.get(at)
        found[person] = frozenset(above)
    return found
