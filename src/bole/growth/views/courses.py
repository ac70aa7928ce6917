"""Courses for whoever takes them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.growth.actions import enrol, finish_step, open_course
from bole.growth.queries import course_for, courses_for, exam_rows
from bole.growth.shown.courses import course_page, step_page
from bole.growth.shown.growth import course_shown
from bole.kit.clock import now
from bole.kit.page import page, viewer_of


@require_GET
def courses(request: HttpRequest) -> HttpResponse:
    """List the courses."""
    found = courses_for(viewer_of(request))
    return page(request, "growth/courses.html", {"courses": [course_shown(one) for one in found]})


@require_GET
def course(request: HttpRequest, code: str) -> HttpResponse:
    """Show one course and its steps."""
    found = course_for(viewer_of(request), code)
    open_course(course=code, by=viewer_of(request), at=now())
    exam = exam_rows([found.exam]).get(found.exam) if found.exam else None
    return page(request, "growth/course.html", {"shown": course_page(found, exam)})


@require_POST
def take_course(request: HttpRequest, code: str) -> HttpResponse:
    """Take a course, and read its first step."""
    viewer = viewer_of(request)
    enrol(course=code, by=viewer, at=now())
    following = course_for(viewer, code).next_step
    return redirect("growth_step", code, following.ref) if following else redirect("growth_course", code)


@require_GET
def step(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Show one step to read."""
    return page(request, "growth/step.html", {"shown": step_page(course_for(viewer_of(request), code), ref)})


@require_POST
def step_done(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Note that a step is done, and go on with the next."""
    viewer = viewer_of(request)
    step_page(course_for(viewer, code), ref)
    finish_step(step=ref, by=viewer, at=now())
    found = course_for(viewer, code)
    if found.next_step is None:
        messages.success(request, _("You have read the whole course."))
        return redirect("growth_course", code)
    return redirect("growth_step", code, found.next_step.ref)
