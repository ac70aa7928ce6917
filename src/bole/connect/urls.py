"""Addresses of what comes from outside and of the people file."""

from django.urls import path

from bole.connect import views

urlpatterns = [
    path("hooks/<str:ref>/", views.hook, name="hook"),
]
