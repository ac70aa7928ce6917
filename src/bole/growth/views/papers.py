"""Certificates to print, and the page on which anybody verifies one."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from bole.growth.forms import CodeForm
from bole.growth.queries import pdf_for, verified
from bole.growth.refusals import TooManyTries
from bole.growth.rules.codes import read_code, spelled
from bole.growth.shown.naming import said
from bole.kit.clock import today
from bole.kit.page import page, viewer_of

# As sign-in is: so many looks a minute from one address.
LOOKS = {"verify": "30/m/ip"}


@require_GET
def certificate_pdf(request: HttpRequest, ref: str) -> HttpResponse:
    """Give a certificate as a PDF, in the reader's language."""
    name, paper = pdf_for(viewer_of(request), ref, language=get_language() or "", day=today())
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(paper, content_type="application/pdf", headers=headers)


@require_GET
def verify_any(request: HttpRequest) -> HttpResponse:
    """Ask for a code, and lead to what it says."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("verify", spelled(read_code(form.cleaned_data["code"])) or "unknown")
    return page(request, "growth/verify.html", {"form": CodeForm(), "asked": ""})


@require_GET
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Say to anybody whose paper this is, what it is and until when it holds; of any other code, that it is not known."""
    if ratelimit.consume(request, app="bole", action="verify", config=LOOKS, limit_get=True) is None:
        raise TooManyTries
    found = verified(code, day=today())
    title = said(found.title_zh, found.title_en) if found else ""
    context = {"form": CodeForm(), "asked": spelled(read_code(code)), "is_asked": True, "found": found, "paper": title}
    return page(request, "growth/verify.html", context)
