"""Recording a meeting, reading a record, correcting and sharing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.correcting import Held, correct_meeting
from bole.mentoring.actions.meetings import ToDo, record_meeting, share_meeting, stop_sharing
from bole.mentoring.forms_pairs import CorrectionForm, MeetingForm
from bole.mentoring.forms_person import PersonForm
from bole.mentoring.queries.meetings import coverages
from bole.mentoring.queries.records import Recording, record_of, recording_for
from bole.mentoring.shown.records import as_recorded, record_shown, recording_shown, topic_choices
from bole.mentoring.views.naming import Looked, look_for, number_in
from bole.values.refusal import Invalid, Refused, Stale

RECORD, MEETING = "mentoring/record.html", "mentoring/meeting.html"


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that two met: topics as chips, one field of words, the rest filled in."""
    found = recording_for(viewer_of(request), ref, day=today())
    form = _form(request, found)
    if request.method == "GET":
        return _show(request, found, form)
    if not form.is_valid():
        return _show(request, found, form, status=422)
    try:
        made = _record(request, found, form)
    except Refused as refused:
        if refused.status not in {409, 422}:
            raise
        note(form, refused)
        return _show(request, found, form, status=refused.status)
    covered = coverages([found.pair.id])[found.pair.id]
    said = {"done": covered.done, "all": covered.all}
    messages.success(request, _("Saved. %(done)s of %(all)s core topics covered.") % said)
    return redirect("mentoring_meeting", made)


def _record(request: HttpRequest, found: Recording, form: MeetingForm) -> str:
    told = form.cleaned_data
    made = record_meeting(
        pair_ref=found.pair.ref,
        once=told["once"],
        held_on=told["held_on"],
        minutes=told["minutes"],
        place=told["place"],
        codes=told["codes"],
        advice=told["advice"],
        to_do=[ToDo("mentee", told["mentee_does"], told["due_on"]), ToDo("mentor", told["mentor_does"], told["due_on"])],
        done=told["done"],
        next_on=told["next_on"],
        by=viewer_of(request),
        at=now(),
    )
    return str(made.ref)


def _form(request: HttpRequest, found: Recording) -> MeetingForm:
    data = request.POST if request.method == "POST" else None
    agreed = [(one.ref, one.words) for one in found.agenda.agreed]
    return MeetingForm(data, topics=topic_choices(found.topics), agreed=agreed, day=found.held_on, next_on=found.next_on)


def _show(request: HttpRequest, found: Recording, form: MeetingForm, *, status: int = 200) -> HttpResponse:
    shown = recording_shown(found, form, me=viewer_of(request).person_id)
    return page(request, RECORD, {"shown": shown, "form": form}, status=status)


@require_GET
def meeting(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a record to the two, and to whom they let read it."""
    return _show_meeting(request, ref)


@require_POST
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    """Correct a record."""
    viewer = viewer_of(request)
    found = record_of(viewer, ref, day=today())
    form = CorrectionForm(request.POST, topics=topic_choices(found.topics), is_mentor=found.is_mentor)
    if not form.is_valid():
        return _show_meeting(request, ref, correction=form, status=422)
    told = form.cleaned_data
    held = Held(on=told["held_on"], minutes=told["minutes"], place=told["place"]) if found.is_mentor else None
    try:
        correct_meeting(ref=ref, version=told["version"], codes=told["codes"], advice=told["advice"], held=held, by=viewer, at=now())
    except (Invalid, Stale) as refused:
        note(form, refused)
        return _show_meeting(request, ref, correction=form, status=refused.status)
    messages.success(request, _("Corrected; the record says so."))
    return redirect("mentoring_meeting", ref)


@require_POST
def share(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a named colleague read one record too."""
    viewer = viewer_of(request)
    record_of(viewer, ref, day=today())
    number = number_in(request)
    if not number:
        return _show_meeting(request, ref, sharing=look_for(request))
    try:
        share_meeting(ref=ref, number=number, by=viewer, at=now())
    except Invalid as refused:
        form = PersonForm({"find": number})
        note(form, refused)
        return _show_meeting(request, ref, sharing=Looked(form=form, said="", status=422))
    messages.success(request, _("Shared. Both were told."))
    return redirect("mentoring_meeting", ref)


@require_POST
def unshare(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a colleague no longer read a record."""
    stop_sharing(ref=ref, number=request.POST.get("number", ""), by=viewer_of(request), at=now())
    return redirect("mentoring_meeting", ref)


def _show_meeting(
    request: HttpRequest, ref: str, *, correction: CorrectionForm | None = None, sharing: Looked | None = None, status: int = 200
) -> HttpResponse:
    viewer = viewer_of(request)
    found = record_of(viewer, ref, day=today())
    form = correction or CorrectionForm(initial=as_recorded(found), topics=topic_choices(found.topics), is_mentor=found.is_mentor)
    shown = record_shown(found, form, me=viewer.person_id)
    share = {
        "share_form": sharing.form if sharing else PersonForm(),
        "share_said": sharing.said if sharing else "",
        "share_open": bool(sharing),
    }
    return page(request, MEETING, {"shown": shown, "form": form, **share}, status=sharing.status if sharing else status)
