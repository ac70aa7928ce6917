"""What a phone asks for: the app's manifest, its worker, whose session it is, the page without a network, what waits."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_GET

from bole.kit.page import page, viewer_of
from bole.kit.phone.manifest import manifest_told
from bole.kit.phone.marks import NOBODY, lock_of, mark_of
from bole.values.refusal import NotFound


@require_GET
def manifest(_request: HttpRequest) -> HttpResponse:
    """Describe the app to a phone that installs it."""
    return JsonResponse(manifest_told(), content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


@require_GET
def worker(_request: HttpRequest) -> HttpResponse:
    """Give the worker of the whole site. It is asked for anew each time, so that a bad one is replaced by the next visit."""
    found = finders.find("built/sw.js")
    if not isinstance(found, str):
        raise NotFound
    return HttpResponse(Path(found).read_bytes(), content_type="text/javascript; charset=utf-8")


@require_GET
def hello(request: HttpRequest) -> HttpResponse:
    """Tell a phone whose session this is, the token of its forms, and the lock of what waits."""
    viewer = viewer_of(request)
    if viewer.account_id is None:
        return JsonResponse({"mark": NOBODY})
    return JsonResponse({"mark": mark_of(viewer), "token": get_token(request), "lock": lock_of(viewer)})


@require_GET
def away(request: HttpRequest) -> HttpResponse:
    """Show the page that a phone shows without a network. Nothing of anybody stands on it."""
    return render(request, "kit/away.html")


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """List what was written on this phone and waits to be sent; the phone itself fills in the list."""
    return page(request, "kit/waiting.html")
