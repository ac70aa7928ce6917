"""Prices guessed before anything is solved: what the seats of each mentor may cost once everybody has chosen.

A mentor wanted by more mentees than there are seats gets dearer, one wanted by fewer gets cheaper, each time by a smaller step: the method
of subgradients (Held, Wolfe and Crowder 1974) with a memory of the last step (Polyak 1964), on gains rounded to 16 bits. A guess proves
nothing; it only says which pairs to look at first.
"""

import numpy as np
import numpy.typing as npt

from bole.mentoring.rules.matching_values import NEVER, Ints, Problem

Numbers = npt.NDArray[np.int64]
Shorts = npt.NDArray[np.int16]
Reals = npt.NDArray[np.float64]
TURNS = 12
TURNS_OF_HALF = 6
MEMORY = 0.5
FIRST_STEP, LAST_STEP = 1 / 24, 1 / 120
MOST_SHORT, LEAST_SHORT, MOST_PRICE = 2**13, -(2**14), 2**13 * 3 // 2
ROWS = 128
APART = 7


def guessed(problem: Problem) -> tuple[Shorts, Shorts]:
    """Return the gains and what the mentors' prices may be, both in the same coarse unit."""
    small, unit = _in_short(problem.gain)
    market = _Market(problem, small, unit)
    prices, moved = market.first(), np.zeros(small.shape[1])
    for turn in range(TURNS):
        step = market.span * FIRST_STEP * (LAST_STEP / FIRST_STEP) ** (turn / (TURNS - 1))
        moved = MEMORY * moved + step * market.excess(prices, every=2 if turn < TURNS_OF_HALF else 1)
        prices = np.clip(prices + moved, -MOST_PRICE, MOST_PRICE)
    return small, np.rint(prices).astype(np.int16)


def _in_short(gain: Ints) -> tuple[Shorts, int]:
    """Return the gains in 16 bits, and how much of a gain one of these is."""
    shift = max(0, int(gain.max()).bit_length() - MOST_SHORT.bit_length() + 1)
    small = np.empty(gain.shape, np.int16)
    for start in range(0, len(gain), ROWS):
        small[start : start + ROWS] = np.maximum(gain[start : start + ROWS] >> shift, LEAST_SHORT)
    return small, 1 << shift


def drawn_apart(columns: int, below: int) -> Numbers:
    """Return rows of numbers below this that look drawn and are the same each time (Knuth's multiplicative hash), each row others."""
    drawn = (np.arange(columns + ROWS * APART) * 2_654_435_761 % 2**32) * below >> 32
    return np.lib.stride_tricks.sliding_window_view(drawn, columns)[::APART]


class _Market:
    """Who would choose whom at given prices."""

    def __init__(self, problem: Problem, gain: Shorts, unit: int) -> None:
        self.gain = gain
        self.seats = np.array([len(one) for one in problem.seats], np.int64)
        self.extra = np.full((int(self.seats.max(initial=0)), len(self.seats)), float(NEVER))
        for column, own in enumerate(problem.seats):
            self.extra[: len(own), column] = np.array(own) / unit
        self.is_scarce = int(self.seats.sum()) < len(gain)
        self.sample = gain[:: max(1, len(gain) // 1000)]
        least = int(self.sample[self.sample > LEAST_SHORT].min(initial=MOST_SHORT))
        self.means = np.maximum(self.sample, least).mean(axis=0)
        self.span = float(max(1, int(self.sample.max()) - least)) + float(np.ptp(self.extra[self.extra > NEVER]))

    def first(self) -> Reals:
        """Return prices to begin with: what all would gain on the average, at a level at which as many come as there are seats."""
        if self.is_scarce:
            best = (self.sample - self.means).max(axis=1)
            level = np.quantile(best, 1 - int(self.seats.sum()) / len(self.gain))
        else:
            worth = np.sort((self.extra + self.means)[self.extra > NEVER])[::-1]
            level = -worth[min(len(worth), len(self.gain)) - 1]
        found: Reals = self.means + level
        return found

    def excess(self, prices: Reals, *, every: int) -> Reals:
        """Return how many more would come to each mentor than there are seats, by seats; of `every` so many blocks one is asked."""
        small = np.rint(prices).astype(np.int16)
        chosen = [self._chosen(self.gain[start : start + ROWS] - small) for start in range(0, len(self.gain), ROWS * every)]
        asked = sum(min(ROWS, len(self.gain) - start) for start in range(0, len(self.gain), ROWS * every))
        came = np.bincount(np.concatenate(chosen), minlength=len(prices)) * (len(self.gain) / asked)
        offered = self.seats if self.is_scarce else (self.extra + prices > 0).sum(axis=0)
        return np.clip((came - offered) / np.maximum(self.seats, 1), -1, 2)

    def _chosen(self, net: Shorts) -> Numbers:
        """Return whom each would choose; where seats are scarce only who still gains by it."""
        best: Numbers = net.argmax(axis=1)
        return best[net[np.arange(len(net)), best] > 0] if self.is_scarce else best
