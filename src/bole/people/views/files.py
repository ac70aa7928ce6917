"""One person's file: names, post, last day; a change by two at once shows both texts."""

from collections.abc import Callable, Mapping

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.people.actions import assign, change_number, end_employment, rename_person, set_manager
from bole.people.forms import EndForm, ManagerForm, NameForm, NumberForm, PostForm
from bole.people.queries.files import PersonFile, chosen_post, held_choices, manager_id_for, person_file, post_choices
from bole.people.rules.refusals import ChangedMeanwhile
from bole.people.shown.files import both_versions, file_shown, form_choices
from bole.values.refusal import Invalid, NotYours

FILE = "people/file.html"


@require_GET
def file(request: HttpRequest, number: str) -> HttpResponse:
    """Show a person's file."""
    return _page(request, person_file(viewer_of(request), number, day=today()))


@require_POST
def rename(request: HttpRequest, number: str) -> HttpResponse:
    """Write another name."""
    found, form = person_file(viewer_of(request), number, day=today()), NameForm(request.POST)

    def change() -> None:
        rename_person(person_id=found.facts.card.person_id, by=viewer_of(request), at=now(), **form.cleaned_data)

    return _answer(request, found, form, change, name="name_form")


@require_POST
def move(request: HttpRequest, number: str) -> HttpResponse:
    """Let somebody work elsewhere, as something else or for somebody else from a day on."""
    viewer, found = viewer_of(request), person_file(viewer_of(request), number, day=today())
    form = PostForm(request.POST, choices=form_choices(post_choices(day=today())))

    def change() -> None:
        told = dict(form.cleaned_data)
        first_day, version = told.pop("first_day"), told.pop("version")
        post = chosen_post(viewer, found, day=today(), **told)
        assign(person_id=found.facts.card.person_id, first_day=first_day, post=post, version=version, by=viewer, at=now())

    return _answer(request, found, form, change, name="post_form")


@require_POST
def lead(request: HttpRequest, number: str) -> HttpResponse:
    """Let somebody report to another manager from a day on."""
    viewer, found, form = viewer_of(request), person_file(viewer_of(request), number, day=today()), ManagerForm(request.POST)

    def change() -> None:
        told = dict(form.cleaned_data)
        manager = manager_id_for(viewer, told.pop("manager"), day=today())
        set_manager(person_id=found.facts.card.person_id, manager_id=manager, by=viewer, at=now(), **told)

    return _answer(request, found, form, change, name="manager_form")


@require_POST
def renumber(request: HttpRequest, number: str) -> HttpResponse:
    """Give another staff number; the old one leads here too."""
    found, form = person_file(viewer_of(request), number, day=today()), NumberForm(request.POST)

    def change() -> None:
        change_number(person_id=found.facts.card.person_id, by=viewer_of(request), at=now(), **form.cleaned_data)

    return _answer(request, found, form, change, name="number_form")


@require_POST
def end(request: HttpRequest, number: str) -> HttpResponse:
    """Let a day be somebody's last one."""
    found, form = person_file(viewer_of(request), number, day=today()), EndForm(request.POST)

    def change() -> None:
        end_employment(person_id=found.facts.card.person_id, by=viewer_of(request), at=now(), **form.cleaned_data)

    return _answer(request, found, form, change, name="end_form")


def _answer(request: HttpRequest, found: PersonFile, form: forms.Form, change: Callable[[], None], *, name: str) -> HttpResponse:
    """Make the change; say at its form what it refused, and beside each other what two people wrote."""
    if not found.may_change:
        raise NotYours
    if not form.is_valid():
        return _page(request, found, forms={name: form}, status=422)
    try:
        change()
    except ChangedMeanwhile as stale:
        form.data = {**form.data, "version": str(found.facts.card.version)}
        return _page(request, found, forms={name: form}, status=409, stale=stale)
    except Invalid as refused:
        place = refused.where if refused.where in form.fields else None
        form.add_error(place, " ".join(words_of(refused)).strip())
        return _page(request, found, forms={name: form}, status=422)
    messages.success(request, _("Saved."))
    return redirect("person_file", found.facts.card.number)


def _page(
    request: HttpRequest,
    found: PersonFile,
    *,
    forms: Mapping[str, forms.Form] | None = None,
    status: int = 200,
    stale: ChangedMeanwhile | None = None,
) -> HttpResponse:
    card = found.facts.card
    begun = {"version": card.version}
    own: dict[str, object] = {
        "name_form": NameForm(initial={**begun, "name": card.name, "name_en": card.name_en}),
        "number_form": NumberForm(initial={**begun, "number": card.number}),
        "manager_form": ManagerForm(
            initial={**begun, "manager": found.named_manager.number if found.named_manager else "", "first_day": today()}
        ),
        "end_form": EndForm(initial={**begun, "last_day": today()}),
    }
    if found.may_change:
        choices = form_choices(post_choices(day=today()))
        own["post_form"] = PostForm(initial={**begun, **held_choices(found), "first_day": today()}, choices=choices)
    context = {"shown": file_shown(found), **own, **(forms or {}), **{f"opens_{name}": True for name in forms or {}}}
    if stale is not None:
        context |= both_versions(stale)
    return page(request, FILE, context, status=status)
