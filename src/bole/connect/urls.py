"""Addresses of what comes from outside and of the people file."""

from django.urls import include, path

from bole.connect import views

urlpatterns = [
    path("hooks/<str:ref>/", views.hook, name="hook"),
    path("people-file/", include("bole.connect.people_file.urls")),
]
