"""Reading providers of sign-in: which are open, how we stand with them, whose user is whose account."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bole.accounts.im.shape import Seat
from bole.accounts.im.vendors import NAMES as PROVIDER_NAMES
from bole.accounts.im.vendors import PROVIDERS
from bole.accounts.models import Account, ProviderUser, SignInProvider

__all__ = [
    "PROVIDER_NAMES",
    "ProviderRow",
    "UserRow",
    "account_of_user",
    "is_known_user",
    "open_providers",
    "provider_rows",
    "runs_directory",
    "seat_of",
    "user_ids_of",
    "users_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderRow:
    """How the company stands with a provider, without the secret. Version 0: nothing was written yet."""

    code: str
    corp_id: str
    app_id: str
    agent_id: str
    has_secret: bool
    addresses: dict[str, str]
    runs_directory: bool
    is_on: bool
    version: int
    needs: tuple[str, ...]
    changed_by: str = ""
    changed_at: datetime | None = None
    written_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow:
    """A provider's user and the account behind it."""

    ref: str
    user_id: str
    login: str
    name: str
    is_by_directory: bool
    made_by: str
    made_at: datetime


def open_providers() -> list[str]:
    """Return the codes of the providers by which people may sign in, in their usual order (one query)."""
    found = set(SignInProvider.objects.filter(is_on=True).values_list("code", flat=True))
    return [code for code in PROVIDERS if code in found]


def seat_of(code: str) -> Seat | None:
    """Return how we stand with an open provider, with the secret; None if it is shut (one query)."""
    row = SignInProvider.objects.filter(code=code, is_on=True).first()
    if row is None or code not in PROVIDERS:
        return None
    return Seat(
        code=code, corp_id=row.corp_id, app_id=row.app_id, agent_id=row.agent_id, secret=str(row.secret), addresses=dict(row.addresses)
    )


def runs_directory(code: str) -> bool:
    """Test if the company's directory is run at this provider, so that its work e-mails are believed."""
    return SignInProvider.objects.filter(code=code, is_on=True, runs_directory=True).exists()


def account_of_user(code: str, user_id: str) -> Account | None:
    """Return the active account that a provider's user signs in to (one query)."""
    rows = ProviderUser.objects.filter(provider=code, user_id=user_id, ended_at=None, account__is_active=True)
    found = rows.select_related("account").first()
    return found.account if found else None


def is_known_user(code: str, user_id: str) -> bool:
    """Test if somebody said whose account this user is, whether it is active or not."""
    return ProviderUser.objects.filter(provider=code, user_id=user_id, ended_at=None).exists()


def user_ids_of(account_ids: Collection[int], code: str) -> dict[int, str]:
    """Return, for accounts, their user at a provider, for messages that go to them alone (one query)."""
    rows = ProviderUser.objects.filter(provider=code, account__in=account_ids, ended_at=None)
    return dict(rows.values_list("account_id", "user_id"))


def provider_rows() -> list[ProviderRow]:
    """Return all providers in their usual order, also those that nobody wrote yet (one query)."""
    held = {row.code: row for row in SignInProvider.objects.all()}
    return [_row(code, held.get(code)) for code in PROVIDERS]


def users_of(code: str) -> list[UserRow]:
    """Return whose user is whose account, by login (one query)."""
    rows = ProviderUser.objects.filter(provider=code, ended_at=None).select_related("account").order_by("account__login")
    return [
        UserRow(
            ref=one.ref,
            user_id=one.user_id,
            login=one.account.login,
            name=one.account.name,
            is_by_directory=one.is_by_directory,
            made_by=one.made_by,
            made_at=one.made_at,
        )
        for one in rows
    ]


def _row(code: str, row: SignInProvider | None) -> ProviderRow:
    servers, needs = dict(PROVIDERS[code].servers), tuple(PROVIDERS[code].needs)
    if row is None:
        return ProviderRow(
            code=code,
            corp_id="",
            app_id="",
            agent_id="",
            has_secret=False,
            addresses=servers,
            runs_directory=False,
            is_on=False,
            version=0,
            needs=needs,
        )
    return ProviderRow(
        code=code,
        corp_id=row.corp_id,
        app_id=row.app_id,
        agent_id=row.agent_id,
        has_secret=bool(row.secret),
        addresses=servers | dict(row.addresses),
        runs_directory=row.runs_directory,
        is_on=row.is_on,
        version=row.version,
        needs=needs,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
        written_by=row.written_by_id,
    )
