"""What HR keeps: the catalogue of skills and the courses, with the way to exams and certificates."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.growth.actions import save_course, save_skill, save_step, take_presets
from bole.growth.forms import CatalogueForm, CourseForm, StepForm
from bole.growth.permissions import can_keep, insist_on_keeping
from bole.growth.queries.banks import kept_exams
from bole.growth.queries.courses import kept_course, kept_courses
from bole.growth.queries.skills import catalogue_for
from bole.growth.shown.keeping import catalogue_shown, course_initial, exam_choices, kept_shown, skill_initial, steps_shown, tabs
from bole.growth.shown.naming import said
from bole.growth.views.editing import edit
from bole.kit.clock import now
from bole.kit.page import page, viewer_of
from bole.values.refusal import NotFound


@require_GET
def growth(request: HttpRequest) -> HttpResponse:
    """Show courses and exams, and what ships and is not here yet."""
    viewer = viewer_of(request)
    shown = kept_shown(kept_courses(viewer), kept_exams(viewer))
    return page(request, "growth/kept.html", {"shown": shown, "tabs": tabs("courses"), "may_change": can_keep(viewer)})


@require_POST
def presets(request: HttpRequest) -> HttpResponse:
    """Take what ships with the product and is not here yet."""
    added = take_presets(by=viewer_of(request), at=now())
    messages.success(request, _("{count} things were added.").format(count=added) if added else _("Everything that ships is here."))
    return redirect("kept_growth")


@require_GET
def skills(request: HttpRequest) -> HttpResponse:
    """Show the catalogue of skills."""
    viewer = viewer_of(request)
    groups = catalogue_shown(catalogue_for(viewer))
    return page(request, "growth/kept_skills.html", {"groups": groups, "tabs": tabs("skills"), "may_change": can_keep(viewer)})


@require_http_methods(["GET", "POST"])
def new_skill(request: HttpRequest) -> HttpResponse:
    """Add a skill."""
    insist_on_keeping(viewer_of(request))
    form = CatalogueForm(request.POST if request.method == "POST" else None)
    return edit(request, form, lambda: _save_skill(request, form, form.cleaned_data["code"]), _("Add a skill"), "/company/growth/skills/")


@require_http_methods(["GET", "POST"])
def skill(request: HttpRequest, code: str) -> HttpResponse:
    """Change a skill."""
    viewer = viewer_of(request)
    found = next((one for one in catalogue_for(viewer) if one.code == code), None)
    if found is None:
        raise NotFound
    insist_on_keeping(viewer)
    form = CatalogueForm({**request.POST.dict(), "code": code} if request.method == "POST" else None, initial=skill_initial(found))
    form.fields["code"].disabled = True
    return edit(request, form, lambda: _save_skill(request, form, code), said(found.name_zh, found.name_en), "/company/growth/skills/")


def _save_skill(request: HttpRequest, form: Form, code: str) -> object:
    told = form.cleaned_data
    return save_skill(
        code=code, told=told, is_offered=told["is_offered"], version=told["version"], by=viewer_of(request), at=now()
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new_course(request: HttpRequest) -> HttpResponse:
    """Add a course."""
    viewer = viewer_of(request)
    insist_on_keeping(viewer)
    form = CourseForm(request.POST if request.method == "POST" else None, exams=exam_choices(kept_exams(viewer)))
    return edit(request, form, lambda: _save_course(request, form, form.cleaned_data["code"]), _("Add a course"), "/company/growth/")


@require_http_methods(["GET", "POST"])
def course(request: HttpRequest, code: str) -> HttpResponse:
    """Change a course, and show its steps."""
    viewer = viewer_of(request)
    found = kept_course(viewer, code)
    if request.method == "POST":
        insist_on_keeping(viewer)
    typed = {**request.POST.dict(), "code": code} if request.method == "POST" else None
    form = CourseForm(typed, initial=course_initial(found), exams=exam_choices(kept_exams(viewer)))
    form.fields["code"].disabled = True
    more = {"steps": steps_shown(found), "code": code, "may_change": can_keep(viewer)}
    title, back = said(found.title_zh, found.title_en), "/company/growth/"
    return edit(request, form, lambda: _save_course(request, form, code), title, back, template="growth/kept_course.html", more=more)


def _save_course(request: HttpRequest, form: Form, code: str) -> object:
    told = form.cleaned_data
    return save_course(
        code=code, told=told, is_offered=told["is_offered"], version=told["version"], by=viewer_of(request), at=now()
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new_step(request: HttpRequest, code: str) -> HttpResponse:
    """Add a step to a course."""
    kept_course(viewer_of(request), code)
    insist_on_keeping(viewer_of(request))
    form = StepForm(request.POST if request.method == "POST" else None)
    back = f"/company/growth/courses/{code}/"
    return edit(request, form, lambda: _save_step(request, form, code, ""), _("Add a step"), back)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Change a step."""
    viewer = viewer_of(request)
    found = next((one for one in kept_course(viewer, code).steps if one.ref == ref), None)
    if found is None:
        raise NotFound
    insist_on_keeping(viewer)
    initial = {key: getattr(found, key) for key in StepForm.base_fields}
    form = StepForm(request.POST if request.method == "POST" else None, initial=initial)
    title, back = said(found.title_zh, found.title_en), f"/company/growth/courses/{code}/"
    return edit(request, form, lambda: _save_step(request, form, code, ref), title, back)


def _save_step(request: HttpRequest, form: Form, code: str, ref: str) -> object:
    told = form.cleaned_data
    return save_step(
        course=code, step=ref, told=told, minutes=told["minutes"], is_in=told["is_in"], by=viewer_of(request), at=now()
    )  # fmt: skip
