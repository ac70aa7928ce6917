"""Granting and ending roles."""

from datetime import datetime

from bole.access.models import Grant
from bole.access.rules import APART, DECIDING
from bole.access.words import ROLES
from bole.accounts.models import Account
from bole.kit.action import action, on_record
from bole.notices.actions import end_delegations_of
from bole.values.refusal import Invalid, NotFound, NotYours, say
from bole.values.viewer import Viewer

GRANTABLE = frozenset({"mentor", "hr", "hr_partner", "hr_admin", "auditor", "system_admin"})


class RolesApart(Invalid):
    """One account must not hold both roles (separation of duties)."""

    code = "roles_apart"
    sentence = say("One account cannot be both {one} and {other}.")


class UnknownRole(Invalid):
    """There is no such role."""

    code = "unknown_role"
    sentence = say("There is no role “{role}”.")


@action("access.grant_role")
def grant_role(*, account_id: int, role: str, by: Viewer, at: datetime, unit_ref: str = "") -> Grant:
    """Grant a role; an HR partner's for one unit and all below it.

    :raises NotYours: unless HR admin grants, or the system; nobody grants to themselves
    :raises RolesApart: if the account holds a role that must be someone else's
    """
    if not by.is_system and (not by.has_role("hr_admin") or by.account_id == account_id):
        raise NotYours
    if role not in GRANTABLE:
        raise UnknownRole(role=role, where="role")
    Account.objects.select_for_update().get(pk=account_id)
    living = Grant.objects.filter(account_id=account_id, ended_at=None)
    had = living.filter(role=role, unit_ref=unit_ref).first()
    if had is not None:
        return had  # twice would be once too many when it ends
    held = set(living.values_list("role", flat=True))
    for pair in APART:
        if role in pair and held & (pair - {role}):
            raise RolesApart(one=ROLES[role], other=ROLES[next(iter(held & (pair - {role})))], where="role")
    on_record(thing=f"role {role}", fields=("role",))
    return Grant.objects.create(account_id=account_id, role=role, unit_ref=unit_ref, granted_by=by.name, granted_at=at)


@action("access.end_role")
def end_role(*, grant_id: int, by: Viewer, at: datetime) -> None:
    """End a role that was granted."""
    if not by.is_system and not by.has_role("hr_admin"):
        raise NotYours
    grant = Grant.objects.select_for_update().filter(pk=grant_id, ended_at=None).first()
    if grant is None:
        raise NotFound
    Grant.objects.filter(pk=grant_id).update(ended_at=at)
    if grant.role in DECIDING:
        end_delegations_of(account_id=grant.account_id, by=by, at=at)
    on_record(thing=f"role {grant.role}", fields=("role",))
