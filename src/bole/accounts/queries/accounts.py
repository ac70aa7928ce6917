"""Reading accounts, sessions and tokens."""

from collections.abc import Sequence
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.mfa.models import Authenticator
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils.crypto import constant_time_compare

from bole.accounts.actions.accounts import hashed
from bole.accounts.models import Account, Token
from bole.values.refusal import NotFound

EPOCH_KEY = "epoch"
BEGAN_KEY = "began"
ONE_FACTOR_KEY = "one_factor"


def is_session_alive(session_key: str) -> bool:
    """Test if a session still belongs to an active account, since its last password and since all its sessions were ended."""
    if not session_key:
        return False
    kept = SessionStore(session_key).load()
    account = Account.objects.filter(pk=kept.get(SESSION_KEY) or 0, is_active=True).first()
    if account is None or kept.get(EPOCH_KEY) != account.session_epoch:
        return False
    return constant_time_compare(str(kept.get(HASH_SESSION_KEY)), account.get_session_auth_hash())


def token_for(text: str, *, address: str, at: datetime) -> Token | None:
    """Return the living token of a text that comes from an allowed network."""
    token = Token.objects.filter(hash=hashed(text), ended_at=None, expires_at__gt=at).first()
    if token is None or (token.networks and not _is_in(token.networks, address)):
        return None
    return token


def _is_in(networks: Sequence[str], address: str) -> bool:
    """Test if an address lies in one of the networks; one that cannot be read lies in none."""
    try:
        machine = ip_address(address)
        mapped = machine.ipv4_mapped if isinstance(machine, IPv6Address) else None
        return any((mapped or machine) in ip_network(one) for one in networks)
    except ValueError:
        return False


def account_of_login(login: str) -> Account:
    """Return the account that signs in so.

    :raises NotFound: if there is none
    """
    found = Account.objects.filter(login__iexact=login.strip()).first()
    if found is None:
        raise NotFound(where="login")
    return found


def has_second_factor(account: Account) -> bool:
    """Test if signing in asks for a code from the phone."""
    found: bool = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists()
    return found


def tokens() -> list[Token]:
    """Return the living tokens, newest first."""
    return list(Token.objects.filter(ended_at=None).order_by("-made_at"))
