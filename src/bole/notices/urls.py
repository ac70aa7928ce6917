"""Addresses of the room."""

from django.urls import path

from bole.notices import views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/read/", views.read_all, name="read_all_notices"),
    path("notices/<slug:ref>/read/", views.read, name="read_notice"),
]
