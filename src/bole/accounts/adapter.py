"""What allauth asks of us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from bole.vault.sealing import seal, unseal

PLACE = "mfa_authenticator.data"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody signs up by themselves: HR makes accounts."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Refuse."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that the connection came from (no header is trusted)."""
        return str(request.META.get("REMOTE_ADDR") or "127.0.0.1")


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Secrets of second factors lie sealed."""

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return seal(text, place=PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        return unseal(encrypted_text, place=PLACE)

    def get_totp_label(self, user: Any) -> str:  # noqa: ANN401
        """Name the account in an authenticator app."""
        return str(user.login)
