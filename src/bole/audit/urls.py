"""Addresses of the record."""

from django.urls import path

from bole.audit import views

urlpatterns = [
    path("company/record/", views.record, name="record"),
    path("company/record/check/", views.check, name="check_record"),
]
