"""Promotion: panels, one panel, a candidate's file, choosing, calling off, withdrawing."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import may_company
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.promotion import choose_candidate
from bole.mentoring.actions.promotion_ending import call_off_panel, withdraw_candidacy
from bole.mentoring.forms_promotion import CallOffPanelForm, ChoiceForm, WithdrawForm
from bole.mentoring.queries.promotion import file_of_candidate, panel_for, panels_for
from bole.mentoring.shown.promotion import candidate_file_shown, panel_shown, panels_shown
from bole.values.refusal import Invalid, NotYours


@require_GET
def panels(request: HttpRequest) -> HttpResponse:
    """List the viewer's panels."""
    viewer = viewer_of(request)
    context = {"rows": panels_shown(panels_for(viewer)), "may_open": may_company(viewer, "change", "promotion")}
    return page(request, "mentoring/promotion_panels.html", context)


@require_GET
def panel(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one panel with its candidates."""
    return _show(request, ref)


@require_GET
def file(request: HttpRequest, ref: str, number: str) -> HttpResponse:
    """Show a candidate's file."""
    found = file_of_candidate(viewer_of(request), ref, number, day=today())
    return page(request, "mentoring/promotion_file.html", {"shown": candidate_file_shown(found)})


@require_POST
def choose(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose a candidate, or nobody of them."""
    viewer = viewer_of(request)
    shown = panel_shown(panel_for(viewer, ref, day=today()))
    form = ChoiceForm(request.POST, candidates=shown.choices)
    if form.is_valid():
        try:
            choose_candidate(ref=ref, number=form.chosen, words=form.cleaned_data["words"], by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("Kept. You can change it until the panel has decided."))
            return redirect("promotion_panel", ref)
    elif not shown.can_choose:
        raise NotYours
    return _show(request, ref, form=form, status=422)


@require_POST
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    """Call a panel off; all are told."""
    form = CallOffPanelForm(request.POST)
    try:
        call_off_panel(ref=ref, words=form["words"].data or "", by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, ref, off_form=form, status=422)
    messages.success(request, _("Called off. Candidates and panel have been told."))
    return redirect("promotion_panel", ref)


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Withdraw as a candidate; panel and HR are told."""
    form = WithdrawForm(request.POST)
    try:
        withdraw_candidacy(ref=ref, words=form["words"].data or "", by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, ref, withdraw_form=form, status=422)
    messages.success(request, _("You have withdrawn. The panel and HR have been told."))
    return redirect("promotion_panel", ref)


def _show(request: HttpRequest, ref: str, *, status: int = 200, **forms: Form) -> HttpResponse:
    shown = panel_shown(panel_for(viewer_of(request), ref, day=today()))
    usual = {"form": ChoiceForm(candidates=shown.choices), "off_form": CallOffPanelForm(), "withdraw_form": WithdrawForm()}
    return page(request, "mentoring/promotion_panel.html", {"shown": shown, **usual, **forms}, status=status)
