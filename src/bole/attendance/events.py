"""What happened in attendance."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AbsencesChanged:
    """The days on which somebody is away are others now; days as ISO text."""

    person_id: int
    first_day: str
    last_day: str
