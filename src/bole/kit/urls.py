"""Addresses of the kit."""

from django.conf import settings
from django.urls import path

from bole.kit import views
from bole.kit.ui.views import style

urlpatterns = [
    path("healthz", views.healthz),
    path("readyz", views.readyz),
    path("metrics", views.metrics),
    path("language/", views.set_language, name="language"),
    path("theme/", views.set_theme, name="theme"),
]
if settings.DEBUG or settings.ENVIRONMENT.is_demo:
    urlpatterns.append(path("style/", style, name="style"))
