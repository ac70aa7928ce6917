"""The draft of a model: editing it, trying it, publishing it."""

from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bole.access.rules import may_company
from bole.kit.action import look
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, swaps, viewer_of
from bole.kit.ui.days import moment
from bole.scoring.actions import publish_version, save_draft
from bole.scoring.forms_models import PublishForm
from bole.scoring.queries.catalogue import library, model_of
from bole.scoring.queries.drafts import Draft, borders, draft_of
from bole.scoring.queries.trial import trial_of
from bole.scoring.rules.balance import warnings
from bole.scoring.rules.drafting import TypedTree, changed, checked, sent, typed
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.tree import Tree, tree_json
from bole.scoring.shown.drafts import beside, border_choices, editor_shown, fields_of, problem_words, sum_patterns
from bole.scoring.shown.models import shifts, tree_shown
from bole.scoring.shown.periods import named
from bole.scoring.shown.trial import trial_words, tried_shown
from bole.values.refusal import Invalid, NotFound, NotYours, Refused, Stale
from bole.values.viewer import Viewer

KEEPS = {"keep"}


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, code: str) -> HttpResponse:
    """Edit the draft. Its buttons change what stands in the fields; only saving keeps it."""
    viewer = _editor(request)
    held = draft_of(viewer, code)
    if request.method == "GET":
        return _edit(request, held, typed(held.tree), saved=not held.is_new)
    fields = {name: str(value) for name, value in request.POST.items()}
    given, act = sent(fields), fields.get("do", "save")
    if act not in {"save", *KEEPS}:
        return _edit(request, held, changed(given, act), version=fields.get("version", ""))
    return _save(request, held, given, keeps=act in KEEPS, version=fields.get("version", ""))


def _save(request: HttpRequest, held: Draft, given: TypedTree, *, keeps: bool, version: str) -> HttpResponse:
    """Keep the draft; what cannot be kept comes back as it was typed."""
    found = checked(given, code=held.code)
    if found.tree is None:
        return _edit(request, held, given, version=version, wrong=found.problems, status=422)
    said = problem_words(found.tree, library(viewer_of(request)))
    if said and not keeps:
        return _edit(request, held, given, version=version, problems=said, status=422)
    try:
        read = int(version) if version.isascii() and version.isdigit() and len(version) < 9 else -1
        save_draft(code=held.code, tree=tree_json(found.tree), version=read, by=viewer_of(request), at=now())
    except Stale:
        return _conflict(request, held, given)
    if swaps(request):
        kept = draft_of(viewer_of(request), held.code)
        return _edit(request, kept, typed(kept.tree), saved=True)
    messages.success(request, _("Draft saved."))
    return redirect("draft", code=held.code)


def _editor(request: HttpRequest) -> Viewer:
    """Return the viewer.

    :raises NotYours: if models may be read but not changed
    """
    viewer = viewer_of(request)
    library(viewer)
    if not may_company(viewer, "change", "models"):
        raise NotYours
    return viewer


def _edit(
    request: HttpRequest,
    held: Draft,
    given: TypedTree,
    *,
    version: str | None = None,
    saved: bool = False,
    wrong: Mapping[str, Invalid] | None = None,
    problems: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    known = library(viewer_of(request))
    tree = checked(given, code=held.code).tree
    context = {
        **_frame(held),
        "title": _("Draft of version %(n)s") % {"n": held.number},
        "words": _("Weights of each level add up to 100 %."),
        "editor": editor_shown(given, known, wrong or {}),
        "patterns": sum_patterns(),
        "problems": problems or ([_("Some fields need another look; they are marked below.")] if wrong else []),
        "lacks": _lacks(tree, known),
        "version": held.version if version is None else version,
        "is_saved": saved,
        "is_unsaved": not saved and request.method == "POST",
        "may_keep": bool(problems) and not wrong,
    }
    return page(request, "scoring/draft.html", context, part="editor" if swaps(request) else "", status=status)


def _frame(held: Draft) -> dict[str, object]:
    ways = {name: f"/company/models/{held.code}/{path}" for name, path in (("model", ""), ("draft", "draft/"), ("trial", "trial/"),
                                                                          ("publish", "publish/"))}  # fmt: skip
    return {"name": named(held.tree.zh, held.tree.en), **{f"{name}_url": url for name, url in ways.items()}}


def _lacks(tree: Tree | None, known: Mapping[str, IndicatorRule]) -> list[str]:
    if tree is None or not tree.leaves or any(leaf.indicator not in known for leaf in tree.leaves):
        return []
    return [_(one.sentence) for one in warnings(tree, known)]


def _conflict(request: HttpRequest, held: Draft, given: TypedTree) -> HttpResponse:
    """Show both texts side by side."""
    mine, theirs = beside(given, typed(held.tree), library(viewer_of(request)))
    said = {"name": held.changed_by, "time": moment(held.changed_at)}
    context = {
        **_frame(held),
        "title": _("%(name)s changed the draft too") % said,
        "words": _("%(name)s saved at %(time)s, after you had opened it. Nothing is lost: both are here.") % said,
        "their_title": _("Saved by %(name)s at %(time)s") % said,
        "mine": mine,
        "theirs": theirs,
        "fields": fields_of(given),
        "version": held.version,
        "edits": "edit",
        "is_part": swaps(request),
        "keeps": "keep",
    }
    return page(request, "scoring/conflict.html", context, part="editor" if swaps(request) else "", status=409)


@require_GET
def trial(request: HttpRequest, code: str) -> HttpResponse:
    """Show what the draft would give for three people; each look is on the record."""
    viewer = _editor(request)
    held = draft_of(viewer, code)
    context = {**_frame(held), "title": _("Trial of version %(n)s") % {"n": held.number}}
    try:
        found = trial_of(viewer, code, day=today())
    except Invalid:
        context["problems"] = problem_words(held.tree, library(viewer))
        return page(request, "scoring/trial.html", context)
    for one in found.people:
        look(what="score.look", by=viewer, at=now(), subject=one.card.ref, fields=("score", "as:hr_admin"))
    context |= {"words": trial_words(found), "people": [tried_shown(one) for one in found.people]}
    return page(request, "scoring/trial.html", context)


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Publish the draft from the border of a period on."""
    viewer = _editor(request)
    held = draft_of(viewer, code)
    if held.is_new:
        raise NotFound(where="draft")
    form = PublishForm(
        request.POST if request.method == "POST" else None,
        initial={"version": held.version},
        days=border_choices(borders(day=today()), today=today()),
    )
    if not form.is_valid():
        return _publish(request, held, form, status=422 if form.is_bound else 200)
    given = form.cleaned_data
    try:
        publish_version(
            code=code, first_day=date.fromisoformat(given["first_day"]), note=given["note"], version=given["version"], by=viewer, at=now()
        )
    except Refused as refused:
        note(form, refused)
        return _publish(request, held, form, status=refused.status)
    messages.success(request, _("Published. Closed periods stay as they are."))
    return redirect("model", code=code)


def _publish(request: HttpRequest, held: Draft, form: PublishForm, *, status: int) -> HttpResponse:
    viewer = viewer_of(request)
    known, row = library(viewer), model_of(viewer, held.code, day=today())
    said = problem_words(held.tree, known)
    context = {
        **_frame(held),
        "title": _("Publish version %(n)s") % {"n": held.number},
        "problems": said,
        "tree": tree_shown(held.tree, known),
        "shifts": [] if said else shifts(row.in_force.tree if row.in_force else None, held.tree, known),
        "shifts_title": _("What each indicator weighs in the whole"),
        "form": form,
    }
    return page(request, "scoring/publish.html", context, status=status)
