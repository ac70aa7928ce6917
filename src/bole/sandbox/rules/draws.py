"""Draws whose mean is what was wanted: few enough answers, tickets and passes still come out near a person's level."""

import random
from collections.abc import Sequence
from datetime import date

from bole.sandbox.rules.clockwork import Clockwork
from bole.values.workdays import SECONDS_A_DAY


def near(rng: random.Random, wanted: float, most: int) -> int:
    """Return a whole number beside what was wanted, from 0 to `most`."""
    return min(max(int(wanted + rng.random()), 0), most)


def answers(rng: random.Random, count: int, points: float) -> list[int]:
    """Return answers from 0 to 10 whose mean is near `points` (0 to 100)."""
    if count <= 0:
        return []
    low, more = divmod(near(rng, count * points / 10, 10 * count), count)
    given = [low + 1] * more + [low] * (count - more)
    for n in range(0, count - 1, 2):
        if given[n] < 10 and given[n + 1] > 4 and rng.random() < 0.45:
            given[n] += 1
            given[n + 1] -= 1
    rng.shuffle(given)
    return given


def shares(rng: random.Random, count: int, total: int, *, least: int = 240) -> list[int]:
    """Divide working seconds among tickets, unevenly; they add up to the total exactly."""
    if count <= 0:
        return []
    least = min(least, total // count)
    weights = [0.35 + rng.random() + (1.6 if rng.random() < 0.12 else 0.0) for _ in range(count)]
    free, whole = total - least * count, sum(weights)
    parts = [least + int(free * weight / whole) for weight in weights]
    parts[-1] += total - sum(parts)
    return parts


def hours_for(points: float) -> float:
    """Return the mean response time that the curve gives these points."""
    if points >= 92:
        return 1 - (points - 92) / 16
    return 1 + (92 - points) / 17 if points >= 58 else 3 + (58 - points) / 11.6


def solving_for(points: float) -> float:
    """Return the mean time to resolve that the curve gives these points."""
    if points >= 85:
        return 8 - (points - 85) * 4 / 15
    return 8 + (85 - points) * 8 / 25 if points >= 60 else 16 + (60 - points) * 0.4


def delays_for(rng: random.Random, points: float, share: float) -> int:
    """Return so many delays as bring about these points; `share` of the month is told."""
    pace = 0.0 if points > 96 else 1.0 if points > 86 else 2.0 if points > 79 else 3.6 if points > 68 else 6.0 if points > 56 else 8.5
    return near(rng, pace * share - 0.15, 20)


def one_of(rng: random.Random, days: Sequence[date]) -> date:
    """Return one of the days."""
    return days[int(rng.random() * len(days))]


def place_on(rng: random.Random, clock: Clockwork, day: date) -> int:
    """Return a place on the line of working time on the day; on the last day its beginning."""
    return clock.place(day, 0 if day == clock.almanac.anchor else int(rng.random() * (SECONDS_A_DAY - 300)) + 120)
