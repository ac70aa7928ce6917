"""HR's pages of applications: who waits, who could be invited, and the decision."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist, may_company
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.admission import admit_by_waiver, admit_mentor, invite_mentor, return_application
from bole.mentoring.forms_admission import ReturnForm, WaiverForm
from bole.mentoring.queries.admission_applications import application_for, applications_for
from bole.mentoring.rules.dates import months_later
from bole.mentoring.shown.admission_applications import applications_shown, one_shown
from bole.people.queries import get_person_for
from bole.values.refusal import Invalid, NotYours

LIST, ONE = "mentoring/applications.html", "mentoring/application.html"


@require_GET
def applications(request: HttpRequest) -> HttpResponse:
    """Show who waits, who could be invited, and what was decided."""
    viewer = viewer_of(request)
    shown = applications_shown(applications_for(viewer, day=today()))
    mays = {"may_invite": may_company(viewer, "approve", "admission"), "may_import": may_company(viewer, "read", "imports")}
    return page(request, LIST, {"shown": shown, **mays})


@require_POST
def invite(request: HttpRequest, number: str) -> HttpResponse:
    """Invite somebody whom the screening found."""
    viewer = viewer_of(request)
    insist(viewer, "approve", "admission")
    card = get_person_for(viewer, number, today())
    invite_mentor(person_id=card.person_id, by=viewer, at=now())
    messages.success(request, _("%(name)s is invited.") % {"name": card.name})
    return redirect("mentor_applications")


@require_GET
def application(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one application with its evidence."""
    return _page(request, ref)


@require_POST
def admit(request: HttpRequest, ref: str) -> HttpResponse:
    """Admit an applicant who met every requirement."""
    admit_mentor(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Admitted. The letter of appointment is written."))
    return redirect("mentor_application", ref)


@require_POST
def waive(request: HttpRequest, ref: str) -> HttpResponse:
    """Admit an applicant as an exception."""
    form = WaiverForm(request.POST)

    def do() -> None:
        told = form.cleaned_data
        admit_by_waiver(ref=ref, reason=told["reason"], last_day=told["last_day"], by=viewer_of(request), at=now())

    return _decided(request, ref, form, do, said=_("Admitted as an exception."), waiver_form=form)


@require_POST
def give_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Return an application with a reason."""
    form = ReturnForm(request.POST)

    def do() -> None:
        told = form.cleaned_data
        return_application(ref=ref, reason=told["reason"], again_from=told["again_from"], by=viewer_of(request), at=now())

    return _decided(request, ref, form, do, said=_("Returned. The reason is with the person."), return_form=form)


def _decided(request: HttpRequest, ref: str, form: forms.Form, do: Callable[[], None], *, said: str, **again: forms.Form) -> HttpResponse:
    if not application_for(viewer_of(request), ref, day=today(), at=now()).may_decide and not form.is_valid():
        raise NotYours
    if form.is_valid():
        try:
            do()
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, said)
            return redirect("mentor_application", ref)
    return _page(request, ref, status=422, **again)


def _page(
    request: HttpRequest, ref: str, *, waiver_form: forms.Form | None = None, return_form: forms.Form | None = None, status: int = 200
) -> HttpResponse:
    found = application_for(viewer_of(request), ref, day=today(), at=now())
    context = {
        "shown": one_shown(found),
        "waiver_form": waiver_form or WaiverForm(initial={"last_day": months_later(today(), 12)}),
        "return_form": return_form or ReturnForm(initial={"again_from": months_later(today(), 3)}),
    }
    return page(request, ONE, context, status=status)
