"""Learning paths: for whoever walks them, and as HR keeps them."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bole.growth.actions.paths import save_path
from bole.growth.forms_library import PathForm
from bole.growth.permissions import can_keep, insist_on_keeping
from bole.growth.queries.paths import kept_paths, path_for, paths_for, things_to_put_on_a_path
from bole.growth.shown.keeping import tabs
from bole.growth.shown.naming import said
from bole.growth.shown.paths import path_initial, path_lines, path_shown, step_choices
from bole.growth.views.editing import edit
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound

KEPT = "/company/growth/paths/"


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
    return edit(request, form, lambda: _save(request, form, form.cleaned_data["code"]), _("Add a path"), KEPT)


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
    return edit(request, form, lambda: _save(request, form, code), said(found.title_zh, found.title_en), KEPT)


def _save(request: HttpRequest, form: PathForm, code: str) -> object:
    told = form.cleaned_data
    return save_path(
        code=code, told=told, steps=form.steps, is_offered=told["is_offered"], version=told["version"], by=viewer_of(request), at=now()
    )
