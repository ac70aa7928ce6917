"""Changes in one's own work: seen first by oneself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.signals.actions import add_context
from bole.signals.forms import ContextForm
from bole.signals.queries import alert_topic, own_alert, own_changes, own_person, own_watched
from bole.signals.shown.changes import change_page, change_row
from bole.signals.shown.watching import watched_shown

LIST, ONE, WATCHED = "signals/changes.html", "signals/change.html", "signals/watched.html"


@require_GET
def changes(request: HttpRequest) -> HttpResponse:
    """Show what changed in one's own work lately."""
    viewer = viewer_of(request)
    own_person(viewer)
    return page(request, LIST, {"changes": [change_row(one) for one in own_changes(viewer, at=now())]})


@require_GET
def watched(request: HttpRequest) -> HttpResponse:
    """Say in plain words what is watched, why, and who sees it when."""
    viewer = viewer_of(request)
    return page(request, WATCHED, {"shown": watched_shown(own_watched(viewer, day=today()))})


@require_GET
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a change in one's own work."""
    found = own_alert(viewer_of(request), ref, at=now())
    return page(request, ONE, _context(request, ref), live=[alert_topic(found.row.person_id)])


@require_GET
def part(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the page again, as far as it lives."""
    return page(request, ONE, _context(request, ref), part="whole")


@require_POST
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """Add what one knows."""
    form = ContextForm(request.POST)
    if not form.is_valid():
        return page(request, ONE, _context(request, ref, form=form), part="whole" if swaps(request) else "", status=422)
    add_context(ref=ref, words=form.cleaned_data["words"], by=viewer_of(request), at=now())
    messages.success(request, _("Added."))
    return page(request, ONE, _context(request, ref), part="whole") if swaps(request) else redirect("signals:change", ref)


def _context(request: HttpRequest, ref: str, *, form: ContextForm | None = None) -> dict[str, object]:
    found = own_alert(viewer_of(request), ref, at=now())
    return {"shown": change_page(found), "form": form or ContextForm(), "topic": alert_topic(found.row.person_id)}
