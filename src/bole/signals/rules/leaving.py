"""How much worse the time since a supposed onset is than the time before it, in standard deviations."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.folding import Grid, Places, Points, Values
from bole.signals.rules.usual import DAYS, STEADIEST, Sums, piece_of

# How many working days ago the decline is supposed to have begun.
SPANS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 25, 30)
# Before it: so many working days here and heard, so many with evidence.
LEAST_HERE: Final = 60
LEAST_BEFORE: Final = 20
# How much skewness is taken for granted where what is counted is rare.
RARE: Final = 1.0
PRIOR: Final = 2.0


@dataclass(frozen=True, slots=True)
class Team:
    """How the rest of the team stands to what is usual for them; 1: as usual, or nothing can be said."""

    ratio: Values
    doubt: Values  # standard error


@dataclass(frozen=True, slots=True)
class Compared:
    """A span against the time before it."""

    z: Values  # how much worse, in standard deviations of a normal variable; -inf: cannot be told
    observed: Values
    usual: Values  # what the time before makes one expect
    spread: Values


def compared(sums: Sums, pick: Grid | Points, *, sign: Values, span: int | Places, weekly: Values, team: Team | None = None) -> Compared:
    """Compare the last `span` days with the `DAYS` before them, moved by what the rest of the team went through."""
    ratio, doubt = (team.ratio, team.doubt) if team else (1.0, 0.0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        observed, count = pick.of(sums.clipped, days=span), pick.of(sums.exposure, days=span)
        before = pick.of(sums.exposure, days=DAYS, skip=span)
        days_before = pick.of(sums.days, days=DAYS, skip=span)
        rate = pick.of(sums.clipped, days=DAYS, skip=span) / before
        usual = rate * count
        all_excess, all_worse = pick.of(sums.excess, days=DAYS + span), pick.of(sums.worse, days=DAYS + span)
        piece = piece_of(all_excess, all_worse, pick.of(sums.told_days, days=DAYS + span))
        told_days = pick.of(sums.told_days, days=DAYS, skip=span)
        told = before * told_days / days_before
        # Where bad days are rare the time before may hold none by chance: it is given a few more.
        excess = pick.of(sums.excess, days=DAYS, skip=span) + PRIOR * piece
        variance = np.maximum(pick.of(sums.squares, days=DAYS, skip=span) / told, piece * excess / told)
        variance = np.maximum(variance, (STEADIEST * rate) ** 2)
        spread = np.sqrt(weekly * variance * (count + count**2 / before) + (doubt * usual * ratio) ** 2)
        z = sign * (observed - ratio * usual) / spread
        # Bad days come in pieces; where every day is bad, it is the days that are counted.
        mixed = np.minimum(2 - 2 * pick.of(sums.worse, days=span) / pick.of(sums.days, days=span), 1)
        skew = sign * pick.of(sums.cubes, days=DAYS, skip=span) / told * count / spread**3
        z = _normal(z, skew=np.fmax(skew, RARE * mixed * piece / spread), freedom=told_days)
        is_known = (days_before >= LEAST_BEFORE) & (pick.of(sums.here, days=DAYS, skip=span) >= LEAST_HERE) & (spread > 0)
    return Compared(np.where(is_known, z, -np.inf), observed, usual, spread)


def _normal(z: Values, *, skew: Values, freedom: Values) -> Values:
    """Return the normal variable that is as unlikely: Wilson and Hilferty's cube root for skewness, then the few days of Student's t."""
    bent = np.clip(skew, 0.02, 3.0)
    z = 6 / bent * (np.cbrt(np.maximum(1 + bent * z / 2, 0)) - 1) + bent / 6
    result: Values = z / np.sqrt(1 + z**2 / (2 * np.maximum(freedom, 1)))
    return result


def worsening(sums: Sums, pick: Grid | Points, *, sign: Values, span: int | Places) -> Values:
    """Return by what share the value itself, nothing clipped, is worse than before."""
    with np.errstate(divide="ignore", invalid="ignore"):
        now = pick.of(sums.total, days=span) / pick.of(sums.exposure, days=span)
        was = pick.of(sums.total, days=DAYS, skip=span) / pick.of(sums.exposure, days=DAYS, skip=span)
        result: Values = sign * (now - was) / np.abs(was)
    return result
