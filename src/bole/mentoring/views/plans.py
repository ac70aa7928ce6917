"""Plans: the mentor writes, HR approves or returns."""

import re
from collections.abc import Mapping
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.kit.refs import new_ref
from bole.mentoring.actions.plans import approve_plan, return_plan, save_plan, submit_plan
from bole.mentoring.forms_pairs import RemarkForm
from bole.mentoring.queries.pairs import pair_for
from bole.mentoring.queries.plans import PlanPage, PlanRow, plan_page, plan_to_approve, plans_to_approve
from bole.mentoring.refusals import MissingCore
from bole.mentoring.rules.plan import PlanTopic, moved, with_back, without
from bole.mentoring.shown.naming import either
from bole.mentoring.shown.plans import approvals_shown, handed_in_shown, plan_shown
from bole.values.refusal import Refused, Stale

PLAN, APPROVE = "mentoring/plan.html", "mentoring/approve.html"
OWN = re.compile(r"own_[2-9a-z]{12}")


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the plan of a pair to its two; let the mentor write it. Each button keeps what was typed."""
    viewer = viewer_of(request)
    found = plan_page(pair_for(viewer, ref))
    row = found.begun(either(found.goal_zh, found.goal_en))
    if request.method == "GET":
        return _show(request, found, row)
    do = request.POST.get("do", "")
    typed = _after(f"add:{request.POST.get('own', '').strip()}" if do == "add" else do, _typed(request.POST, row), found)
    version = int(request.POST["version"]) if request.POST.get("version", "").isdigit() else -1
    kept = row.version
    try:
        saved = save_plan(
            pair_ref=ref, version=version, goal=typed.goal, outcomes=typed.outcomes, topics=typed.topics, by=viewer, at=now()
        )  # fmt: skip
        kept = saved.version
        if do != "submit":
            messages.success(request, _("Saved. Nobody else sees a draft."))
            return redirect("mentoring_plan", ref)
        submit_plan(pair_ref=ref, version=saved.version, by=viewer, at=now())
    except Stale as refused:
        return _show(request, found, replace(typed, version=row.version), refused=refused, other=row)
    except Refused as refused:
        if refused.status not in {409, 422}:
            raise
        return _show(request, found, replace(typed, version=kept), refused=refused)
    messages.success(request, _("Sent. It starts when HR has approved it."))
    return redirect("mentoring_plan", ref)


def _typed(told: QueryDict, row: PlanRow) -> PlanRow:
    """Return the plan as it was typed: topics in the order of the form."""
    names = {one.code: one for one in row.topics}
    topics = []
    for code in dict.fromkeys(told.getlist("topic")):
        title = told.get(f"name_{code}", "").strip()
        known = names.get(code) or PlanTopic(code, title, title, is_core=False)
        if not known.zh or (code not in names and not OWN.fullmatch(code)):
            continue
        topics.append(replace(known, how=told.get(f"how_{code}", ""), month=_month(told, code, known.month)))
    return replace(row, goal=told.get("goal", ""), outcomes=tuple(told.getlist("outcome")), topics=tuple(topics))


def _month(told: QueryDict, code: str, was: int) -> int:
    text = told.get(f"month_{code}", "")
    return int(text) if text.isdigit() and len(text) < 4 else was


def _after(do: str, typed: PlanRow, found: PlanPage) -> PlanRow:
    """Return the plan after the button that was pressed: up, down, drop, back, add; any other changes nothing."""
    verb, _colon, code = do.partition(":")
    known = {one.code: one for one in found.framework}
    changed: Mapping[str, object] = {
        "up": lambda: moved(typed.topics, code, by=-1),
        "down": lambda: moved(typed.topics, code, by=1),
        "drop": lambda: without(typed.topics, code),
        "back": lambda: with_back(typed.topics, known[code], months=found.months) if code in known else typed.topics,
        "add": lambda: (*typed.topics, PlanTopic(f"own_{new_ref()}", code, code, is_core=False, month=1)) if code else typed.topics,
    }
    change = changed.get(verb)
    return replace(typed, topics=change()) if callable(change) else typed


def _show(
    request: HttpRequest, found: PlanPage, row: PlanRow, *, refused: Refused | None = None, other: PlanRow | None = None
) -> HttpResponse:
    """Show the plan; a core topic that is missing is named in the reader's language, with the way to put it back."""
    words, back = "", ""
    if isinstance(refused, MissingCore):
        facts = refused.facts
        words = _(MissingCore.sentence).format(topic=either(str(facts["topic"]), str(facts["topic_en"])))
        back = f"back:{facts['topic_code']}"
    elif refused is not None:
        words = words_of(refused)[0]
    shown = plan_shown(found, row, me=viewer_of(request).person_id, other=other)
    context = {"shown": shown, "refused": words, "back": back}
    return page(request, PLAN, context, status=refused.status if refused else 200)


@require_GET
def approvals(request: HttpRequest) -> HttpResponse:
    """List the plans that wait for HR."""
    found = plans_to_approve(viewer_of(request), at=now())
    return page(request, "mentoring/approvals.html", {"shown": approvals_shown(found, day=today())})


@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, ref: str) -> HttpResponse:
    """Show HR a plan beside its framework, and decide."""
    viewer = viewer_of(request)
    found = plan_to_approve(viewer, ref, at=now())
    form = RemarkForm(request.POST if request.method == "POST" else None, initial={"version": found.plan.version})
    status, words = 200, ""
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = form.cleaned_data
            try:
                if told["decision"] == "approve":
                    approve_plan(ref=ref, version=told["version"], by=viewer, at=now())
                    messages.success(request, _("Approved. The duties are laid, and both were told."))
                else:
                    return_plan(ref=ref, version=told["version"], remark=told["remark"], by=viewer, at=now())
                    messages.success(request, _("Returned with your remark. Everything the mentor wrote stays."))
            except Refused as refused:
                if refused.status not in {409, 422}:
                    raise
                status, words = refused.status, words_of(refused)[0]
            else:
                return redirect("plans_to_approve")
    context = {"shown": handed_in_shown(found), "form": form, "refused": words}
    return page(request, APPROVE, context, status=status)
