"""The first weeks of somebody, day by day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.growth.actions import tick_newcomer_step, untick_newcomer_step
from bole.home.queries.first_week import first_week_of
from bole.home.shown.first_week import first_week_shown
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of

PAGE = "home/first_week.html"


@require_GET
def first_week(request: HttpRequest) -> HttpResponse:
    """Show the first weeks."""
    return page(request, PAGE, _context(request))


@require_POST
def tick(request: HttpRequest, ref: str) -> HttpResponse:
    """Note that a line of the list is done."""
    tick_newcomer_step(step=ref, by=viewer_of(request), at=now())
    return _answer(request, _("Noted as done."))


@require_POST
def untick(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a tick back."""
    untick_newcomer_step(step=ref, by=viewer_of(request), at=now())
    return _answer(request, _("Taken back."))


def _answer(request: HttpRequest, said: str) -> HttpResponse:
    if swaps(request):
        return page(request, PAGE, _context(request), part="list")
    messages.success(request, said)
    return redirect("first_week")


def _context(request: HttpRequest) -> dict[str, object]:
    return {"shown": first_week_shown(first_week_of(viewer_of(request), day=today(), at=now()))}
