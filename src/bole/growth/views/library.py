"""The library for whoever reads: the list, an item, its files, one's own history."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.growth.actions import finish_item, note_search, open_item
from bole.growth.queries.library import finished_refs, item_for, library_items, own_readings, written_by
from bole.growth.queries.library_found import following, found_in_library
from bole.growth.queries.library_kept import kept_file
from bole.growth.queries.topics import topic_names
from bole.growth.rules.shelf import Wanted, most_common
from bole.growth.shown.library import own_shown, read_shown, shelf_shown, written_shown
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.vault.files import as_download

MOST_TOPICS = 14
A_PAGE = 24


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """List what can be read, by kind, topic and words."""
    viewer, asked = viewer_of(request), request.GET
    wanted = Wanted(
        kind=asked.get("kind", "")[:20],
        topic=asked.get("topic", "")[:40],
        stage=asked.get("stage", "")[:10],
        words=asked.get("q", "")[:100],
    )
    if wanted.words:
        note_search(words=wanted.words, by=viewer, at=now())
    begin = asked.get("begin", "0")
    every = library_items(viewer, day=today())
    shown = shelf_shown(
        found_in_library(viewer, wanted, day=today()), wanted, names=(names := topic_names()),
        topics=[one for one in most_common([row.topics for row in every], at_most=MOST_TOPICS) if one in names],
        finished=finished_refs(viewer.person_id or 0), all_of=len(every),
        begin=int(begin) if begin.isdecimal() and len(begin) < 5 else 0, size=A_PAGE,
    )  # fmt: skip
    return page(request, "growth/library.html", {"shown": shown, "q": wanted.words})


@require_GET
def item(request: HttpRequest, ref: str) -> HttpResponse:
    """Show an item to read; it counts as read once a day."""
    viewer = viewer_of(request)
    open_item(ref=ref, by=viewer, at=now())
    found = item_for(viewer, ref, day=today())
    shown = read_shown(found, topic_names(), following(viewer, found.row, day=today()))
    return page(request, "growth/item.html", {"shown": shown})


@require_POST
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """Note that an item is finished."""
    finish_item(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Noted as read."))
    return redirect("library_item", ref)


@require_GET
def file(request: HttpRequest, ref: str, file_ref: str) -> HttpResponse:
    """Give a file of an item."""
    return as_download(kept_file(viewer_of(request), ref, file_ref))


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """Show what one has read oneself."""
    viewer = viewer_of(request)
    rows = own_shown(own_readings(viewer))
    return page(
        request, "growth/library_own.html", {"rows": rows, "written": written_shown(written_by(viewer.person_id or 0, day=today()))}
    )
