"""Addresses of the room."""

from django.urls import path

from bole.people.views import files, listing

urlpatterns = [
    path("company/units/", listing.units, name="units"),
    path("company/people/", listing.people, name="people_of_hr"),
    path("company/people/<str:number>/", files.file, name="person_file"),
    path("company/people/<str:number>/name/", files.rename, name="rename_person"),
    path("company/people/<str:number>/post/", files.move, name="move_person"),
    path("company/people/<str:number>/end/", files.end, name="end_employment"),
]
