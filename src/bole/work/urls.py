"""Addresses of the room."""

from django.urls import path

from bole.work.views import objections, waiting

urlpatterns = [
    path("company/waiting/", waiting.waiting, name="waiting"),
    path("company/waiting/<str:ref>/", waiting.account, name="waiting_account"),
    path("company/waiting/<str:ref>/map/", waiting.map_it, name="map_account"),
    path("company/waiting/<str:ref>/nobody/", waiting.nobody, name="nobody_account"),
    path("company/waiting/<str:ref>/unmap/", waiting.unmap, name="unmap_account"),
    path("company/objections/", objections.objections, name="objections"),
    path("company/objections/<str:ref>/answer/", objections.answer, name="answer_objection"),
]
