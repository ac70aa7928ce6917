"""Series: which there are, one with all its versions, values by hand and as a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist, may_company
from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.signals.actions.series import GivenValue, give_values, withdraw_value
from bole.signals.forms_series import SeriesFileForm, ValueForm
from bole.signals.queries.series import one_series, series_for, units_to_choose
from bole.signals.rules.series import amount_of, month_of
from bole.signals.sending_series import take_csv
from bole.signals.shown.series import chart_of_series, series_shown, version_shown
from bole.signals.shown.values import is_english
from bole.values.refusal import Invalid
from bole.values.viewer import Viewer

LIST, ONE = "signals/series.html", "signals/one_series.html"


@require_GET
def all_series(request: HttpRequest) -> HttpResponse:
    """Show the series."""
    return _list(request)


@require_GET
def series(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one with all versions of its values."""
    one = one_series(viewer_of(request), ref, day=today())
    context = {
        "shown": series_shown(one.row), "chart": chart_of_series(one), "may_give": one.may_give, "ref": ref,
        "versions": [version_shown(version, one.row.kind) for version in one.versions],
    }  # fmt: skip
    return page(request, ONE, context)


@require_POST
def give(request: HttpRequest) -> HttpResponse:
    """Keep a value given by hand."""
    viewer = viewer_of(request)
    insist(viewer, "change", "series")
    form = _form(viewer, request.POST)
    if not form.is_valid():
        return _list(request, form=form, status=422)
    told = form.cleaned_data
    try:
        month, value = month_of(told["month"], today=today()), amount_of(told["value"])
        given = GivenValue(kind=told["kind"], unit=told["unit"], month=month, value=value, name=told["name"])
        give_values(values=[given], source="hand", by=viewer, at=now())
    except Invalid as refused:
        form.add_error(refused.where if refused.where in form.fields else None, " ".join(words_of(refused)).strip())
        return _list(request, form=form, status=422)
    messages.success(request, _("Kept. Diagnoses that miss it run again."))
    return redirect("signals:series")


@require_POST
def file(request: HttpRequest) -> HttpResponse:
    """Take a file of values, all or nothing."""
    viewer = viewer_of(request)
    insist(viewer, "change", "series")
    form = SeriesFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, file_form=form, status=422)
    try:
        fates = take_csv(body=form.cleaned_data["file"].read(), by=viewer, at=now())
    except Invalid as refused:
        form.add_error("file", " ".join((_place(refused.where), *words_of(refused))).strip())
        return _list(request, file_form=form, status=422)
    changed = fates["stored"] + fates["corrected"]
    messages.success(request, ngettext("%(count)s value kept.", "%(count)s values kept.", changed) % {"count": changed})
    return redirect("signals:series")


def _place(where: str) -> str:
    """Return the cell that was refused, in words: row 4, column month; nothing where it is the file as a whole."""
    row, _space, column = where.removeprefix("row ").partition(" ")
    return _("Row %(row)s, column “%(column)s”:") % {"row": row, "column": column} if where.startswith("row ") else ""


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Withdraw the value of a month."""
    insist(viewer_of(request), "change", "series")
    month = month_of(request.POST.get("month", ""), today=today())
    withdraw_value(ref=ref, month=month, by=viewer_of(request), at=now())
    messages.success(request, _("Withdrawn. It stays on record."))
    return redirect("signals:one_series", ref)


def _form(viewer: Viewer, sent: QueryDict | None = None) -> ValueForm:
    own = [("", _("Company"))] if viewer.has_role("hr", "hr_admin") else []
    units = [
        (ref, "\u3000" * depth + ((name_en or name) if is_english() else name))
        for ref, name, name_en, depth in units_to_choose(viewer, day=today())
    ]
    return ValueForm(sent, units=[*own, *units])


def _list(
    request: HttpRequest, *, form: ValueForm | None = None, file_form: SeriesFileForm | None = None, status: int = 200
) -> HttpResponse:
    viewer = viewer_of(request)
    may_give = may_company(viewer, "change", "series")
    rows = [series_shown(one) for one in series_for(viewer, day=today())]
    context: dict[str, object] = {"rows": rows, "may_give": may_give, "file_form": file_form or SeriesFileForm()}
    if may_give:
        context["form"] = form or _form(viewer)
    return page(request, LIST, context, status=status)
