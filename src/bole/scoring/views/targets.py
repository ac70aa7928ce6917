"""Targets: which hold, and setting another."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bole.access.rules import may_company
from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.people.queries import get_person_for
from bole.scoring.actions import set_target
from bole.scoring.computing import UNIT
from bole.scoring.forms_closing import TargetForm
from bole.scoring.queries.targets import choices, targets
from bole.scoring.shown.targets import form_choices, targets_shown, title_of
from bole.values.refusal import NotYours, Refused
from bole.values.viewer import Viewer

LIST, NEW = "scoring/targets.html", "scoring/targets_new.html"


@require_GET
def all_targets(request: HttpRequest) -> HttpResponse:
    """Show the targets by indicator."""
    viewer = viewer_of(request)
    found = targets(viewer, day=today())
    context = {"title": title_of(found), "indicators": targets_shown(found), "may_change": may_company(viewer, "change", "targets")}
    return page(request, LIST, context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Set a target from the border of a period on."""
    viewer = viewer_of(request)
    form = _form(viewer, request.POST if request.method == "POST" else None, indicator=request.GET.get("indicator", ""))
    if not may_company(viewer, "change", "targets"):
        raise NotYours
    if request.method == "GET":
        return page(request, NEW, {"form": form})
    if form.is_valid():
        try:
            _set(form, viewer)
        except Refused as refused:
            place = refused.where if refused.where in form.fields else None
            form.add_error(place, " ".join(words_of(refused)).strip())
        else:
            messages.success(request, _("The target holds. Scores of open periods follow."))
            return redirect("targets")
    return page(request, NEW, {"form": form}, status=422)


def _form(viewer: Viewer, sent: QueryDict | None, *, indicator: str) -> TargetForm:
    offered = form_choices(choices(viewer, day=today()))
    return TargetForm(
        sent,
        initial={"indicator": indicator, "scope": "company"},
        indicators=offered["indicators"],
        families=offered["families"],
        units=offered["units"],
        days=offered["days"],
    )


def _set(form: TargetForm, viewer: Viewer) -> None:
    """Set what the form says."""
    told = form.cleaned_data
    number = get_person_for(viewer, told["number"].strip(), today()).number if told["scope"] == "person" else ""
    set_target(
        indicator=told["indicator"],
        value=int(told["value"] * UNIT),
        first_day=date.fromisoformat(told["first_day"]),
        why=told["why"],
        by=viewer,
        at=now(),
        family=told["family"] if told["scope"] == "family" else "",
        unit_ref=told["unit"] if told["scope"] in {"unit", "whole"} else "",
        is_whole=told["scope"] == "whole",
        number=number,
    )
