"""What rooms above tell access: the units that exist, by ref and name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as a choice: its ref, its name in both languages, how far down it lies."""

    ref: str
    zh: str
    en: str
    depth: int


UnitNames = Callable[[date], list[UnitName]]
_providers: list[UnitNames] = []


def name_units(provider: UnitNames) -> None:
    """Let the people room name the units of a day."""
    _providers[:] = [provider]


def unit_names(day: date) -> list[UnitName]:
    """Return the units of a day, each under the one above."""
    return _providers[0](day) if _providers else []
