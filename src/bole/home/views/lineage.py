"""An indicator opened down to its records, and questioning one of them."""

from datetime import date
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import takes_part
from bole.home.queries.lineage import lineage_of
from bole.home.queries.performance import own_person
from bole.home.shown.feedback import beside_shown
from bole.home.shown.lineage import lineage_shown
from bole.home.views.performance import OWN
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.reviews.queries import beside_score
from bole.scoring.queries import score_topic
from bole.work.actions import raise_objection
from bole.work.queries import Only, own_record

PAGE = "home/lineage.html"


@require_GET
def lineage(request: HttpRequest, code: str) -> HttpResponse:
    """Show how an indicator of one's own came about, with its records."""
    person = own_person(viewer_of(request))
    return page(request, PAGE, context_of(request, person, code, base=OWN), live=[score_topic(person)])


@require_GET
def lineage_part(request: HttpRequest, code: str) -> HttpResponse:
    """Show the records of an indicator of one's own again."""
    return page(request, PAGE, context_of(request, own_person(viewer_of(request)), code, base=OWN), part="facts")


@require_POST
def doubt(request: HttpRequest, code: str) -> HttpResponse:
    """Question a record of one's own."""
    viewer = viewer_of(request)
    item = own_record(viewer, request.POST.get("connection", ""), request.POST.get("record", ""))
    raise_objection(item_id=item, words=request.POST.get("words", ""), by=viewer, at=now())
    if swaps(request):
        return page(request, PAGE, context_of(request, own_person(viewer), code, base=OWN), part="facts")
    messages.success(request, _("Sent. The record is checked within 3 working days; the original stays."))
    return redirect(f"{OWN}{code}/?{request.GET.urlencode()}")


def context_of(request: HttpRequest, person: int, code: str, *, base: str, number: str = "") -> dict[str, object]:
    """Return what the page of an indicator needs."""
    period, only, after = (request.GET.get(name, "") for name in ("period", "only", "after"))
    kept = cast("Only", only if only in {"met", "missed"} else "")  # one of the three by now
    viewer = viewer_of(request)
    since = _since(request) if not period else None
    found = lineage_of(viewer, person, code, day=today(), period=period, only=kept, after=after, since=since)
    said = beside_score(viewer, person, found.sheet.period, code=code) if takes_part(viewer) else None
    return {
        "shown": lineage_shown(found, base=base, period=period, after=after),
        "is_own": viewer.person_id == person,
        "feedback_to": number if takes_part(viewer) else "",
        "feedback": beside_shown(said, found.sheet, reader_id=viewer.person_id, number=number, code=code) if said is not None else None,
    }


def _since(request: HttpRequest) -> date | None:
    """Return the day since which records are asked for; None for all of the period."""
    try:
        return date.fromisoformat(request.GET.get("since", ""))
    except ValueError:
        return None
