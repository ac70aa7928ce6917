"""Promotion: panels, one panel, a candidate's file, opening a panel, choosing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist, may_company
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.promotion import PostToFill, choose_candidate, open_panel
from bole.mentoring.forms_promotion import ChoiceForm, PanelForm
from bole.mentoring.queries.promotion import file_of_candidate, panel_for, panels_for
from bole.mentoring.shown.naming import either
from bole.mentoring.shown.promotion import candidate_file_shown, panel_shown, panels_shown
from bole.people.queries import unit_rows
from bole.values.refusal import Invalid, NotYours


@require_GET
def panels(request: HttpRequest) -> HttpResponse:
    """List the viewer's panels."""
    viewer = viewer_of(request)
    context = {"rows": panels_shown(panels_for(viewer)), "may_open": may_company(viewer, "change", "promotion")}
    return page(request, "mentoring/promotion_panels.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a panel."""
    viewer = viewer_of(request)
    insist(viewer, "change", "promotion")
    units = [(one.ref, either(one.name, one.name_en)) for one in unit_rows(today())]
    form = PanelForm(request.POST if request.method == "POST" else None, units=units)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        wanted = PostToFill(
            unit_ref=told["unit"], post=told["post"], begins_on=told["begins_on"], candidates=form.numbers("candidates"),
            members=form.numbers("members"),
        )  # fmt: skip
        try:
            made = open_panel(wanted=wanted, by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("Opened. Candidates and panel have been told."))
            return redirect("promotion_panel", made.ref)
    return page(request, "mentoring/promotion_new.html", {"form": form}, status=422 if form.is_bound else 200)


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
    form = ChoiceForm(request.POST, candidates=[(one.number, one.name) for one in shown.candidates])
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


def _show(request: HttpRequest, ref: str, *, form: ChoiceForm | None = None, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    shown = panel_shown(panel_for(viewer, ref, day=today()))
    usual = ChoiceForm(candidates=[(one.number, one.name) for one in shown.candidates])
    return page(request, "mentoring/promotion_panel.html", {"shown": shown, "form": form or usual}, status=status)
