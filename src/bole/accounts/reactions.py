"""What accounts do when allauth tells of a sign-in or a second factor. Its signals are heard here and nowhere else."""

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.dispatch import receiver
from django.http import HttpRequest

from bole.accounts.models import Account
from bole.accounts.queries import ONE_FACTOR_KEY, has_second_factor


@receiver(user_logged_in)
def note_factors(*, request: HttpRequest, user: Account, **_said: Any) -> None:
    """Note in the session whether a password alone opened it."""
    request.session[ONE_FACTOR_KEY] = not has_second_factor(user)


@receiver(authenticator_added)
@receiver(authenticator_removed)
def note_changed_factors(*, request: HttpRequest, user: Account, authenticator: Authenticator, **_said: Any) -> None:
    """Note that the second factor was switched on or off."""
    request.session[ONE_FACTOR_KEY] = not has_second_factor(user)
