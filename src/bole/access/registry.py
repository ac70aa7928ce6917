"""What rooms above tell access: the units that exist, by ref and name; whose accounts are whose."""

from collections.abc import Callable, Collection
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


# Keys of accounts → staff numbers of their people.
Numbers = Callable[[Collection[int]], dict[int, str]]
_numbers: list[Numbers] = []


def number_accounts(provider: Numbers) -> None:
    """Let the people room tell whose accounts are whose."""
    _numbers[:] = [provider]


def numbers_of_accounts(account_ids: Collection[int]) -> dict[int, str]:
    """Return the staff numbers that are known; an account without a person has none."""
    return _numbers[0](account_ids) if _numbers and account_ids else {}
