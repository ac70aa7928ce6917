"""The page of notices, and of one."""

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now
from bole.kit.middleware import words_of
from bole.kit.page import page, swaps, viewer_of
from bole.notices.actions import mark_all_read, mark_read, mark_unread, mark_unread_again
from bole.notices.kinds import GROUPS, kind_of
from bole.notices.queries import NoticeRow, notice_for, notices_for
from bole.notices.shown.lists import groups_shown, groups_to_choose, notice_shown, ways_shown
from bole.notices.topics import notices_topic
from bole.values.refusal import NotFound, Refused


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """List what one was told: what is new, or everything; all groups, or one."""
    return _list(request, asked=request.GET, here=request.get_full_path())


@require_GET
def notice(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one: where a message leads."""
    return page(request, "notices/notice.html", {"notice": notice_shown(notice_for(viewer_of(request), ref))})


@require_POST
def read(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark one read and go where it leads, or do what is done about it; what was refused leaves it unread, and says why."""
    found = notice_for(viewer_of(request), ref)
    does, asked = kind_of(found.kind).does, request.GET.get("do", "")
    act = does[int(asked)] if asked.isdigit() and int(asked) < len(does) else None
    answer: HttpResponse = redirect(act.address(found.address) if act else found.address)
    if act is not None and act.is_change:
        try:
            answer = _done(request, act.address(found.address))
        except Refused as refused:
            return _list(request, asked=QueryDict(), here="/notices/", refused=refused, about=found)
    if answer.status_code < 400:
        mark_read(ref=ref, by=viewer_of(request), at=now())
    return answer


def _done(request: HttpRequest, address: str) -> HttpResponse:
    """Hand the form to the page behind the change's own address, which asks who may, and return its answer."""
    try:
        view, given, named = resolve(address)
    except Resolver404 as gone:
        raise NotFound from gone
    answer: HttpResponse = view(request, *given, **named)
    return answer


@require_POST
def unread(request: HttpRequest, ref: str) -> HttpResponse:
    """Let one be new again."""
    mark_unread(ref=ref, by=viewer_of(request), at=now())
    return redirect("notices")


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all read, and offer to take that back."""
    at = now()
    count = mark_all_read(by=viewer_of(request), at=at)
    return redirect(f"/notices/?{urlencode({'undo': at.isoformat()})}" if count else "/notices/")


@require_POST
def undo_all(request: HttpRequest) -> HttpResponse:
    """Take back that all were marked read."""
    try:
        read_at = datetime.fromisoformat(request.POST.get("undo", ""))
    except ValueError as broken:
        raise NotFound from broken
    if read_at.tzinfo is None:
        raise NotFound
    mark_unread_again(read_at=read_at, by=viewer_of(request), at=now())
    return redirect("notices")


def _list(
    request: HttpRequest, *, asked: QueryDict, here: str, refused: Refused | None = None, about: NoticeRow | None = None
) -> HttpResponse:
    """Answer with the list; above it why the change that `about` asks for was refused."""
    is_all, group = bool(asked.get("all")), asked.get("group", "")
    if group and group not in GROUPS:
        raise NotFound
    viewer = viewer_of(request)
    found = notices_for(viewer, unread_only=not is_all, group=group, after=asked.get("after", ""))
    leads = bool(viewer.reports or viewer.partnered) or viewer.has_role("hr", "hr_partner", "hr_admin")
    topic = notices_topic(viewer.account_id or 0)
    kept = {key: value for key, value in (("all", "1" if is_all else ""), ("group", group)) if value}
    context = {
        "groups": groups_shown(found.rows),
        "ways": ways_shown(unread=found.unread, is_all=is_all, group=group),
        "choices": groups_to_choose(found, group=group, is_all=is_all, leads=leads),
        "is_all": is_all,
        "unread": found.unread,
        "undo": asked.get("undo", ""),
        "topic": topic,
        "here": here,
        "next_url": f"/notices/?{urlencode({**kept, 'after': found.after})}" if found.after else "",
        "refused": words_of(refused) if refused else None,
        "about": notice_shown(about) if about else None,
    }
    part, status = "list" if swaps(request) else "", refused.status if refused else 200
    return page(request, "notices/notices.html", context, part=part, live=[topic], status=status)
