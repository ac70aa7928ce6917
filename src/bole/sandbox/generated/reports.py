"""What people themselves report of a month, beside what the tool counted."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.facts import ALIKE

Ints = NDArray[np.int64]
Entry = tuple[int, int, int]


def draw_reports(rng: np.random.Generator, counted: Ints, *, signs: Sequence[Entry], alike: Sequence[Entry]) -> Ints:
    """Return the reported numbers [people, months]: near to what was counted, but where something else is planted."""
    said = np.round(counted * np.exp(rng.normal(0.0, 0.04, counted.shape))).astype(np.int64)
    # Not everybody reports every month.
    said[rng.random(counted.shape) < 0.08] = 0
    for person, month, kind in alike:
        name = ALIKE[kind]
        if name == "rounded_report":
            said[person, month] = 5 * round(float(counted[person, month]) / 5)
        elif name == "outside_the_tool":
            said[person, month] = round(float(counted[person, month]) * (1.15 + 0.1 * (person % 2)))
        elif name == "late_report" and month + 1 < counted.shape[1]:
            later = counted[person, month] // 4
            said[person, month], said[person, month + 1] = counted[person, month] - later, counted[person, month + 1] + later
    for person, month, _ in signs:
        said[person, month] = round(float(counted[person, month]) * float(rng.uniform(1.35, 2.2))) + 2
    return said
