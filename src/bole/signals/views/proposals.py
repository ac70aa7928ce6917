"""Another target from an alert: proposed, and checked by a second person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.kit.clock import now
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.signals.actions.proposals import check_proposal, propose_target
from bole.signals.forms_proposals import CheckProposalForm, ProposalForm
from bole.signals.queries.proposals import ProposalRow, proposal_for, target_to_change
from bole.signals.shown.proposals import proposal_shown, to_change_shown
from bole.values.refusal import Invalid

NEW, ONE = "signals/propose_target.html", "signals/target_proposal.html"


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, ref: str) -> HttpResponse:
    """Propose another target of the alert's indicator."""
    viewer = viewer_of(request)
    one = target_to_change(viewer, ref, at=now())
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return page(request, NEW, {"shown": to_change_shown(one), "form": form})
    if form.is_valid():
        try:
            made = propose_target(alert_ref=ref, value=form.thousandths, reason=form.cleaned_data["reason"], by=viewer, at=now())
        except Invalid as refused:
            form.add_error(refused.where if refused.where in form.fields else None, " ".join(words_of(refused)).strip())
        else:
            messages.success(request, _("Proposed. It waits for a second person."))
            return redirect("signals:target_proposal", made.ref)
    return page(request, NEW, {"shown": to_change_shown(one), "form": form}, status=422)


@require_GET
def proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a proposed target to those who read the alert, and to whoever may check it."""
    return _one(request, proposal_for(viewer_of(request), ref, at=now()), CheckProposalForm())


@require_POST
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve it, or send it back."""
    viewer, form = viewer_of(request), CheckProposalForm(request.POST)
    if not form.is_valid() and (found := proposal_for(viewer, ref, at=now())).may_check:
        return _one(request, found, form, status=422)
    told = form.cleaned_data
    try:
        check_proposal(ref=ref, approves=told.get("approves") == "yes", words=told.get("words", ""), by=viewer, at=now())
    except Invalid as refused:
        form.add_error(refused.where if refused.where in form.fields else None, " ".join(words_of(refused)).strip())
        return _one(request, proposal_for(viewer, ref, at=now()), form, status=422)
    messages.success(request, _("Kept. Who proposed it sees it at the alert."))
    return redirect("signals:target_proposal", ref)


def _one(request: HttpRequest, found: ProposalRow, form: CheckProposalForm, *, status: int = 200) -> HttpResponse:
    return page(request, ONE, {"shown": proposal_shown(found), "form": form}, status=status)
