"""The page of notices."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.notices.actions import mark_all_read, mark_read
from bole.notices.queries import notices_for
from bole.notices.shown import days_shown, ways_shown


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """List what one was told: what is new, or everything."""
    is_all = bool(request.GET.get("all"))
    found = notices_for(viewer_of(request), unread_only=not is_all, after=request.GET.get("after", ""))
    context = {
        "days": days_shown(found.rows),
        "ways": ways_shown(unread=found.unread, is_all=is_all),
        "is_all": is_all,
        "unread": found.unread,
        "next_url": f"/notices/?{'all=1&' if is_all else ''}after={found.after}" if found.after else "",
    }
    return page(request, "notices/notices.html", context)


@require_POST
def read(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark one read and go where it leads."""
    return redirect(mark_read(ref=ref, by=viewer_of(request), at=now()).address)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all read."""
    mark_all_read(by=viewer_of(request), at=now())
    return redirect("notices")
