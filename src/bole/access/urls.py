"""Addresses of roles and tokens."""

from django.urls import path

from bole.access.views import roles, tokens

urlpatterns = [
    path("company/roles/", roles.roles, name="roles"),
    path("company/roles/grant/", roles.grant, name="grant_role"),
    path("company/roles/end/", roles.end, name="end_role"),
    path("company/tokens/", tokens.tokens, name="tokens"),
    path("company/tokens/new/", tokens.new_token, name="new_token"),
    path("company/tokens/<str:ref>/end/", tokens.drop_token, name="drop_token"),
]
