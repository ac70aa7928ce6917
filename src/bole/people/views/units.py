"""The tree of units, and one unit: who leads it, what lies below, its name and its place."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.people.actions import add_unit, move_unit, rename_unit, set_head
from bole.people.forms_units import HeadForm, PlaceForm, UnitForm, UnitNameForm
from bole.people.permissions import can_change_units
from bole.people.queries.files import manager_id_for, units_for
from bole.people.queries.unit_files import UnitFile, chosen_place, unit_file
from bole.people.rules.refusals import ChangedMeanwhile
from bole.people.shown.files import both_versions, units_shown
from bole.people.shown.units import kinds_below, kinds_of_units, places_of, unit_file_shown
from bole.values.refusal import Invalid, NotYours

TREE, UNIT = "people/units.html", "people/unit.html"
Change = Callable[[], object]


@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """Show the tree of units with heads and head counts."""
    return _tree(request, UnitForm(initial={"first_day": today(), "kind": "company"}, kinds=kinds_of_units()))


@require_POST
def add_top(request: HttpRequest) -> HttpResponse:
    """Add a unit that lies under no other."""
    units_for(viewer_of(request), day=today())
    form = UnitForm(request.POST, kinds=kinds_of_units())
    made = _made(form, lambda: add_unit(by=viewer_of(request), at=now(), **form.cleaned_data), may=can_change_units(viewer_of(request)))
    return _saved(request, "units") if made else _tree(request, form, opens=True, status=422)


@require_GET
def unit(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one unit."""
    return _page(request, unit_file(viewer_of(request), ref, day=today()))


@require_POST
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a unit right below."""
    found, form = unit_file(viewer_of(request), ref, day=today()), UnitForm(request.POST, kinds=kinds_of_units())
    return _answer(request, found, form, "add_form", lambda: add_unit(parent_id=found.row.id, **_by(request), **form.cleaned_data))


@require_POST
def head(request: HttpRequest, ref: str) -> HttpResponse:
    """Let somebody lead it from a day on."""
    viewer, found, form = viewer_of(request), unit_file(viewer_of(request), ref, day=today()), HeadForm(request.POST)

    def change() -> None:
        told = dict(form.cleaned_data)
        person_id = manager_id_for(viewer, told.pop("head"), day=today(), where="head")
        set_head(unit_id=found.row.id, person_id=person_id, **_by(request), **told)

    return _answer(request, found, form, "head_form", change)


@require_POST
def rename(request: HttpRequest, ref: str) -> HttpResponse:
    """Write another name."""
    found, form = unit_file(viewer_of(request), ref, day=today()), UnitNameForm(request.POST)
    return _answer(request, found, form, "name_form", lambda: rename_unit(unit_id=found.row.id, **_by(request), **form.cleaned_data))


@require_POST
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Put it and all below it under another unit."""
    found = unit_file(viewer_of(request), ref, day=today())
    form = PlaceForm(request.POST, places=places_of(found))

    def change() -> None:
        above = chosen_place(found.places, form.cleaned_data["parent"])
        move_unit(unit_id=found.row.id, parent_id=above, version=form.cleaned_data["version"], **_by(request))

    return _answer(request, found, form, "place_form", change)


def _by(request: HttpRequest) -> dict[str, Any]:
    return {"by": viewer_of(request), "at": now()}


def _made(form: forms.Form, change: Change, *, may: bool) -> bool:
    """Make the change; say in its form what was refused. Somebody else's change in between is for the page to tell."""
    if not may:
        raise NotYours
    if not form.is_valid():
        return False
    try:
        change()
    except Invalid as refused:
        note(form, refused)
        return False
    return True


def _saved(request: HttpRequest, *address: str) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect(*address)


def _answer(request: HttpRequest, found: UnitFile, form: forms.Form, name: str, change: Change) -> HttpResponse:
    try:
        made = _made(form, change, may=found.may_change)
    except ChangedMeanwhile as stale:
        form.data = {**form.data, "version": str(found.version)}
        return _page(request, found, {name: form}, status=409, stale=stale)
    return _saved(request, "unit", found.row.ref) if made else _page(request, found, {name: form}, status=422)


def _tree(request: HttpRequest, form: forms.Form, *, opens: bool = False, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    rows = units_shown(units_for(viewer, day=today()))
    context = {"rows": rows, "add_form": form, "opens": opens or not rows, "may_change": can_change_units(viewer)}
    return page(request, TREE, context, status=status)


def _page(
    request: HttpRequest,
    found: UnitFile,
    given: Mapping[str, forms.Form] | None = None,
    *,
    status: int = 200,
    stale: ChangedMeanwhile | None = None,
) -> HttpResponse:
    row, begun = found.row, {"version": found.version}
    own = {
        "head_form": HeadForm(initial={**begun, "head": row.head_number, "first_day": today()}),
        "add_form": UnitForm(initial={"first_day": today(), "kind": kinds_below(row.kind)}, kinds=kinds_of_units()),
        "name_form": UnitNameForm(initial={**begun, "name": row.name, "name_en": row.name_en}),
        "place_form": PlaceForm(initial={**begun, "parent": found.above[0] if found.above else ""}, places=places_of(found)),
    }
    context = {"shown": unit_file_shown(found), **own, **(given or {}), **{f"opens_{name}": True for name in given or {}}}
    if stale is not None:
        context |= both_versions(stale)
    return page(request, UNIT, context, status=status)
