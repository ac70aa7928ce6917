"""Writing to the other one of a pair, and reading what was written."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.refs import new_ref
from bole.mentoring.actions.messages import send_message
from bole.mentoring.forms_messages import MessageForm
from bole.mentoring.queries.messages import messages_for
from bole.mentoring.shown.naming import name_of
from bole.values.refusal import Invalid


@require_http_methods(["GET", "POST"])
def pair_messages(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what the two wrote to each other, or send a message."""
    viewer = viewer_of(request)
    found = messages_for(viewer, ref, day=today(), before=request.GET.get("before", ""))
    form: forms.Form = MessageForm(request.POST if request.method == "POST" else None, initial={"once": new_ref()})
    if request.method == "POST" and form.is_valid():
        try:
            send_message(pair_ref=ref, **form.cleaned_data, by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("It has arrived."))
            return redirect("pair_messages", ref)
    older = f"{request.path}?before={found.older}" if found.older else ""
    context = {"rows": found.rows, "form": form, "ref": ref, "name": name_of(found.other), "is_alive": found.pair.is_alive, "older": older}
    return page(request, "mentoring/messages.html", context, status=422 if form.errors else 200)
