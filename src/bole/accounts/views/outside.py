"""Coming in by WeCom, DingTalk or Feishu: there, and back."""

from allauth.account import views as door
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bole.accounts.coming_in import let_in, within
from bole.accounts.entering import account_of_code
from bole.accounts.im.shape import Seat
from bole.accounts.im.states import begin as begin_state
from bole.accounts.im.states import take as take_state
from bole.accounts.im.vendors import NAMES, PROVIDERS, provider_of_browser
from bole.accounts.queries import open_providers, seat_of
from bole.accounts.views.security import refusing
from bole.kit.clock import now
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound, Refused

BY_HAND = "by"


def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the door with its other ways; whoever comes from inside an app goes straight through that app."""
    ways = open_providers() if request.method in {"GET", "HEAD"} or request.POST else []
    inside = provider_of_browser(request.headers.get("User-Agent", ""))
    is_before_door = request.method == "GET" and viewer_of(request).account_id is None
    if is_before_door and inside in ways and BY_HAND not in request.GET:
        return redirect(_begin_url(inside, request.GET.get("next", "")))
    response: HttpResponse = refusing(door.login)(request)
    context = getattr(response, "context_data", None)
    if context is not None:
        to = within(request.GET.get("next", ""))
        context["ways"] = [(_(NAMES[code]), _begin_url(code, to)) for code in ways]
        context["scan_url"], context["scan_to"] = reverse("scan"), to
    return response


@require_GET
def begin(request: HttpRequest, provider: str) -> HttpResponse:
    """Send somebody to the provider: inside its own browser for a silent sign-in, else to its QR code."""
    seat, to = _seat(provider), within(request.GET.get("next", ""))
    if viewer_of(request).account_id is not None:
        return redirect(to)
    state = begin_state(request.session, provider=provider, to=to, at=now())
    is_inside = provider_of_browser(request.headers.get("User-Agent", "")) == provider
    way = PROVIDERS[provider].inside if is_inside else PROVIDERS[provider].scan
    return HttpResponseRedirect(way(seat, _back_url(provider), state))


@require_GET
def back(request: HttpRequest, provider: str) -> HttpResponse:
    """Take somebody back from the provider, and let them in if it is known whose account it is."""
    seat = _seat(provider)
    begun = take_state(request.session, state=request.GET.get("state", ""), provider=provider, at=now())
    if viewer_of(request).account_id is not None:
        return redirect(begun.to if begun else "/")
    code = next((request.GET[name] for name in PROVIDERS[provider].code_names if request.GET.get(name)), "")
    found = account_of_code(seat, code=code, back=_back_url(provider), is_begun=begun is not None, at=now())
    if isinstance(found, Refused):
        return _outside(request, provider, found)
    return let_in(request, found, way=provider, to=begun.to if begun else "/")


def _outside(request: HttpRequest, provider: str, refused: Refused) -> HttpResponse:
    sentence, hint = words_of(refused)
    context = {
        "name": _(NAMES[provider]),
        "sentence": sentence,
        "hint": hint,
        "again_url": _begin_url(provider, ""),
        "by_hand_url": f"{reverse('account_login')}?{BY_HAND}=hand",
    }
    return page(request, "accounts/outside.html", context, status=refused.status)


def _seat(provider: str) -> Seat:
    seat = seat_of(provider)
    if seat is None:
        raise NotFound
    return seat


def _begin_url(code: str, to: str) -> str:
    url = reverse("begin_outside", args=[code])
    return f"{url}?{urlencode({'next': to})}" if to and to != "/" else url


def _back_url(code: str) -> str:
    return f"{settings.ENVIRONMENT.url}{reverse('back_from_outside', args=[code])}"
