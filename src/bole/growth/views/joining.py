"""Trainings that take place, and going to them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.growth.actions import leave_seat, take_seat
from bole.growth.queries.joining import joined_on, trainings_ahead
from bole.growth.shown.joining import trainings_shown
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of


@require_GET
def trainings(request: HttpRequest) -> HttpResponse:
    """List the trainings that are not over."""
    viewer = viewer_of(request)
    found = trainings_ahead(viewer, at=now())
    return page(
        request, "growth/trainings.html", {"rows": trainings_shown(found, joined=joined_on(viewer.person_id or 0, today()), at=now())}
    )


@require_POST
def take(request: HttpRequest, ref: str) -> HttpResponse:
    """Go to a training."""
    take_seat(training=ref, by=viewer_of(request), at=now())
    messages.success(request, _("You are on the list."))
    return redirect("trainings")


@require_POST
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """Not go to a training after all."""
    leave_seat(training=ref, by=viewer_of(request), at=now())
    messages.success(request, _("You are off the list."))
    return redirect("trainings")
