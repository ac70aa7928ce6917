"""Addresses of the demo desk."""

from django.urls import path

from bole.sandbox import views

urlpatterns = [
    path("demo/", views.desk, name="demo_desk"),
    path("demo/go/", views.go, name="demo_go"),
    path("demo/sit/", views.sit, name="demo_sit"),
    path("demo/day/", views.turn, name="demo_day"),
    path("demo/ask/", views.ask, name="demo_ask"),
    path("demo/restore/", views.restore, name="demo_restore"),
    path("demo/pulse/", views.pulse, name="demo_pulse"),
]
