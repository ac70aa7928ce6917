"""What happened to alerts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlertNoticed:
    """An indicator of a person left its own usual; the person sees it first."""

    ref: str
    person_id: int
    indicator: str


@dataclass(frozen=True, slots=True)
class AlertOpened:
    """The manager sees an alert from now on."""

    ref: str
    person_id: int
    indicator: str


@dataclass(frozen=True, slots=True)
class AlertClosed:
    """An alert is over: recovered, not_a_problem, source, moved or withdrawn."""

    ref: str
    person_id: int
    indicator: str
    why: str


@dataclass(frozen=True, slots=True)
class AlertHandled:
    """Something was said or done about an alert."""

    ref: str
    person_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class TargetProposed:
    """Somebody proposed another target for a person; a second person must check it."""

    ref: str
    person_id: int


@dataclass(frozen=True, slots=True)
class SourceFellSilent:
    """A source brought nothing, against its own habit."""

    connection_id: int
    first_day: str
    people: int


@dataclass(frozen=True, slots=True)
class SeriesGiven:
    """Values of these units' series came, or were withdrawn; `of_company`: some hold for all units."""

    unit_ids: tuple[int, ...]
    of_company: bool
