"""Building the Viewer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from bole.access.models import Grant
from bole.access.relations import Standing, mentees_of, standing_of
from bole.access.words import ROLES
from bole.accounts.models import Account, Token
from bole.kit.prepared import Prepared
from bole.notices.queries import unread_of
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Me:
    """Who signed in, as the frame of a page shows it."""

    number: str
    name: str
    position: str
    unit: str
    news: int = 0  # unread notices

    @property
    def note(self) -> str:
        """What stands under the name."""
        return self.unit or self.position

    @property
    def url(self) -> str:
        """The way to one's own page."""
        return "/me/"


def viewer_for(account: Account, *, day: date, session: str = "", address: str = "", request_id: str = "") -> tuple[Viewer, Me] | None:
    """Build the Viewer of an account as of a day: roles, units, reports. None if its person has left or is yet to come."""
    grants = _GRANTS.ask(account.pk)
    standing = standing_of(account, [unit for _, unit in grants if unit], day)
    if standing.is_away:
        return None
    roles = _roles(frozenset(role for role, _ in grants), standing)
    viewer = Viewer(
        name=account.name,
        account_id=account.pk,
        person_id=standing.person_id,
        roles=roles,
        reports=standing.reports,
        chain=standing.chain,
        units=standing.units,
        partnered=standing.partnered,
        mentees=mentees_of(standing.person_id, day) if "mentor" in roles else frozenset(),
        stands_in_for=standing.stands_in_for,
        stood_for=standing.stood_for,
        session=session,
        address=address,
        request_id=request_id,
        is_external=standing.is_external,
        is_scored=standing.is_scored,
    )
    news = unread_of(account.pk) if standing.news is None else standing.news
    return viewer, Me(standing.number, standing.name or account.name, standing.position, standing.unit, news)


def _grants(account_id: int) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(account=account_id, ended_at=None).values_list("role", "unit_ref")


_GRANTS = Prepared(_grants, int)


def _roles(granted: frozenset[str], standing: Standing) -> frozenset[str]:
    if standing.person_id is None:
        return granted
    return granted | {"employee"} | ({"manager"} if standing.reports else frozenset())


def roles_of(account_id: int) -> list[str]:
    """Return the names of the roles that an account holds, for words (one query)."""
    held = Grant.objects.filter(account=account_id, ended_at=None).order_by("role").values_list("role", flat=True)
    return [ROLES.get(role, role) for role in held]


def viewer_of_token(token: Token, *, connection_id: int | None, address: str, request_id: str) -> Viewer:
    """Build the Viewer of a program: scopes, no roles."""
    return Viewer(
        name=f"token {token.name}",
        scopes=frozenset(token.scopes),
        connection_id=connection_id,
        address=address,
        request_id=request_id,
    )
