"""Reading the roles that were granted."""

from dataclasses import dataclass
from datetime import datetime

from bole.access.models import Grant
from bole.access.registry import numbers_of_accounts
from bole.access.rules import may_company
from bole.accounts.models import Account
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantRow:
    """A role that somebody holds; of an HR partner also for which unit. `number` is empty for an account without a person."""

    login: str
    number: str
    name: str
    role: str
    unit_ref: str
    by: str
    at: datetime


def grants_for(viewer: Viewer) -> list[GrantRow]:
    """Return the living grants by role and name (two queries).

    :raises NotFound: if they are not open to the viewer
    """
    insist(viewer)
    rows = list(Grant.objects.filter(ended_at=None).select_related("account").order_by("role", "account__name", "id"))
    numbers = numbers_of_accounts({one.account_id for one in rows})
    return [
        GrantRow(
            login=one.account.login,
            number=numbers.get(one.account_id, ""),
            name=one.account.name,
            role=one.role,
            unit_ref=one.unit_ref,
            by=one.granted_by,
            at=one.granted_at,
        )
        for one in rows
    ]


def insist(viewer: Viewer) -> None:
    """Refuse whoever may not see who holds which role.

    :raises NotFound: always then
    """
    if not may_company(viewer, "read", "roles"):
        raise NotFound


def account_of(login: str) -> int | None:
    """Return the key of the active account with this login; None if there is none (one query)."""
    return Account.objects.filter(login__iexact=login.strip(), is_active=True).values_list("id", flat=True).first()


def grant_of(login: str, role: str, unit_ref: str) -> int:
    """Return the key of a living grant (one query).

    :raises NotFound: if there is none
    """
    rows = Grant.objects.filter(account__login=login, role=role, unit_ref=unit_ref, ended_at=None)
    found = rows.values_list("id", flat=True).first()
    if found is None:
        raise NotFound
    return found
