"""The library as HR keeps it: the list, writing with a preview, publishing, withdrawing, files, earlier versions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.growth.actions import add_item_file, drop_item_file, publish_item, save_item, withdraw_item
from bole.growth.actions.library import fields_of
from bole.growth.forms_library import FileForm, ItemForm
from bole.growth.permissions import can_keep, insist_on_keeping
from bole.growth.queries.library_kept import EditedItem, families, kept_item, kept_items
from bole.growth.queries.topics import topics_to_choose
from bole.growth.refusals import AuthorUnknown
from bole.growth.shown.keeping import tabs
from bole.growth.shown.library import STATES, body_of, kept_lines, topic_choices, versions_shown
from bole.growth.shown.naming import said
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.people.queries import cards, ids_of
from bole.values.refusal import Refused

EDIT = "growth/kept_item.html"


@require_GET
def items(request: HttpRequest) -> HttpResponse:
    """Show all items."""
    viewer = viewer_of(request)
    rows = kept_items(viewer, day=today())
    lines = kept_lines(rows, cards({one.row.author_id for one in rows if one.row.author_id}, today()))
    has_drafts = any(one.state == "draft" for one in rows)
    context = {"lines": lines, "tabs": tabs("library"), "may_change": can_keep(viewer), "has_drafts": has_drafts}
    return page(request, "growth/kept_library.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a new item."""
    insist_on_keeping(viewer_of(request))
    return _edit(request, _form(request), None)


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, ref: str) -> HttpResponse:
    """Show an item, or keep its next version."""
    asked = request.GET.get("version", "")
    found = kept_item(viewer_of(request), ref, day=today(), number=int(asked) if asked.isdecimal() and len(asked) < 7 else 0)
    if request.method == "POST":
        insist_on_keeping(viewer_of(request))
    return _edit(request, _form(request, {**found.held, "version": found.version}), found)


@require_POST
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """Let everybody read it."""
    kept_item(viewer_of(request), ref, day=today())
    publish_item(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Published. Everybody who works here can read it."))
    return redirect("kept_item", ref)


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take it off the shelf."""
    kept_item(viewer_of(request), ref, day=today())
    withdraw_item(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Withdrawn. It stays here, and nobody else finds it."))
    return redirect("kept_item", ref)


@require_POST
def add_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep a file with the item."""
    viewer = viewer_of(request)
    found = kept_item(viewer, ref, day=today())
    insist_on_keeping(viewer)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            add_item_file(ref=ref, upload=form.cleaned_data["file"], by=viewer, at=now())
        except Refused as refused:
            note(form, refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("kept_item", ref)
    edit = _form(request, {**found.held, "version": found.version}, is_sent=False)
    return page(request, EDIT, _context(request, edit, found) | {"file_form": form}, status=422)


@require_POST
def drop_file(request: HttpRequest, ref: str, file_ref: str) -> HttpResponse:
    """Destroy a file of the item."""
    kept_item(viewer_of(request), ref, day=today())
    drop_item_file(ref=ref, file=file_ref, by=viewer_of(request), at=now())
    messages.success(request, _("The file is gone."))
    return redirect("kept_item", ref)


def _form(request: HttpRequest, initial: dict[str, object] | None = None, *, is_sent: bool | None = None) -> ItemForm:
    sent = request.method == "POST" if is_sent is None else is_sent
    roles = [(code, said(zh, en)) for code, zh, en in families()]
    return ItemForm(request.POST if sent else None, initial=initial, topics=topic_choices(topics_to_choose()), roles=roles)


def _edit(request: HttpRequest, form: ItemForm, found: EditedItem | None) -> HttpResponse:
    """Show the form, a preview of what was typed, or keep it."""
    if request.method == "GET":
        return page(request, EDIT, _context(request, form, found))
    status = 422
    if form.is_valid():
        try:
            author = _author(form)
            if request.POST.get("op") == "preview":
                made = fields_of(form.written(author))
                preview = {"preview": body_of(made["body_zh"], made["body_en"]), "preview_title": said(made["title_zh"], made["title_en"])}
                return page(request, EDIT, _context(request, form, found) | preview)
            kept = save_item(
                ref=found.page.row.ref if found else "", written=form.written(author), version=form.cleaned_data["version"],
                by=viewer_of(request), at=now(),
            )  # fmt: skip
        except Refused as refused:
            note(form, refused)
            status = refused.status
        else:
            messages.success(request, _("Saved."))
            return redirect("kept_item", kept.ref)
    return page(request, EDIT, _context(request, form, found), status=status)


def _author(form: ItemForm) -> int | None:
    typed = str(form.cleaned_data["author"]).strip()
    if not typed:
        return None
    found = ids_of({typed}).get(typed)
    if found is None:
        raise AuthorUnknown(where="author")
    return found


def _context(request: HttpRequest, form: ItemForm, found: EditedItem | None) -> dict[str, object]:
    tone, state = STATES[found.page.state] if found else ("", "")
    return {
        "form": form,
        "found": found,
        "title": said(found.page.row.title_zh, found.page.row.title_en) if found else _("Write an item"),
        "tone": tone,
        "state": state,
        "versions": versions_shown(found) if found else (),
        "file_form": FileForm(),
        "may_change": can_keep(viewer_of(request)),
        "url": request.path,
    }
