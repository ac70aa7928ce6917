"""Pages of sign-in and security that allauth does not bring."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from bole.accounts.actions import end_sessions, note_first_page
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound


@require_GET
def no_signup(_request: HttpRequest) -> HttpResponse:
    """Nobody signs up by themselves."""
    raise NotFound


@require_GET
def forgotten(request: HttpRequest) -> HttpResponse:
    """Say who helps with a forgotten password."""
    return page(request, "accounts/forgotten.html")


@require_POST
def end_all_sessions(request: HttpRequest) -> HttpResponse:
    """End one's sessions on all devices."""
    viewer = viewer_of(request)
    if viewer.account_id is None:
        raise NotFound
    end_sessions(account_id=viewer.account_id, by=viewer, at=now())
    logout(request)
    return redirect("account_login")


@require_POST
def first_page(request: HttpRequest) -> HttpResponse:
    """Note that 看什么，不看什么 was read."""
    note_first_page(by=viewer_of(request), at=now())
    return redirect("/")
