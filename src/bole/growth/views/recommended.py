"""What is recommended, what is remembered for it, and how to have less of it or none."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.growth.actions import (
    erase_all_behaviour,
    erase_behaviour,
    show_as_before,
    show_less,
    switch_recommendations_off,
    switch_recommendations_on,
)
from bole.growth.queries.recommended import interests, recommended_page, remembered
from bole.growth.shown.recommended import page_shown, remembered_file, remembered_shown
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of

HOME = "home"


@require_GET
def recommended(request: HttpRequest) -> HttpResponse:
    """Show what is recommended, each with its reason."""
    return page(request, "growth/recommended.html", {"shown": page_shown(recommended_page(viewer_of(request), day=today()))})


@require_POST
def less(request: HttpRequest) -> HttpResponse:
    """Show less of what is like this."""
    show_less(item=request.POST.get("item", "")[:80], by=viewer_of(request), at=now())
    is_home = request.POST.get("back") == HOME
    below, there = (
        _("Less of this from now on. You can take it back below."),
        _("Less of this from now on. Take it back under “Recommended for you”."),
    )
    messages.success(request, there if is_home else below)
    return redirect("/" if is_home else "recommended")


@require_POST
def as_before(request: HttpRequest) -> HttpResponse:
    """Take back that less should be shown."""
    show_as_before(item=request.POST.get("item", "")[:80], by=viewer_of(request), at=now())
    messages.success(request, _("Shown as before."))
    return redirect("recommended")


@require_POST
def off(request: HttpRequest) -> HttpResponse:
    """Switch recommendations off, and erase what was remembered."""
    switch_recommendations_off(by=viewer_of(request), at=now())
    messages.success(request, _("Off. Courses are shown by job and catalogue, and what was remembered is erased."))
    return redirect("recommended")


@require_POST
def on(request: HttpRequest) -> HttpResponse:
    """Switch recommendations on again."""
    switch_recommendations_on(by=viewer_of(request), at=now())
    messages.success(request, _("On again. Nothing is remembered yet."))
    return redirect("recommended")


@require_GET
def remembered_page(request: HttpRequest) -> HttpResponse:
    """Show what is remembered."""
    return page(request, "growth/remembered.html", {"shown": remembered_shown(remembered(viewer_of(request)))})


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase one thing that is remembered."""
    asked = request.POST.get("id", "")
    erase_behaviour(behaviour_id=int(asked) if asked.isdecimal() and len(asked) < 18 else 0, by=viewer_of(request), at=now())
    messages.success(request, _("Erased."))
    return redirect("remembered")


@require_POST
def erase_all(request: HttpRequest) -> HttpResponse:
    """Erase all that is remembered."""
    erase_all_behaviour(by=viewer_of(request), at=now())
    messages.success(request, _("All of it is erased."))
    return redirect("remembered")


@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """Hand out what is remembered, as a file."""
    answer = JsonResponse(remembered_file(remembered(viewer_of(request))), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="remembered.json"'
    answer["Cache-Control"] = "no-store"
    return answer


@require_GET
def interests_page(request: HttpRequest) -> HttpResponse:
    """Show HR which topics five people or more learn about."""
    return page(request, "growth/interests.html", {"rows": interests(viewer_of(request), day=today())})
