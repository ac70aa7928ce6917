"""Relations: rooms above say how an account stands to people; access only asks."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from bole.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Standing:
    """The person of an account, and how that person stands to others on a day."""

    person_id: int | None = None
    number: str = ""
    name: str = ""
    position: str = ""
    unit: str = ""
    reports: frozenset[int] = frozenset()
    chain: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    partnered: frozenset[int] = frozenset()
    stands_in_for: frozenset[int] = frozenset()  # people who are away and named this one for the day
    stood_for: frozenset[int] = frozenset()  # whom those lead directly
    is_external: bool = False
    is_scored: bool = True
    news: int | None = None  # unread notices; None where they were not counted
    is_away: bool = False  # the account's person does not work here on that day


Provider = Callable[[Account, Collection[str], date], Standing]
_providers: list[Provider] = []


def stand_by(provider: Provider) -> None:
    """Let the people room tell the standing of accounts."""
    _providers[:] = [provider]


def standing_of(account: Account, unit_refs: Collection[str], day: date) -> Standing:
    """Return the standing of an account; one without a person stands to nobody."""
    return _providers[0](account, unit_refs, day) if _providers else Standing()


# Whom a person mentors on a day. Asked only of those who hold the role of mentor.
Mentees = Callable[[int, date], frozenset[int]]
_mentees: list[Mentees] = []


def mentor_by(provider: Mentees) -> None:
    """Let the mentoring room tell whom somebody mentors."""
    _mentees[:] = [provider]


def mentees_of(person_id: int | None, day: date) -> frozenset[int]:
    """Return whom a person mentors on the day; an account without a person mentors nobody."""
    return _mentees[0](person_id, day) if _mentees and person_id is not None else frozenset()
