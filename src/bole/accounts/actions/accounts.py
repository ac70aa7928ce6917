"""Changes to accounts and tokens."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from ipaddress import ip_network

from bole.accounts.models import Account, Token
from bole.kit.action import action, on_record
from bole.values.refusal import Invalid, NotFound, NotYours, say
from bole.values.viewer import Viewer

SCOPES = {
    "facts.write": say("Send items and facts of one connection"),
    "dir.read": say("Read the directory"),
    "score.read": say("Read the scores of a person (HR)"),
    "absences.write": say("Record absences (HR)"),
    "series.write": say("Send values of series"),
}
PERSONAL = frozenset({"score.read", "absences.write"})
LONGEST = timedelta(days=365)


class LoginTaken(Invalid):
    """Another account has this login."""

    code = "login_taken"
    sentence = say("Another account signs in as {login}.")


class UnknownScope(Invalid):
    """The scope does not exist."""

    code = "unknown_scope"
    sentence = say("There is no scope “{scope}”. Choose from: {known}.")


class UnknownNetwork(Invalid):
    """The text names no network."""

    code = "unknown_network"
    sentence = say("“{network}” is no network. Write 10.0.0.0/8, or the address of one machine.")


class TooLongLife(Invalid):
    """A token lives a year at most."""

    code = "token_too_long"
    sentence = say("A token ends after {most} days at the latest.")


@action("accounts.open_account")
def open_account(*, login: str, name: str, password: str | None, by: Viewer, at: datetime) -> Account:
    """Open an account; without a password nobody can sign in to it yet.

    :raises LoginTaken: if the login is in use
    """
    if not (by.is_system or by.has_role("hr_admin", "system_admin")):
        raise NotYours
    if Account.objects.filter(login__iexact=login).exists():
        raise LoginTaken(login=login, where="login")
    account = Account(login=login, name=name, made_at=at)
    if password is None:
        account.set_unusable_password()
    else:
        account.set_password(password)
    account.save()
    on_record(thing=f"account {account.ref}")
    return account


@action("accounts.renew_password")
def renew_password(*, account_id: int, by: Viewer, at: datetime) -> str:
    """Give an account a new first password, returned once, and sign it out everywhere. Its second factor stays.

    :raises NotYours: unless HR admin gives it to somebody else, or the operator of the machine
    """
    if not by.is_system and (not by.has_role("hr_admin") or by.account_id == account_id):
        raise NotYours
    account = Account.objects.select_for_update().get(pk=account_id)
    text = secrets.token_urlsafe(12)
    account.set_password(text)
    account.session_epoch += 1
    account.save(update_fields=["password", "session_epoch"])
    on_record(thing=f"account {account.ref}", fields=("password",))
    return text


@action("accounts.end_sessions")
def end_sessions(*, account_id: int, by: Viewer, at: datetime) -> None:
    """End all sessions of an account at once."""
    if not (by.is_system or by.account_id == account_id or by.has_role("system_admin")):
        raise NotYours
    account = Account.objects.select_for_update().get(pk=account_id)
    account.session_epoch += 1
    account.save(update_fields=["session_epoch"])
    on_record(thing=f"account {account.ref}")


@action("accounts.note_first_page")
def note_first_page(*, by: Viewer, at: datetime) -> None:
    """Note that this person has read what is looked at and what is not."""
    if by.account_id is None:
        raise NotFound
    Account.objects.filter(pk=by.account_id, first_page_seen_at=None).update(first_page_seen_at=at)


@action("accounts.make_token")
def make_token(
    *, name: str, scopes: Sequence[str], connection_ref: str, days: int, by: Viewer, at: datetime, networks: Sequence[str] = ()
) -> tuple[Token, str]:
    """Make a token; the text is returned once and never again.

    :raises NotYours: unless an administrator makes it; a key to scores is HR admin's to give, for a system admin may not read them
    :raises UnknownScope: if a scope does not exist
    :raises UnknownNetwork: if a network cannot be read
    :raises TooLongLife: if it would live for more than a year
    """
    if not (by.is_system or by.has_role("hr_admin") or (by.has_role("system_admin") and PERSONAL.isdisjoint(scopes))):
        raise NotYours
    for scope in scopes:
        if scope not in SCOPES:
            raise UnknownScope(scope=scope, known=", ".join(SCOPES), where="scopes")
    for network in networks:
        _insist_on_network(network)
    if not timedelta(0) < timedelta(days=days) <= LONGEST:
        raise TooLongLife(most=LONGEST.days, where="days")
    text = f"bole_{secrets.token_urlsafe(32)}"
    token = Token.objects.create(
        name=name,
        hash=hashed(text),
        hint=text[-4:],
        scopes=sorted(set(scopes)),
        connection_ref=connection_ref,
        networks=list(networks),
        made_by_id=by.account_id,
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    on_record(thing=f"token {token.ref}")
    return token, text


@action("accounts.end_token")
def end_token(*, ref: str, by: Viewer, at: datetime) -> None:
    """End a token now."""
    if not (by.is_system or by.has_role("system_admin", "hr_admin")):
        raise NotYours
    if not Token.objects.filter(ref=ref, ended_at=None).update(ended_at=at):
        raise NotFound
    on_record(thing=f"token {ref}")


def _insist_on_network(text: str) -> None:
    try:
        ip_network(text)
    except ValueError as broken:
        raise UnknownNetwork(network=text[:60], where="networks") from broken


def hashed(text: str) -> str:
    """Return what is kept of a token (256 random bits need no slow hash)."""
    return hashlib.sha256(text.encode()).hexdigest()


@action("accounts.sign_in")
def note_sign_in(*, way: str, by: Viewer, at: datetime) -> None:
    """Note that somebody came in by a phone or by a provider, and by which."""
    on_record(thing=f"way {way}")
