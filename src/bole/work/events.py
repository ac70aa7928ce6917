"""What happened in work data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactsRecorded:
    """Readings changed: `spans` hold (person id, first day, last day), days as ISO text."""

    spans: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class WorkChanged:
    """What these people work on changed, and no reading did."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ObjectionRaised:
    """A person doubts a fact."""

    objection_ref: str
    person_id: int


@dataclass(frozen=True, slots=True)
class ResultSubmitted:
    """Somebody handed in a result, or handed it in again after a correction. Its words are read by `work.queries.handed_in`."""

    ref: str
    person_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class ResultDecided:
    """A result was confirmed, returned or taken back."""

    ref: str
    person_id: int
    kind: str
    state: str
