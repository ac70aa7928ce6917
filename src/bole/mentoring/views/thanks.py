"""Saying thank you to one's mentor, and reading it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.ui.days import brief_day
from bole.mentoring.actions.thanks import say_thanks
from bole.mentoring.forms_pairs import ThanksForm
from bole.mentoring.queries.thanks import thanks_for
from bole.mentoring.shown.naming import name_of
from bole.values.refusal import Invalid, NotYours


@require_http_methods(["GET", "POST"])
def thanks(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what was written, and let the mentee write."""
    viewer = viewer_of(request)
    found = thanks_for(viewer, ref, day=today())
    form: forms.Form = ThanksForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and found.is_mentor:
        raise NotYours
    if request.method == "POST" and form.is_valid():
        try:
            say_thanks(pair_ref=ref, words=form.cleaned_data["words"], by=viewer, at=now())
        except Invalid as refused:
            note(form, refused)
        else:
            messages.success(request, _("It has arrived."))
            return redirect("mentoring_thanks", ref)
    rows = [(brief_day(day), words) for day, words in found.rows]
    other = name_of(found.people.get(found.pair.other(viewer.person_id)))
    context = {"rows": rows, "form": form, "ref": ref, "name": other, "is_mentor": found.is_mentor}
    return page(request, "mentoring/thanks.html", context, status=422 if form.errors else 200)
