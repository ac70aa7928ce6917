"""Career paths: one's own ladder, and what HR lets its steps ask for."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.growth.actions.career import drop_career_step, save_career_step
from bole.growth.drafts import changed, clause_choices, draft_shown, how_choices, read_draft
from bole.growth.permissions import can_keep, insist_on_keeping
from bole.growth.queries.career import Ladder, StepRow, career_for, grades, ladder_for, ladders_for
from bole.growth.rules.drafting import Raw, blank
from bole.growth.shown.career import career_shown, ladders_shown
from bole.growth.shown.keeping import tabs
from bole.growth.shown.naming import said
from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound, Refused

WORDS = ("words_zh", "words_en")


@require_GET
def career(request: HttpRequest) -> HttpResponse:
    """Show one's own ladder: what each step asks, and what is still missing."""
    return page(request, "growth/career.html", {"shown": career_shown(career_for(viewer_of(request), day=today()))})


@require_GET
def ladders(request: HttpRequest) -> HttpResponse:
    """Show the ladder of each job family."""
    viewer = viewer_of(request)
    context = {"ladders": ladders_shown(ladders_for(viewer)), "tabs": tabs("career"), "may_change": can_keep(viewer)}
    return page(request, "growth/kept_careers.html", context)


@require_GET
def ladder(request: HttpRequest, family: str) -> HttpResponse:
    """Ask for which grade a step is added to a family's ladder."""
    viewer = viewer_of(request)
    found = ladder_for(viewer, family)
    insist_on_keeping(viewer)
    there = {one.grade for one in found.steps}
    free = [(f"/company/growth/career/{family}/{one}/", one) for one in grades() if one not in there]
    return page(request, "growth/kept_career.html", {"name": said(found.name_zh, found.name_en), "free": free})


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, family: str, grade: str) -> HttpResponse:
    """Show what a step asks, or keep it anew."""
    viewer = viewer_of(request)
    found = ladder_for(viewer, family)
    if grade not in grades():
        raise NotFound
    kept = next((one for one in found.steps if one.grade == grade), None)
    if request.method == "POST":
        insist_on_keeping(viewer)
        return _build(request, found, grade, kept)
    words = {"words_zh": kept.words_zh, "words_en": kept.words_en} if kept else dict.fromkeys(WORDS, "")
    return _page(request, found, grade, dict(kept.tree) if kept else blank(), words, kept=kept)


@require_POST
def drop(request: HttpRequest, family: str, grade: str) -> HttpResponse:
    """Take a step off the ladder."""
    if grade not in {one.grade for one in ladder_for(viewer_of(request), family).steps}:
        raise NotFound
    drop_career_step(family=family, grade=grade, by=viewer_of(request), at=now())
    messages.success(request, _("The step is gone."))
    return redirect("kept_careers")


def _build(request: HttpRequest, found: Ladder, grade: str, kept: StepRow | None) -> HttpResponse:
    """Do what the pressed button says to the draft: add, take out, or keep it."""
    tree, words = read_draft(request.POST), {name: request.POST.get(name, "")[:300] for name in WORDS}
    pressed = request.POST.get("op", "keep")
    if pressed != "keep":
        return _page(request, found, grade, changed(tree, pressed, request.POST), words, kept=kept, is_changed=True)
    try:
        save_career_step(
            family=found.family, grade=grade, **words, tree=tree, version=_version(request.POST), by=viewer_of(request), at=now()
        )
    except Refused as refused:
        wrong = (refused.where, " ".join(words_of(refused)).strip())
        return _page(request, found, grade, tree, words, kept=kept, wrong=wrong, is_changed=True, status=refused.status)
    messages.success(request, _("Saved."))
    return redirect("kept_careers")


def _version(sent: QueryDict) -> int:
    asked = sent.get("version", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0


def _page(
    request: HttpRequest, found: Ladder, grade: str, tree: Raw, words: dict[str, str], *, kept: StepRow | None,
    wrong: tuple[str, str] = ("", ""), is_changed: bool = False, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "title": f"{said(found.name_zh, found.name_en)} · {grade}", "family": found.family, "grade": grade, "is_kept": kept is not None,
        "part": draft_shown(tree, wrong=wrong), "tree": json.dumps(tree), "words": words,
        "version": request.POST.get("version", "") or (kept.version if kept else 0), "said": "" if wrong[0].startswith("1") else wrong[1],
        "is_changed": is_changed, "hows": how_choices(), "clauses": clause_choices(), "may_change": can_keep(viewer_of(request)),
    }  # fmt: skip
    return page(request, "growth/kept_step.html", context, status=status)
