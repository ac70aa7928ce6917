"""The page of mentoring, and the pages of one pair for its two."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import takes_part
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.phone.texts import insist_unchanged, version_of
from bole.mentoring.actions.meetings import add_agenda_point, finish_agreed, keep_pair_note
from bole.mentoring.forms_life import CloseProjectForm, ProjectForm
from bole.mentoring.forms_pairs import AgendaForm, PairNoteForm
from bole.mentoring.queries.meetings import private_note_of
from bole.mentoring.queries.own import own_mentoring
from bole.mentoring.queries.pair_pages import overview_of, records_of
from bole.mentoring.queries.pairs import pair_for
from bole.mentoring.queries.projects import ProjectRow
from bole.mentoring.shown.overview import overview_shown, records_shown
from bole.mentoring.shown.pair_reasons import why_of
from bole.mentoring.shown.pairs import own_shown
from bole.values.refusal import NotFound, Refused

OVERVIEW = "mentoring/pair.html"


@require_GET
def mentoring(request: HttpRequest) -> HttpResponse:
    """Show one's own mentoring: as mentee, as mentor, as both."""
    viewer = viewer_of(request)
    if not takes_part(viewer):
        raise NotFound
    found = own_mentoring(viewer, day=today(), at=now())
    return page(request, "mentoring/own.html", {"shown": own_shown(found, me=viewer.person_id or 0, day=today())})


@require_GET
def pair(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a pair at a glance to one of the two."""
    return _show(request, ref)


@require_GET
def records(request: HttpRequest, ref: str) -> HttpResponse:
    """List the records of a pair."""
    found = records_of(viewer_of(request), ref, day=today())
    return page(request, "mentoring/records.html", {"shown": records_shown(found, me=viewer_of(request).person_id)})


@require_POST
def point(request: HttpRequest, ref: str) -> HttpResponse:
    """Put something on the next agenda."""
    form = AgendaForm(request.POST)

    def change(told: dict[str, str]) -> object:
        return add_agenda_point(pair_ref=ref, words=told["words"], by=viewer_of(request), at=now())

    return take_on_pair(request, ref, "point_form", form, change)


@require_POST
def private(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep one's own note."""
    form = PairNoteForm(request.POST)

    def change(told: dict[str, str]) -> object:
        viewer = viewer_of(request)
        insist_unchanged(request, private_note_of(viewer, pair_for(viewer, ref)), field="private")
        return keep_pair_note(pair_ref=ref, words=told["private"], by=viewer_of(request), at=now())

    return take_on_pair(request, ref, "private_form", form, change)


@require_POST
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """Note that what was agreed is done."""
    found = finish_agreed(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Done. It leaves the next agenda."))
    return redirect("mentoring_pair", found.meeting.mentorship.ref)


def take_on_pair(request: HttpRequest, ref: str, name: str, form: forms.Form, change: Callable[[dict[str, str]], object]) -> HttpResponse:
    """Make the change; say at its form what it refused."""
    pair_for(viewer_of(request), ref)
    if form.is_valid():
        try:
            change(form.cleaned_data)
        except Refused as refused:
            if refused.status not in {409, 422}:
                raise
            note(form, refused)
            return _show(request, ref, forms={name: form}, status=refused.status)
        messages.success(request, _("Saved."))
        return redirect("mentoring_pair", ref)
    return _show(request, ref, forms={name: form}, status=422)


def _show(request: HttpRequest, ref: str, *, forms: dict[str, forms.Form] | None = None, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    found = overview_of(viewer, ref, day=today(), at=now())
    shown = overview_shown(found, me=viewer.person_id, day=today())
    context = {
        "shown": shown,
        "why": why_of(found),
        "private_version": version_of(found.private),
        "project_form": ProjectForm(initial=_named(found.project)),
        "close_form": CloseProjectForm(),
        "point_form": AgendaForm(),
        "private_form": PairNoteForm(initial={"private": found.private}),
        **(forms or {}),
    }
    return page(request, OVERVIEW, context, status=status)


def _named(found: ProjectRow | None) -> dict[str, object]:
    return {} if found is None else {"name": found.name, "link": found.link, "version": found.version}
