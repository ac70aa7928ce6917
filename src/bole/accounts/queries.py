"""Reading accounts, sessions and tokens."""

from datetime import datetime
from ipaddress import ip_address, ip_network

from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.db import SessionStore

from bole.accounts.actions import hashed
from bole.accounts.models import Account, Token

EPOCH_KEY = "epoch"
ONE_FACTOR_KEY = "one_factor"


def is_session_alive(session_key: str) -> bool:
    """Test if a session still belongs to an active account."""
    if not session_key:
        return False
    kept = SessionStore(session_key).load()
    number = kept.get("_auth_user_id")
    if not number:
        return False
    return Account.objects.filter(pk=number, is_active=True, session_epoch=kept.get(EPOCH_KEY, 0)).exists()


def token_for(text: str, *, address: str, at: datetime) -> Token | None:
    """Return the living token of a text that comes from an allowed network."""
    token = Token.objects.filter(hash=hashed(text), ended_at=None, expires_at__gt=at).first()
    if token is None or (token.networks and not any(ip_address(address) in ip_network(one) for one in token.networks)):
        return None
    return token


def has_second_factor(account: Account) -> bool:
    """Test if signing in asks for a code from the phone."""
    found: bool = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists()
    return found


def tokens() -> list[Token]:
    """Return the living tokens, newest first."""
    return list(Token.objects.filter(ended_at=None).order_by("-made_at"))
