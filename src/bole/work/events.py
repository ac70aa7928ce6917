"""What happened in work data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactsRecorded:
    """Readings changed: `spans` hold (person id, first day, last day), days as ISO text."""

    spans: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class ObjectionRaised:
    """A person doubts a fact."""

    objection_ref: str
    person_id: int
