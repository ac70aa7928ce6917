"""Keys of programs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.forms import TokenForm
from bole.access.rules import may_company
from bole.access.shown import tokens_shown
from bole.accounts.actions import end_token, make_token
from bole.accounts.queries import tokens as living_tokens
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@require_GET
def tokens(request: HttpRequest) -> HttpResponse:
    """Show the living tokens."""
    return _show(request)


@require_POST
def new_token(request: HttpRequest) -> HttpResponse:
    """Make a token and show it once."""
    viewer, form = _reader(request), TokenForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    _made, text = make_token(**form.cleaned_data, connection_ref="", by=viewer, at=now())
    return _show(request, text=text)


@require_POST
def drop_token(request: HttpRequest, ref: str) -> HttpResponse:
    """End a token."""
    end_token(ref=ref, by=_reader(request), at=now())
    messages.success(request, _("Ended. Whoever still uses it is refused from now on."))
    return redirect("tokens")


def _reader(request: HttpRequest) -> Viewer:
    """Return the viewer.

    :raises NotFound: if tokens are not open to them
    """
    viewer = viewer_of(request)
    if not may_company(viewer, "read", "tokens"):
        raise NotFound
    return viewer


def _show(request: HttpRequest, form: TokenForm | None = None, *, text: str = "", status: int = 200) -> HttpResponse:
    may_change = may_company(_reader(request), "change", "tokens")
    context = {"tokens": tokens_shown(living_tokens(), now()), "form": form or TokenForm(), "text": text, "may_change": may_change}
    return page(request, "access/tokens.html", context, status=status)
