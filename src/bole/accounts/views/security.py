"""Pages of sign-in and security that allauth does not bring."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_POST

from bole.accounts.actions import end_sessions, note_first_page
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound

View = Callable[..., HttpResponse]


def refusing(view: View) -> View:
    """Let a page of allauth answer a form that was refused with 422, as our own pages do."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        response = view(request)
        form = (response.context_data or {}).get("form") if isinstance(response, TemplateResponse) else None
        if request.method == "POST" and form is not None and form.is_bound and form.errors:
            response.status_code = 422
        return response

    return answer


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
