"""Chance with a fixed seed: every draw names what it is for, so that a new draw changes no other."""

import random
from collections.abc import Sequence
from typing import TypeVar

SEED = 20261123
T = TypeVar("T")


def dice(*names: object) -> random.Random:
    """Return dice of one's own for what the names say."""
    return random.Random("|".join(str(one) for one in (SEED, *names)))


def spread(total: int, weights: Sequence[float]) -> list[int]:
    """Divide a whole number by weights, by the largest remainder."""
    whole = sum(weights) or 1.0
    exact = [total * weight / whole for weight in weights]
    parts = [int(one) for one in exact]
    order = sorted(range(len(parts)), key=lambda n: (parts[n] - exact[n], n))
    for n in order[: total - sum(parts)]:
        parts[n] += 1
    return parts


def count_of(rng: random.Random, mean: float) -> int:
    """Draw how often something happens that happens `mean` times on average."""
    if mean <= 0:
        return 0
    if mean > 12:
        return max(0, round(rng.gauss(mean, mean**0.5)))
    limit, product, n = 2.718281828459045**-mean, rng.random(), 0
    while product > limit:
        product *= rng.random()
        n += 1
    return n


def few_of(rng: random.Random, things: Sequence[T], count: int) -> list[T]:
    """Draw some of the things, each at most once, in their order."""
    picked = sorted(rng.sample(range(len(things)), min(count, len(things))))
    return [things[n] for n in picked]
