"""What a detector reads: day by day, what happened to many pairs of person and indicator."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Daily:
    """Series of `n` pairs of person and indicator over `days` calendar days, as numerators and denominators.

    The value of a span of days is the sum of `total` over the sum of `count`: an indicator that is a ratio or a mean counts what it is
    made of, one that is a sum counts 1 for each working day on which the person was here.
    """

    total: FloatArray  # [n, days], in the indicator's unit times what is counted
    count: FloatArray  # [n, days], 0: nothing happened that day
    here: BoolArray  # [n, days], here, and in the same post as at the end
    heard: BoolArray  # [n, days], the source was heard on that day
    is_up_worse: BoolArray  # [n]
    team: IntArray  # [n], one number for each pair of team and indicator
    family: IntArray | None = None  # [n], one number for each indicator; None: rows tell nothing about each other but in teams


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of the series."""

    first_day: date
    is_working: BoolArray  # [days]
    weekday: IntArray  # [days], 0 is Monday


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the data holds about the persons' work meanwhile, a row for each pair of person and indicator."""

    open_work: FloatArray  # [n, days], items open at the end of the day
    projects: FloatArray  # [n, days], projects with items open
    absent: BoolArray  # [n, days], away: leave or travel
    mentoring: FloatArray  # [n, days], hours
