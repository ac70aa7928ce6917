"""What a generated company with mentors is: what can be observed of it and, apart from that, the truth that was planted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

PRACTICES = ("plain", "weak", "strong")  # whom a mentor is usually given


@dataclass(frozen=True, slots=True)
class ObservedMentoring:
    """What an estimate may see. Periods are half-years; scores stand on the 5-point scale, and NaN is what nobody knows."""

    score: Floats  # [people, periods]
    unit: Ints  # [people, periods], -1 where the person was not there
    grade: Ints  # [people, periods]
    tenure: Floats  # [people, periods], in half-years at the end of the period
    family: Ints  # [people]
    mentor: Ints  # [pairs], place of the mentor
    mentee: Ints  # [pairs], place of the person
    before: Ints  # [pairs], the last period that was closed before the start
    after: Ints  # [pairs], the period that closed when the programme was over


@dataclass(frozen=True, slots=True, kw_only=True)
class Climate:
    """How a company is drawn; differs from seed to seed."""

    mean_effect: float
    spread_of_effects: float
    noise: float  # of one score
    shock: float  # of an ordinary unit and period
    choosing: float  # how much likelier a mentor is for who scored a standard deviation lower
    growth: float  # what people gain with the years by themselves


@dataclass(frozen=True, slots=True)
class MentoringTruth:
    """What was planted; never shown to an estimate, never stored."""

    effect: Floats  # [mentors], what a programme with this mentor adds to a score
    practice: Ints  # [mentors], place in PRACTICES
    effect_of_pair: Floats  # [pairs], what it added to this mentee
    without: Floats  # [pairs], what the score afterwards would have been without the mentor, all noise the same; NaN: unknown
    level_before: Floats  # [pairs], the score before without its noise
    shock: Floats  # [units, periods]
    climate: Climate


@dataclass(frozen=True, slots=True)
class GeneratedMentoring:
    """What can be observed, and the truth beside it."""

    observed: ObservedMentoring
    truth: MentoringTruth
