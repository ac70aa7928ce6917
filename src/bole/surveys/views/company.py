"""What HR sees of surveys: when results are published, and how many take part."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist, may_company
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.surveys.actions import set_publication_days
from bole.surveys.forms import CalendarForm
from bole.surveys.queries.counts import overview_for
from bole.surveys.shown.rounds import overview_shown
from bole.values.refusal import Invalid


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Show what is asked now, and when results are published."""
    return _show(request)


@require_POST
def change_calendar(request: HttpRequest) -> HttpResponse:
    """Set the publication days."""
    insist(viewer_of(request), "change", "surveys")
    form = CalendarForm(request.POST)
    if not form.is_valid():
        return _show(request, form=form, status=422)
    try:
        set_publication_days(days=form.cleaned_data["days"], by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, form=form, status=422)
    messages.success(request, _("Saved. What is published already stays as it is."))
    return redirect("company_surveys")


def _show(request: HttpRequest, *, form: CalendarForm | None = None, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    shown = overview_shown(overview_for(viewer, day=today()))
    context = {
        "shown": shown,
        "form": form or CalendarForm(initial={"days": shown.days}),
        "may_change": may_company(viewer, "change", "surveys"),
    }
    return page(request, "surveys/company.html", context, status=status)
