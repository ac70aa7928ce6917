"""Pages of the kit: health, language, theme, and what Django itself asks for when a page is missing."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now
from bole.kit.health import gauges, readiness
from bole.kit.middleware import LANGUAGES, BadRequest, fault, refusal
from bole.kit.presenting import KEY as PRESENTING
from bole.values.refusal import NotFound, NotYours, Refused, say

YEAR = 365 * 24 * 3600


class NoToken(Refused):
    """A form came without the token of its page."""

    code = "no_form_token"
    status = 403
    sentence = say("This form was not sent from its own page, or the page is too old. Nothing was changed.")
    hint = say("Open the page again and send it from there.")


@require_GET
def healthz(_request: HttpRequest) -> HttpResponse:
    """Say that the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_GET
def readyz(_request: HttpRequest) -> HttpResponse:
    """Say whether the database answers, is migrated, and a worker lives."""
    facts = readiness(now())
    return JsonResponse(facts, status=200 if all(facts.values()) else 503)


@require_GET
def metrics(request: HttpRequest) -> HttpResponse:
    """Give figures to a collector on this machine, and to nobody whom a proxy on it lets through."""
    if request.META.get("REMOTE_ADDR") not in {"127.0.0.1", "::1"} or "X-Forwarded-For" in request.headers:
        raise NotFound
    lines = [line for name, value in gauges(now()).items() for line in (f"# TYPE bole_{name} gauge", f"bole_{name} {value:g}")]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4")


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the reader's language, and go back."""
    response = HttpResponseRedirect(_back(request))
    asked = request.POST.get("language", "")
    if asked in LANGUAGES:
        response.set_cookie("language", asked, max_age=YEAR, samesite="Lax", secure=settings.ENVIRONMENT.is_secure, httponly=True)
    return response


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the reader's theme (none: as the device has it), and go back."""
    response = HttpResponseRedirect(_back(request))
    asked = request.POST.get("theme", "")
    response.set_cookie(
        "theme", asked if asked in {"paper", "ink"} else "", max_age=YEAR, samesite="Lax", secure=settings.ENVIRONMENT.is_secure
    )
    return response


@require_POST
def set_presenting(request: HttpRequest) -> HttpResponse:
    """Hide names and scores in this session, or show them again, and go back."""
    request.session[PRESENTING] = request.POST.get("is_on") == "yes"
    return HttpResponseRedirect(_back(request))


def _back(request: HttpRequest) -> str:
    wish = request.POST.get("next") or request.headers.get("Referer", "")
    return wish if url_has_allowed_host_and_scheme(wish, {request.get_host()}) else "/"


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that does not exist."""
    return refusal(request, NotFound())


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what Django itself refuses."""
    return refusal(request, NotYours())


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without its token."""
    return refusal(request, NoToken())


def bad(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is broken."""
    return refusal(request, BadRequest())


def broken(request: HttpRequest) -> HttpResponse:
    """Answer an error of ours."""
    return fault(request, 500)
