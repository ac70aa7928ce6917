"""Addresses of roles and tokens."""

from django.urls import path

from bole.access.views import roles, tokens, ways_in

urlpatterns = [
    path("company/roles/", roles.roles, name="roles"),
    path("company/roles/grant/", roles.grant, name="grant_role"),
    path("company/roles/end/", roles.end, name="end_role"),
    path("company/sign-in/", ways_in.ways_in, name="ways_in"),
    path("company/sign-in/users/<str:ref>/end/", ways_in.end_user, name="end_provider_user"),
    path("company/sign-in/<str:code>/", ways_in.way_in, name="way_in"),
    path("company/sign-in/<str:code>/save/", ways_in.save, name="save_way_in"),
    path("company/sign-in/<str:code>/open/", ways_in.open_it, name="open_way_in"),
    path("company/sign-in/<str:code>/shut/", ways_in.shut, name="shut_way_in"),
    path("company/sign-in/<str:code>/users/", ways_in.add_user, name="add_provider_user"),
    path("company/tokens/", tokens.tokens, name="tokens"),
    path("company/tokens/new/", tokens.new_token, name="new_token"),
    path("company/tokens/<str:ref>/end/", tokens.drop_token, name="drop_token"),
]
