"""Hours of mentoring: HR's list, one proposal, the decision, the terms; and a mentor's own page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.hours import Decision, approve_hours, decide_hours, decline_hours
from bole.mentoring.actions.hours_terms import save_hours_terms
from bole.mentoring.forms_hours import DecideForm, TermsForm, terms_initial
from bole.mentoring.queries.hours import OneProposal, hours_for, own_hours, proposal_for
from bole.mentoring.queries.hours_terms import terms_for
from bole.mentoring.shown.hours import month_shown, own_shown, proposal_shown, terms_words
from bole.values.refusal import Invalid, NotYours

LIST, ONE, TERMS = "mentoring/hours.html", "mentoring/hours_one.html", "mentoring/hours_terms.html"


@require_GET
def proposals(request: HttpRequest) -> HttpResponse:
    """Show HR a month's proposals."""
    return _list(request)


@require_POST
def approve(request: HttpRequest) -> HttpResponse:
    """Approve those that are ticked, as they are proposed."""
    viewer = viewer_of(request)
    insist(viewer, "change", "mentoring_health")
    told = [one.partition(":") for one in request.POST.getlist("one")]
    versions = {ref: int(version) for ref, _colon, version in told if version.isdecimal() and len(version) < 9}
    try:
        count = approve_hours(versions=versions, by=viewer, at=now())
    except Invalid as refused:
        return _list(request, refused=words_of(refused)[0], status=422)
    messages.success(request, ngettext("%(n)s approved, and told.", "%(n)s approved, and told.", count) % {"n": count})
    return redirect("hours_proposals")


@require_GET
def proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """Show HR one proposal with the talks behind it."""
    return _one(request, proposal_for(viewer_of(request), ref, day=today(), at=now()))


@require_POST
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    """Approve a proposal, as it is or with other figures, or decline it."""
    viewer, form = viewer_of(request), DecideForm(request.POST)
    found = proposal_for(viewer, ref, day=today(), at=now())
    if form.is_valid():
        version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
        try:
            if request.POST.get("way") == "decline":
                decline_hours(ref=ref, version=version, reason=reason, by=viewer, at=now())
            else:
                percent, amount = form.granted(percent=found.row.percent, amount=found.row.amount)
                decision = Decision(percent=percent, amount=amount, reason=reason)
                decide_hours(ref=ref, version=version, decision=decision, by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            name = found.people[found.row.person_id].name
            messages.success(request, _("Decided. %(name)s has been told.") % {"name": name})
            return redirect("hours_proposals")
    return _one(request, found, form=form, status=422)


@require_http_methods(["GET", "POST"])
def terms(request: HttpRequest) -> HttpResponse:
    """Show the terms; let HR admin change them."""
    viewer = viewer_of(request)
    found = terms_for(viewer)
    form = TermsForm(request.POST if request.method == "POST" else None, initial=terms_initial(found.terms, found.version))
    if request.method == "POST":
        if not found.may_change:
            raise NotYours
        if form.is_valid():
            try:
                save_hours_terms(terms=form.terms, version=form.cleaned_data["version"], by=viewer, at=now())
            except Invalid as refused:
                note(form, refused)
            else:
                messages.success(request, _("Saved. They hold for what is proposed from now on."))
                return redirect("hours_terms")
    context = {"form": form, "may_change": found.may_change, "changed": found, "words": terms_words(found.terms)}
    return page(request, TERMS, context, status=422 if form.errors else 200)


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """Show a mentor the own hours, what was proposed, and what HR decided."""
    return page(request, "mentoring/hours_own.html", {"shown": own_shown(own_hours(viewer_of(request), day=today()))})


def _list(request: HttpRequest, *, refused: str = "", status: int = 200) -> HttpResponse:
    found = hours_for(viewer_of(request), month=request.GET.get("month", ""), day=today(), at=now())
    return page(request, LIST, {"shown": month_shown(found), "refused": refused}, status=status)


def _one(request: HttpRequest, found: OneProposal, *, form: DecideForm | None = None, status: int = 200) -> HttpResponse:
    shown = proposal_shown(found)
    initial = {"percent": shown.percent, "amount": shown.amount, "version": shown.version}
    return page(request, ONE, {"shown": shown, "form": form or DecideForm(initial=initial)}, status=status)
