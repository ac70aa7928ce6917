"""The commits of a week opened down to their records, and questioning one of one's own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.home.queries.commits import pushed_by
from bole.home.queries.performance import own_person
from bole.home.shown.commits import commits_shown
from bole.home.views.performance import OWN
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.work.actions import raise_objection
from bole.work.queries import own_record, work_topic

PAGE = "home/commits.html"


@require_GET
def commits(request: HttpRequest) -> HttpResponse:
    """Show one's own commits of the week."""
    person = own_person(viewer_of(request))
    return page(request, PAGE, context_of(request, person, base=OWN), live=[work_topic(person)])


@require_GET
def commits_part(request: HttpRequest) -> HttpResponse:
    """Show one's own commits of the week again."""
    return page(request, PAGE, context_of(request, own_person(viewer_of(request)), base=OWN), part="facts")


@require_POST
def doubt_commits(request: HttpRequest) -> HttpResponse:
    """Question a record of one's own commits."""
    viewer = viewer_of(request)
    item = own_record(viewer, request.POST.get("connection", ""), request.POST.get("record", ""))
    raise_objection(item_id=item, words=request.POST.get("words", ""), by=viewer, at=now())
    if swaps(request):
        return page(request, PAGE, context_of(request, own_person(viewer), base=OWN), part="facts")
    messages.success(request, _("Sent. The record is checked within 3 working days; the original stays."))
    return redirect("commits")


def context_of(request: HttpRequest, person: int, *, base: str) -> dict[str, object]:
    """Return what the page of a week's commits needs."""
    viewer, after = viewer_of(request), request.GET.get("after", "")
    found = pushed_by(viewer, person, day=today(), after=after)
    return {"shown": commits_shown(found, base=base, after=after), "is_own": viewer.person_id == person}
