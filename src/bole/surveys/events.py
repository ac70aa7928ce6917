"""What happened in surveys; never what was answered, nor who did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """People are asked."""

    ref: str
    kind: str


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """Nothing can be answered any more."""

    ref: str
    kind: str


@dataclass(frozen=True, slots=True)
class ResultsPublished:
    """There are new results about somebody."""

    kind: str
    about: str
    day: str
