"""Models: which there are, one with its versions, beginning one, and who is scored by it."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import may_company
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.scoring.actions import use_model
from bole.scoring.actions.beginnings import begin_model
from bole.scoring.forms_models import NewModelForm, UseForm
from bole.scoring.queries.catalogue import ModelRow, model_of, models_for
from bole.scoring.queries.drafts import borders, families
from bole.scoring.shown.drafts import border_choices
from bole.scoring.shown.models import families_words, model_shown, models_title, tree_shown, use_words, version_shown, version_words
from bole.scoring.shown.periods import named
from bole.values.refusal import NotYours, Refused


@require_GET
def models(request: HttpRequest) -> HttpResponse:
    """Show the models with what they look at."""
    viewer = viewer_of(request)
    rows = models_for(viewer, day=today())
    context = {
        "title": models_title(rows),
        "models": [model_shown(one) for one in rows],
        "may_change": may_company(viewer, "change", "models"),
    }
    return page(request, "scoring/models.html", context)


@require_GET
def model(request: HttpRequest, code: str) -> HttpResponse:
    """Show one model: a version of it, whom it scores, its versions."""
    return _show(request, model_of(viewer_of(request), code, day=today()), asked=request.GET.get("version", ""))


@require_http_methods(["GET", "POST"])
def new_model(request: HttpRequest) -> HttpResponse:
    """Begin a model."""
    viewer = viewer_of(request)
    models_for(viewer, day=today())
    if not may_company(viewer, "change", "models"):
        raise NotYours
    form = NewModelForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, "scoring/new_model.html", {"form": form}, status=422 if form.is_bound else 200)
    try:
        code = begin_model(**form.cleaned_data, by=viewer, at=now())
    except Refused as refused:
        note(form, refused)
        return page(request, "scoring/new_model.html", {"form": form}, status=refused.status)
    return redirect("draft", code=code)


@require_POST
def use(request: HttpRequest, code: str) -> HttpResponse:
    """Let job families be scored by the model."""
    viewer = viewer_of(request)
    row, form = model_of(viewer, code, day=today()), _use_form(request)
    if not form.is_valid():
        return _show(request, row, form=form, status=422)
    try:
        use_model(
            code=code,
            families=form.cleaned_data["families"],
            first_day=date.fromisoformat(form.cleaned_data["first_day"]),
            by=viewer,
            at=now(),
        )
    except NotYours:
        raise
    except Refused as refused:
        note(form, refused)
        return _show(request, row, form=form, status=refused.status)
    messages.success(request, _("Done. Scores of open periods follow."))
    return redirect("model", code=code)


def _use_form(request: HttpRequest) -> UseForm:
    offered = [(code, named(zh, en)) for code, zh, en in families()]
    return UseForm(
        request.POST if request.method == "POST" else None, families=offered, days=border_choices(borders(day=today()), today=today())
    )


def _show(request: HttpRequest, row: ModelRow, *, asked: str = "", form: UseForm | None = None, status: int = 200) -> HttpResponse:
    published = [one for one in row.versions if not one.is_draft]
    shown = next((one for one in published if str(one.number) == asked), row.in_force or (published[0] if published else None))
    may_change = may_company(viewer_of(request), "change", "models")
    context = {
        "name": named(row.zh, row.en),
        "words": families_words(row),
        "tree": tree_shown(shown.tree, shown.indicators) if shown else None,
        "shown_title": version_words(shown) if shown else "",
        "versions": [version_shown(row, one, shown) for one in row.versions],
        "uses": [(named(one.zh, one.en), use_words(one, row)) for one in row.uses],
        "has_draft": row.draft is not None,
        "draft_url": f"/company/models/{row.code}/draft/",
        "use_url": f"/company/models/{row.code}/use/",
        "use_form": form or (_use_form(request) if may_change and shown else None),
        "may_change": may_change,
    }
    return page(request, "scoring/model.html", context, status=status)
