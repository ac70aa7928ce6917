"""Certificates as HR keeps them: the list, granting by hand, revoking."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from bole.growth.actions import grant_certificate, revoke_certificate
from bole.growth.forms import GrantForm, RevokeForm
from bole.growth.permissions import can_read_banks
from bole.growth.queries.certificates import certificates_for, ending_for, granted_for
from bole.growth.queries.exams import papers_granted
from bole.growth.shown.growth import certificate_shown
from bole.growth.shown.keeping import certificates_shown, ending_title, tabs
from bole.growth.shown.naming import said
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.ui.controls import Way
from bole.people.queries import cards, get_person_for
from bole.values.refusal import NotFound, Refused

SOON = ("30", "60", "90")


@require_GET
def certificates(request: HttpRequest) -> HttpResponse:
    """List the certificates of those whom the viewer looks after."""
    rows = certificates_for(viewer_of(request), day=today())
    shown = certificates_shown(rows, cards({one.person_id for one in rows}, today()), day=today())
    return page(request, "growth/kept_certificates.html", {"rows": shown, "tabs": tabs("certificates")})


@require_GET
def ending(request: HttpRequest) -> HttpResponse:
    """List the certificates that end soon: within 30, 60 or 90 days."""
    asked = request.GET.get("days", "")
    days = int(asked) if asked in SOON else int(SOON[1])
    rows = ending_for(viewer_of(request), day=today(), days=days)
    shown = certificates_shown(rows, cards({one.person_id for one in rows}, today()), day=today())
    ways = [Way(ngettext("%(count)s day", "%(count)s days", int(one)) % {"count": one}, f"?days={one}", int(one) == days) for one in SOON]
    return page(request, "growth/ending_certificates.html", {"rows": shown, "ways": ways, "title": ending_title(len(rows), days)})


@require_http_methods(["GET", "POST"])
def grant(request: HttpRequest) -> HttpResponse:
    """Grant a certificate by hand, with a reason."""
    viewer = viewer_of(request)
    if not can_read_banks(viewer):
        raise NotFound
    papers = [(code, said(zh, en)) for code, zh, en in papers_granted()]
    form = GrantForm(request.POST if request.method == "POST" else None, papers=papers, initial={"person": request.GET.get("person", "")})
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            person = get_person_for(viewer, told.pop("person"), today())
            grant_certificate(person_id=person.person_id, **told, by=viewer, at=now())
        except NotFound as refused:
            note(form, refused, field="person")
        except Refused as refused:
            note(form, refused)
        else:
            messages.success(request, _("Granted. {name} finds it under “Skills and courses”.").format(name=person.name))
            return redirect("kept_certificates")
    context = {"form": form, "title": _("Grant a certificate"), "back": "/company/growth/certificates/", "url": request.path}
    return page(request, "growth/keep.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def certificate(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a certificate, and revoke it with a reason."""
    viewer = viewer_of(request)
    found = granted_for(viewer, ref, day=today())
    form = RevokeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            revoke_certificate(ref=ref, reason=form.cleaned_data["reason"], by=viewer, at=now())
        except Refused as refused:
            note(form, refused)
        else:
            messages.success(request, _("Revoked. Its code is not known any more."))
            return redirect("kept_certificates")
    card = cards({found.person_id}, today())[found.person_id]
    context = {"shown": certificate_shown(found, day=today()), "name": said(card.name, card.name_en), "form": form}
    return page(request, "growth/kept_certificate.html", context, status=422 if request.method == "POST" else 200)
