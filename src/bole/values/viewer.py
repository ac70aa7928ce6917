"""Whoever looks or acts: ids and granted names, nothing that can query."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["employee", "mentor", "hr", "hr_partner", "hr_admin", "auditor", "system_admin"]


@dataclass(frozen=True, slots=True)
class Viewer:
    """An account, a token or the system itself, with all that was granted to it on the day of the request.

    `reports` are the people whose direct manager this person is today, `chain` those further down. `units` are the units
    (subtrees spelled out) that an HR partner looks after. `mentees` are those whom this person mentors today. `stands_in_for` are
    people who are away and named this person for today, `stood_for` whom those lead directly. A token has `scopes` and no roles.
    """

    name: str
    account_id: int | None = None
    person_id: int | None = None
    roles: frozenset[str] = frozenset()
    reports: frozenset[int] = frozenset()
    chain: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    partnered: frozenset[int] = frozenset()
    mentees: frozenset[int] = frozenset()
    stands_in_for: frozenset[int] = frozenset()
    stood_for: frozenset[int] = frozenset()
    scopes: frozenset[str] = frozenset()
    connection_id: int | None = None
    session: str = ""
    address: str = ""
    request_id: str = ""
    is_system: bool = False
    is_external: bool = False  # works here for another company: no score, no feedback
    is_scored: bool = True  # False where the kind of contract has no score: from outside, dispatched, interns

    def has_role(self, *roles: Role) -> bool:
        """Test if one of the roles was granted."""
        return not self.roles.isdisjoint(roles)


SYSTEM = Viewer(name="system", is_system=True)

__all__ = ["SYSTEM", "Role", "Viewer"]
