"""The demo desk: open to whoever sits at this machine, in a demo only."""

from hmac import compare_digest

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.sandbox.actions import put_back, take_wishes, turn_clock, wish
from bole.sandbox.actions.secrets import pulse_token
from bole.sandbox.desk import desk_of, way_of
from bole.sandbox.forms import DayForm, GoForm, SeatForm, WishForm
from bole.sandbox.models import DemoState
from bole.sandbox.queries import account_of, demo_state
from bole.values.refusal import NotFound

BACKEND = "bole.accounts.backends.ByLogin"


def _state() -> DemoState:
    """Return the demo's state.

    :raises NotFound: if this is no demo, or one that others could reach
    """
    state = demo_state() if settings.ENVIRONMENT.is_demo and settings.ENVIRONMENT.is_loopback else None
    if state is None:
        raise NotFound
    return state


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """Show the desk."""
    return page(request, "sandbox/desk.html", {"desk": desk_of(_state(), at=now())})


@require_POST
def go(request: HttpRequest) -> HttpResponse:
    """Sign in as the right person and open the right page."""
    state, form = _state(), GoForm(request.POST)
    found = way_of(form.cleaned_data["stop"], state) if form.is_valid() else None
    if found is None:
        raise NotFound
    persona, way = found
    _sit(request, persona)
    return HttpResponseRedirect(way)


@require_POST
def sit(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody and open the home."""
    _state()
    form = SeatForm(request.POST)
    if not form.is_valid():
        raise NotFound
    _sit(request, form.cleaned_data["persona"])
    return HttpResponseRedirect("/")


@require_POST
def turn(request: HttpRequest) -> HttpResponse:
    """Move the clock of the whole demo."""
    _state()
    form = DayForm(request.POST)
    if not form.is_valid():
        raise NotFound
    turn_clock(day=form.cleaned_data["day"], by=viewer_of(request), at=now())
    messages.success(request, _("The demo's clock stands on another day now."))
    return redirect("demo_desk")


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Ask the pulse to send something."""
    _state()
    form = WishForm(request.POST)
    if not form.is_valid():
        raise NotFound
    wish(what=form.cleaned_data["what"], number=form.cleaned_data["number"], by=viewer_of(request), at=now())
    messages.success(request, _("The pulse sends it with its next beat. Watch the page."))
    return redirect("demo_desk")


@require_POST
def restore(request: HttpRequest) -> HttpResponse:
    """Put the whole demo back to its beginning."""
    _state()
    put_back()
    request.session.flush()
    messages.success(request, _("The demo is back at its beginning."))
    return redirect("demo_desk")


@csrf_exempt  # a program with its own secret; there is no cookie to forge
@require_POST
def pulse(request: HttpRequest) -> HttpResponse:
    """Tell the pulse what time it is and what is wished for."""
    _state()
    if not compare_digest(request.headers.get("X-Demo-Pulse", "").encode(), pulse_token().encode()):
        raise NotFound
    at = now()
    return JsonResponse({"now": at.isoformat(), "wishes": take_wishes(at=at)})


def _sit(request: HttpRequest, persona: str) -> None:
    account = account_of(persona)
    if account is None:
        raise NotFound
    login(request, account, backend=BACKEND)
