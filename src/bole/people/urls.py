"""Addresses of the room."""

from django.urls import path

from bole.people.views import contact, corrections, files, listing, signing_in, units

urlpatterns = [
    path("company/units/", units.units, name="units"),
    path("company/units/add/", units.add_top, name="add_top_unit"),
    path("company/units/<slug:ref>/", units.unit, name="unit"),
    path("company/units/<slug:ref>/add/", units.add, name="add_unit"),
    path("company/units/<slug:ref>/head/", units.head, name="set_head"),
    path("company/units/<slug:ref>/name/", units.rename, name="rename_unit"),
    path("company/units/<slug:ref>/move/", units.move, name="move_unit"),
    path("company/people/", listing.people, name="people_of_hr"),
    path("company/people/<str:number>/", files.file, name="person_file"),
    path("company/people/<str:number>/name/", files.rename, name="rename_person"),
    path("company/people/<str:number>/post/", files.move, name="move_person"),
    path("company/people/<str:number>/posts/<str:day>/", corrections.post, name="correct_post"),
    path("company/people/<str:number>/manager/", files.lead, name="set_manager"),
    path("company/people/<str:number>/number/", files.renumber, name="change_number"),
    path("me/contact/", contact.own, name="own_contact"),
    path("company/people/<str:number>/contact/", contact.of_person, name="contact_of_person"),
    path("company/people/<str:number>/sign-in/", signing_in.sign_in, name="sign_in_of_person"),
    path("company/people/<str:number>/sign-in/open/", signing_in.open_one, name="open_sign_in"),
    path("company/people/<str:number>/sign-in/renew/", signing_in.renew, name="renew_sign_in"),
    path("company/people/<str:number>/end/", files.end, name="end_employment"),
]
