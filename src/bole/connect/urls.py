"""Addresses of what comes from outside, of the connections and of the people file."""

from django.urls import include, path

from bole.connect import views

urlpatterns = [
    path("hooks/<str:ref>/", views.hook, name="hook"),
    path("company/connections/", include("bole.connect.sources.urls")),
    path("people-file/", include("bole.connect.people_file.urls")),
]
