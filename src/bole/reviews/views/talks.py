"""One-to-ones: the list, planning, one talk and what is written in it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist_on_taking_part
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.phone.texts import insist_unchanged, version_of
from bole.reviews.actions import (
    add_note,
    add_point,
    agree_action,
    call_off_talk,
    finish_action,
    hold_talk,
    keep_private_note,
    keep_talk_after_all,
    move_talk,
    plan_talk,
)
from bole.reviews.forms import AgreeForm, CallOffForm, HeldForm, NoteForm, PlanForm, PointForm, PrivateForm
from bole.reviews.queries.alerts import alert_to_handle
from bole.reviews.queries.counts import counts_for
from bole.reviews.queries.improvement import own_plan_ref
from bole.reviews.queries.talks import partner_for, talk_for, talks_for
from bole.reviews.refusals import CalledOff, HeldAlready, PlannedAlready
from bole.reviews.shown.feedback import person_shown
from bole.reviews.shown.naming import name_of
from bole.reviews.shown.talks import counts_shown, talk_shown, talks_shown
from bole.values.refusal import Invalid, Stale
from bole.values.workdays import working_day_at

TALK = "reviews/talk.html"


@require_GET
def talks(request: HttpRequest) -> HttpResponse:
    """List planned talks, what was agreed, and those that took place."""
    viewer = viewer_of(request)
    found, me = talks_for(viewer, day=today()), insist_on_taking_part(viewer)
    context = {"shown": talks_shown(found, me=me, day=today()), "plan_ref": own_plan_ref(me)}
    return page(request, "reviews/talks.html", context)


@require_GET
def counts(request: HttpRequest) -> HttpResponse:
    """Show HR how much feedback is given and when people talked; never a word."""
    return page(request, "reviews/counts.html", {"shown": counts_shown(counts_for(viewer_of(request), day=today()))})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a talk, from an alert in one step."""
    viewer, alert_ref = viewer_of(request), request.GET.get("alert", "")
    number = alert_to_handle(viewer, alert_ref, at=now()).number if alert_ref else request.GET.get("with", "")
    card = partner_for(viewer, number, day=today())
    form = PlanForm(request.POST if request.method == "POST" else None, initial={"planned_on": working_day_at(today(), 1)})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            made = plan_talk(
                with_id=card.person_id, planned_on=form.cleaned_data["planned_on"], alert_ref=alert_ref, by=viewer, at=now()
            )  # fmt: skip
        except (Invalid, PlannedAlready) as refused:
            note(form, refused)
        else:
            messages.success(request, _("Planned. Both of you can add points."))
            return redirect("talk", made.ref)
    if form.errors:
        status = 422
    query = f"alert={alert_ref}" if alert_ref else f"with={card.number}"
    context = {"form": form, "person": person_shown(card, ""), "name": name_of(card), "url": f"/one-to-ones/new/?{query}"}
    return page(request, "reviews/plan.html", {**context, "has_alert": bool(alert_ref)}, status=status)


@require_GET
def talk(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one talk to one of the two."""
    return _show(request, ref)


@require_POST
def point(request: HttpRequest, ref: str) -> HttpResponse:
    """Put a point on the agenda."""
    form = PointForm(request.POST)
    return _take(
        request, ref, "point_form", form, lambda told: add_point(ref=ref, words=told["point"], by=viewer_of(request), at=now())
    )  # fmt: skip


@require_POST
def write(request: HttpRequest, ref: str) -> HttpResponse:
    """Note something to a point, or to the talk."""
    form = NoteForm(request.POST)

    def change(told: dict[str, str]) -> object:
        return add_note(ref=ref, key=told["key"], words=told["note"], by=viewer_of(request), at=now())

    return _take(request, ref, "note_form", form, change)


@require_POST
def private(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep one's private note."""
    form = PrivateForm(request.POST)

    def change(told: dict[str, str]) -> object:
        insist_unchanged(request, talk_for(viewer_of(request), ref, day=today(), at=now()).private, field="private")
        return keep_private_note(ref=ref, words=told["private"], by=viewer_of(request), at=now())

    return _take(request, ref, "private_form", form, change)


@require_POST
def agree(request: HttpRequest, ref: str) -> HttpResponse:
    """Note what was agreed."""
    viewer = viewer_of(request)
    found = talk_for(viewer, ref, day=today(), at=now())
    other = name_of(found.people.get(found.row.other(insist_on_taking_part(viewer))))

    def change(told: dict[str, object]) -> object:
        return agree_action(ref=ref, words=str(told["words"]), is_mine=told["who"] == "me", due_on=told["due_on"], by=viewer, at=now())  # type: ignore[arg-type]  # a DateField

    return _take(request, ref, "agree_form", AgreeForm(request.POST, other=other), change)


@require_POST
def held(request: HttpRequest, ref: str) -> HttpResponse:
    """Note that a talk took place, and plan the next one."""

    def change(told: dict[str, object]) -> object:
        return hold_talk(ref=ref, **told, by=viewer_of(request), at=now())  # type: ignore[arg-type]  # the form's two days

    return _take(request, ref, "held_form", HeldForm(request.POST), change)


@require_POST
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Plan a talk for another day."""

    def change(told: dict[str, object]) -> object:
        return move_talk(ref=ref, planned_on=told["planned_on"], by=viewer_of(request), at=now())  # type: ignore[arg-type]  # a DateField

    return _take(request, ref, "move_form", PlanForm(request.POST), change)


@require_POST
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    """Call a talk off; the other one is told."""

    def change(told: dict[str, object]) -> object:
        return call_off_talk(ref=ref, words=str(told["words"]), by=viewer_of(request), at=now())

    return _take(request, ref, "off_form", CallOffForm(request.POST), change)


@require_POST
def after_all(request: HttpRequest, ref: str) -> HttpResponse:
    """Undo that a talk was called off."""
    keep_talk_after_all(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("The talk takes place after all. The other one has been told."))
    return redirect("talk", ref)


@require_POST
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """Note that what was agreed is done."""
    found = finish_action(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Done. It leaves the next agenda."))
    return redirect("talk", found.talk.ref) if request.POST.get("back") != "list" else redirect("talks")


def _take(request: HttpRequest, ref: str, name: str, form: forms.Form, change: Callable[..., object]) -> HttpResponse:
    """Make the change; say at its form what it refused."""
    talk_for(viewer_of(request), ref, day=today(), at=now())
    if form.is_valid():
        try:
            change(form.cleaned_data)
        except (Invalid, HeldAlready, CalledOff, Stale) as refused:
            note(form, refused)
            return _show(request, ref, forms={name: form}, status=409 if isinstance(refused, Stale) else 422)
        messages.success(request, _("Saved."))
        return redirect("talk", ref)
    return _show(request, ref, forms={name: form}, status=422)


def _show(request: HttpRequest, ref: str, *, forms: dict[str, forms.Form] | None = None, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    found = talk_for(viewer, ref, day=today(), at=now())
    opened = str((forms or {}).get("note_form", NoteForm()).data.get("key", ""))
    shown = talk_shown(found, me=insist_on_taking_part(viewer), day=today(), opened=opened)
    context = {
        "shown": shown,
        "private_version": version_of(shown.private),
        "point_form": PointForm(),
        "note_form": NoteForm(),
        "private_form": PrivateForm(initial={"private": shown.private}),
        "agree_form": AgreeForm(other=shown.other, initial={"due_on": working_day_at(today(), 5)}),
        "held_form": HeldForm(initial={"held_on": min(found.row.planned_on, today())}),
        "off_form": CallOffForm(),
        "move_form": PlanForm(initial={"planned_on": found.row.planned_on}),
        **(forms or {}),
        "opened": opened,
    }
    return page(request, TALK, context, status=status)
