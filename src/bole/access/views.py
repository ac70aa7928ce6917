"""Pages of tokens and roles."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from bole.access.forms import TokenForm
from bole.access.rules import may_company
from bole.accounts.actions import SCOPES, end_token, make_token
from bole.accounts.queries import tokens as living_tokens
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound


@require_GET
def tokens(request: HttpRequest) -> HttpResponse:
    """Show the living tokens."""
    viewer = viewer_of(request)
    if not may_company(viewer, "read", "tokens"):
        raise NotFound
    return page(request, "access/tokens.html", {"tokens": living_tokens(), "form": TokenForm(), "scopes": SCOPES})


@require_POST
def new_token(request: HttpRequest) -> HttpResponse:
    """Make a token and show it once."""
    viewer, form = viewer_of(request), TokenForm(request.POST)
    if not may_company(viewer, "read", "tokens"):
        raise NotFound
    if not form.is_valid():
        return page(request, "access/tokens.html", {"tokens": living_tokens(), "form": form, "scopes": SCOPES}, status=422)
    token, text = make_token(**form.cleaned_data, by=viewer, at=now())
    return page(
        request, "access/tokens.html", {"tokens": living_tokens(), "form": TokenForm(), "scopes": SCOPES, "made": token, "text": text}
    )


@require_POST
def drop_token(request: HttpRequest, ref: str) -> HttpResponse:
    """End a token."""
    viewer = viewer_of(request)
    if not may_company(viewer, "read", "tokens"):
        raise NotFound
    end_token(ref=ref, by=viewer, at=now())
    return redirect("tokens")
