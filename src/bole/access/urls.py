"""Addresses of tokens and roles."""

from django.urls import path

from bole.access import views

urlpatterns = [
    path("company/tokens/", views.tokens, name="tokens"),
    path("company/tokens/new/", views.new_token, name="new_token"),
    path("company/tokens/<str:ref>/end/", views.drop_token, name="drop_token"),
]
