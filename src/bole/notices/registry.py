"""What rooms above tell notices: in which zone somebody's clock goes, who leads people, and where their mail goes."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody behind an account, as far as a message must know."""

    zone: str = ""
    mail: str = ""
    leads: bool = False
    is_here: bool = True  # False: left, or yet to come


Provider = Callable[[Collection[int], date], dict[int, Recipient]]
_providers: list[Provider] = []


def know_recipients(provider: Provider) -> None:
    """Let the people room tell who is behind accounts."""
    _providers[:] = [provider]


def recipients(account_ids: Collection[int], day: date) -> dict[int, Recipient]:
    """Return who is behind each account; one without a person is by the company's clock and leads nobody."""
    found = _providers[0](account_ids, day) if _providers and account_ids else {}
    return {key: found.get(key) or Recipient() for key in account_ids}


# Accounts → who of them may be stood in for by whom: names to choose from.
Colleagues = Callable[[int, date], list[tuple[int, str]]]
_colleagues: list[Colleagues] = []


def know_colleagues(provider: Colleagues) -> None:
    """Let a room above tell whom somebody may ask to stand in: the keys of accounts and their names."""
    if provider not in _colleagues:
        _colleagues.append(provider)


def colleagues_of(account_id: int, day: date) -> list[tuple[int, str]]:
    """Return whom this account may ask to stand in."""
    found = {key: name for provider in _colleagues for key, name in provider(account_id, day) if key != account_id}
    return sorted(found.items(), key=lambda one: (one[1], one[0]))


# Keys of notices of one kind → those whose decision is still open.
Open = Callable[[Collection[str]], Collection[str]]
_open: dict[str, Open] = {}


def know_what_waits(kinds: Collection[str], still: Open) -> None:
    """Let a room above tell of notices of these kinds, by their keys, what is not decided yet."""
    _open.update(dict.fromkeys(kinds, still))


def what_waits(kind: str, keys: Collection[str]) -> Collection[str] | None:
    """Return which of the keys wait for a decision; None if no room says so of this kind."""
    return _open[kind](keys) if kind in _open else None
