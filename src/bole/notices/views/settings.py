"""How somebody wants to be told, on which devices, and who stands in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bole.accounts.rules.devices import device_of
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.notices.actions import add_device, delegate, end_delegation, prefer, remove_device, try_device
from bole.notices.channels.web_push import public_key
from bole.notices.forms import StandInForm, WishesForm
from bole.notices.queries import own_log, stand_ins_for, wishes_for
from bole.notices.shown.settings import devices_shown, log_shown, stand_ins_shown, topics_shown
from bole.values.refusal import Invalid


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Show how one is told, or keep how one wants to be."""
    viewer = viewer_of(request)
    wishes = wishes_for(viewer, day=today())
    given = {name: getattr(wishes, name) for name in ("quiet_from", "quiet_to", "wants_digest", "language")}
    form = WishesForm(request.POST if request.method == "POST" else None, initial=given)
    if request.method == "POST" and form.is_valid():
        shown = {switch.value for topic in topics_shown(wishes) for switch in topic.switches}
        off = (wishes.off - shown) | (shown - set(request.POST.getlist("on")))
        prefer(**form.cleaned_data, off=off, by=viewer, at=now())
        messages.success(request, _("Saved."))
        return redirect("notice_settings")
    context = {
        "form": form,
        "topics": topics_shown(wishes),
        "has_ways": bool(wishes.ways),
        "application": wishes.application,
        "devices": devices_shown(wishes.devices),
        "log": log_shown(own_log(viewer)),
        "key": public_key(),
    }
    return page(request, "notices/settings.html", context, status=422 if form.is_bound else 200)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Let this browser take messages. Answers 204; 410 if the browser's messages are not this person's any more."""
    told = {name: request.POST.get(name, "") for name in ("endpoint", "p256dh", "auth")}
    name = device_of(request.headers.get("User-Agent", ""))
    is_known = bool(request.POST.get("again"))
    made = add_device(**told, name=name, is_known=is_known, was=request.POST.get("was", ""), by=viewer_of(request), at=now())
    return HttpResponse(status=204 if made else 410)


@require_POST
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a device take no messages any more."""
    remove_device(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Removed. That device gets no messages any more."))
    return redirect("notice_settings")


@require_POST
def test(request: HttpRequest, ref: str) -> HttpResponse:
    """Send a message to a device to see that it arrives."""
    try_device(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("On its way. It arrives within a minute."))
    return redirect("notice_settings")


@require_http_methods(["GET", "POST"])
def stand_in(request: HttpRequest) -> HttpResponse:
    """Show who stands in, or let somebody."""
    viewer = viewer_of(request)
    rows, colleagues = stand_ins_for(viewer, day=today())
    form = StandInForm(request.POST if request.method == "POST" else None, initial={"first_day": today(), "last_day": today()})
    form.fields["to"].choices = colleagues  # type: ignore[attr-defined]  # a field of choices
    if request.method == "POST" and form.is_valid():
        try:
            delegate(**form.cleaned_data, by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            return redirect("stand_in")
    context = {"form": form, "rows": stand_ins_shown(rows), "can_ask": bool(colleagues)}
    return page(request, "notices/stand_in.html", context, status=422 if form.is_bound else 200)


@require_POST
def end_stand_in(request: HttpRequest, ref: str) -> HttpResponse:
    """End that somebody stands in."""
    end_delegation(ref=ref, by=viewer_of(request), at=now())
    return redirect("stand_in")
