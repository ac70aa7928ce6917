"""Who may sign in: an active account with the right password."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from bole.accounts.models import Account
from bole.kit.prepared import Prepared


class ByLogin(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Sign in by login (staff number) and password."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Account | None:
        """Return the account, or None."""
        login = (credentials.get("username") or credentials.get("login") or "").strip()
        password = credentials.get("password") or ""
        found = Account.objects.filter(login__iexact=login).first()
        if found is None:
            Account().set_password(password)  # the same time as a real check
            return None
        return found if found.check_password(password) and found.is_active else None

    def get_user(self, user_id: int) -> Account | None:
        """Return the account of a session."""
        return next(iter(_ACTIVE.ask(user_id)), None)


_ACTIVE = Prepared(lambda key: Account.objects.filter(pk=key, is_active=True), int)
