"""Addresses of the demo desk."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
