"""Addresses of the room."""

from django.urls import path

from bole.attendance import views

urlpatterns = [
    path("company/absences/", views.absences, name="absences"),
    path("company/absences/add/", views.add, name="add_absence"),
    path("company/absences/<str:ref>/withdraw/", views.withdraw, name="withdraw_absence"),
]
