"""Pages of the connections: list, open, change, a new secret."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import may_company
from bole.connect.sources.forms import ChangeForm, NewForm, SecretForm
from bole.connect.sources.queries import OneConnection, connection_for, connections_for
from bole.connect.sources.shown import list_shown, one_shown
from bole.kit.clock import now
from bole.kit.middleware import words_of
from bole.kit.page import page, swaps, viewer_of
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import Viewer
from bole.work.actions import change_connection, open_connection, renew_secret

LIST, NEW, ONE = "connect/sources/list.html", "connect/sources/new.html", "connect/sources/one.html"


@require_GET
def connections(request: HttpRequest) -> HttpResponse:
    """Show how the sources are."""
    viewer = viewer_of(request)
    return page(request, LIST, {"shown": list_shown(connections_for(viewer, at=now())), "may_change": _may_change(viewer)})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a connection; its page then shows the secret once."""
    viewer = _changer(request)
    form = NewForm(request.POST or None, initial={"vendor": "github"})
    if request.method != "POST" or not form.is_valid():
        return page(request, NEW, {"form": form}, status=422 if form.is_bound else 200)
    made, secret = open_connection(**form.cleaned_data, by=viewer, at=now())
    return _show(request, connection_for(viewer, made.ref, at=now()), secret=secret)


@require_GET
def connection(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a connection: how it is connected, what came, what became of it."""
    after = request.GET.get("after", "")
    found = connection_for(viewer_of(request), ref, at=now(), after=after)
    return _show(request, found, part="deliveries" if swaps(request) else "", after=after)


@require_POST
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """Rename a connection, switch it on or off."""
    found, viewer, form = connection_for(viewer_of(request), ref, at=now()), _changer(request), ChangeForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form=form, status=422)
    try:
        change_connection(ref=ref, **form.cleaned_data, by=viewer, at=now())
    except Stale as stale:
        found = connection_for(viewer, ref, at=now())  # what holds since that change
        return _show(request, found, form=_again(form, found), now_is=found, stale_words=_stale_words(stale), status=409)
    messages.success(request, _("Saved."))
    return redirect("connection", ref)


@require_POST
def renew(request: HttpRequest, ref: str) -> HttpResponse:
    """Give a connection another secret and show it once."""
    found, viewer, form = connection_for(viewer_of(request), ref, at=now()), _changer(request), SecretForm(request.POST)
    if not form.is_valid():
        return _show(request, found, secret_form=form, status=422)
    secret = renew_secret(ref=ref, secret=form.cleaned_data["secret"], by=viewer, at=now())
    return _show(request, found, secret=secret)


def _show(request: HttpRequest, found: OneConnection, *, part: str = "", status: int = 200, **more: object) -> HttpResponse:
    form = ChangeForm(initial={"name": found.name, "is_on": found.is_on, "runs_directory": found.runs_directory, "version": found.version})
    viewer = viewer_of(request)
    context = {
        "shown": one_shown(found),
        "form": form,
        "secret_form": SecretForm(),
        "may_change": _may_change(viewer),
        "waiting_url": "/company/waiting/" if may_company(viewer, "read", "identities") else "",
        **more,
    }
    return page(request, ONE, context, part=part, status=status)


def _again(form: ChangeForm, found: OneConnection) -> ChangeForm:
    """Return the form with what was typed, over what holds now."""
    return ChangeForm({**form.data.dict(), "version": found.version})  # type: ignore[attr-defined]  # a QueryDict


def _stale_words(stale: Stale) -> str:
    """Return who changed it and when; of a change from before that was kept, only that it was changed."""
    return words_of(stale)[0] if stale.facts["name"] else _("Someone changed this meanwhile. Both versions are kept.")


def _may_change(viewer: Viewer) -> bool:
    return may_company(viewer, "change", "connections")


def _changer(request: HttpRequest) -> Viewer:
    """Return the viewer, if they may change connections.

    :raises NotFound: if connections are not open to them at all
    :raises NotYours: if they may only look
    """
    viewer = viewer_of(request)
    if not may_company(viewer, "read", "connections"):
        raise NotFound
    if not _may_change(viewer):
        raise NotYours
    return viewer
