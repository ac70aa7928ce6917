"""Becoming a mentor: what is still missing, applying, an invitation, and a mentor's own settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.admission import answer_invitation, apply_to_mentor, withdraw_application
from bole.mentoring.actions.roles import Settings, set_mentor_settings
from bole.mentoring.actions.stepping_down import stay_mentor
from bole.mentoring.actions.stepping_down import step_down as step_down_as_mentor
from bole.mentoring.forms_admission import ApplyForm, SettingsForm, StepDownForm
from bole.mentoring.queries.admission import RoleRow
from bole.mentoring.queries.admission_own import becoming
from bole.mentoring.shown.admission import becoming_shown, role_shown
from bole.values.refusal import Invalid, NotFound

PAGE = "mentoring/become.html"
SETTINGS = ("capacity", "is_open", "shows_mobile", "learns_style", "hours", "version")


@require_GET
def become(request: HttpRequest) -> HttpResponse:
    """Show what is still missing, or the own role."""
    return _page(request)


@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Apply to be a mentor."""
    form = ApplyForm(request.POST)
    if form.is_valid():
        try:
            apply_to_mentor(words=form.cleaned_data["words"], by=viewer_of(request), at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            return redirect("become_mentor")
    return _page(request, apply_form=form, status=422)


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Accept an invitation, or not now."""
    form, accepts = ApplyForm(request.POST), request.POST.get("answer") == "accept"
    if form.is_valid():
        try:
            answer_invitation(accepts=accepts, words=form.cleaned_data["words"], by=viewer_of(request), at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("Thank you. HR confirms it.") if accepts else _("Not now. It affects nothing."))
            return redirect("become_mentor")
    return _page(request, apply_form=form, status=422)


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take the own application back."""
    withdraw_application(by=viewer_of(request), at=now())
    messages.success(request, _("Taken back."))
    return redirect("become_mentor")


@require_POST
def settings(request: HttpRequest) -> HttpResponse:
    """Set the own capacity, openness, and what mentees see."""
    viewer, form = viewer_of(request), SettingsForm(request.POST)
    if becoming(viewer, day=today()).role is None:
        raise NotFound
    if form.is_valid():
        told = form.cleaned_data
        said = Settings(
            capacity=told["capacity"], is_open=told["is_open"], shows_mobile=told["shows_mobile"], learns_style=told["learns_style"],
            hours=tuple(told["hours"]),
        )  # fmt: skip
        try:
            set_mentor_settings(settings=said, version=told["version"], by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("become_mentor")
    return _page(request, settings_form=form, status=422)


@require_POST
def step_down(request: HttpRequest) -> HttpResponse:
    """End the own role as a mentor."""
    viewer = viewer_of(request)
    found = becoming(viewer, day=today())
    if found.role is None:
        raise NotFound
    form = StepDownForm(request.POST, running=found.running)
    if form.is_valid():
        try:
            step_down_as_mentor(reason=form.cleaned_data["reason"], pairs=form.cleaned_data.get("pairs", ""), by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("Thank you for your time as a mentor. HR has been told."))
            return redirect("become_mentor")
    return _page(request, leaving_form=form, status=422)


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Take the end of the own role back."""
    if becoming(viewer_of(request), day=today()).role is None:
        raise NotFound
    stay_mentor(by=viewer_of(request), at=now())
    messages.success(request, _("You stay a mentor. HR has been told. Open yourself for new mentees when you like."))
    return redirect("become_mentor")


def _page(
    request: HttpRequest,
    *,
    apply_form: ApplyForm | None = None,
    settings_form: SettingsForm | None = None,
    leaving_form: StepDownForm | None = None,
    status: int = 200,
) -> HttpResponse:
    found = becoming(viewer_of(request), day=today())
    if found.role is not None:
        context = {
            "role": role_shown(found, found.role),
            "form": settings_form or _settings_form(found.role),
            "leaving_form": leaving_form or StepDownForm(running=found.running),
        }
    else:
        context = {"shown": becoming_shown(found), "form": apply_form or ApplyForm()}
    return page(request, PAGE, context, status=status)


def _settings_form(role: RoleRow) -> SettingsForm:
    return SettingsForm(initial={name: getattr(role, name) for name in SETTINGS})
