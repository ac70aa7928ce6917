"""Learning paths: for whoever walks them, and as HR keeps them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bole.growth.actions.paths import save_path
from bole.growth.forms_library import PathForm
from bole.growth.permissions import can_keep, insist_on_keeping
from bole.growth.queries.paths import kept_paths, path_for, paths_for, things_to_put_on_a_path
from bole.growth.shown.keeping import tabs
from bole.growth.shown.naming import said
from bole.growth.shown.paths import path_initial, path_lines, path_shown, step_choices
from bole.kit.clock import now
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound, Refused


@require_GET
def paths(request: HttpRequest) -> HttpResponse:
    """List the learning paths."""
    return page(request, "growth/paths.html", {"paths": [path_shown(one) for one in paths_for(viewer_of(request))]})


@require_GET
def path_of(request: HttpRequest, code: str) -> HttpResponse:
    """Show one path and how far one is."""
    return page(request, "growth/path.html", {"shown": path_shown(path_for(viewer_of(request), code))})


@require_GET
def kept(request: HttpRequest) -> HttpResponse:
    """Show all paths."""
    viewer = viewer_of(request)
    context = {"lines": path_lines(kept_paths(viewer)), "tabs": tabs("paths"), "may_change": can_keep(viewer)}
    return page(request, "growth/kept_paths.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add a path."""
    insist_on_keeping(viewer_of(request))
    form = PathForm(request.POST if request.method == "POST" else None, things=step_choices(things_to_put_on_a_path()))
    return _edit(request, form, "", _("Add a path"))


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, code: str) -> HttpResponse:
    """Change a path."""
    viewer = viewer_of(request)
    found = next((each for each in kept_paths(viewer) if each.code == code), None)
    if found is None:
        raise NotFound
    insist_on_keeping(viewer)
    typed = {**request.POST.dict(), "code": code} if request.method == "POST" else None
    form = PathForm(typed, initial=path_initial(found), things=step_choices(things_to_put_on_a_path()))
    form.fields["code"].disabled = True
    return _edit(request, form, code, said(found.title_zh, found.title_en))


def _edit(request: HttpRequest, form: PathForm, code: str, title: str) -> HttpResponse:
    """Show the form, or keep what was typed."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = form.cleaned_data
            try:
                save_path(
                    code=code or told["code"], told=told, steps=form.steps, is_offered=told["is_offered"], version=told["version"],
                    by=viewer_of(request), at=now(),
                )  # fmt: skip
            except Refused as refused:
                note(form, refused)
                status = refused.status
            else:
                messages.success(request, _("Saved."))
                return redirect("kept_paths")
    context = {"form": form, "title": title, "back": "/company/growth/paths/", "url": request.path}
    return page(request, "growth/keep.html", context, status=status)
