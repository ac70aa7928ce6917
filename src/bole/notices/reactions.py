"""What notices do when somebody signs out. Django's own signal is heard here: no page of ours ends a session."""

from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from bole.accounts.models import Account
from bole.kit.clock import now
from bole.notices.actions.devices import forget_session
from bole.values.viewer import SYSTEM

DOOR, ALL_DOORS = "/sign-out/", "/me/sessions/end/"


@receiver(user_logged_out)
def forget_browser(*, request: HttpRequest, user: Account | None, **_said: Any) -> None:
    """Forget the browser of whoever signs out by hand, or all of them; a session that merely grew old leaves its browser be."""
    if user is not None and request.path in {DOOR, ALL_DOORS}:
        session = request.session.session_key or ""
        forget_session(account=user, session="" if request.path == ALL_DOORS else session, by=SYSTEM, at=now())
