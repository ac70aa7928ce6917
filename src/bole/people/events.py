"""What happened to people. Keys and days as text, so that rooms above can react without asking again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleHired:
    """These people joined, or came back, on that day (ISO)."""

    person_ids: tuple[int, ...]
    first_day: str


@dataclass(frozen=True, slots=True)
class AssignmentsChanged:
    """From that day (ISO) on these people work elsewhere, as something else or for somebody else."""

    person_ids: tuple[int, ...]
    first_day: str


@dataclass(frozen=True, slots=True)
class EmploymentsEnded:
    """That day (ISO) is the last one of these people."""

    person_ids: tuple[int, ...]
    last_day: str


@dataclass(frozen=True, slots=True)
class PeopleRewritten:
    """Name or contact of these people changed."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HeadChanged:
    """From that day (ISO) on the unit has another head, or none."""

    unit_id: int
    first_day: str
