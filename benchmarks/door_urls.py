"""The product's addresses, and the bare view's."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from bole.people.models import Person


def bare(_request: HttpRequest) -> HttpResponse:
    """Answer with one query and no template."""
    return HttpResponse(Person.objects.values_list("name", flat=True).order_by("id").first() or "")


urlpatterns = [path("healthz/bare/", bare), path("", include("bole.config.urls"))]
