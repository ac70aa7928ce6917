"""Addresses of the connections."""

from django.urls import path

from bole.connect.sources import views

urlpatterns = [
    path("", views.connections, name="connections"),
    path("new/", views.new, name="new_connection"),
    path("<str:ref>/", views.connection, name="connection"),
    path("<str:ref>/change/", views.change, name="change_connection"),
    path("<str:ref>/secret/", views.renew, name="renew_secret"),
]
