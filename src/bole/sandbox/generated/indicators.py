"""What is measured of whom: indicators as the product defines them, and which professions have which."""

from dataclasses import dataclass
from enum import IntEnum


class Kind(IntEnum):
    """How an indicator is made of its samples."""

    TIME = 0  # a mean of durations, up is worse
    OPINION = 1  # a mean of few answers from 0 to 100, down is worse
    SUCCESSES = 2  # successes ÷ attempts, down is worse
    FAILURES = 3  # failures ÷ attempts, up is worse
    TROUBLES = 4  # a sum, up is worse
    PIECES = 5  # a sum, down is worse

    @property
    def is_up_worse(self) -> bool:
        """Test if more of it is worse."""
        return self in {Kind.TIME, Kind.FAILURES, Kind.TROUBLES}

    @property
    def is_sum(self) -> bool:
        """Test if a working day counts as one sample, whatever happens on it."""
        return self in {Kind.TROUBLES, Kind.PIECES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An indicator; `level` and `rate` are between what persons usually have, in its unit and in samples a working day."""

    code: str
    kind: Kind
    source: str
    level: tuple[float, float]
    rate: tuple[float, float]


INDICATORS = (
    Indicator(code="response_time", kind=Kind.TIME, source="service_desk", level=(1_800.0, 7_200.0), rate=(3.0, 10.0)),
    Indicator(code="resolution_time", kind=Kind.TIME, source="service_desk", level=(10_000.0, 50_000.0), rate=(2.0, 8.0)),
    Indicator(code="tickets_solved", kind=Kind.PIECES, source="service_desk", level=(3.0, 9.0), rate=(1.0, 1.0)),
    Indicator(code="satisfaction", kind=Kind.OPINION, source="surveys", level=(80.0, 94.0), rate=(0.2, 1.2)),
    Indicator(code="task_completion", kind=Kind.SUCCESSES, source="tracker", level=(0.80, 0.96), rate=(0.6, 2.2)),
    Indicator(code="first_pass", kind=Kind.SUCCESSES, source="tracker", level=(0.72, 0.95), rate=(0.25, 0.9)),
    Indicator(code="delays", kind=Kind.TROUBLES, source="tracker", level=(0.05, 0.30), rate=(1.0, 1.0)),
    Indicator(code="rework_rate", kind=Kind.FAILURES, source="tracker", level=(0.05, 0.15), rate=(0.8, 2.0)),
    Indicator(code="bug_rate", kind=Kind.FAILURES, source="code_forge", level=(0.05, 0.20), rate=(0.6, 2.0)),
    Indicator(code="changes_merged", kind=Kind.PIECES, source="code_forge", level=(0.7, 2.2), rate=(1.0, 1.0)),
    Indicator(code="quality", kind=Kind.SUCCESSES, source="shop_floor", level=(0.955, 0.99), rate=(70.0, 200.0)),
)
CODES = tuple(one.code for one in INDICATORS)
SOURCES = tuple(sorted({one.source for one in INDICATORS}))

# A profession's share of the teams, and what is measured of it.
PROFESSIONS = (
    (0.35, ("response_time", "resolution_time", "tickets_solved", "satisfaction")),
    (0.30, ("task_completion", "delays", "bug_rate", "changes_merged")),
    (0.20, ("task_completion", "first_pass", "delays", "rework_rate")),
    (0.15, ("quality", "first_pass")),
)
