"""One's own growth, and that of somebody whom one looks after."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist_on_taking_part
from bole.growth.actions import record_skill
from bole.growth.forms import SkillForm
from bole.growth.queries.pages import Growth, growth_for, growth_of
from bole.growth.shown.growth import growth_shown
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.values.refusal import Invalid, NotYours, Refused


@require_GET
def growth(request: HttpRequest) -> HttpResponse:
    """Show one's skills, courses, exams and certificates."""
    return _show(request, growth_of(viewer_of(request), day=today()))


@require_POST
def state_skill(request: HttpRequest) -> HttpResponse:
    """Say which level one has in a skill."""
    viewer, found = viewer_of(request), growth_of(viewer_of(request), day=today())
    form = SkillForm(request.POST, choices=growth_shown(found, day=today()).choices)
    if form.is_valid():
        try:
            record_skill(person_id=insist_on_taking_part(viewer), source="own", by=viewer, at=now(), **form.cleaned_data)
        except (Invalid, Refused) as refused:
            note(form, refused)
        else:
            messages.success(request, _("Noted. Your manager can confirm it."))
            return redirect("growth")
    return _show(request, found, form=form)


@require_GET
def person_growth(request: HttpRequest, number: str) -> HttpResponse:
    """Show the skills, courses and exams of somebody whom one looks after."""
    return _show(request, growth_for(viewer_of(request), number, day=today()))


@require_POST
def confirm_skill(request: HttpRequest, number: str) -> HttpResponse:
    """Say, as the manager, which level somebody has."""
    viewer = viewer_of(request)
    found = growth_for(viewer, number, day=today())
    if not found.may_confirm:
        raise NotYours
    form = SkillForm(request.POST, choices=growth_shown(found, day=today()).choices)
    if not form.is_valid():
        return _show(request, found, form=form)
    record_skill(person_id=found.card.person_id, source="manager", by=viewer, at=now(), **form.cleaned_data)
    messages.success(request, _("Confirmed. {name} sees it at once.").format(name=found.card.name))
    return redirect("person_growth", number)


def _show(request: HttpRequest, found: Growth, *, form: SkillForm | None = None) -> HttpResponse:
    shown = growth_shown(found, day=today())
    context = {"shown": shown, "form": form or SkillForm(choices=shown.choices), "levels": range(1, 6)}
    return page(request, "growth/own.html" if found.is_own else "growth/person.html", context, status=422 if form is not None else 200)
