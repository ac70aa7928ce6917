"""What happened to scores."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoresChanged:
    """Live scores of a period changed: ids of the people."""

    period: str
    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PeriodClosed:
    """A period was closed for everybody."""

    period: str


@dataclass(frozen=True, slots=True)
class SupportAsked:
    """Somebody asked their manager for support."""

    request_ref: str
    person_id: int


@dataclass(frozen=True, slots=True)
class SupportAnswered:
    """A manager answered."""

    request_ref: str
    person_id: int


@dataclass(frozen=True, slots=True)
class YearClosed:
    """A year was rated for everybody."""

    year: int
