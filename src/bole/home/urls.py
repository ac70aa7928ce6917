"""Addresses of the app."""

from django.urls import path

from bole.home.views import lineage, performance

urlpatterns = [
    path("performance/", performance.performance, name="performance"),
    path("performance/part/<slug:name>/", performance.part, name="performance_part"),
    path("performance/<slug:code>/", lineage.lineage, name="lineage"),
    path("performance/<slug:code>/part/", lineage.lineage_part, name="lineage_part"),
    path("performance/<slug:code>/doubt/", lineage.doubt, name="doubt"),
]
