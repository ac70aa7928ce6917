"""Improvement plans: the list, proposing, one plan, and what the two and HR do with it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.reviews.actions.improvement import (
    answer_improvement,
    check_week,
    end_improvement,
    finish_milestone,
    propose_improvement,
    revise_improvement,
    withdraw_improvement,
)
from bole.reviews.forms_improvement import AnswerForm, EndForm, PlanForm, WeekForm
from bole.reviews.queries.improvement import candidate_for, plan_for, plans_for
from bole.reviews.refusals_improvement import ImprovementChanged, ImprovementNotOpen, ImprovementOpen
from bole.reviews.shown.improvement import plan_shown, plans_shown
from bole.reviews.shown.naming import name_of
from bole.values.refusal import Invalid, NotYours
from bole.values.workdays import working_day_at

AT_THE_FORM = (Invalid, ImprovementOpen, ImprovementNotOpen, ImprovementChanged)


@require_GET
def plans(request: HttpRequest) -> HttpResponse:
    """List the plans that the viewer may see."""
    return page(request, "reviews/improvements.html", {"shown": plans_shown(plans_for(viewer_of(request), day=today()))})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Propose a plan."""
    viewer = viewer_of(request)
    card = candidate_for(viewer, request.GET.get("with", ""), day=today())
    form = PlanForm(request.POST if request.method == "POST" else None, initial={"first_day": working_day_at(today(), 3)})
    if request.method == "POST" and form.is_valid():
        try:
            made = propose_improvement(person_id=card.person_id, plan=form.proposed, by=viewer, at=now())
        except AT_THE_FORM as refused:
            note(form, refused)
        else:
            messages.success(request, _("Sent. It begins when %(name)s agrees.") % {"name": name_of(card)})
            return redirect("improvement_plan", made.ref)
    title = _("A plan for %(name)s") % {"name": name_of(card)}
    return _form(request, form, title=title, url=f"/improvement/new/?with={card.number}")


@require_http_methods(["GET", "POST"])
def revise(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a plan that is not agreed yet."""
    viewer = viewer_of(request)
    found = plan_for(viewer, ref, day=today())
    if not found.may_change:
        raise NotYours
    initial: dict[str, object] = {
        "why": found.why, "goals": "\n".join(found.goals), "support": found.support, "first_day": found.line.first_day,
        "weeks": found.line.weeks, "version": found.version,
    }  # fmt: skip
    for n, one in enumerate(found.milestones, start=1):
        initial |= {f"due_{n}": one.step.due_on, f"milestone_{n}": one.words}
    form = PlanForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        told = request.POST.get("version", "")
        version = int(told) if told.isdecimal() and len(told) < 9 else 0
        try:
            revise_improvement(ref=ref, plan=form.proposed, version=version, by=viewer, at=now())
        except AT_THE_FORM as refused:
            note(form, refused)
        else:
            messages.success(request, _("Sent again."))
            return redirect("improvement_plan", ref)
    title = _("Change the plan for %(name)s") % {"name": name_of(found.people.get(found.line.person_id))}
    return _form(request, form, title=title, url=f"/improvement/{ref}/revise/", version=found.version)


def _form(request: HttpRequest, form: PlanForm, *, title: str, url: str, version: int = 0) -> HttpResponse:
    context = {"form": form, "title": title, "url": url, "version": version}
    return page(request, "reviews/improvement_form.html", context, status=422 if form.errors else 200)


@require_GET
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a plan."""
    return _show(request, ref)


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Agree, or say what should be different."""
    agrees = request.POST.get("answer") == "agree"

    def change(told: dict[str, Any]) -> object:
        return answer_improvement(ref=ref, agrees=agrees, remark=told["remark"], by=viewer_of(request), at=now())

    return _take(request, ref, "answer_form", AnswerForm(request.POST), change)


@require_POST
def week(request: HttpRequest, ref: str) -> HttpResponse:
    """Look back at a week."""

    def change(told: dict[str, Any]) -> object:
        return check_week(ref=ref, week=told["week"], way=told["way"], words=told["words"], by=viewer_of(request), at=now())

    return _take(request, ref, "week_form", WeekForm(request.POST), change)


@require_POST
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """End a plan, with what came of it and why."""

    def change(told: dict[str, Any]) -> object:
        return end_improvement(ref=ref, outcome=told["outcome"], reason=told["reason"], by=viewer_of(request), at=now())

    return _take(request, ref, "end_form", EndForm(request.POST), change)


@require_POST
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """Note that a milestone is done today."""
    one = finish_milestone(ref=ref, done_on=today(), by=viewer_of(request), at=now())
    messages.success(request, _("Saved."))
    return redirect("improvement_plan", one.plan.ref)


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a plan back that was not agreed."""
    withdraw_improvement(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Taken back."))
    return redirect("improvement_plans")


def _take(request: HttpRequest, ref: str, name: str, form: forms.Form, change: Callable[[dict[str, Any]], object]) -> HttpResponse:
    """Make the change; say at its form what it refused."""
    plan_for(viewer_of(request), ref, day=today())
    if form.is_valid():
        try:
            change(form.cleaned_data)
        except AT_THE_FORM as refused:
            note(form, refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("improvement_plan", ref)
    return _show(request, ref, forms={name: form}, status=422)


def _show(request: HttpRequest, ref: str, *, forms: dict[str, forms.Form] | None = None, status: int = 200) -> HttpResponse:
    shown = plan_shown(plan_for(viewer_of(request), ref, day=today()), today=today())
    context = {
        "shown": shown, "answer_form": AnswerForm(), "week_form": WeekForm(initial={"week": max(1, shown.week)}), "end_form": EndForm(),
        **(forms or {}),
    }  # fmt: skip
    return page(request, "reviews/improvement.html", context, status=status)
