"""Alerts for managers and HR: the list, one of them, and what is done about it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, swaps, viewer_of
from bole.signals.actions import not_a_problem, note_step, say_useful, snooze, take_back_not_a_problem
from bole.signals.forms import ReasonForm, StepForm
from bole.signals.queries import alert_for, alert_topic, alerts_for, note_look
from bole.signals.queries.proposals import proposals_waiting
from bole.signals.shown.alerts import alert_page, alerts_shown
from bole.signals.shown.proposals import proposal_row
from bole.values.refusal import Invalid, NotFound
from bole.values.workdays import working_day_at

LIST, ONE = "signals/alerts.html", "signals/alert.html"
KINDS = ("workload", "talk", "advice", "target")
LOOK_AGAIN_AFTER = 10  # working days


@require_GET
def alerts(request: HttpRequest) -> HttpResponse:
    """Show the alerts of those whom the viewer looks after, a page at a time."""
    found = alerts_for(viewer_of(request), at=now(), after=request.GET.get("after", ""))
    waiting = proposals_waiting(viewer_of(request), at=now()) if found.is_first else ()
    return page(request, LIST, {"shown": alerts_shown(found), "targets": [proposal_row(one) for one in waiting]})


@require_GET
def alert(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one alert; one about oneself has a page of its own."""
    viewer = viewer_of(request)
    found = alert_for(viewer, ref, at=now())
    note_look(viewer, found.card, at=now())
    return page(request, ONE, context_of(request, ref), live=[alert_topic(found.row.person_id)])


@require_GET
def part(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the alert's page again, as far as it lives."""
    return page(request, ONE, context_of(request, ref), part="whole")


@require_POST
def step(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Note what is done."""
    if kind not in KINDS:
        raise NotFound
    form = StepForm(request.POST, auto_id=f"{kind}_%s")
    if form.is_valid():
        told = form.cleaned_data
        try:
            more = {"items": told["items"]} if told["items"] else None
            note_step(
                alert_ref=ref,
                kind=kind,
                words=told["words"],
                look_again_on=told["look_again_on"],
                more=more,
                by=viewer_of(request),
                at=now(),
            )
        except Invalid as refused:
            form.add_error(refused.where if refused.where in form.fields else None, " ".join(words_of(refused)).strip())
        else:
            return _answer(request, ref, _("Noted."))
    return page(request, ONE, context_of(request, ref, refused=kind, form=form), part="whole" if swaps(request) else "", status=422)


@require_POST
def put_aside(request: HttpRequest, ref: str) -> HttpResponse:
    """Look again in a week."""
    snooze(ref=ref, by=viewer_of(request), at=now())
    return _answer(request, ref, _("It comes back in a week."))


@require_POST
def dismiss(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that it is no problem."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        context = context_of(request, ref, refused="not_a_problem", form=form)
        return page(request, ONE, context, part="whole" if swaps(request) else "", status=422)
    not_a_problem(ref=ref, reason=form.cleaned_data["reason"], by=viewer_of(request), at=now())
    return _answer(request, ref, _("Closed. What is now counts as usual from here on."))


@require_POST
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Open again what was called no problem."""
    take_back_not_a_problem(ref=ref, by=viewer_of(request), at=now())
    return _answer(request, ref, _("It is open again."))


@require_POST
def useful(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm that it was useful."""
    say_useful(ref=ref, by=viewer_of(request), at=now())
    return _answer(request, ref, _("Thank you. It is counted."))


def _answer(request: HttpRequest, ref: str, said: str) -> HttpResponse:
    messages.success(request, said)
    return page(request, ONE, context_of(request, ref), part="whole") if swaps(request) else redirect("signals:alert", ref)


def context_of(request: HttpRequest, ref: str, *, refused: str = "", form: object = None) -> dict[str, object]:
    """Return what the alert's page needs; `form` was refused for the step `refused`."""
    viewer = viewer_of(request)
    found = alert_for(viewer, ref, at=now())
    again = working_day_at(today(), LOOK_AGAIN_AFTER)
    forms = {kind: form if kind == refused else StepForm(initial={"look_again_on": again}, auto_id=f"{kind}_%s") for kind in KINDS}
    reason = form if refused == "not_a_problem" else ReasonForm()
    topic = alert_topic(found.row.person_id)
    return {"shown": alert_page(found, viewer=viewer), "forms": forms, "reason": reason, "opened": {refused: True}, "topic": topic}
