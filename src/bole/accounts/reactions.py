"""What accounts do when allauth tells of a sign-in or a second factor. Its signals are heard here and nowhere else."""

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in as session_began
from django.dispatch import receiver
from django.http import HttpRequest

from bole.accounts.coming_in import note_way
from bole.accounts.models import Account
from bole.accounts.queries import BEGAN_KEY, EPOCH_KEY, ONE_FACTOR_KEY, has_second_factor
from bole.kit.clock import now


@receiver(session_began)
def note_beginning(*, request: HttpRequest, user: Account, **_said: Any) -> None:
    """Note in the session when it began, and which of the account's epochs it belongs to: to end all sessions is to begin another epoch."""
    request.session[EPOCH_KEY], request.session[BEGAN_KEY] = user.session_epoch, now().timestamp()


@receiver(user_logged_in)
def note_factors(*, request: HttpRequest, user: Account, **_said: Any) -> None:
    """Note in the session whether one factor alone opened it, and on the record who came in without a password."""
    request.session[ONE_FACTOR_KEY] = not has_second_factor(user)
    note_way(request, user, at=now())


@receiver(authenticator_added)
@receiver(authenticator_removed)
def note_changed_factors(*, request: HttpRequest, user: Account, authenticator: Authenticator, **_said: Any) -> None:
    """Note that the second factor was switched on or off."""
    request.session[ONE_FACTOR_KEY] = not has_second_factor(user)
