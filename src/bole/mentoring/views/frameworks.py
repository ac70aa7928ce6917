"""Frameworks for HR: read, copy into a new one, change (the next version), switch off and on."""

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
from bole.mentoring.actions.frameworks import change_framework, copy_framework, switch_framework
from bole.mentoring.queries.frameworks import FrameworkRow, framework_by, frameworks_for
from bole.mentoring.rules.frameworks import Framed, Material, Topic
from bole.mentoring.shown.frameworks import framework_shown, frameworks_shown
from bole.values.refusal import Invalid, Refused, Stale

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
        return _show(request, found, found.framed, may_change=may_change)
    insist(viewer, "change", "frameworks")
    typed = _typed(request.POST, found.framed)
    number = int(request.POST["number"]) if request.POST.get("number", "").isdigit() else -1
    try:
        change_framework(framed=typed, number=number, by=viewer, at=now())
    except (Invalid, Stale) as refused:
        return _show(request, found, typed, may_change=may_change, refused=refused)
    messages.success(request, _("Saved as the next version. Pairs that run keep theirs."))
    return redirect("framework", code)


@require_POST
def copy(request: HttpRequest, code: str) -> HttpResponse:
    """Copy a framework into a new one."""
    viewer, (zh, en) = viewer_of(request), (request.POST.get("zh", ""), request.POST.get("en", ""))
    found, may_change = framework_by(viewer, code)
    try:
        made = copy_framework(code=code, zh=zh, en=en, by=viewer, at=now())
    except Invalid as refused:
        return _show(request, found, found.framed, may_change=may_change, refused=refused, names=(zh, en))
    messages.success(request, _("Copied. Change what is to be different, then switch it on."))
    return redirect("framework", made.code)


def _show(
    request: HttpRequest,
    found: FrameworkRow,
    typed: Framed,
    *,
    may_change: bool,
    refused: Refused | None = None,
    names: tuple[str, str] | None = None,
) -> HttpResponse:
    """Answer with a framework; `names` are those that were typed for a copy."""
    context = {
        "shown": framework_shown(found, typed, may_change=may_change),
        "refused": " ".join(words_of(refused)) if refused else "",
        "copy_names": names,
    }
    return page(request, ONE, context, status=refused.status if refused else 200)


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
        form=told.get("form", was.form),  # type: ignore[arg-type]  # the action says which ones there are
        months=_number(told, "months", was.months),
        meeting_every=_number(told, "meeting_every", was.meeting_every),
        test_every=_number(told, "test_every", was.test_every),
        report_every=_number(told, "report_every", was.report_every),
        materials=_materials(told) if "material_zh" in told else was.materials,
    )


def _materials(told: QueryDict) -> tuple[Material, ...]:
    """Return what is to be read as it was typed; a row without anything is left out."""
    rows = [
        Material(zh.strip(), _nth(told, "material_en", n).strip(), _nth(told, "material_address", n).strip())
        for n, zh in enumerate(told.getlist("material_zh"))
    ]
    return tuple(one for one in rows if one.zh or one.en or one.address)


def _nth(told: QueryDict, name: str, n: int) -> str:
    values = told.getlist(name)
    return values[n] if n < len(values) else ""


def _number(told: QueryDict, name: str, was: int) -> int:
    """Return a number as it was typed; what is none is one that the action refuses."""
    text = told.get(name, str(was))
    return int(text) if text.isdecimal() and len(text) < 4 else -1


def _stage(told: QueryDict, n: int) -> int:
    text = _nth(told, "topic_stage", n)
    return int(text) if text in {"1", "2", "3"} else 2
