"""Letting somebody in who did not type a password: through the same door, so that a second factor is asked for as always."""

from datetime import datetime

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from bole.accounts.actions import note_sign_in
from bole.accounts.models import Account
from bole.values.viewer import Viewer

WAY_KEY = "way"


def let_in(request: HttpRequest, account: Account, *, way: str, to: str) -> HttpResponse:
    """Let an account in by a way, or ask for its second factor first; either leads on to `to`."""
    request.session[WAY_KEY] = way
    account.backend = "bole.accounts.backends.ByLogin"  # Django asks which backend vouches
    record_authentication(request, account, method=way)
    response: HttpResponse = perform_login(request, Login(user=account, redirect_url=within(to)))
    return response


def note_way(request: HttpRequest, account: Account, *, at: datetime) -> None:
    """Put on the record that somebody came in without a password, once the last step is taken."""
    way = request.session.pop(WAY_KEY, "")
    if way:
        address = str(request.META.get("REMOTE_ADDR") or "")
        viewer = Viewer(
            name=account.name, account_id=account.pk, session=request.session.session_key or "", address=address,
            request_id=str(getattr(request, "number", "")),
        )  # fmt: skip
        note_sign_in(way=way, by=viewer, at=at)


def within(to: str) -> str:
    """Return an address of this site, or the start page: nobody is led outside."""
    return to if to.startswith("/") and url_has_allowed_host_and_scheme(to, allowed_hosts=None) else "/"
