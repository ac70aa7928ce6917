"""Signing a desk in with a phone that is signed in, and going on with the phone."""

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.accounts.actions import confirm_ticket, make_ticket, refuse_ticket, take_ticket
from bole.accounts.coming_in import let_in, within
from bole.accounts.queries import asking_of, is_waiting
from bole.accounts.refusals import TicketOver
from bole.accounts.rules.devices import device_of
from bole.accounts.shown import facts_of
from bole.kit.clock import now
from bole.kit.page import page, swaps, viewer_of
from bole.values.refusal import NotFound

KEY = "scan"  # the session's ticket: its ref, its pair of digits, and where it leads


@require_http_methods(["GET", "POST"])
def scan(request: HttpRequest) -> HttpResponse:
    """Show the desk's code, which holds for two minutes; POST makes a new one."""
    if viewer_of(request).account_id is not None:
        return redirect("/")
    held = request.session.get(KEY, {})
    if request.method == "POST":
        made = make_ticket(device=device_of(request.headers.get("User-Agent", "")), by=viewer_of(request), at=now())
        request.session[KEY] = {"ref": made.ref, "pair": made.pair, "to": within(request.POST.get("next", ""))}
        return redirect("scan")
    is_there = bool(held) and is_waiting(held["ref"], now())
    return page(request, "accounts/scan.html", _shown(held) if is_there else {"to": within(request.GET.get("next", held.get("to", "")))})


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Let the desk in, once its phone said yes; until then, go on waiting."""
    held = request.session.get(KEY, {})
    try:
        account = take_ticket(ref=held.get("ref", ""), by=viewer_of(request), at=now())
    except TicketOver as over:
        request.session.pop(KEY, None)
        return page(
            request, "accounts/scan.html", {"over": over, "to": held.get("to", "/")}, part="waiting" if swaps(request) else "", status=200
        )
    if account is None:
        return page(request, "accounts/scan.html", _shown(held), part="waiting") if swaps(request) else redirect("scan")
    request.session.pop(KEY, None)
    response = let_in(request, account, way="phone", to=held["to"])
    return HttpResponse(status=204, headers={"HX-Redirect": response["Location"]}) if swaps(request) else response


@require_GET
def asked(request: HttpRequest, code: str) -> HttpResponse:
    """Show the phone which device asks."""
    asking = asking_of(_ref(code), now())
    return page(request, "accounts/asked.html", {"asking": asking, "code": code, **facts_of(asking)})


@require_POST
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Let that device in, or nobody."""
    is_yes = request.POST.get("answer") == "yes"
    (confirm_ticket if is_yes else refuse_ticket)(ref=_ref(code), by=viewer_of(request), at=now())
    return page(request, "accounts/answered.html", {"is_yes": is_yes})


@require_GET
def continue_on_phone(request: HttpRequest) -> HttpResponse:
    """Show a desk the address of a page as a code for the phone, which signs in by itself."""
    to = within(request.GET.get("next", ""))
    address = f"{settings.ENVIRONMENT.url}{to}"
    return page(request, "accounts/on_phone.html", {"qr": _drawn(address), "to": to, "address": address})


def _shown(held: dict[str, str]) -> dict[str, object]:
    address = f"{settings.ENVIRONMENT.url}{reverse('scan_asked', args=[_signer().sign(held['ref'])])}"
    return {"qr": _drawn(address), "address": address, "pair": held["pair"], "to": held["to"]}


def _drawn(text: str) -> SafeString:
    drawn: str = get_adapter().build_totp_svg(text)
    return mark_safe(drawn)  # noqa: S308  (drawn here, of squares)


def _ref(code: str) -> str:
    """Return the ticket of a code.

    :raises NotFound: if the code was not made here
    """
    try:
        return _signer().unsign(code)
    except BadSignature as forged:
        raise NotFound from forged


def _signer() -> Signer:
    return Signer(salt="bole.accounts.scan", sep=".")
