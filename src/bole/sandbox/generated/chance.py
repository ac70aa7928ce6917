"""Chance with a seed: every stream names what it is for, so that a new draw changes no other."""

from zlib import crc32

import numpy as np


def stream(seed: int, *names: str | int) -> np.random.Generator:
    """Return the stream of chance that belongs to what the names say."""
    return np.random.default_rng([seed, *(one if isinstance(one, int) else crc32(one.encode()) for one in names)])
