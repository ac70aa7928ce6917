"""Edges of a phone: each answer says whose it is and whether it may be kept, and an entry that is sent twice is taken once."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext

from bole.kit.clock import now, today
from bole.kit.idempotency import BadKey
from bole.kit.middleware import refusal
from bole.kit.models import KeptEntry
from bole.kit.page import viewer_of
from bole.kit.phone.marks import KEEP_HEADER, OWNER_HEADER, is_queued, mark_of, owner_of
from bole.values.refusal import Refused, say
from bole.values.viewer import Viewer

Answer = Callable[[HttpRequest], HttpResponse]
KEY = re.compile(r"[0-9a-f-]{16,40}")
FIELD = "entry"


class SessionOver(Refused):
    """An entry came without a session, or from the phone of somebody else."""

    code = "session_over"
    status = 401
    sentence = say("Your session has ended. What you wrote is kept; sign in to go on.")


class Phone:
    """Says on each answer whose it is; a page that may be read again without a network says that too."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and mark the answer."""
        response = self.get_response(request)
        viewer: Viewer | None = getattr(request, "viewer", None)
        if viewer is None or request.path.startswith(("/static/", "/api/", "/hooks/")):
            return response
        if viewer.account_id is None and is_queued(request):
            return refusal(request, SessionOver())
        response[OWNER_HEADER] = mark_of(viewer)
        if may_be_kept(request, response):
            response[KEEP_HEADER] = now().isoformat(timespec="seconds")
        return response


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Test if a phone may keep this answer: a whole page that somebody signed in has asked for, and none of those that stay here."""
    is_page = request.method == "GET" and response.status_code == 200 and "HX-Request" not in request.headers
    is_text = response.headers.get("Content-Type", "").startswith("text/html")
    if not is_page or not is_text or viewer_of(request).account_id is None or request.path.startswith(settings.NEVER_ON_A_PHONE):
        return False
    match = request.resolver_match
    return match is not None and not getattr(match.func, "stays_here", False)


class Entries:
    """Takes an entry once: the key that the page gave it is kept with the answer, in the transaction of the change."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say again what was answered."""
        viewer: Viewer | None = getattr(request, "viewer", None)
        key = entry_key_of(request)
        if not key or request.method != "POST" or viewer is None or viewer.account_id is None:
            return self.get_response(request)
        if not KEY.fullmatch(key):
            return refusal(request, BadKey(most=40, where=FIELD))
        if is_queued(request) and request.headers.get(OWNER_HEADER) != owner_of(viewer):
            return refusal(request, SessionOver())
        response = self._once(request, owner_of(viewer), key)
        return _plain(request, response) if is_queued(request) and response.status_code < 400 else response

    def _once(self, request: HttpRequest, who: str, key: str) -> HttpResponse:
        if leaves_no_trace(request.path_info):
            return self.get_response(request)
        kept = KeptEntry.objects.filter(who=who, key=key).first()
        if kept is not None:
            return _again(request, kept)
        try:
            with transaction.atomic():
                response = self.get_response(request)
                if response.status_code < 400:
                    KeptEntry.objects.create(who=who, key=key, address=response.headers.get("Location", ""), on=today())
        except IntegrityError:
            kept = KeptEntry.objects.filter(who=who, key=key).first()  # two at once: the other was faster, and ours was rolled back
            if kept is None:
                raise
            return _again(request, kept)
        return response


def entry_key_of(request: HttpRequest) -> str:
    """Return the key that a page gave to what it sends; nothing if it gave none."""
    return request.headers.get("Entry-Key") or request.GET.get(FIELD, "")


def leaves_no_trace(path: str) -> bool:
    """Test if the page behind an address promises that nobody can tell when it was answered (its change can be sent twice by itself)."""
    try:
        return getattr(resolve(path).func, "leaves_no_trace", False)
    except Resolver404:
        return True


def without_trace(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let a view keep no key of an entry. Its action, done twice, must be the same as done once."""
    view.leaves_no_trace = True  # type: ignore[attr-defined]  # read above, through the decorators
    return view


def staying_here(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let no phone keep the page of a view."""
    view.stays_here = True  # type: ignore[attr-defined]  # read above, through the decorators
    return view


def _again(request: HttpRequest, kept: KeptEntry) -> HttpResponse:
    """Say that this was taken before, and go where it led."""
    if is_queued(request):
        return JsonResponse({"state": "taken_before", "address": kept.address})
    messages.info(request, gettext("This was sent already; it was not sent twice."))
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return HttpResponseRedirect(kept.address or "/")


def _plain(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return what the worker wants of an answer; what a page would have said goes along, and is not said again on the next page."""
    if response.headers.get("Content-Type", "").startswith("application/json"):
        return response
    said = " ".join(str(one) for one in messages.get_messages(request))
    return JsonResponse({"state": "taken", "address": response.headers.get("Location", ""), "said": said})
