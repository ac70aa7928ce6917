"""Frameworks for HR: read, change (the next version), switch off and on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist
from bole.kit.clock import now
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.kit.refs import new_ref
from bole.mentoring.actions.frameworks import change_framework, switch_framework
from bole.mentoring.queries.frameworks import framework_by, frameworks_for
from bole.mentoring.rules.frameworks import Framed, Topic
from bole.mentoring.shown.frameworks import framework_shown, frameworks_shown
from bole.values.refusal import Invalid, Stale

ONE = "mentoring/framework.html"


@require_GET
def frameworks(request: HttpRequest) -> HttpResponse:
    """List the frameworks."""
    return page(request, "mentoring/frameworks.html", {"shown": frameworks_shown(frameworks_for(viewer_of(request)))})


@require_http_methods(["GET", "POST"])
def framework(request: HttpRequest, code: str) -> HttpResponse:
    """Show a framework; let HR make its next version."""
    viewer = viewer_of(request)
    found, may_change = framework_by(viewer, code)
    if request.method == "GET":
        return page(request, ONE, {"shown": framework_shown(found, found.framed, may_change=may_change)})
    insist(viewer, "change", "frameworks")
    typed = _typed(request.POST, found.framed)
    number = int(request.POST["number"]) if request.POST.get("number", "").isdigit() else -1
    try:
        change_framework(framed=typed, number=number, by=viewer, at=now())
    except (Invalid, Stale) as refused:
        shown = framework_shown(found, typed, may_change=may_change)
        return page(request, ONE, {"shown": shown, "refused": " ".join(words_of(refused))}, status=refused.status)
    messages.success(request, _("Saved as the next version. Pairs that run keep theirs."))
    return redirect("framework", code)


@require_POST
def switch(request: HttpRequest, code: str) -> HttpResponse:
    """Switch a framework off or on."""
    framework_by(viewer_of(request), code)
    switch_framework(code=code, is_on=request.POST.get("is_on") == "yes", by=viewer_of(request), at=now())
    return redirect("framework", code)


def _typed(told: QueryDict, was: Framed) -> Framed:
    """Return the framework as it was typed; a topic without a name is left out."""
    topics = []
    for n in range(len(told.getlist("topic_zh"))):
        zh, en = told.getlist("topic_zh")[n].strip(), _nth(told, "topic_en", n).strip()
        if zh or en:
            code = _nth(told, "topic_code", n)
            known = {one.code for one in was.topics}
            topics.append(
                Topic(code if code in known else f"t_{new_ref()}", zh, en, _nth(told, "topic_core", n) == "core", _stage(told, n))
            )
    return Framed(
        code=was.code,
        zh=told.get("zh", "").strip(),
        en=told.get("en", "").strip(),
        goal_zh=told.get("goal_zh", "").strip(),
        goal_en=told.get("goal_en", "").strip(),
        topics=tuple(topics),
        form=was.form,
        months=_number(told, "months", was.months),
        meeting_every=_number(told, "meeting_every", was.meeting_every),
        test_every=_number(told, "test_every", was.test_every),
        report_every=_number(told, "report_every", was.report_every),
        materials=was.materials,
    )


def _nth(told: QueryDict, name: str, n: int) -> str:
    values = told.getlist(name)
    return values[n] if n < len(values) else ""


def _number(told: QueryDict, name: str, was: int) -> int:
    text = told.get(name, "")
    return int(text) if text.isdigit() and len(text) < 4 else was


def _stage(told: QueryDict, n: int) -> int:
    text = _nth(told, "topic_stage", n)
    return int(text) if text in {"1", "2", "3"} else 2
