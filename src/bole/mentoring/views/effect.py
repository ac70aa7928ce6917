"""What came of mentoring: one's own page, somebody's for HR and managers, the file, and what works."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.coaching import object_to_retirement
from bole.mentoring.actions.methods import adopt_method
from bole.mentoring.forms_effect import AnswerRetirementForm, CoachForm, ObjectionForm, RetireForm
from bole.mentoring.queries.effect import effect_for, effect_of
from bole.mentoring.queries.effect_file import file_for
from bole.mentoring.queries.effect_methods import methods_for
from bole.mentoring.queries.promotion import own_candidacies
from bole.mentoring.shown.effect import effect_shown
from bole.mentoring.shown.effect_file import file_shown
from bole.mentoring.shown.methods import methods_shown
from bole.mentoring.shown.promotion import candidacies_shown
from bole.values.refusal import Invalid

PAGE = "mentoring/effect.html"


@require_GET
def effect(request: HttpRequest) -> HttpResponse:
    """Show one's own effect as a mentor."""
    return _own(request)


@require_POST
def object_to(request: HttpRequest, ref: str) -> HttpResponse:
    """Say something to the end of one's role."""
    form = ObjectionForm(request.POST)
    form.is_valid()
    try:
        object_to_retirement(ref=ref, words=form.cleaned_data.get("words", ""), by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _own(request, form=form, status=422)
    messages.success(request, _("Sent. HR reads it and answers you."))
    return redirect("mentor_effect")


@require_GET
def effect_of_somebody(request: HttpRequest, number: str) -> HttpResponse:
    """Show a mentor's effect to HR, the score as a whole to managers."""
    return somebody(request, number)


def somebody(
    request: HttpRequest,
    number: str,
    *,
    coach_form: CoachForm | None = None,
    retire_form: RetireForm | None = None,
    answer_form: AnswerRetirementForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with a mentor's page."""
    found = effect_for(viewer_of(request), number, day=today())
    context = {
        "page": found,
        "shown": effect_shown(found, today=today()),
        "form": ObjectionForm(),
        "coach_form": coach_form or CoachForm(),
        "retire_form": retire_form or RetireForm(),
        "answer_form": answer_form or AnswerRetirementForm(),
    }
    return page(request, PAGE, context, status=status)


@require_GET
def file(request: HttpRequest, number: str) -> HttpResponse:
    """Show what goes into a promotion file, to be printed."""
    found = file_for(viewer_of(request), number, day=today())
    return page(request, "mentoring/effect_file.html", {"shown": file_shown(found)})


@require_GET
def methods(request: HttpRequest) -> HttpResponse:
    """Show what works."""
    viewer = viewer_of(request)
    return page(request, "mentoring/methods.html", {"shown": methods_shown(methods_for(viewer, day=today()), viewer)})


@require_POST
def adopt(request: HttpRequest, ref: str) -> HttpResponse:
    """Try a method from today on."""
    adopt_method(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("You try it from today on. In three months you see what came of it."))
    return redirect("mentoring_methods")


def _own(request: HttpRequest, *, form: ObjectionForm | None = None, status: int = 200) -> HttpResponse:
    found = effect_of(viewer_of(request), day=today())
    context = {
        "page": found,
        "shown": effect_shown(found, today=today()),
        "form": form or ObjectionForm(),
        "reviewed": candidacies_shown(own_candidacies(found.card.person_id)),
    }
    return page(request, PAGE, context, status=status)
