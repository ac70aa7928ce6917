"""HR's pages of rule sets: the list, building one part by part, trying it on the whole company, putting it in force."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist, may_company
from bole.growth.drafts import changed, clause_choices, draft_shown, how_choices, read_draft
from bole.growth.rules.drafting import Raw, blank
from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.admission_rules import keep_preset, keep_rule_set, put_rules_in_force
from bole.mentoring.queries.admission_rules import rule_set_for, rule_sets, trial_of
from bole.mentoring.shown.admission_rules import (
    presets_shown,
    rule_set_shown,
    trial_shown,
)
from bole.mentoring.shown.naming import either
from bole.values.refusal import Invalid

LIST, BUILD, TRIAL = "mentoring/rules.html", "mentoring/rule_set.html", "mentoring/rules_trial.html"
NAMES = ("name_zh", "name_en")


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Show the rule sets, the one in force first."""
    viewer = viewer_of(request)
    found = [rule_set_shown(row) for row in rule_sets(viewer)]
    context = {
        "sets": found,
        "presets": presets_shown({one.code for one in found}),
        "may_change": may_company(viewer, "change", "admission"),
        "has_force": any(one.is_in_force for one in found),
    }
    return page(request, LIST, context)


@require_POST
def preset(request: HttpRequest, code: str) -> HttpResponse:
    """Keep a rule set that ships."""
    insist(viewer_of(request), "change", "admission")
    made = keep_preset(code=code, by=viewer_of(request), at=now())
    return redirect("rule_set", made.ref)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Build a new rule set."""
    insist(viewer_of(request), "change", "admission")
    if request.method == "POST":
        return _build(request, code="", number=0)
    return _page(request, blank(), {"name_zh": "", "name_en": ""}, number=0)


@require_http_methods(["GET", "POST"])
def rule_set(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a rule set, or build its next version."""
    found = rule_set_for(viewer_of(request), ref)
    if request.method == "POST":
        insist(viewer_of(request), "change", "admission")
        return _build(request, code=found.code, number=found.number, ref=ref)
    return _page(request, dict(found.raw), {"name_zh": found.name_zh, "name_en": found.name_en}, number=found.number, ref=ref)


@require_GET
def trial(request: HttpRequest, ref: str) -> HttpResponse:
    """Show who would pass."""
    viewer = viewer_of(request)
    found = trial_of(viewer, ref, day=today())
    context = {"shown": trial_shown(found), "ref": ref, "is_in_force": found.rules.is_in_force}
    return page(request, TRIAL, context | {"may_change": may_company(viewer, "change", "admission")})


@require_POST
def force(request: HttpRequest, ref: str) -> HttpResponse:
    """Put a version in force."""
    rule_set_for(viewer_of(request), ref)
    insist(viewer_of(request), "change", "admission")
    put_rules_in_force(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("In force from now on. Applications that were sent keep their rules."))
    return redirect("mentor_rules")


def _build(request: HttpRequest, *, code: str, number: int, ref: str = "") -> HttpResponse:
    """Do what the pressed button says to the draft: add, take out, or keep it."""
    tree, names = read_draft(request.POST), {name: request.POST.get(name, "")[:60] for name in NAMES}
    pressed = request.POST.get("op", "keep")
    if pressed != "keep":
        return _page(request, changed(tree, pressed, request.POST), names, number=number, ref=ref, is_changed=True)
    try:
        made = keep_rule_set(
            code=code, name_zh=names["name_zh"], name_en=names["name_en"], tree=tree, number=_number(request.POST, number),
            by=viewer_of(request), at=now(),
        )  # fmt: skip
    except Invalid as refused:
        wrong = (refused.where, " ".join(words_of(refused)).strip())
        return _page(request, tree, names, number=number, ref=ref, wrong=wrong, is_changed=True, status=422)
    messages.success(request, _("Kept. Try it on the company before you put it in force."))
    return redirect("rules_trial", made.ref)


def _number(sent: QueryDict, number: int) -> int:
    asked = sent.get("number", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else number


def _page(
    request: HttpRequest, tree: Raw, names: dict[str, str], *, number: int, ref: str = "", wrong: tuple[str, str] = ("", ""),
    is_changed: bool = False, status: int = 200,
) -> HttpResponse:  # fmt: skip
    whole = draft_shown(tree, wrong=wrong)
    at_place = wrong[0] if wrong[0] in NAMES or wrong[0].startswith("1") else ""
    context: dict[str, Any] = {
        "heading": either(names["name_zh"], names["name_en"]),
        "part": whole, "tree": json.dumps(tree), "names": names, "number": number, "ref": ref, "wrong": wrong,
        "said": "" if at_place else wrong[1], "is_changed": is_changed, "hows": how_choices(), "clauses": clause_choices(),
        "may_change": may_company(viewer_of(request), "change", "admission"),
    }  # fmt: skip
    return page(request, BUILD, context, status=status)
