"""Addresses: each room brings its own."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from bole.config.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("bole.home.urls")),
    path("", include("bole.connect.urls")),
    path("", include("bole.mentoring.urls")),
    path("", include("bole.reviews.urls")),
    path("", include("bole.signals.urls")),
    path("", include("bole.scoring.urls")),
    path("", include("bole.growth.urls")),
    path("", include("bole.attendance.urls")),
    path("", include("bole.work.urls")),
    path("", include("bole.surveys.urls")),
    path("", include("bole.people.urls")),
    path("", include("bole.access.urls")),
    path("", include("bole.audit.urls")),
    path("", include("bole.notices.urls")),
    path("", include("bole.accounts.urls")),
    path("", include("bole.kit.urls")),
    path("api/v1/", api.urls),
]

if settings.ENVIRONMENT.is_demo:
    urlpatterns.append(path("", include("bole.sandbox.urls")))

handler404 = "bole.kit.views.missing"
handler403 = "bole.kit.views.forbidden"
handler400 = "bole.kit.views.bad"
handler500 = "bole.kit.views.broken"
