"""A duty: when it is due, another day, a nudge; one's own dates, and the calendar address."""

from datetime import date
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist_on_taking_part
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.duties import set_for
from bole.mentoring.actions.feeds import end_feed, make_feed
from bole.mentoring.actions.reminding import nudge as nudge_mentor
from bole.mentoring.feeds import calendar_of
from bole.mentoring.forms_life import NudgeForm, SetForm
from bole.mentoring.permissions import is_of_pair
from bole.mentoring.queries.duties import coming_duties_for, duty_for
from bole.mentoring.queries.feeds import feed_of, has_feed, office_of
from bole.mentoring.queries.office_hours import own_bookings, own_office
from bole.mentoring.queries.slots import slots_of
from bole.mentoring.queries.tests import exam_of_pair
from bole.mentoring.refusals import DutyDone, NotOverdue, NudgedAlready, PairOver
from bole.mentoring.shown.duties import DutyShown, coming_shown, duty_shown
from bole.mentoring.shown.office_dates import office_dates
from bole.people.queries import cards
from bole.values.refusal import Invalid
from bole.values.viewer import Viewer

DUTY, DATES = "mentoring/duty.html", "mentoring/dates.html"


@require_GET
def duty(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a duty to one of the two, or to who looks after one of them."""
    return _show(request, ref)


@require_GET
def do(request: HttpRequest, ref: str) -> HttpResponse:
    """Lead to where a duty is done, such as the record of a talk; to its own page where the viewer has nothing to do about it."""
    act = _shown(viewer_of(request), ref, day=today()).act
    return redirect(act.url) if act else redirect("mentoring_duty", ref)


@require_POST
def another_day(request: HttpRequest, ref: str) -> HttpResponse:
    """Set a duty for another day."""
    form = SetForm(request.POST)
    if not form.is_valid():
        return _show(request, ref, form=form, status=422)
    try:
        set_for(ref=ref, day=form.cleaned_data["day"], half=form.cleaned_data["half"], by=viewer_of(request), at=now())
    except (Invalid, DutyDone, PairOver) as refused:
        note(form, refused)
        return _show(request, ref, form=form, status=refused.status)
    messages.success(request, _("Set. The other one has been told."))
    return redirect("mentoring_duty", ref)


@require_POST
def nudge(request: HttpRequest, ref: str) -> HttpResponse:
    """Remind a mentor of something overdue."""
    form = NudgeForm(request.POST)
    form.is_valid()
    try:
        nudge_mentor(ref=ref, by=viewer_of(request), at=now())
    except (NotOverdue, NudgedAlready) as refused:
        note(form, refused)
        return _show(request, ref, nudge_form=form, status=refused.status)
    messages.success(request, _("The mentor has been reminded."))
    return redirect("mentoring_duty", ref)


def _shown(viewer: Viewer, ref: str, *, day: date) -> DutyShown:
    found = duty_for(viewer, ref)
    people = cards({found.pair.mentor_id, found.pair.mentee_id}, day)
    may_set = is_of_pair(viewer, found.pair) and found.duty.is_open
    slots = slots_of(found.duty, found.pair, day=day) if may_set else []
    exam = exam_of_pair(found.pair.id) if may_set and found.duty.kind == "test" else None
    return duty_shown(found, people, me=viewer.person_id, slots=slots, reports=viewer.reports, exam=exam, day=day)


def _show(
    request: HttpRequest, ref: str, *, form: SetForm | None = None, nudge_form: NudgeForm | None = None, status: int = 200
) -> HttpResponse:
    day = today()
    shown = _shown(viewer_of(request), ref, day=day)
    context = {"shown": shown, "form": form or SetForm(initial={"day": max(shown.day, day)}), "nudge_form": nudge_form or NudgeForm()}
    return page(request, DUTY, context, status=status)


@require_GET
def dates(request: HttpRequest) -> HttpResponse:
    """Show one's own dates, and whether a calendar reads them."""
    return _dates(request)


@require_POST
def make_address(request: HttpRequest) -> HttpResponse:
    """Make a calendar address and show it this once."""
    insist_on_taking_part(viewer_of(request))
    secret = make_feed(by=viewer_of(request), at=now())
    return _dates(request, address=request.build_absolute_uri(f"/mentoring/calendar/{quote(secret)}.ics"))


@require_POST
def end_address(request: HttpRequest) -> HttpResponse:
    """Take the calendar address back."""
    insist_on_taking_part(viewer_of(request))
    end_feed(by=viewer_of(request), at=now())
    messages.success(request, _("The address no longer works."))
    return redirect("mentoring_dates")


@require_GET
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer a calendar that knows somebody's address."""
    body = calendar_of(feed_of(secret, day=today()), office_of(secret, at=now()), base=request.build_absolute_uri("/")[:-1])
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


def _dates(request: HttpRequest, *, address: str = "") -> HttpResponse:
    viewer, day = viewer_of(request), today()
    me = insist_on_taking_part(viewer)
    found = coming_duties_for(me)
    people = cards({one.pair.other(me) for one in found}, day)
    office = office_dates(own_bookings(me, at=now()), own_office(me, at=now()), day=day)
    context = {
        "office": office,
        "coming": coming_shown(found, people, me=me, day=day),
        "address": address,
        "has_feed": bool(address) or has_feed(me),
    }
    return page(request, DATES, context)
