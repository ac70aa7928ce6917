"""What HR keeps of the first weeks: trainings, and the newcomer's list."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.growth.actions import call_off_training, save_newcomer_step, save_training, take_newcomer_list
from bole.growth.forms_joining import NewcomerStepForm, TrainingForm
from bole.growth.permissions import can_keep, insist_on_keeping
from bole.growth.queries.joining import kept_list, kept_training, kept_trainings
from bole.growth.shown.joining import STEP_FIELDS, TRAINING_FIELDS, initial_of, kept_trainings_shown, list_shown
from bole.growth.shown.keeping import tabs
from bole.growth.shown.naming import said
from bole.growth.views.editing import edit
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound

TRAININGS, NEWCOMERS = "/company/growth/training/", "/company/growth/newcomers/"


@require_GET
def trainings(request: HttpRequest) -> HttpResponse:
    """Show the trainings, the latest first."""
    viewer = viewer_of(request)
    rows = kept_trainings_shown(kept_trainings(viewer), at=now())
    return page(request, "growth/kept_trainings.html", {"rows": rows, "tabs": tabs("training"), "may_change": can_keep(viewer)})


@require_http_methods(["GET", "POST"])
def new_training(request: HttpRequest) -> HttpResponse:
    """Add a training."""
    insist_on_keeping(viewer_of(request))
    form = TrainingForm(request.POST if request.method == "POST" else None)
    return edit(request, form, lambda: _save_training(request, form, ""), _("Add a training"), TRAININGS)


@require_http_methods(["GET", "POST"])
def training(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a training."""
    viewer = viewer_of(request)
    found = kept_training(viewer, ref)
    insist_on_keeping(viewer)
    form = TrainingForm(request.POST if request.method == "POST" else None, initial=initial_of(found, TRAINING_FIELDS))
    more = {"ref": ref, "is_called_off": found.is_called_off}
    title = said(found.title_zh, found.title_en)
    return edit(
        request, form, lambda: _save_training(request, form, ref), title, TRAININGS, template="growth/kept_training.html", more=more
    )


@require_POST
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    """Call a training off."""
    kept_training(viewer_of(request), ref)
    call_off_training(training=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Called off. It stands on nobody's home any more."))
    return redirect("kept_trainings")


def _save_training(request: HttpRequest, form: Form, ref: str) -> object:
    return save_training(training=ref, told=form.cleaned_data, version=form.cleaned_data["version"], by=viewer_of(request), at=now())


@require_GET
def newcomers(request: HttpRequest) -> HttpResponse:
    """Show the newcomer's list."""
    viewer = viewer_of(request)
    rows = list_shown(kept_list(viewer))
    return page(request, "growth/kept_newcomers.html", {"rows": rows, "tabs": tabs("newcomers"), "may_change": can_keep(viewer)})


@require_POST
def take_list(request: HttpRequest) -> HttpResponse:
    """Take the list that ships."""
    added = take_newcomer_list(by=viewer_of(request), at=now())
    messages.success(request, _("{count} things were added.").format(count=added) if added else _("Everything that ships is here."))
    return redirect("kept_newcomers")


@require_http_methods(["GET", "POST"])
def new_newcomer_step(request: HttpRequest) -> HttpResponse:
    """Add a line."""
    viewer = viewer_of(request)
    insist_on_keeping(viewer)
    form = NewcomerStepForm(request.POST if request.method == "POST" else None, initial={"ordinal": len(kept_list(viewer)) + 1})
    return edit(request, form, lambda: _save_step(request, form, ""), _("Add a line"), NEWCOMERS)


@require_http_methods(["GET", "POST"])
def newcomer_step(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a line."""
    viewer = viewer_of(request)
    found = next((one for one in kept_list(viewer) if one.ref == ref), None)
    if found is None:
        raise NotFound
    insist_on_keeping(viewer)
    form = NewcomerStepForm(request.POST if request.method == "POST" else None, initial=initial_of(found, STEP_FIELDS))
    return edit(request, form, lambda: _save_step(request, form, ref), said(found.title_zh, found.title_en), NEWCOMERS)


def _save_step(request: HttpRequest, form: Form, ref: str) -> object:
    return save_newcomer_step(step=ref, told=form.cleaned_data, version=form.cleaned_data["version"], by=viewer_of(request), at=now())
