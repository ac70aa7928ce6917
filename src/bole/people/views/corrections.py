"""A post that was written wrongly is put right: the old row stays as withdrawn."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.people.actions import correct_assignment
from bole.people.forms import CorrectionForm
from bole.people.queries.files import PersonFile, chosen_post, person_file, post_choices
from bole.people.queries.written_posts import WrittenPost, written_post
from bole.people.rules.refusals import ChangedMeanwhile
from bole.people.shown.files import both_versions, form_choices, span
from bole.values.refusal import Invalid, NotYours
from bole.values.viewer import Viewer


@require_http_methods(["GET", "POST"])
def post(request: HttpRequest, number: str, day: str) -> HttpResponse:
    """Show what was written of a post, and write what should have been."""
    viewer, found = viewer_of(request), person_file(viewer_of(request), number, day=today())
    held = written_post(found, day)
    if not found.may_change:
        raise NotYours
    begun = {**held.begins_with, "first_day": held.first_day, "last_day": held.last_day, "version": found.facts.card.version}
    form = CorrectionForm(request.POST or None, initial=begun, choices=form_choices(post_choices(day=today())))
    if request.method == "GET":
        return _page(request, found, held, form)
    if not form.is_valid():
        return _page(request, found, held, form, status=422)
    try:
        _correct(viewer, found, held, form)
    except ChangedMeanwhile as stale:
        form.data = {**form.data, "version": str(found.facts.card.version)}
        return _page(request, found, held, form, status=409, stale=stale)
    except Invalid as refused:
        note(form, refused)
        return _page(request, found, held, form, status=422)
    messages.success(request, _("Put right. What stood there before is kept as withdrawn."))
    return redirect("person_file", found.facts.card.number)


def _correct(viewer: Viewer, found: PersonFile, held: WrittenPost, form: CorrectionForm) -> None:
    told = dict(form.cleaned_data)
    days = {"first_day": told.pop("first_day"), "last_day": told.pop("last_day")}
    version = told.pop("version")
    right = replace(chosen_post(viewer, found, day=today(), **told), zone=held.zone, share_bp=held.share_bp)
    correct_assignment(assignment_id=held.assignment_id, post=right, version=version, by=viewer, at=now(), **days)


def _page(
    request: HttpRequest,
    found: PersonFile,
    held: WrittenPost,
    form: CorrectionForm,
    *,
    status: int = 200,
    stale: ChangedMeanwhile | None = None,
) -> HttpResponse:
    card = found.facts.card
    context = {
        "name": card.name,
        "number": card.number,
        "when": span(held.first_day, held.last_day),
        "form": form,
        "day": str(held.first_day),
    }
    if stale is not None:
        context |= both_versions(stale)
    return page(request, "people/correction.html", context, status=status)
