"""The mentoring agreement: read and signed by the two, switched by HR."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.agreements import sign_agreement, switch_agreements
from bole.mentoring.queries.agreements import agreement_for, agreements_of_company
from bole.mentoring.refusals import AgreementChanged, AgreementsOff, PairOver
from bole.mentoring.shown.agreements import agreement_shown, company_shown
from bole.values.refusal import Refused


@require_http_methods(["GET", "POST"])
def agreement(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the agreement of a pair to its two, and let each sign the text that was read."""
    agreement_for(viewer_of(request), ref, day=today())
    if request.method == "GET":
        return _show(request, ref)
    language = "en" if (get_language() or "").startswith("en") else "zh-hans"
    try:
        sign_agreement(pair_ref=ref, fingerprint=request.POST.get("hash", ""), language=language, by=viewer_of(request), at=now())
    except (AgreementChanged, AgreementsOff, PairOver) as refused:
        return _show(request, ref, refused=refused)
    messages.success(request, _("Signed."))
    return redirect("mentoring_agreement", ref)


def _show(request: HttpRequest, ref: str, *, refused: Refused | None = None) -> HttpResponse:
    viewer = viewer_of(request)
    shown = agreement_shown(agreement_for(viewer, ref, day=today()), me=viewer.person_id)
    context = {"shown": shown, "refused": words_of(refused)[0] if refused else ""}
    return page(request, "mentoring/agreement.html", context, status=refused.status if refused else 200)


@require_http_methods(["GET", "POST"])
def of_company(request: HttpRequest) -> HttpResponse:
    """Show HR what every agreement says; let HR switch it off for the company, and on."""
    viewer = viewer_of(request)
    found = agreements_of_company(viewer)
    if request.method == "POST":
        is_on = request.POST.get("is_on") == "yes"
        switch_agreements(is_on=is_on, by=viewer, at=now())
        messages.success(request, _("Switched on from the next approved plan on.") if is_on else _("Switched off. What was signed stays."))
        return redirect("mentoring_agreements")
    return page(request, "mentoring/agreements.html", {"shown": company_shown(found)})
