"""The operator's ways out: the mail server, robots of groups, what was laid aside."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.notices.actions import remove_channel, save_channel, try_again
from bole.notices.forms import MailForm, RobotForm
from bole.notices.queries import channels_for, outbox_for
from bole.notices.shown.settings import CHANNELS, channels_shown, log_shown, outbox_shown
from bole.values.refusal import Invalid


@require_GET
def channels(request: HttpRequest) -> HttpResponse:
    """Show the ways out, how much went by each, and what was laid aside."""
    return _show(request)


@require_POST
def save_mail(request: HttpRequest) -> HttpResponse:
    """Keep the mail server."""
    channels_for(viewer_of(request))
    form = MailForm(request.POST)
    if not form.is_valid():
        return _show(request, mail=form, status=422)
    told = {key: str(value) for key, value in form.cleaned_data.items() if key != "is_on"}
    try:
        save_channel(code="mail", name="", settings=told, is_on=form.cleaned_data["is_on"], by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, mail=form, status=422)
    return _saved(request)


@require_POST
def save_robot(request: HttpRequest) -> HttpResponse:
    """Keep the robot of a group."""
    channels_for(viewer_of(request))
    form = RobotForm(request.POST)
    if not form.is_valid():
        return _show(request, robot=form, status=422)
    told = {key: form.cleaned_data[key] for key in ("url", "secret")}
    code, name = form.cleaned_data["code"], form.cleaned_data["name"]
    try:
        save_channel(code=code, name=name, settings=told, is_on=True, by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, robot=form, status=422)
    return _saved(request)


@require_POST
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """Forget a way out."""
    channels_for(viewer_of(request))
    remove_channel(ref=ref, by=viewer_of(request), at=now())
    return _saved(request)


@require_POST
def again(request: HttpRequest, ref: str) -> HttpResponse:
    """Try once more what was laid aside."""
    channels_for(viewer_of(request))
    try_again(ref=ref, by=viewer_of(request), at=now())
    return _saved(request)


def _saved(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("channels")


def _show(request: HttpRequest, *, mail: MailForm | None = None, robot: RobotForm | None = None, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    rows, found = channels_for(viewer), outbox_for(viewer, at=now())
    kept = next((one for one in rows if one.code == "mail"), None)
    robot = robot or RobotForm()
    robot.fields["code"].choices = [(code, CHANNELS[code]) for code, _words in robot.fields["code"].choices]  # type: ignore[attr-defined]  # a field of choices
    context = {
        "rows": channels_shown(rows),
        "counts": outbox_shown(found),
        "aside": log_shown(found.aside),
        "may_change": viewer.has_role("system_admin"),
        "mail": mail or MailForm(initial={**kept.shown, "is_on": kept.is_on} if kept else {"is_on": True}),
        "robot": robot,
    }
    return page(request, "notices/channels.html", context, status=status)
