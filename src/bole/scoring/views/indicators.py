"""The indicator library: what each is computed of, what its values are worth."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bole.access.rules import insist, may_company
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, swaps, viewer_of
from bole.kit.ui.days import moment
from bole.scoring.actions import save_indicator
from bole.scoring.forms_indicator import IndicatorForm
from bole.scoring.queries.catalogue import IndicatorRow, indicator_row, indicators_for, library
from bole.scoring.rules.drafting import free_code
from bole.scoring.rules.indicator import IndicatorRule, indicator_json, indicator_of
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.typed_curve import TypedCurve, curve_raw, number, sent_curve, typed_curve
from bole.scoring.shown.indicators import (
    beside,
    curve_shown,
    how_words,
    indicator_shown,
    initial_of,
    is_of_curve,
    library_title,
    measure_choices,
    models_words,
)
from bole.scoring.shown.periods import named
from bole.values.refusal import Invalid, NotYours, Refused, Stale

NEW = "new"  # an address of its own stands there


@require_GET
def indicators(request: HttpRequest) -> HttpResponse:
    """Show the library."""
    viewer = viewer_of(request)
    rows = indicators_for(viewer, day=today())
    context = {
        "title": library_title(rows),
        "indicators": [indicator_shown(one) for one in rows],
        "may_change": may_company(viewer, "change", "models"),
    }
    return page(request, "scoring/indicators.html", context)


@require_http_methods(["GET", "POST"])
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Show and change one indicator."""
    row = indicator_row(viewer_of(request), code, day=today())
    if request.method == "POST":
        insist(viewer_of(request), "change", "models")
    return _edit(request, row)


@require_http_methods(["GET", "POST"])
def new_indicator(request: HttpRequest) -> HttpResponse:
    """Add an indicator to the library."""
    library(viewer_of(request))
    if not may_company(viewer_of(request), "change", "models"):
        raise NotYours
    return _edit(request, None)


def _edit(request: HttpRequest, row: IndicatorRow | None) -> HttpResponse:
    """Show the editor; draw what was typed, or save it."""
    rule = row.rule if row else LIBRARY["task_completion"]
    measures = measure_choices(rule.numerator, rule.denominator)
    if request.method == "GET":
        begin = initial_of(rule, row.version if row else 0) | ({} if row else {"zh": "", "en": ""})
        form = IndicatorForm(initial=begin, measures=measures)
        return _show(request, row, form, typed_curve(rule.curve), rule=rule)
    form, given = IndicatorForm(request.POST, measures=measures), sent_curve(request.POST.dict())
    made, refused = _made(request, row, form, given)
    if request.POST.get("do") == "draw":
        return _show(request, row, form, given, rule=made, refused=refused)
    if made is None or not form.is_valid():
        return _show(request, row, form, given, rule=made, refused=refused, status=422)
    return _save(request, row, form, given, made)


def _made(
    request: HttpRequest, row: IndicatorRow | None, form: IndicatorForm, given: TypedCurve
) -> tuple[IndicatorRule | None, Invalid | None]:
    """Return the indicator that was typed, or why there is none; the form says it at the field."""
    if not form.is_valid():
        return None, None
    told = form.cleaned_data
    code = row.rule.code if row else free_code(told["en"], {*library(viewer_of(request)), NEW})
    try:
        raw = {name: told[name] for name in ("zh", "en", "how", "numerator", "denominator", "unit", "direction", "missing")}
        target = number(told["target"], where="target") if told["target"].strip() else None
        raw |= {"code": code, "target": target} | {name: told[name] for name in ("least_sample", "is_long_term", "asks_confirmation")}
        return indicator_of(raw | {"curve": curve_raw(given)}), None
    except Invalid as refused:
        if not is_of_curve(refused):
            note(form, refused)
        return None, refused


def _save(request: HttpRequest, row: IndicatorRow | None, form: IndicatorForm, given: TypedCurve, made: IndicatorRule) -> HttpResponse:
    viewer = viewer_of(request)
    try:
        save_indicator(definition=indicator_json(made), version=form.cleaned_data["version"], by=viewer, at=now())
    except Stale:
        return _conflict(request, indicator_row(viewer, made.code, day=today()), form)
    except Invalid as refused:
        note(form, refused)
        return _show(request, row, form, given, rule=made, status=422)
    messages.success(request, _("Saved. Published models keep the definition that they were published with."))
    return redirect("indicator", code=made.code)


def _show(
    request: HttpRequest,
    row: IndicatorRow | None,
    form: IndicatorForm,
    given: TypedCurve,
    *,
    rule: IndicatorRule | None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    wrong = refused if isinstance(refused, Invalid) and is_of_curve(refused) else None
    context = {
        "title": named(row.rule.zh, row.rule.en) if row else _("A new indicator"),
        "words": how_words(row.rule) if row else _("What it counts, what a value is worth, what happens without data."),
        "form": form,
        "curve": curve_shown(given, rule, wrong),
        "kinds": [("linear", _("lines between points")), ("steps", _("steps")), ("capped", _("share of the target")), ("veto", _("veto"))],
        "zeroes": [("total", _("the whole score")), ("dimension", _("its dimension"))],
        "models": models_words(row) if row else "",
        "url": request.path,
        "may_change": may_company(viewer_of(request), "change", "models"),
    }
    return page(request, "scoring/indicator.html", context, part="editor" if swaps(request) else "", status=status)


def _conflict(request: HttpRequest, row: IndicatorRow, form: IndicatorForm) -> HttpResponse:
    """Show both texts side by side."""
    fields = {name: str(value) for name, value in request.POST.items() if name not in {"csrfmiddlewaretoken", "version", "do"}}
    mine, theirs = beside(fields, row.rule, _labels(form))
    said = {"name": row.changed_by, "time": moment(row.changed_at)}
    context = {
        "name": _("Indicator library"),
        "model_url": "/company/indicators/",
        "draft_url": f"/company/indicators/{row.rule.code}/",
        "title": _("%(name)s changed the indicator too") % said,
        "words": _("%(name)s saved at %(time)s, after you had opened it. Nothing is lost: both are here.") % said,
        "their_title": _("Saved by %(name)s at %(time)s") % said,
        "mine": mine,
        "theirs": theirs,
        "fields": list(fields.items()),
        "version": row.version,
        "edits": "draw",
        "is_part": swaps(request),
        "keeps": "save",
    }
    return page(request, "scoring/conflict.html", context, part="editor" if swaps(request) else "", status=409)


def _labels(form: IndicatorForm) -> Mapping[str, str]:
    return {name: str(field.label) for name, field in form.fields.items() if name != "version"}
