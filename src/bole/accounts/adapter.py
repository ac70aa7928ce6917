"""What allauth asks of us."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bole.vault.sealing import seal, unseal

PLACE = "mfa_authenticator.data"
SAID: dict[str, Promise] = {
    "enter_current_password": _("This is not your password now."),
    "incorrect_code": _("This code does not fit. Codes change every 30 seconds: type the one that is shown now."),
    "incorrect_password": _("This password does not fit."),
    "rate_limited": _("Too many tries. Wait a few minutes, then try again."),
    "too_many_login_attempts": _("Too many tries with a wrong password. Wait 5 minutes, or ask HR for a new password."),
    "username_password_mismatch": _(
        "Staff number and password do not fit together. Look at capital letters; HR can give you a new password."
    ),
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Nobody signs up by themselves: HR makes accounts."""

    error_messages = DefaultAccountAdapter.error_messages | SAID

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Refuse."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that the connection came from (`kit/proxies.py` trusts our own proxies alone)."""
        return str(request.META.get("REMOTE_ADDR") or "127.0.0.1")


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Secrets of second factors lie sealed."""

    error_messages = DefaultMFAAdapter.error_messages | SAID

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return seal(text, place=PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        return unseal(encrypted_text, place=PLACE)

    def get_totp_label(self, user: Any) -> str:  # noqa: ANN401
        """Name the account in an authenticator app."""
        return str(user.login)

    def build_totp_svg(self, url: str) -> str:
        """Draw the picture that the phone scans, to stand inline in the page."""
        drawn: str = super().build_totp_svg(url)
        return drawn[drawn.index("<svg") :].replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
