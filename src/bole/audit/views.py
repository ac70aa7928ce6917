"""The record, for auditors."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from bole.audit.queries import Wanted, Who, faults, lines, newest_for
from bole.audit.shown import MOST_FAULTS, check_words, fault_words, lines_shown, ways_of
from bole.audit.words import DONE, done
from bole.kit.page import page, swaps, viewer_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

SIZE = 60


@require_GET
def record(request: HttpRequest) -> HttpResponse:
    """Show the record, newest first."""
    insist(viewer_of(request))
    what, by, before = request.GET.get("what", ""), request.GET.get("by", "").strip(), _whole(request.GET.get("before", ""))
    wanted = Wanted(who=_who(request.GET.get("who", "people")), what=what, by=by, before=before)
    found = newest_for(wanted, most=SIZE + 1)
    context = {
        "lines": lines_shown(found[:SIZE]),
        "wanted": wanted,
        "ways": ways_of(wanted),
        "is_filtered": bool(what or by),
        "choices": [("", "–"), *sorted(((code, done(code)) for code in DONE), key=lambda one: one[1])],
        "next_url": f"?{wanted.query}&before={found[SIZE - 1].seq}" if len(found) > SIZE else "",
    }
    return page(request, "audit/record.html", context, part="lines" if swaps(request) else "")


@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Check the whole chain."""
    insist(viewer_of(request))
    found = faults()
    context = {"is_whole": not found, "words": check_words(found, lines()), "faults": [fault_words(one) for one in found[:MOST_FAULTS]]}
    return page(request, "audit/check.html", context)


def insist(viewer: Viewer) -> None:
    """Refuse whoever is no auditor.

    :raises NotFound: always then
    """
    if not viewer.has_role("auditor"):
        raise NotFound


def _who(text: str) -> Who:
    return "machines" if text == "machines" else "" if text == "all" else "people"


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
