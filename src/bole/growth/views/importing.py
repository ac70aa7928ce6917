"""HR's page to bring in a catalogue from a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from bole.growth.catalogue_file import CatalogueLook, look_at_catalogue, take_looked_at
from bole.growth.forms_library import CatalogueFileForm
from bole.growth.permissions import insist_on_keeping
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.kit.table_file.looking import looked_at

FILE = "growth/catalogue_file.html"
MOST_NAMED = 20


@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what it would do."""
    viewer = viewer_of(request)
    insist_on_keeping(viewer)
    if request.method == "GET":
        return _page(request, CatalogueFileForm(initial={"kind": "skills"}))
    form = CatalogueFileForm(request.POST, request.FILES)
    look = looked_at(form, lambda body, name: look_at_catalogue(body=body, name=name, kind=form.cleaned_data["kind"], by=viewer))
    return _page(request, form, look=look, status=200 if look and not look.problems else 422)


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take what was looked at."""
    viewer = viewer_of(request)
    insist_on_keeping(viewer)
    kind, count = take_looked_at(sealed=request.POST.get("look", ""), by=viewer, at=now())
    messages.success(request, _("{count} things were added.").format(count=count))
    return redirect("library_drafts" if kind == "items" else "kept_skills")


def _page(request: HttpRequest, form: CatalogueFileForm, *, look: CatalogueLook | None = None, status: int = 200) -> HttpResponse:
    context = {"form": form, "look": look, "words": _words(look) if look else "", "named": look.names[:MOST_NAMED] if look else ()}
    return page(request, FILE, context, status=status)


def _words(look: CatalogueLook) -> str:
    """Say what a file would do."""
    if look.problems:
        told = {"bad": len({one.row for one in look.problems}), "n": look.rows}
        return _("%(bad)s of %(n)s rows need a change; nothing was imported. The reasons are listed by row.") % told
    new = ngettext("%(n)s new entry", "%(n)s new entries", len(look.names)) % {"n": len(look.names)}
    same = ngettext("%(n)s is here already", "%(n)s are here already", look.same) % {"n": look.same}
    return _("{new}, {same}").format(new=new, same=same) if look.same else new
