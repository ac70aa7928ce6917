"""Addresses of the kit."""

from django.conf import settings
from django.urls import path

from bole.kit import views
from bole.kit.phone import views as phone
from bole.kit.ui.views import style

urlpatterns = [
    path("healthz", views.healthz),
    path("readyz", views.readyz),
    path("metrics", views.metrics),
    path("language/", views.set_language, name="language"),
    path("theme/", views.set_theme, name="theme"),
    path("presenting/", views.set_presenting, name="presenting"),
    path("manifest.webmanifest", phone.manifest, name="manifest"),
    path("sw.js", phone.worker, name="phone_worker"),
    path("phone/", phone.hello, name="phone"),
    path("offline/", phone.away, name="away"),
    path("waiting/", phone.waiting, name="waiting_entries"),
]
if settings.DEBUG or settings.ENVIRONMENT.is_demo:
    urlpatterns.append(path("style/", style, name="style"))
