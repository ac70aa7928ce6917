"""Office hours: found and booked by employees, opened and called off by mentors, noted who came."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.office_hours import (
    book_office_place,
    call_off_office_hours,
    cancel_office_place,
    mark_office_hours,
    open_office_hours,
)
from bole.mentoring.forms_office_hours import BookForm, OpenForm, opening_on
from bole.mentoring.queries.office_hours import may_open_office, office_for, office_list
from bole.mentoring.shown.office_hours import office_list_shown, office_shown
from bole.values.refusal import NotFound, NotYours, Refused
from bole.values.workdays import working_day_at

ONE = "mentoring/office_session.html"


@require_GET
def office_list_page(request: HttpRequest) -> HttpResponse:
    """List the office hours that are to come, by skill and by mentor, soonest first."""
    skill, mentor = request.GET.get("skill", ""), request.GET.get("mentor", "")
    found = office_list(viewer_of(request), skill=skill, mentor=mentor, at=now())
    return page(request, "mentoring/office_hours.html", {"shown": office_list_shown(found, at=now())})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Let a mentor open office hours."""
    viewer = viewer_of(request)
    skills = may_open_office(viewer, day=today())
    form = OpenForm(request.POST if request.method == "POST" else None, skills=skills, initial=opening_on(working_day_at(today(), 1)))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made = open_office_hours(opening=form.opening, by=viewer, at=now())
            except (NotFound, NotYours):
                raise
            except Refused as refused:
                note(form, refused)
                status = refused.status
            else:
                messages.success(request, _("Open. Colleagues find and book it from now on."))
                return redirect("office_session", made.ref)
    return page(request, "mentoring/office_new.html", {"form": form}, status=status)


@require_GET
def one(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one of them."""
    return _show(request, ref)


@require_POST
def book(request: HttpRequest, ref: str) -> HttpResponse:
    """Book a place."""
    viewer, number = viewer_of(request), request.POST.get("number", "")
    office_for(viewer, ref, at=now())
    try:
        place = int(number) if number.isdecimal() and len(number) < 4 else 0
        book_office_place(ref=ref, number=place, words=request.POST.get("words", ""), by=viewer, at=now())
    except (NotFound, NotYours):
        raise
    except Refused as refused:
        return _show(request, ref, refused=refused, typed=request.POST.get("words", ""))
    messages.success(request, _("Booked. It stands among your dates and in your calendar."))
    return redirect("office_session", ref)


@require_POST
def cancel(request: HttpRequest, ref: str) -> HttpResponse:
    """Give one's own place back."""
    office_for(viewer_of(request), ref, at=now())
    cancel_office_place(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Cancelled. The place is free again, and the mentor has been told."))
    return redirect("office_session", ref)


@require_POST
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    """Call one's own office hours off."""
    office_for(viewer_of(request), ref, at=now())
    call_off_office_hours(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Called off. All who booked have been told."))
    return redirect("office_session", ref)


@require_POST
def came(request: HttpRequest, ref: str) -> HttpResponse:
    """Note who came."""
    office_for(viewer_of(request), ref, at=now())
    mark_office_hours(ref=ref, came=request.POST.getlist("came"), by=viewer_of(request), at=now())
    messages.success(request, _("Noted. The minutes count as time of mentoring."))
    return redirect("office_session", ref)


def _show(request: HttpRequest, ref: str, *, refused: Refused | None = None, typed: str = "") -> HttpResponse:
    viewer = viewer_of(request)
    found = office_for(viewer, ref, at=now())
    shown = office_shown(found, me=viewer.person_id, at=now())
    first = shown.starts[0][0] if shown.starts else None
    form = BookForm(starts=shown.starts, initial={"number": first, "words": typed})
    said = " ".join(words_of(refused)) if refused else ""
    return page(request, ONE, {"shown": shown, "form": form, "refused": said}, status=refused.status if refused else 200)
