"""Roles and tokens in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bole.access.grants import GrantRow
from bole.access.registry import UnitName
from bole.access.words import MAY, ROLES
from bole.accounts.actions import SCOPES
from bole.accounts.models import Token
from bole.kit.ui.days import brief_day
from bole.kit.ui.words import bits
from bole.values.viewer import SYSTEM

SOON = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who holds a role."""

    name: str
    login: str
    role: str
    unit_ref: str
    note: str
    ident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShown:
    """A role, what it may, and who holds it."""

    name: str
    words: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenShown:
    """A token."""

    ref: str
    name: str
    note: str
    connection_ref: str
    hint: str
    ends: str
    is_ending: bool


def roles_shown(grants: Sequence[GrantRow], units: Sequence[UnitName]) -> list[RoleShown]:
    """Return every role with its holders, in the order of the table of permissions."""
    names = {one.ref: _named(one) for one in units}
    held = {role: list(rows) for role, rows in groupby(sorted(grants, key=lambda one: one.role), key=lambda one: one.role)}
    return [
        RoleShown(
            name=_(ROLES[role]),
            words=_(MAY[role]),
            holders=tuple(_holder(one, names, n) for n, one in enumerate(held.get(role, []))),
        )
        for role in ROLES
        if role != "mentor" or role in held
    ]


def _holder(one: GrantRow, names: dict[str, str], n: int) -> Holder:
    unit = names.get(one.unit_ref, _("a unit that has ended")) if one.unit_ref else ""
    by = _("system") if one.by == SYSTEM.name else one.by
    since = _("since %(day)s, by %(by)s") % {"day": brief_day(one.at), "by": by}
    note = _(", ").join(part for part in (one.number or one.login, unit, since) if part)
    return Holder(name=one.name, login=one.login, role=one.role, unit_ref=one.unit_ref, note=note, ident=f"end-{one.role}-{n}")


def _named(one: UnitName) -> str:
    return one.en or one.zh if (get_language() or "").startswith("en") else one.zh or one.en


def tokens_shown(tokens: Sequence[Token], at: datetime) -> list[TokenShown]:
    """Return the tokens in words."""
    return [_token(one, at) for one in tokens]


def _token(one: Token, at: datetime) -> TokenShown:
    scopes = _("; ").join(_(SCOPES.get(scope, scope)) for scope in one.scopes)
    used = _("last used %(day)s") % {"day": brief_day(one.used_at)} if one.used_at else _("never used")
    ends, is_ending = _ends(one, at), (one.expires_at - at).days < SOON
    note = bits(scopes, "" if is_ending else ends, used)
    return TokenShown(
        ref=one.ref, name=one.name, note=note, connection_ref=one.connection_ref, hint=f"…{one.hint}", ends=ends, is_ending=is_ending
    )


def _ends(one: Token, at: datetime) -> str:
    days = (one.expires_at - at).days
    if days < 0:
        return _("ended %(day)s") % {"day": brief_day(one.expires_at)}
    return ngettext("ends in %(days)s day", "ends in %(days)s days", days) % {"days": days}
