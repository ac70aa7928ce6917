"""Changes to providers of sign-in, and to whose user is whose account."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings

from bole.accounts.im.shape import Provider
from bole.accounts.im.vendors import PROVIDERS
from bole.accounts.models import Account, ProviderUser, SignInProvider
from bole.accounts.refusals import AccountHasUser, BadServer, NotComplete, UserHasAccount
from bole.accounts.rules.addresses import is_takable
from bole.kit.action import action, on_record
from bole.kit.ui.days import moment
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import Viewer


@action("accounts.save_provider")
def save_provider(
    *,
    code: str,
    corp_id: str,
    app_id: str,
    agent_id: str,
    secret: str,
    addresses: Mapping[str, str],
    runs_directory: bool,
    version: int,
    by: Viewer,
    at: datetime,
) -> SignInProvider:
    """Keep how we stand with a provider, and shut it until an HR admin opens it; an empty secret leaves the old one.

    :raises NotYours: unless a system admin writes it
    :raises BadServer: if the address of a server cannot be taken
    :raises Stale: if somebody changed it meanwhile
    """
    if not (by.is_system or by.has_role("system_admin")):
        raise NotYours
    known = _provider(code).servers
    for name in known:
        if not is_takable(addresses.get(name, ""), is_on_loopback=settings.ENVIRONMENT.is_loopback):
            raise BadServer(where=f"server_{name}")
    row = SignInProvider.objects.select_for_update().filter(code=code).first()
    if row is not None and row.version != version:
        raise Stale(name=row.changed_by, time=moment(row.changed_at))
    row = row or SignInProvider(code=code, version=0, changed_at=at)
    row.corp_id, row.app_id, row.agent_id = corp_id, app_id, agent_id
    row.addresses = {name: addresses[name].rstrip("/") for name in known}
    row.secret = secret or row.secret
    row.runs_directory, row.is_on, row.version = runs_directory, False, row.version + 1
    row.changed_at, row.changed_by, row.written_by_id = at, by.name, by.account_id
    row.save()
    on_record(thing=f"provider {code}", fields=("corp_id", "app_id", "agent_id", "addresses", *(("secret",) if secret else ())))
    return row


@action("accounts.open_provider")
def open_provider(*, code: str, version: int, by: Viewer, at: datetime) -> None:
    """Let people sign in by a provider, as it is written in this version: whoever wrote it cannot open it.

    :raises NotYours: unless an HR admin opens it, who did not write it
    :raises NotComplete: if an id or the secret is missing
    :raises Stale: if somebody changed it meanwhile
    """
    row = _row(code)
    if not by.has_role("hr_admin") or row.written_by_id == by.account_id:
        raise NotYours
    if row.version != version:
        raise Stale(name=row.changed_by, time=moment(row.changed_at))
    if not row.secret or not all(getattr(row, name) for name in _provider(code).needs):
        raise NotComplete
    row.is_on = True
    row.save(update_fields=["is_on"])
    on_record(thing=f"provider {code}", fields=("is_on",))


@action("accounts.shut_provider")
def shut_provider(*, code: str, by: Viewer, at: datetime) -> None:
    """Let nobody sign in by a provider any more. Sessions that stand go on.

    :raises NotYours: unless an HR admin or a system admin shuts it
    """
    if not (by.is_system or by.has_role("hr_admin", "system_admin")):
        raise NotYours
    row = _row(code)
    row.is_on = False
    row.save(update_fields=["is_on"])
    on_record(thing=f"provider {code}", fields=("is_on",))


@action("accounts.map_user")
def map_user(*, provider: str, user_id: str, account_id: int, by: Viewer, at: datetime) -> ProviderUser:
    """Say which account a user of a provider signs in to.

    :raises NotYours: unless an HR admin says so of somebody else, or the operator of the machine
    :raises UserHasAccount: if the user signs in to another account
    :raises AccountHasUser: if another user signs in to the account
    """
    if not by.is_system and (not by.has_role("hr_admin") or by.account_id == account_id):
        raise NotYours
    _provider(provider)
    return _map(provider, user_id, account_id, by=by, at=at, is_by_directory=False)


@action("accounts.take_by_directory")
def take_by_directory(*, provider: str, user_id: str, account_id: int, by: Viewer, at: datetime) -> ProviderUser:
    """Take over what a provider says whose mailbox is whose, where the company's directory is run there.

    :raises NotFound: if the directory is not run there
    """
    if not by.is_system or not SignInProvider.objects.filter(code=provider, is_on=True, runs_directory=True).exists():
        raise NotFound
    return _map(provider, user_id, account_id, by=by, at=at, is_by_directory=True)


@action("accounts.unmap_user")
def unmap_user(*, ref: str, by: Viewer, at: datetime) -> None:
    """End that a user of a provider signs in to an account, and the account's sessions with it.

    :raises NotYours: unless an HR admin ends it
    :raises NotFound: if it is not there, or over
    """
    if not (by.is_system or by.has_role("hr_admin")):
        raise NotYours
    row = ProviderUser.objects.select_for_update().filter(ref=ref, ended_at=None).first()
    if row is None:
        raise NotFound
    account = Account.objects.select_for_update().get(pk=row.account_id)
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    account.session_epoch += 1
    account.save(update_fields=["session_epoch"])
    on_record(thing=f"account {account.ref}", fields=(row.provider,))


def _map(provider: str, user_id: str, account_id: int, *, by: Viewer, at: datetime, is_by_directory: bool) -> ProviderUser:
    account = Account.objects.select_for_update().get(pk=account_id)
    living = ProviderUser.objects.filter(provider=provider, ended_at=None)
    had = living.filter(user_id=user_id).first()
    if had is not None and had.account_id == account_id:
        return had
    if had is not None:
        raise UserHasAccount(where="user_id")
    if living.filter(account=account).exists():
        raise AccountHasUser(where="login")
    on_record(thing=f"account {account.ref}", fields=(provider,))
    return ProviderUser.objects.create(
        provider=provider, user_id=user_id, account=account, is_by_directory=is_by_directory, made_at=at, made_by=by.name
    )


def _provider(code: str) -> Provider:
    if code not in PROVIDERS:
        raise NotFound
    return PROVIDERS[code]


def _row(code: str) -> SignInProvider:
    row = SignInProvider.objects.select_for_update().filter(code=code).first()
    if row is None:
        raise NotFound
    return row
