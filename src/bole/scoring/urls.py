"""Addresses of the room."""

from django.urls import URLPattern, path

from bole.scoring.views import closings, targets

urlpatterns: list[URLPattern] = [
    path("company/closings/", closings.periods, name="closings"),
    path("company/closings/<slug:code>/", closings.period, name="closing"),
    path("company/closings/<slug:code>/close/", closings.close, name="close_period"),
    path("company/closings/<slug:code>/<str:number>/", closings.person, name="closing_of_person"),
    path("company/closings/<slug:code>/<str:number>/propose/", closings.propose, name="propose_reopening"),
    path("company/reopenings/<slug:ref>/", closings.decide, name="decide_reopening"),
    path("company/targets/", targets.all_targets, name="targets"),
    path("company/targets/new/", targets.new, name="new_target"),
]
