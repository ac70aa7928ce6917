"""HR's page of absences."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.attendance.actions import record_absence, withdraw_absence
from bole.attendance.forms import AbsenceForm
from bole.attendance.queries import absences_for, person_to_record
from bole.attendance.refusals import KnownAlready
from bole.attendance.shown import absences_shown
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, swaps, viewer_of
from bole.values.refusal import Invalid

PAGE = "attendance/absences.html"


@require_GET
def absences(request: HttpRequest) -> HttpResponse:
    """List who is away and who was, the latest first."""
    return _show(request, part="found" if swaps(request) else "")


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Record that somebody is away."""
    viewer, form = viewer_of(request), AbsenceForm(request.POST)
    absences_for(viewer, day=today())
    if not form.is_valid():
        return _show(request, form=form, status=422)
    told = dict(form.cleaned_data)
    try:
        card = person_to_record(viewer, told.pop("person"), day=today())
        record_absence(person_id=card.person_id, **told, by=viewer, at=now())
    except (Invalid, KnownAlready) as refused:
        note(form, refused)
        return _show(request, form=form, status=refused.status)
    messages.success(request, _("Recorded for %(name)s.") % {"name": card.name})
    return redirect("absences")


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Withdraw what was recorded by mistake."""
    withdraw_absence(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Withdrawn. It stays on record as withdrawn."))
    return redirect("absences")


def _show(request: HttpRequest, *, form: AbsenceForm | None = None, part: str = "", status: int = 200) -> HttpResponse:
    text = request.GET.get("q", "").strip()
    found = absences_for(viewer_of(request), day=today(), text=text, after=request.GET.get("after", ""))
    context = {
        "q": text,
        "rows": absences_shown(found, day=today()),
        "next_url": f"/company/absences/?{urlencode({'q': text, 'after': found.after})}" if found.after else "",
        "form": form or AbsenceForm(initial={"first_day": today(), "last_day": today()}),
        "opens_form": form is not None,
    }
    return page(request, PAGE, context, part=part, status=status)
