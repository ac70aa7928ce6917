"""Mentoring for HR: how the programme does, effects by mentor, help, the end of a role, methods."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.coaching import close_coaching, open_coaching, retire_mentor
from bole.mentoring.actions.methods import show_method
from bole.mentoring.actions.retirement_answers import keep_retirement, take_retirement_back
from bole.mentoring.forms_effect import AnswerRetirementForm, CoachForm, RetireForm
from bole.mentoring.queries.effect import EffectPage, effect_for, mentors_for
from bole.mentoring.queries.health import health_for
from bole.mentoring.shown.effect_company import lines_shown
from bole.mentoring.shown.health import health_shown
from bole.mentoring.shown.tabs import company_tabs, company_ways
from bole.mentoring.views.effect import somebody
from bole.values.refusal import Invalid, NotYours
from bole.values.viewer import Viewer


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Show how the programme does; each number opens to its list."""
    viewer = viewer_of(request)
    shown = health_shown(health_for(viewer, day=today()), asked=request.GET.get("list", ""))
    return page(request, "mentoring/health.html", {"shown": shown, "tabs": company_tabs(request.path), "ways": company_ways(viewer)})


@require_GET
def effects(request: HttpRequest) -> HttpResponse:
    """Show the effect of each mentor with its range, in the order of names."""
    shown = lines_shown(mentors_for(viewer_of(request), day=today()))
    return page(request, "mentoring/effects.html", {"lines": shown, "tabs": company_tabs(request.path)})


@require_POST
def coach(request: HttpRequest, number: str) -> HttpResponse:
    """Begin to help a mentor."""
    found, form = _changed_by(viewer_of(request), number), CoachForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            open_coaching(person_id=found.card.person_id, words=told["words"], again_on=told["again_on"], by=viewer_of(request), at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("%(name)s has been told.") % {"name": found.card.name})
            return redirect("effect_of_mentor", number)
    return somebody(request, number, coach_form=form, status=422)


@require_POST
def look_again(request: HttpRequest, number: str) -> HttpResponse:
    """Say what came of the help."""
    found = _changed_by(viewer_of(request), number)
    close_coaching(person_id=found.card.person_id, came_of_it=request.POST.get("came_of_it", ""), by=viewer_of(request), at=now())
    messages.success(request, _("Kept."))
    return redirect("effect_of_mentor", number)


@require_POST
def retire(request: HttpRequest, number: str) -> HttpResponse:
    """End a mentor's role with a reason."""
    found, form = _changed_by(viewer_of(request), number), RetireForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            retire_mentor(person_id=found.card.person_id, reason=told["reason"], ends_on=told["ends_on"], by=viewer_of(request), at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("%(name)s has been told.") % {"name": found.card.name})
            return redirect("effect_of_mentor", number)
    return somebody(request, number, retire_form=form, status=422)


@require_POST
def answer(request: HttpRequest, number: str) -> HttpResponse:
    """Answer what the mentor said to the end of the role: it stays, or it is taken back."""
    found, form = _changed_by(viewer_of(request), number), AnswerRetirementForm(request.POST)
    if form.is_valid():
        change = take_retirement_back if form.cleaned_data["way"] == "back" else keep_retirement
        try:
            change(person_id=found.card.person_id, words=form.cleaned_data["words"], by=viewer_of(request), at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("%(name)s has been told.") % {"name": found.card.name})
            return redirect("effect_of_mentor", number)
    return somebody(request, number, answer_form=form, status=422)


@require_POST
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a method to mentors, or take it from their page."""
    show_method(ref=ref, is_shown=request.POST.get("is_shown") == "yes", by=viewer_of(request), at=now())
    messages.success(request, _("Kept."))
    return redirect("mentoring_methods")


def _changed_by(viewer: Viewer, number: str) -> EffectPage:
    """Return a mentor's page to HR that looks after the mentor.

    :raises NotFound, NotYours: for everybody else
    """
    found = effect_for(viewer, number, day=today())
    if not found.may_change:
        raise NotYours
    return found
