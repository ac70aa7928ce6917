"""The project of a pair: named by the two, closed by the mentor with its result."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from bole.kit.clock import now
from bole.kit.page import viewer_of
from bole.mentoring.actions.projects import close_project, name_project
from bole.mentoring.forms_life import CloseProjectForm, ProjectForm
from bole.mentoring.views.pairs import take_on_pair


@require_POST
def name(request: HttpRequest, ref: str) -> HttpResponse:
    """Name the project, and where it lives."""
    form = ProjectForm(request.POST)

    def change(told: dict[str, str]) -> object:
        version = int(told["version"])
        return name_project(pair_ref=ref, version=version, name=told["name"], link=told["link"], by=viewer_of(request), at=now())

    return take_on_pair(request, ref, "project_form", form, change)


@require_POST
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """Close the project with its result."""
    form = CloseProjectForm(request.POST)

    def change(_told: dict[str, str]) -> object:
        return close_project(pair_ref=ref, left=form.left, by=viewer_of(request), at=now())

    return take_on_pair(request, ref, "close_form", form, change)
